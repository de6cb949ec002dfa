/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "render/raw.h"

#include <stdbool.h>
#include <strings.h>

#include "base/escape.h"

static const char *const elements[] = {
	"abbr",
	"b",
	"bdi",
	"bdo",
	"br",
	"cite",
	"code",
	"del",
	"details",
	"dfn",
	"em",
	"hr",
	"i",
	"ins",
	"kbd",
	"mark",
	"p",
	"q",
	"s",
	"samp",
	"small",
	"span",
	"strong",
	"sub",
	"summary",
	"sup",
	"u",
	"var",
	"wbr",
};
static const char *const attributes[] = { "dir", "lang", "title" };
static const char *const dropped_whole[] = { "script", "style", "template", "iframe", "object", "svg", "math",
	"textarea", "title" };

#define LENGTH(a) (sizeof(a) / sizeof(a)[0])

static const char *
listed(const char *const *names, size_t n, struct str name)
{
	for (size_t i = 0; i < n; i++)
		if (strncasecmp(names[i], name.p, name.n) == 0 && names[i][name.n] == '\0')
			return names[i];
	return NULL;
}

static bool
name_char(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' ||
	    c == ':';
}

static size_t
skip_space(struct str s, size_t i)
{
	while (i < s.n && (s.p[i] == ' ' || s.p[i] == '\t' || s.p[i] == '\n' || s.p[i] == '\r' || s.p[i] == '\f'))
		i++;
	return i;
}

static struct str
name_at(struct str s, size_t i)
{
	size_t from = i;

	while (i < s.n && name_char(s.p[i]))
		i++;
	return str_sub(s, from, i);
}

/* The value behind `=` at ${i}; moves behind it. */
static struct str
value_at(struct str s, size_t *i)
{
	size_t from;
	char quote = 0;

	*i = skip_space(s, *i + 1);
	if (*i < s.n && (s.p[*i] == '"' || s.p[*i] == '\''))
		quote = s.p[(*i)++];
	from = *i;
	while (*i < s.n &&
	    (quote ? s.p[*i] != quote : s.p[*i] != '>' && s.p[*i] != ' ' && s.p[*i] != '\n' && s.p[*i] != '\t'))
		++*i;
	if (quote && *i < s.n)
		return str_sub(s, from, (*i)++);
	return str_sub(s, from, *i);
}

/* The attributes from ${i} on: harmless ones are written. Returns the place behind the `>`. */
static size_t
copy_attributes(struct buf *b, struct str s, size_t i, bool write)
{
	while ((i = skip_space(s, i)) < s.n && s.p[i] != '>') {
		struct str name = name_at(s, i), value = STR_EMPTY;
		const char *known;

		if (name.n == 0) {
			i++;
			continue;
		}
		i = skip_space(s, i + name.n);
		if (i < s.n && s.p[i] == '=')
			value = value_at(s, &i);
		known = listed(attributes, LENGTH(attributes), name);
		if (write && known && value.n > 0) {
			buf_fmt(b, " %s=\"", known);
			escape_html(b, value);
			BUF_LIT(b, "\"");
		}
	}
	return i < s.n ? i + 1 : i;
}

static bool
is_void(const char *name)
{
	return str_is(str_of(name), "br") || str_is(str_of(name), "hr") || str_is(str_of(name), "wbr");
}

/* What cannot stand in a sentence. */
static bool
is_block(const char *name)
{
	return str_is(str_of(name), "p") || str_is(str_of(name), "hr") || str_is(str_of(name), "details") ||
	    str_is(str_of(name), "summary");
}

static void
close_tag(struct buf *b, struct raw_open *open, const char *name)
{
	size_t i = open->n;

	while (i > 0 && open->names[i - 1] != name)
		i--;
	if (i == 0)
		return;
	while (open->n >= i)
		buf_fmt(b, "</%s>", open->names[--open->n]);
}

/* Behind the end of an element that goes whole. */
static size_t
skip_whole(struct str s, size_t i, const char *name)
{
	for (; i + 1 < s.n; i++)
		if (s.p[i] == '<' && s.p[i + 1] == '/' && listed(&name, 1, name_at(s, i + 2))) {
			while (i < s.n && s.p[i] != '>')
				i++;
			return i < s.n ? i + 1 : i;
		}
	return s.n;
}

/* One thing that begins with `<` at ${i}; returns the place behind it. */
static size_t
copy_markup(struct buf *b, struct str s, size_t i, struct raw_open *open, bool keep)
{
	bool closing = i + 1 < s.n && s.p[i + 1] == '/';
	struct str name = name_at(s, i + 1 + closing);
	const char *known = keep ? listed(elements, LENGTH(elements), name) : NULL,
		   *whole = listed(dropped_whole, LENGTH(dropped_whole), name);

	if (name.n == 0) {
		if (i + 1 < s.n && (s.p[i + 1] == '!' || s.p[i + 1] == '?')) {
			bool comment = str_starts(str_sub(s, i, s.n), "<!--");

			for (i++; i < s.n; i++)
				if (s.p[i] == '>' && (!comment || (s.p[i - 1] == '-' && s.p[i - 2] == '-')))
					return i + 1;
			return i;
		}
		BUF_LIT(b, "&lt;");
		return i + 1;
	}
	i += 1 + closing + name.n;
	if (closing || known == NULL || (!is_void(known) && open->n == LENGTH(open->names))) {
		i = copy_attributes(b, s, i, false);
		if (closing && known)
			close_tag(b, open, known);
		return !closing && whole ? skip_whole(s, i, whole) : i;
	}
	buf_fmt(b, "<%s", known);
	i = copy_attributes(b, s, i, true);
	BUF_LIT(b, ">");
	if (!is_void(known))
		open->names[open->n++] = known;
	return i;
}

void
raw_close(struct buf *b, struct raw_open *open)
{
	while (open->n > 0)
		buf_fmt(b, "</%s>", open->names[--open->n]);
}

/* Text without `<`: entities stay as they are. */
static void
copy_text(struct buf *b, struct str text)
{
	for (size_t end; (end = str_find(text, '>')) < text.n; text = str_sub(text, end + 1, text.n)) {
		buf_str(b, str_sub(text, 0, end));
		BUF_LIT(b, "&gt;");
	}
	buf_str(b, text);
}

static void
copy(struct buf *b, struct str html, bool keep)
{
	struct raw_open open = { .n = 0 };
	size_t i = 0;

	while (i < html.n) {
		size_t next = i + str_find(str_sub(html, i, html.n), '<');

		copy_text(b, str_sub(html, i, next));
		i = next < html.n ? copy_markup(b, html, next, &open, keep) : next;
	}
	raw_close(b, &open);
}

void
raw_html(struct buf *b, struct str html)
{
	copy(b, html, true);
}

void
raw_text(struct buf *b, struct str html)
{
	copy(b, html, false);
}

void
raw_tag(struct buf *b, struct str tag, struct raw_open *open)
{
	const char *known = listed(elements, LENGTH(elements), name_at(tag, tag.n > 1 && tag.p[1] == '/' ? 2 : 1));

	if (known && !is_block(known))
		copy_markup(b, tag, 0, open, true);
}
