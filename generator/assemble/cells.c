/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "assemble/cells.h"

#include <string.h>

struct node *
cells_nth(const struct node *row, size_t i)
{
	struct node *cell = row->first;

	while (cell && i-- > 0)
		cell = cell->next;
	return cell;
}

bool
cells_empty(const struct node *cell)
{
	for (const struct node *n = cell->first; n; n = n->next)
		if (n->kind != NODE_TEXT || str_trim(n->as.text).n > 0)
			return false;
	return true;
}

static struct str
line_of(const struct source *src, uint32_t number)
{
	struct str rest = src->bytes, line = STR_EMPTY;

	for (uint32_t i = 0; i < number; i++)
		line = str_cut(&rest, '\n');
	return line;
}

/* Behind the bar that a row begins with, or behind what a quote or list put in front of it. */
static size_t
row_begins(struct str line)
{
	size_t i = 0;

	while (i < line.n && strchr(" \t>-", line.p[i]))
		i++;
	return i < line.n && line.p[i] == '|' ? i + 1 : 0;
}

static size_t
cell_ends(struct str line, size_t at)
{
	while (at < line.n && line.p[at] != '|')
		at += line.p[at] == '\\' && at + 1 < line.n ? 2 : 1;
	return at;
}

struct span
cells_at(const struct source *src, const struct node *cell)
{
	struct str line = line_of(src, cell->at.line), words;
	size_t from = row_begins(line), to = cell_ends(line, from);

	for (const struct node *n = cell->prev; n; n = n->prev) {
		from = to + 1;
		if (from >= line.n)
			return cell->at;
		to = cell_ends(line, from);
	}
	words = str_trim(str_sub(line, from, to));
	if (words.n == 0)
		return (struct span){ cell->at.line, (uint32_t)from + 1, 0 };
	return (struct span){ cell->at.line, (uint32_t)(words.p - line.p) + 1, (uint32_t)words.n };
}
