/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "i18n/statustext.h"

#include "base/terminal.h"

enum { NUMBER = 7, INDENT = 2 };

static void
put_blanks(struct buf *b, size_t n)
{
	while (n-- > 0)
		buf_chr(b, ' ');
}

static void
put_name(struct buf *b, struct str name, size_t width)
{
	size_t columns = terminal_columns(name);

	terminal_put(b, name);
	put_blanks(b, columns < width ? width - columns : 0);
}

/* -- a table -- */

static const char together[] = "together";

static size_t
name_width(const struct progress_course *c)
{
	size_t most = sizeof together - 1;

	for (size_t i = 0; i < c->npieces; i++) {
		size_t n = terminal_columns(c->pieces[i].piece->name);

		most = n > most ? n : most;
	}
	return most;
}

static void
put_row(struct buf *b, struct str name, size_t width, const struct progress_sum *s)
{
	put_blanks(b, INDENT);
	put_name(b, name, width);
	for (int i = 0; i < PROGRESS_STATES; i++)
		buf_fmt(b, "%*zu%*zu", NUMBER, s->of[i].messages, NUMBER, s->of[i].words);
	buf_fmt(b, "%5u %%\n", progress_percent(s));
}

static void
put_table(struct buf *b, const struct progress_course *c)
{
	size_t width = name_width(c);

	put_name(b, c->course->name, 0);
	buf_fmt(b, ", from %.*s into %.*s\n\n", STR_ARG(c->course->source_lang), STR_ARG(c->lang->tag));
	put_blanks(b, INDENT + width);
	for (int i = 0; i < PROGRESS_STATES; i++)
		buf_fmt(b, "%*s", 2 * NUMBER, statuspage_states[i]);
	buf_chr(b, '\n');
	put_blanks(b, INDENT + width);
	for (int i = 0; i < PROGRESS_STATES; i++)
		buf_fmt(b, "%*s%*s", NUMBER, "mess.", NUMBER, "words");
	buf_chr(b, '\n');
	for (size_t i = 0; i < c->npieces; i++)
		put_row(b, c->pieces[i].piece->name, width, &c->pieces[i].sum);
	if (c->npieces != 1)
		put_row(b, STR(together), width, &c->sum);
	if (c->sum.unrecorded.messages > 0)
		buf_fmt(b,
		    "  Not recorded which version was translated: %zu messages, %zu words of those translated.\n",
		    c->sum.unrecorded.messages, c->sum.unrecorded.words);
	buf_chr(b, '\n');
}

/* -- what is out of date -- */

static void
put_line(struct buf *b, const char *name, struct str text)
{
	buf_fmt(b, "    %-12s ", name);
	terminal_put(b, text);
	buf_chr(b, '\n');
}

static void
put_stale(struct buf *b, const struct statuspage *page, const struct progress_course *c, const struct progress_stale *s)
{
	struct worddiff diff = statuspage_diff(page, c, s);
	struct buf text = BUF_INIT;

	put_blanks(b, INDENT);
	put_name(b, s->doc->path, 0);
	buf_fmt(b, ":%u: %s", s->at.line, s->block ? "what begins with this " : "");
	buf_fmt(b, "%s%s", s->role, s->critical ? ", critical" : "");
	if (s->heading.n > 0) {
		BUF_LIT(b, ", under ");
		terminal_put(b, s->heading);
	}
	buf_chr(b, '\n');
	worddiff_text(&text, &diff);
	put_line(b, "source", s->before.n > 0 ? buf_view(&text) : s->now);
	if (s->text.n > 0)
		put_line(b, "translation", s->text);
	buf_reset(&text);
	buf_str(&text, s->file);
	if (s->line > 0)
		buf_fmt(&text, ":%u", s->line);
	put_line(b, "in", buf_view(&text));
	buf_free(&text);
}

static void
put_all_stale(struct buf *b, const struct statuspage *page, const struct progress_course *c)
{
	bool told = false;

	for (size_t i = 0; i < c->npieces; i++)
		for (size_t k = 0; k < c->pieces[i].nstale; k++) {
			if (!told)
				BUF_LIT(b, "  Out of date; `!` is before what changes the meaning:\n\n");
			told = true;
			put_stale(b, page, c, &c->pieces[i].stale[k]);
		}
	if (told)
		buf_chr(b, '\n');
}

/* -- what is next -- */

static void
put_next(struct buf *b, const struct statuspage *page, const struct progress_course *c)
{
	struct buf lines = BUF_INIT;
	struct str rest;

	statuspage_next(&lines, page, c);
	rest = buf_view(&lines);
	if (rest.n == 0)
		BUF_LIT(b, "  Everything is up to date.\n");
	else
		BUF_LIT(b, "  To do next:\n");
	while (rest.n > 0) {
		BUF_LIT(b, "    ");
		terminal_put(b, str_cut(&rest, '\n'));
		buf_chr(b, '\n');
	}
	if (!minimum_met(page->min, c)) {
		BUF_LIT(b, "  Below: ");
		statuspage_below(b, page, c);
	}
	buf_free(&lines);
}

void
statustext_write(struct buf *b, const struct statuspage *page)
{
	for (size_t i = 0; i < page->progress.n; i++) {
		const struct progress_course *c = &page->progress.v[i];

		buf_cstr(b, i > 0 ? "\n" : "");
		put_table(b, c);
		put_all_stale(b, page, c);
		put_next(b, page, c);
	}
	if (page->progress.n == 0)
		BUF_LIT(b, "There is nothing to translate: what was asked for has no further language.\n");
}
