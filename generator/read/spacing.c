/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read/spacing.h"

#include <cmark-gfm.h>
#include <cmark-gfm/node.h>

#include "read/dialect.h"

/* Whether line ${line} of the file is empty but for what stands in front of a quote's lines. */
static bool
blank_line(const struct marks *m, uint32_t line)
{
	struct str s =
	    line > 0 && line <= m->nlines ? str_sub(m->src->bytes, m->lines[line - 1], m->lines[line]) : STR_EMPTY;
	size_t i = 0;

	while (i < s.n && (s.p[i] == ' ' || s.p[i] == '\t' || s.p[i] == '>' || s.p[i] == '\r' || s.p[i] == '\n'))
		i++;
	return i == s.n;
}

/* Whether a blank line follows the last block of ${n}. */
static bool
blank_behind(const struct marks *m, cmark_node *n, uint32_t offset)
{
	while (
	    (cmark_node_get_type(n) == CMARK_NODE_LIST || cmark_node_get_type(n) == CMARK_NODE_ITEM) && n->last_child)
		n = n->last_child;
	if (dialect_fence(n))
		return blank_line(m, (uint32_t)n->start_line + offset + 1);
	return (n->flags & CMARK_NODE__LAST_LINE_BLANK) != 0;
}

/* Blank lines inside a directive are not the item's. */
static bool
tight_item(const struct marks *m, cmark_node *item, uint32_t offset)
{
	size_t open = 0;

	if (item->first_child == NULL)
		return !((item->flags & CMARK_NODE__LAST_LINE_BLANK) && item->next);
	for (cmark_node *n = item->first_child; n; n = n->next) {
		const struct fence *f = dialect_fence(n);

		if (f && f->kind == FENCE_CLOSE)
			open -= open > 0;
		if (f && f->kind == FENCE_OPEN)
			open++;
		else if (open == 0 && (item->next || n->next) && blank_behind(m, n, offset))
			return false;
	}
	return true;
}

bool
spacing_tight(const struct marks *m, struct cmark_node *list, uint32_t offset)
{
	if (list->as.list.tight)
		return true;
	for (cmark_node *item = list->first_child; item; item = item->next)
		if (!tight_item(m, item, offset))
			return false;
	return true;
}
