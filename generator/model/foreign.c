/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/foreign.h"

#include <string.h>

struct attrs *
foreign_attrs(struct arena *a, const struct attrs *attrs, struct str lang)
{
	struct attrs *to = ARENA_NEW(a, struct attrs);
	size_t n = attrs ? attrs->n : 0;

	if (attrs)
		*to = *attrs;
	else
		to->id = STR_EMPTY;
	to->v = ARENA_ARRAY(a, struct attr, n + 1);
	if (n > 0)
		memcpy(to->v, attrs->v, n * sizeof *to->v);
	to->v[n] = (struct attr){ STR("lang"), lang, { 0 } };
	to->n = n + 1;
	return to;
}

/* A paragraph has an element of its own but in a tight list. */
static bool
has_element(const struct node *n)
{
	return n->kind == NODE_PARAGRAPH &&
	    !(n->parent && n->parent->kind == NODE_ITEM && n->parent->parent && n->parent->parent->as.list.tight);
}

struct node *
foreign_words(struct arena *a, struct node *holder, struct str lang)
{
	struct node *span;

	if (has_element(holder)) {
		holder->attrs = foreign_attrs(a, holder->attrs, lang);
		return holder;
	}
	span = node_new(a, NODE_SPAN, holder->at);
	span->attrs = foreign_attrs(a, NULL, lang);
	for (struct node *c = holder->first, *next; c; c = next) {
		next = c->next;
		node_append(span, c);
	}
	node_append(holder, span);
	return span;
}

static bool
holds_words(const struct node *n)
{
	return n->kind == NODE_PARAGRAPH || n->kind == NODE_HEADING || n->kind == NODE_CELL;
}

/* An answer that may be compared with what is typed, or the name of a gap: no markup may stand around it. */
static bool
is_bare(const struct node *n)
{
	if (n->kind != NODE_PARAGRAPH || n->parent == NULL || n->parent->kind != NODE_ITEM)
		return false;
	for (const struct node *in = n->parent; in; in = in->parent)
		if (node_is_directive(in, "question"))
			return str_is(attrs_value(in->attrs, "type"), "text") ||
			    str_is(attrs_value(in->attrs, "type"), "gap");
	return false;
}

void
foreign_mark(struct arena *a, struct node *top, struct str lang)
{
	for (struct node *n = top; n; n = node_next_block(n, top)) {
		if (n->kind == NODE_DIRECTIVE && n->as.directive.label && n->as.directive.label->first)
			foreign_words(a, n->as.directive.label, lang);
		if (holds_words(n) && n->first && !is_bare(n) && attrs_get(n->attrs, "lang") == NULL)
			foreign_words(a, n, lang);
	}
}
