/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "results/grid.h"

#include <string.h>

#include "base/json.h"
#include "base/unicode.h"
#include "score/members.h"

void
grid_add(struct grid *g, struct str cell)
{
	VEC_PUSH(&g->cells, cell);
}

static size_t
rows_of(const struct grid *g)
{
	return g->cells.n / g->ncolumns;
}

static struct str
cell(const struct grid *g, size_t row, size_t column)
{
	return g->cells.v[row * g->ncolumns + column];
}

/* -- table -- */

static size_t
width_of(const struct grid *g, size_t column)
{
	size_t most = unicode_width(str_of(g->columns[column].heading));

	for (size_t i = 0; i < rows_of(g); i++) {
		size_t width = unicode_width(cell(g, i, column));

		most = width > most ? width : most;
	}
	return most;
}

static void
pad(struct buf *b, size_t n)
{
	while (n-- > 0)
		buf_chr(b, ' ');
}

static void
table_cell(struct buf *b, struct str text, size_t width, bool right)
{
	size_t own = unicode_width(text), room = width > own ? width - own : 0;

	BUF_LIT(b, "  ");
	if (right)
		pad(b, room);
	buf_str(b, text);
	if (!right)
		pad(b, room);
}

/* Row 0 is the headings. */
static void
table_row(struct buf *b, const struct grid *g, const size_t *widths, size_t row)
{
	for (size_t c = 0; c < g->ncolumns; c++) {
		struct str text;

		if (g->columns[c].heading == NULL)
			continue;
		text = row == 0 ? str_of(g->columns[c].heading) : cell(g, row - 1, c);
		table_cell(b, text, widths[c], g->columns[c].kind == GRID_NUMBER);
	}
	while (b->n > 0 && b->p[b->n - 1] == ' ')
		b->n--;
	buf_chr(b, '\n');
}

void
grid_table(struct buf *b, const struct grid *g)
{
	size_t *widths = mem_grow(NULL, g->ncolumns * sizeof *widths);

	for (size_t c = 0; c < g->ncolumns; c++)
		widths[c] = g->columns[c].heading != NULL ? width_of(g, c) : 0;
	for (size_t i = 0; i <= rows_of(g); i++)
		table_row(b, g, widths, i);
	free(widths);
}

/* -- CSV -- */

static void
csv_field(struct buf *b, struct str text, enum grid_kind kind)
{
	bool formula = kind != GRID_NUMBER && text.n > 0 && strchr("=+-@\t\r", text.p[0]) != NULL;
	bool quoted = false;

	for (size_t i = 0; i < text.n; i++)
		quoted |= strchr(",;\"\r\n", text.p[i]) != NULL;
	if (quoted)
		buf_chr(b, '"');
	if (formula)
		buf_chr(b, '\'');
	for (size_t i = 0; i < text.n; i++) {
		if (text.p[i] == '"')
			buf_chr(b, '"');
		buf_chr(b, text.p[i]);
	}
	if (quoted)
		buf_chr(b, '"');
}

void
grid_csv(struct buf *b, const struct grid *g)
{
	for (size_t i = 0; i <= rows_of(g); i++) {
		bool first = true;

		for (size_t c = 0; c < g->ncolumns; c++) {
			if (g->columns[c].kind == GRID_JSON)
				continue;
			if (!first)
				buf_chr(b, ',');
			first = false;
			csv_field(b, i == 0 ? str_of(g->columns[c].key) : cell(g, i - 1, c),
			    i == 0 ? GRID_TEXT : g->columns[c].kind);
		}
		BUF_LIT(b, "\r\n");
	}
}

/* -- JSON -- */

static void
json_words(struct buf *b, struct str words)
{
	buf_chr(b, '[');
	while (words.n > 0) {
		members_next(b);
		json_string(b, str_cut(&words, ' '));
	}
	buf_chr(b, ']');
}

static void
json_value(struct buf *b, struct str text, enum grid_kind kind)
{
	if (kind == GRID_WORDS)
		json_words(b, text);
	else if (kind != GRID_TEXT && text.n == 0)
		BUF_LIT(b, "null");
	else if (kind == GRID_TEXT)
		json_string(b, text);
	else if (kind == GRID_BOOL)
		buf_cstr(b, str_is(text, "yes") ? "true" : "false");
	else
		buf_str(b, text);
}

void
grid_json(struct buf *b, const struct grid *g)
{
	buf_chr(b, '[');
	for (size_t i = 0; i < rows_of(g); i++) {
		buf_cstr(b, i > 0 ? ",\n{" : "\n{");
		for (size_t c = 0; c < g->ncolumns; c++) {
			members_key(b, g->columns[c].key);
			json_value(b, cell(g, i, c), g->columns[c].kind);
		}
		buf_chr(b, '}');
	}
	buf_cstr(b, rows_of(g) > 0 ? "\n]" : "]");
}

void
grid_free(struct grid *g)
{
	VEC_FREE(&g->cells);
}
