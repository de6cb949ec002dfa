/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "check/leaks.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/unicode.h"
#include "base/wordruns.h"
#include "model/wordnotes.h"

/* -- the runs -- */

/* Where ${key} is, or would be. */
static size_t
place_of(const struct leaks *l, uint64_t key)
{
	size_t i = key & (l->room - 1);

	while (l->keys[i] != 0 && l->keys[i] != key)
		i = (i + 1) & (l->room - 1);
	return i;
}

static void put(struct leaks *l, uint64_t key, uint32_t note);

static void
grow(struct leaks *l)
{
	struct leaks was = *l;

	l->room = was.room > 0 ? 2 * was.room : 1024;
	l->keys = mem_alloc(l->room * sizeof *l->keys);
	l->of = mem_alloc(l->room * sizeof *l->of);
	l->n = 0;
	for (size_t i = 0; i < was.room; i++)
		if (was.keys[i] != 0)
			put(l, was.keys[i], was.of[i]);
	free(was.keys);
	free(was.of);
}

/* The first note that has a run stays the one that is named. */
static void
put(struct leaks *l, uint64_t key, uint32_t note)
{
	size_t i;

	if (2 * l->n >= l->room)
		grow(l);
	key += key == 0;
	i = place_of(l, key);
	if (l->keys[i] == key)
		return;
	l->keys[i] = key;
	l->of[i] = note;
	l->n++;
}

void
leaks_add(struct leaks *l, const struct text *text, struct str packed)
{
	struct pack_reader r = wordnotes_of(packed);
	struct wordnotes_note note;

	while (wordnotes_next(&r, &note)) {
		for (size_t i = 0; i < note.n; i++)
			put(l, pack_take_fixed(&note.all), (uint32_t)l->notes.n);
		l->lengths |= 1u << note.words;
		VEC_PUSH(&l->notes, ((struct leaks_note){ text, note.at }));
	}
}

void
leaks_free(struct leaks *l)
{
	VEC_FREE(&l->notes);
	free(l->keys);
	free(l->of);
}

/* -- words -- */

static void
look(const struct leaks *l, struct str words, leaks_found *found, void *ctx)
{
	struct arena a = ARENA_INIT;
	struct wordruns r = wordruns_of(wordruns_composed(&a, words));

	while (wordruns_next(&r))
		for (size_t k = WORDNOTES_LEAST; k <= WORDRUNS_WORDS && k <= r.n; k++) {
			uint64_t key = (l->lengths >> k & 1) ? wordruns_hash(&r, k) : 0;
			size_t i = (l->lengths >> k & 1) ? place_of(l, key + (key == 0)) : 0;

			if ((l->lengths >> k & 1) && l->keys[i] != 0)
				found(ctx, l->of[i], wordruns_text(&r, k));
		}
	arena_free(&a);
}

/* -- pages -- */

/* Elements that can stand within a word. */
static bool
is_inline(struct str name)
{
	static const char *const names[] = { "a", "abbr", "b", "bdi", "bdo", "cite", "code", "dfn", "em", "i", "kbd",
		"mark", "q", "s", "small", "span", "strong", "time", "u", "wbr" };

	for (size_t i = 0; name.n > 0 && i < sizeof names / sizeof *names; i++)
		if (names[i][0] == name.p[0] && str_is(name, names[i]))
			return true;
	return false;
}

/* The character of a reference at ${at}, which moves behind it; an `&` that begins none stands for itself. */
static void
put_reference(struct buf *b, struct str s, size_t *at)
{
	static const struct {
		const char *name;
		char c;
	} known[] = { { "&amp;", '&' }, { "&lt;", '<' }, { "&gt;", '>' }, { "&quot;", '"' } };
	struct str rest = str_sub(s, *at, s.n);
	uint32_t c = 0;
	size_t i = 2;

	for (size_t k = 0; k < sizeof known / sizeof *known; k++)
		if (str_starts(rest, known[k].name)) {
			buf_chr(b, known[k].c);
			*at += strlen(known[k].name);
			return;
		}
	*at += 1;
	if (!str_starts(rest, "&#")) {
		buf_chr(b, '&');
		return;
	}
	for (; i < rest.n && rest.p[i] >= '0' && rest.p[i] <= '9' && c < 0x110000; i++)
		c = 10 * c + (uint32_t)(rest.p[i] - '0');
	if (c > 0 && c < 0x110000 && (c < 0xd800 || c > 0xdfff))
		unicode_put(b, c);
	*at += i - 1 + (i < rest.n && rest.p[i] == ';');
}

static void
put_text(struct buf *b, struct str s)
{
	for (size_t at = 0; at < s.n;) {
		size_t plain = at + str_find(str_sub(s, at, s.n), '&');

		buf_str(b, str_sub(s, at, plain));
		at = plain;
		if (at < s.n)
			put_reference(b, s, &at);
	}
}

/* Readers can open the source. */
static size_t
put_comment(struct buf *more, struct str html, size_t at)
{
	struct str rest = str_sub(html, at, html.n);
	const char *close = memmem(rest.p, rest.n, "-->", 3);
	size_t end = close ? (size_t)(close - html.p) : html.n;

	buf_chr(more, '\n');
	put_text(more, str_sub(html, at, end));
	return end;
}

/* The tag behind the `<` at ${at}: its name's effect on ${text}, its attributes to ${more}; where it ends. */
static size_t
put_tag(struct buf *text, struct buf *more, struct str html, size_t at)
{
	size_t name = at + (at < html.n && html.p[at] == '/'), end = name;

	if (str_starts(str_sub(html, at, html.n), "!--"))
		return put_comment(more, html, at);
	while (end < html.n && ((html.p[end] | 0x20) >= 'a' || (html.p[end] >= '0' && html.p[end] <= '9')) &&
	    html.p[end] != '>')
		end++;
	if (!is_inline(str_sub(html, name, end)))
		buf_chr(text, ' ');
	for (at = end; at < html.n && html.p[at] != '>';) {
		char quote = html.p[at++];
		size_t close = at + str_find(str_sub(html, at, html.n), quote);

		if (quote != '"' && quote != '\'')
			continue;
		buf_chr(more, '\n');
		put_text(more, str_sub(html, at, close));
		at = close + (close < html.n);
	}
	return at + (at < html.n);
}

void
leaks_page(const struct leaks *l, struct str html, leaks_found *found, void *ctx)
{
	struct buf text = BUF_INIT, more = BUF_INIT;

	for (size_t at = 0; at < html.n;) {
		size_t tag = at + str_find(str_sub(html, at, html.n), '<');

		put_text(&text, str_sub(html, at, tag));
		at = tag < html.n ? put_tag(&text, &more, html, tag + 1) : tag;
	}
	look(l, buf_view(&text), found, ctx);
	look(l, buf_view(&more), found, ctx);
	buf_free(&text);
	buf_free(&more);
}

/* -- scripts -- */

static int
hex_digit(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	c |= 0x20;
	return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* The escape at ${at}, of which there are two characters: `\u00e5`, `\n`, or one that stands for itself. */
static void
put_escape(struct buf *b, struct str js, size_t *at)
{
	uint32_t c = 0;
	size_t i = *at + 2;

	if (js.p[*at + 1] != 'u') {
		buf_chr(b, strchr("nrtbfv", js.p[*at + 1]) ? ' ' : js.p[*at + 1]);
		*at += 2;
		return;
	}
	for (; i < js.n && i < *at + 6 && hex_digit(js.p[i]) >= 0; i++)
		c = 16 * c + (uint32_t)hex_digit(js.p[i]);
	if (i == *at + 6 && c > 0 && (c < 0xd800 || c > 0xdfff))
		unicode_put(b, c);
	*at = i;
}

static void
put_strings(struct buf *b, struct str js)
{
	for (size_t at = 0; at < js.n;) {
		size_t plain = at + str_find(str_sub(js, at, js.n), '\\');

		buf_str(b, str_sub(js, at, plain));
		at = plain;
		if (js.n - at > 1)
			put_escape(b, js, &at);
		else
			at = js.n;
	}
}

/* What may be a tag becomes nothing within a word, else a blank. */
static void
put_untagged(struct buf *b, struct str s)
{
	for (size_t at = 0; at < s.n;) {
		size_t tag = at + str_find(str_sub(s, at, s.n), '<'), end;
		struct buf none = BUF_INIT;

		put_text(b, str_sub(s, at, tag));
		end = tag + str_find(str_sub(s, tag, s.n), '>');
		at = tag;
		if (end < s.n &&
		    (s.p[tag + 1] == '/' || ((s.p[tag + 1] | 0x20) >= 'a' && (s.p[tag + 1] | 0x20) <= 'z')))
			at = put_tag(b, &none, str_sub(s, 0, end + 1), tag + 1);
		else if (tag < s.n)
			at++;
		buf_free(&none);
	}
}

void
leaks_script(const struct leaks *l, struct str js, leaks_found *found, void *ctx)
{
	struct buf all = BUF_INIT, untagged = BUF_INIT;

	put_strings(&all, js);
	put_untagged(&untagged, buf_view(&all));
	look(l, buf_view(&all), found, ctx);
	look(l, buf_view(&untagged), found, ctx);
	buf_free(&all);
	buf_free(&untagged);
}
