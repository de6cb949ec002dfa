/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "repair/same.h"

#include <string.h>

#include "base/map.h"

/* -- texts -- */

/* The bytes of a mark at ${at}, where it is one with an x of some alphabet; else 0. */
static size_t
mark_at(struct str s, size_t at)
{
	static const char *const marks[] = { "[x]", "[\xd1\x85]", "[\xd0\xa5]" };

	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
		if (str_starts(str_sub(s, at, s.n), marks[i]))
			return strlen(marks[i]);
	return 0;
}

static bool
same_text(struct str x, struct str y)
{
	size_t i = 0, k = 0;

	while (i < x.n && k < y.n) {
		size_t a = mark_at(x, i), b = mark_at(y, k);

		if ((a == 0) != (b == 0) || (a == 0 && x.p[i] != y.p[k]))
			return false;
		i += a > 0 ? a : 1;
		k += b > 0 ? b : 1;
	}
	return i == x.n && k == y.n;
}

/* -- attributes -- */

static bool
same_attrs(const struct attrs *x, const struct attrs *y)
{
	size_t nx = x ? x->n : 0, ny = y ? y->n : 0, cx = x ? x->nclasses : 0, cy = y ? y->nclasses : 0;

	if (nx != ny || cx != cy || (x && x->broken) != (y && y->broken))
		return false;
	for (size_t i = 0; i < cx; i++)
		if (!str_eq(x->classes[i], y->classes[i]))
			return false;
	for (size_t i = 0; i < nx; i++)
		if (!str_eq(x->v[i].key, y->v[i].key) || !str_eq(x->v[i].value, y->v[i].value))
			return false;
	return true;
}

/* -- nodes -- */

static bool
same_table(const struct node *x, const struct node *y)
{
	if (x->as.table.columns != y->as.table.columns)
		return false;
	for (int i = 0; i < x->as.table.columns; i++)
		if (x->as.table.align[i] != y->as.table.align[i])
			return false;
	return true;
}

static bool
same_payload(const struct node *x, const struct node *y)
{
	switch (x->kind) {
	case NODE_HEADING: return x->as.heading.level == y->as.heading.level;
	case NODE_LIST:
		return x->as.list.ordered == y->as.list.ordered && x->as.list.tight == y->as.list.tight &&
		    x->as.list.start == y->as.list.start;
	case NODE_ITEM: return x->as.item.mark == y->as.item.mark;
	case NODE_CODE: return str_eq(x->as.code.info, y->as.code.info) && str_eq(x->as.code.text, y->as.code.text);
	case NODE_TABLE: return same_table(x, y);
	case NODE_FOOTNOTE:
	case NODE_NOTEREF: return x->as.footnote.number == y->as.footnote.number;
	case NODE_DIRECTIVE:
	case NODE_ROLE:
		return str_eq(x->as.directive.name, y->as.directive.name) &&
		    x->as.directive.leaf == y->as.directive.leaf &&
		    x->as.directive.unclosed == y->as.directive.unclosed;
	case NODE_HTML:
	case NODE_CODESPAN:
	case NODE_RAW:
	case NODE_GAP: return str_eq(x->as.text, y->as.text);
	case NODE_TEXT: return same_text(x->as.text, y->as.text);
	case NODE_LINK:
	case NODE_IMAGE: return str_eq(x->as.link.url, y->as.link.url) && str_eq(x->as.link.title, y->as.link.title);
	default: return true;
	}
}

/* Nodes by their address: the key is its bytes. */
static struct str
key_of(const struct node *const *n)
{
	return (struct str){ (const char *)n, sizeof *n };
}

static bool
same_node(const struct node *x, const struct node *y, const struct map *given)
{
	const struct change *gift = map_get(given, key_of(&x));
	const struct node *i, *k;

	if (x->kind != y->kind || !str_eq(gift ? gift->id : attrs_id(x->attrs), attrs_id(y->attrs)) ||
	    !same_attrs(x->attrs, y->attrs) || !same_payload(x, y))
		return false;
	if (x->kind == NODE_DIRECTIVE) {
		const struct node *ours = x->as.directive.label, *theirs = y->as.directive.label;

		if (!ours != !theirs || (ours && !same_node(ours, theirs, given)))
			return false;
	}
	for (i = x->first, k = y->first; i && k; i = i->next, k = k->next)
		if (!same_node(i, k, given))
			return false;
	return !i && !k;
}

bool
same_tree(const struct node *before, const struct node *after, const struct changes *given)
{
	struct map nodes = MAP_INIT;
	bool same;

	for (size_t i = 0; i < given->n; i++)
		if (given->v[i].node)
			map_put(&nodes, key_of(&given->v[i].node), &given->v[i]);
	same = same_node(before, after, &nodes);
	map_free(&nodes);
	return same;
}
