/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/giftscan.h"

#include <string.h>

size_t
giftscan_find(struct str s, size_t from, const char *any)
{
	for (size_t i = from; i < s.n; i++) {
		if (s.p[i] == '\\')
			i++;
		else if (strchr(any, s.p[i]) && s.p[i] != '\0')
			return i;
	}
	return s.n;
}

size_t
giftscan_find_word(struct str s, size_t from, const char *word)
{
	for (size_t i = from; i < s.n; i++) {
		if (s.p[i] == '\\')
			i++;
		else if (str_starts(str_sub(s, i, s.n), word))
			return i;
	}
	return s.n;
}

struct str
giftscan_plain(struct taking *t, struct str s)
{
	struct buf b = BUF_INIT;

	s = str_trim(s);
	for (size_t i = 0; i < s.n; i++) {
		char next = i + 1 < s.n ? s.p[i + 1] : '\0';

		if (s.p[i] == '\r')
			continue;
		if (s.p[i] == '\\' && next == 'n')
			buf_chr(&b, '\n'), i++;
		else if (s.p[i] == '\\' && next != '\0' && strchr("\\~=#{}:", next))
			buf_chr(&b, next), i++;
		else
			buf_chr(&b, s.p[i]);
	}
	return taking_keep(t, &b);
}

struct item_text
giftscan_text(struct taking *t, struct str s, enum item_format usual, uint32_t line)
{
	static const struct {
		const char *name;
		enum item_format format;
	} formats[] = { { "[html]", ITEM_HTML }, { "[moodle]", ITEM_AUTO }, { "[plain]", ITEM_PLAIN },
		{ "[markdown]", ITEM_MARKDOWN } };
	struct item_text text = { STR_EMPTY, usual, line };

	s = str_trim(s);
	for (size_t i = 0; i < sizeof formats / sizeof *formats; i++)
		if (str_starts(s, formats[i].name)) {
			text.format = formats[i].format;
			s = str_sub(s, strlen(formats[i].name), s.n);
			break;
		}
	text.s = giftscan_plain(t, s);
	return text;
}

/* -- comments -- */

static void
take_marks(struct taking *t, struct giftscan_block *b, struct str line, bool *any)
{
	size_t at = 0;

	while (at < line.n) {
		struct str rest = str_sub(line, at, line.n);
		size_t end = str_find(rest, ']');
		bool id = str_starts(rest, "[id:"), tag = str_starts(rest, "[tag:");

		if ((!id && !tag) || end == rest.n) {
			at++;
			continue;
		}
		*any = true;
		if (id) {
			b->id = arena_str(t->arena, str_trim(str_sub(rest, 4, end)));
		} else {
			b->tags = item_more(t->arena, b->tags, b->ntags, sizeof *b->tags);
			b->tags[b->ntags++] = arena_str(t->arena, str_trim(str_sub(rest, 5, end)));
		}
		at += end + 1;
	}
}

/* Moodle writes the number and the name of each question into one: nobody misses that. */
static void
take_comment(struct taking *t, struct giftscan_block *b, struct str line)
{
	bool marks = false;

	line = str_trim(str_sub(line, 2, line.n));
	take_marks(t, b, line, &marks);
	if (!marks && line.n > 0 && !str_starts(line, "question: "))
		b->remark =
		    b->remark.n > 0 ? arena_fmt(t->arena, "%.*s\n%.*s", STR_ARG(b->remark), STR_ARG(line)) : line;
}

/* -- questions -- */

/* How many braces ${line} opens and does not close. */
static int
opened(struct str line)
{
	int n = 0;

	for (size_t i = giftscan_find(line, 0, "{}"); i < line.n; i = giftscan_find(line, i + 1, "{}"))
		n += line.p[i] == '{' ? 1 : -1;
	return n;
}

static bool
begins_another(struct str line)
{
	return str_starts(line, "::") || str_starts(line, "$CATEGORY:");
}

/* What a file of another program has in the way. */
static int
unclosed(struct taking *t, uint32_t line, int open)
{
	if (open > 0)
		return taking_fault(t, line,
		    "the answers of the question that begins here have no closing brace `}`; one that is text is "
		    "written `\\{`");
	return taking_fault(t, line, "a closing brace `}` without an opening one; one that is text is written `\\}`");
}

static void
begin(struct giftscan *s, struct giftscan_block *out)
{
	const struct giftscan_block none = { STR_EMPTY, STR_EMPTY, STR_EMPTY, STR_EMPTY, STR_EMPTY, NULL, 0, 0 };

	*out = s->pending;
	if (!out->text.p)
		*out = none;
	s->pending = none;
	if (!s->category.p)
		s->category = STR_EMPTY;
}

int
giftscan_next(struct taking *t, struct giftscan *s, struct giftscan_block *out)
{
	struct buf text = BUF_INIT;
	struct str bytes = t->src.bytes;
	size_t from = s->at, end = s->at;
	int open = 0;

	begin(s, out);
	while (s->at < bytes.n && open >= 0) {
		struct str rest = str_sub(bytes, s->at, bytes.n), line = str_cut(&rest, '\n'), words = str_trim(line);

		if (text.n > 0 && (open > 0 ? begins_another(words) : words.n == 0))
			break;
		if (text.n == 0 && words.n == 0)
			from = s->at + line.n + 1;
		s->at += line.n + 1;
		s->line++;
		end = s->at;
		if (str_starts(words, "//")) {
			take_comment(t, out, words);
		} else if (text.n == 0 && str_starts(words, "$CATEGORY:")) {
			s->category = giftscan_plain(t, str_sub(words, 10, words.n));
			from = s->at;
		} else if (words.n > 0) {
			out->line = text.n == 0 ? s->line - 1 : out->line;
			open += opened(line);
			buf_str(&text, line);
			buf_chr(&text, '\n');
		}
	}
	out->raw = str_trim(str_sub(bytes, from, end));
	out->category = s->category;
	out->text = taking_keep(t, &text);
	if (open != 0)
		return unclosed(t, out->line, open);
	return out->text.n > 0;
}
