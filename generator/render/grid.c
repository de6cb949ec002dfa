/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "render/grid.h"

#include <string.h>

#include "base/escape.h"
#include "render/html.h"
#include "render/table.h"

/*
 * The grid is read into lines (what the upper headings begin) of cells by name (what the lower ones
 * begin). Written by rows, a line is a row and a name a column; by columns it is turned.
 */
enum {
	GRID_NAMES = 24
}; /* further names fall into the last one: an empty cell for each in each line must stay affordable */

struct cell {
	const struct node *heading;    /* NULL: blocks right below the upper heading */
	const struct node *from, *end; /* its blocks: from here to before there */
	struct cell *more;             /* the same name again in the same line */
};

struct line {
	const struct node *heading;
	struct cell **cells; /* one a name */
};

struct grid {
	struct render *r;
	const struct node *names[GRID_NAMES]; /* the heading that was first; NULL: the blocks without a name */
	struct str words[GRID_NAMES];
	size_t nnames;
	struct line *lines; /* NULL while the names are gathered */
	size_t nlines;
	struct cell *last[GRID_NAMES]; /* of the line in hand */
	int upper, lower;              /* levels; lower 0: there is only one */
};

/* -- reading -- */

static void
find_levels(struct grid *g, const struct node *n)
{
	for (const struct node *c = n->first; c; c = c->next)
		if (c->kind == NODE_HEADING && (g->upper == 0 || c->as.heading.level < g->upper))
			g->upper = c->as.heading.level;
	for (const struct node *c = n->first; c; c = c->next)
		if (c->kind == NODE_HEADING && c->as.heading.level > g->upper &&
		    (g->lower == 0 || c->as.heading.level < g->lower))
			g->lower = c->as.heading.level;
}

static bool
is_heading(const struct node *n, int level)
{
	return n && n->kind == NODE_HEADING && n->as.heading.level == level;
}

static struct str
words_of(struct render *r, const struct node *heading)
{
	struct buf b = BUF_INIT;
	struct str words;

	if (heading)
		node_plain(&b, heading);
	words = arena_str(r->arena, str_trim(buf_view(&b)));
	buf_free(&b);
	return words;
}

static size_t
name_of(struct grid *g, const struct node *heading)
{
	struct str words = words_of(g->r, heading);

	for (size_t i = 0; i < g->nnames; i++)
		if (str_eq(g->words[i], words) && (g->names[i] != NULL) == (heading != NULL))
			return i;
	if (g->nnames == GRID_NAMES)
		return GRID_NAMES - 1;
	g->names[g->nnames] = heading;
	g->words[g->nnames] = words;
	return g->nnames++;
}

/* The first node behind ${n} that begins another cell or line. */
static const struct node *
cell_end(const struct grid *g, const struct node *n)
{
	while (n && !is_heading(n, g->upper) && !(g->lower > 0 && is_heading(n, g->lower)))
		n = n->next;
	return n;
}

static void
add_cell(struct grid *g, const struct node *heading, const struct node *from, const struct node *end)
{
	struct cell *cell;
	size_t name;

	if (heading == NULL && from == end)
		return;
	name = name_of(g, heading);
	if (g->lines == NULL)
		return;
	cell = ARENA_NEW(g->r->arena, struct cell);
	*cell = (struct cell){ heading, from, end, NULL };
	if (g->last[name])
		g->last[name]->more = cell;
	else
		g->lines[g->nlines - 1].cells[name] = cell;
	g->last[name] = cell;
}

static void
add_line(struct grid *g, const struct node *heading)
{
	g->nlines++;
	memset(g->last, 0, sizeof g->last);
	if (g->lines)
		g->lines[g->nlines - 1] = (struct line){ heading, ARENA_ARRAY(g->r->arena, struct cell *, g->nnames) };
}

static void
walk(struct grid *g, const struct node *start)
{
	const struct node *end;

	g->nlines = 0;
	for (const struct node *c = start; c; c = end) {
		end = cell_end(g, c->next);
		if (is_heading(c, g->upper))
			add_line(g, c);
		add_cell(g, is_heading(c, g->upper) ? NULL : c, c->next, end);
	}
}

/* Once for the names, once for what is under them. Returns where the grid begins: what stands before it is text. */
static const struct node *
read_grid(struct grid *g, const struct node *n)
{
	const struct node *start = n->first;

	find_levels(g, n);
	while (start && !is_heading(start, g->upper))
		start = start->next;
	walk(g, start);
	g->lines = ARENA_ARRAY(g->r->arena, struct line, g->nlines);
	walk(g, start);
	return start;
}

/* -- writing -- */

static void
head_cell(struct grid *g, struct buf *b, const struct node *heading, const char *scope)
{
	BUF_LIT(b, "<th");
	if (heading->as.heading.anchor.n > 0) {
		BUF_LIT(b, " id=\"");
		escape_html(b, heading->as.heading.anchor);
		buf_chr(b, '"');
	}
	buf_fmt(b, " scope=\"%s\">", scope);
	html_inlines(g->r, b, heading);
	BUF_LIT(b, "</th>");
}

/* `{rows=2}` on the heading of a cell: it runs on over lines that have nothing there. */
static size_t
run(const struct grid *g, size_t line, size_t name)
{
	const struct cell *c = g->lines[line].cells[name];
	struct str rows = c && c->heading ? attrs_value(c->heading->attrs, "rows") : STR_EMPTY;
	size_t want = rows.n == 1 && rows.p[0] >= '2' && rows.p[0] <= '9' ? (size_t)(rows.p[0] - '0') : 1, n = 1;

	while (n < want && line + n < g->nlines && g->lines[line + n].cells[name] == NULL)
		n++;
	return n;
}

static bool
covered(const struct grid *g, size_t line, size_t name)
{
	for (size_t back = 1; back < 9 && back <= line; back++)
		if (g->lines[line - back].cells[name])
			return run(g, line - back, name) > back;
	return false;
}

/* ${label}: said in the cell itself where the table is a list, on a phone. */
static void
open_cell(struct buf *b, const struct cell *c, struct str label, size_t span, bool across)
{
	BUF_LIT(b, "<td");
	if (c && c->heading && c->heading->as.heading.anchor.n > 0) {
		BUF_LIT(b, " id=\"");
		escape_html(b, c->heading->as.heading.anchor);
		buf_chr(b, '"');
	}
	if (span > 1)
		buf_fmt(b, " %s=\"%zu\"", across ? "colspan" : "rowspan", span);
	BUF_LIT(b, ">");
	if (c && label.n > 0) {
		BUF_LIT(b, "<span class=\"cell-label\">");
		escape_html(b, label);
		BUF_LIT(b, "</span>\n");
	}
}

static void
data_cell(struct grid *g, struct buf *b, size_t line, size_t name, bool turned)
{
	const struct cell *c = g->lines[line].cells[name];
	struct str label = turned ? words_of(g->r, g->lines[line].heading) : g->words[name];

	if (covered(g, line, name))
		return;
	open_cell(b, c, label, run(g, line, name), turned);
	for (; c; c = c->more) {
		if (c->heading && !str_eq(words_of(g->r, c->heading), g->words[name]))
			html_heading(g->r, b, g->r->level + 1, STR_EMPTY, c->heading);
		for (const struct node *n = c->from; n != c->end; n = n->next)
			html_block(g->r, b, n);
	}
	BUF_LIT(b, "</td>\n");
}

/* The column of the row heads has no head: nothing would be said in it. */
static void
write_rows(struct grid *g, struct buf *b)
{
	if (g->lower > 0) {
		BUF_LIT(b, "<thead>\n<tr><td></td>");
		for (size_t i = 0; i < g->nnames; i++) {
			BUF_LIT(b, "<th scope=\"col\">");
			if (g->names[i])
				html_inlines(g->r, b, g->names[i]);
			BUF_LIT(b, "</th>");
		}
		BUF_LIT(b, "</tr>\n</thead>\n");
	}
	BUF_LIT(b, "<tbody>\n");
	for (size_t i = 0; i < g->nlines; i++) {
		BUF_LIT(b, "<tr>");
		head_cell(g, b, g->lines[i].heading, "row");
		buf_chr(b, '\n');
		for (size_t k = 0; k < g->nnames; k++)
			data_cell(g, b, i, k, false);
		BUF_LIT(b, "</tr>\n");
	}
	BUF_LIT(b, "</tbody>\n");
}

static void
write_columns(struct grid *g, struct buf *b)
{
	BUF_LIT(b, "<thead>\n<tr>");
	if (g->lower > 0)
		BUF_LIT(b, "<td></td>");
	for (size_t i = 0; i < g->nlines; i++)
		head_cell(g, b, g->lines[i].heading, "col");
	BUF_LIT(b, "</tr>\n</thead>\n<tbody>\n");
	for (size_t k = 0; k < g->nnames; k++) {
		BUF_LIT(b, "<tr>");
		if (g->lower > 0) {
			BUF_LIT(b, "<th scope=\"row\">");
			if (g->names[k])
				html_inlines(g->r, b, g->names[k]);
			BUF_LIT(b, "</th>");
		}
		buf_chr(b, '\n');
		for (size_t i = 0; i < g->nlines; i++)
			data_cell(g, b, i, k, true);
		BUF_LIT(b, "</tr>\n");
	}
	BUF_LIT(b, "</tbody>\n");
}

void
grid_render(struct render *r, struct buf *b, const struct node *n, struct str caption)
{
	struct grid *g = ARENA_NEW(r->arena, struct grid);
	const struct node *start;

	g->r = r;
	start = read_grid(g, n);
	for (const struct node *c = n->first; c && c != start; c = c->next)
		html_block(r, b, c);
	if (g->nlines == 0)
		return;
	table_scroll(r, b, caption);
	BUF_LIT(b, "<table class=\"grid-table\"");
	html_text(r, b);
	if (caption.n > 0) {
		BUF_LIT(b, " aria-labelledby=\"");
		escape_html(b, caption);
		buf_chr(b, '"');
	}
	BUF_LIT(b, ">\n");
	if (str_is(attrs_value(n->attrs, "by"), "columns"))
		write_columns(g, b);
	else
		write_rows(g, b);
	BUF_LIT(b, "</table>\n</div>\n");
}
