/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/asmarkdown.h"

#include <string.h>

#include "import/fromhtml.h"
#include "import/literal.h"

static bool
has(struct str s, const char *what)
{
	return memmem(s.p, s.n, what, strlen(what)) != NULL;
}

/* Lines are paragraphs where a blank one stands between, else they end with a break. */
static void
plain(struct str s, struct buf *b)
{
	size_t start = b->n;
	bool broken = false;

	s = str_trim(s);
	while (s.n > 0) {
		struct str line = str_trim(str_cut(&s, '\n'));
		size_t from;

		if (line.n == 0) {
			broken = true;
			continue;
		}
		if (b->n > start)
			buf_cstr(b, broken ? "\n\n" : "\\\n");
		broken = false;
		from = b->n;
		literal_text(b, line);
		literal_start(b, from);
	}
}

/* Moodle's own format: HTML whose line ends count, unless it has blocks. */
static void
automatic(struct taking *t, struct item *it, const struct item_text *text, struct buf *b)
{
	static const char *const signs[] = { "<p", "<br", "<ul", "<ol", "<table", "<div", "<pre", "<P", "<BR" };
	struct buf html = BUF_INIT;
	bool blocks = false;

	if (!has(text->s, "<") && !has(text->s, "&")) {
		plain(text->s, b);
		return;
	}
	for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
		blocks |= has(text->s, signs[i]);
	for (size_t i = 0; i < text->s.n; i++)
		if (text->s.p[i] == '\n' && !blocks)
			BUF_LIT(&html, "<br>");
		else
			buf_chr(&html, text->s.p[i]);
	fromhtml_blocks(t, it, buf_view(&html), text->line, b);
	buf_free(&html);
}

/* It is Markdown already; but what only means something here is made text. */
static void
markdown(struct str s, struct buf *b)
{
	s = str_trim(s);
	for (size_t i = 0; i < s.n; i++) {
		bool begins = i == 0 || s.p[i - 1] == '\n';
		struct str rest = str_sub(s, i, s.n);

		if ((begins && str_starts(rest, "::")) || str_starts(rest, "[[") || str_starts(rest, "{#") ||
		    str_starts(rest, "{."))
			buf_chr(b, '\\');
		if (s.p[i] != '\r')
			buf_chr(b, s.p[i]);
	}
}

struct str
asmarkdown_blocks(struct taking *t, struct item *it, const struct item_text *text)
{
	struct buf b = BUF_INIT;

	switch (text->format) {
	case ITEM_HTML: fromhtml_blocks(t, it, text->s, text->line, &b); break;
	case ITEM_AUTO: automatic(t, it, text, &b); break;
	case ITEM_MARKDOWN: markdown(text->s, &b); break;
	default: plain(text->s, &b);
	}
	if (has(buf_view(&b), "\\\\(") || has(buf_view(&b), "$$"))
		taking_loss(t, text->line, "a formula in TeX, which stays as text");
	return taking_keep(t, &b);
}

struct str
asmarkdown_line(struct taking *t, struct item *it, const struct item_text *text)
{
	struct str s = asmarkdown_blocks(t, it, text);
	struct buf b = BUF_INIT;

	if (has(s, "\n\n"))
		taking_loss(t, text->line, "paragraphs where only a line can stand: they are joined");
	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] == '\\' && i + 1 < s.n && s.p[i + 1] == '\n')
			continue;
		if (s.p[i] != '\n')
			buf_chr(&b, s.p[i]);
		else if (b.n > 0 && b.p[b.n - 1] != ' ')
			buf_chr(&b, ' ');
	}
	return taking_keep(t, &b);
}

static bool
letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || (unsigned char)c >= 0x80;
}

/* The letters and digits of ${s}; anything else is a blank. */
static void
put_letters(struct buf *b, struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (letter(s.p[i]))
			buf_chr(b, s.p[i]);
		else if (b->n > 0 && b->p[b->n - 1] != ' ')
			buf_chr(b, ' ');
}

struct str
asmarkdown_words(struct taking *t, const struct item_text *text)
{
	bool html = text->format == ITEM_HTML || text->format == ITEM_AUTO;
	struct str s = text->s;
	struct buf b = BUF_INIT;
	size_t at = 0, gap;

	while (at < s.n) {
		size_t tag = at + str_find(str_sub(s, at, s.n), '>');
		size_t entity = at + str_find(str_sub(s, at, at + 12), ';');

		if (item_gap_at(s, &at, &gap)) {
			put_letters(&b, STR(" "));
		} else if (html && s.p[at] == '<' && tag < s.n) {
			put_letters(&b, STR(" "));
			at = tag + 1;
		} else if (html && s.p[at] == '&' && entity < s.n && s.p[entity] == ';') {
			put_letters(&b, taking_entities(t, str_sub(s, at, entity + 1)));
			at = entity + 1;
		} else {
			put_letters(&b, str_sub(s, at, at + 1));
			at++;
		}
	}
	return taking_keep(t, &b);
}
