/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/message.h"

#include "base/buf.h"
#include "base/json.h"
#include "base/terminal.h"
#include "base/unicode.h"

/* -- for people -- */

static const char *const level_words[] = { "note", "warning", "error", "fatal error" };
static const char *const level_colors[] = { "\033[1;36m", "\033[1;33m", "\033[1;31m", "\033[1;31m" };

const char *
message_level(enum diag_level level)
{
	return level_words[level];
}

/* What the printing of a list carries along. */
struct printer {
	struct buf b;
	bool color;
};

static void
put_color(struct printer *p, const char *sequence)
{
	if (p->color)
		buf_cstr(&p->b, sequence);
}

static void
put_head(struct printer *p, const struct diag *g)
{
	const struct diag_info *info = diag_info(g->code);

	put_color(p, "\033[1m");
	if (g->file.n)
		terminal_put(&p->b, g->file);
	else
		BUF_LIT(&p->b, "pensum");
	if (g->at.line)
		buf_fmt(&p->b, ":%u", g->at.line);
	if (g->at.line && g->column)
		buf_fmt(&p->b, ":%u", g->column);
	BUF_LIT(&p->b, ": ");
	put_color(p, "\033[0m");
	put_color(p, level_colors[g->level]);
	buf_fmt(&p->b, "%s:", level_words[g->level]);
	put_color(p, "\033[0m");
	buf_fmt(&p->b, " %s", info->sentence);
	if (g->detail.n)
		BUF_LIT(&p->b, ": ");
	terminal_put(&p->b, g->detail);
	buf_fmt(&p->b, " [%s]\n", info->name);
}

/* Columns that the number of the line takes. */
static int
gutter(const struct diag *g)
{
	int n = 5;

	for (uint32_t rest = g->at.line / 100000; rest; rest /= 10)
		n++;
	return n;
}

/* The line's cells are counted as terminal_put() shows them, so the caret stands right below. */
static void
put_caret(struct printer *p, const struct diag *g)
{
	size_t at = g->at.col - 1 > g->line_off ? g->at.col - 1 - g->line_off : 0;
	size_t end, n;

	at = unicode_start(g->line, at < g->line.n ? at : g->line.n);
	end = at + g->at.len;
	buf_fmt(&p->b, "%*s | ", gutter(g), "");
	for (n = terminal_columns(str_sub(g->line, 0, at)) + (g->line_off > 0); n > 0; n--)
		buf_chr(&p->b, ' ');
	put_color(p, level_colors[g->level]);
	buf_chr(&p->b, '^');
	for (n = terminal_columns(str_sub(g->line, at, end)); n > 1; n--)
		buf_chr(&p->b, '~');
	put_color(p, "\033[0m");
	buf_chr(&p->b, '\n');
}

static void
put_line(struct printer *p, const struct diag *g)
{
	buf_fmt(&p->b, "%5u | ", g->at.line);
	if (g->line_off)
		BUF_LIT(&p->b, "\xe2\x80\xa6");
	terminal_put(&p->b, g->line);
	if (g->line_more)
		BUF_LIT(&p->b, "\xe2\x80\xa6");
	buf_chr(&p->b, '\n');
	if (g->at.col)
		put_caret(p, g);
}

void
message_print(const struct diags *d, FILE *f, bool color)
{
	struct printer p = { .color = color };

	for (size_t i = 0; i < d->all.n; i++) {
		const struct diag *g = &d->all.v[i];

		buf_reset(&p.b);
		put_head(&p, g);
		if (g->line.n)
			put_line(&p, g);
		for (size_t k = 0; k < g->nnotes; k++) {
			BUF_LIT(&p.b, "      = ");
			terminal_put(&p.b, g->notes[k]);
			buf_chr(&p.b, '\n');
		}
		fwrite(p.b.p, 1, p.b.n, f);
	}
	buf_free(&p.b);
}

/* -- for programs -- */

static const char *const level_names[] = { "note", "warning", "error", "fatal" };

static void
put_object(struct buf *b, const struct diag *g)
{
	const struct diag_info *info = diag_info(g->code);

	buf_fmt(b, "{\"level\":\"%s\",\"code\":\"%s\",\"file\":", level_names[g->level], info->name);
	if (g->file.n)
		json_string(b, g->file);
	else
		BUF_LIT(b, "null");
	buf_fmt(b, ",\"line\":%u,\"column\":%u,\"length\":%u,\"message\":\"", g->at.line, g->column, g->length);
	json_text(b, str_of(info->sentence));
	if (g->detail.n)
		BUF_LIT(b, ": ");
	json_text(b, g->detail);
	BUF_LIT(b, "\",\"notes\":[");
	for (size_t i = 0; i < g->nnotes; i++) {
		if (i > 0)
			buf_chr(b, ',');
		json_string(b, g->notes[i]);
	}
	BUF_LIT(b, "]}\n");
}

void
message_json(const struct diags *d, FILE *f)
{
	struct buf b = BUF_INIT;

	for (size_t i = 0; i < d->all.n; i++) {
		buf_reset(&b);
		put_object(&b, &d->all.v[i]);
		fwrite(b.p, 1, b.n, f);
	}
	buf_free(&b);
}
