/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "repair/tidy.h"

#include "repair/indent.h"
#include "repair/same.h"
#include "repair/straight.h"

static bool
same(const struct trial *before, const struct trial *after, const struct changes *made)
{
	return same_tree(before->root, after->root, made);
}

/* -- marks -- */

/* The Cyrillic х of a mark that ${line} has at ${at} becomes a Latin one. */
static void
mark(struct arena *a, const struct trial *t, uint32_t number, struct str line, size_t at, struct changes *c)
{
	struct str rest = str_sub(line, at, line.n);

	if (str_starts(rest, "[\xd1\x85]") || str_starts(rest, "[\xd0\xa5]"))
		edits_change(a, c, number, STR("a Latin x in the mark"),
		    (struct edit){ (size_t)(rest.p - t->src.bytes.p) + 1, 2, STR("x") });
}

static void
mark_of_item(struct arena *a, const struct trial *t, const struct node *item, struct changes *c)
{
	struct str line;

	if (item->as.item.mark != MARK_TICKED || !item->first)
		return;
	line = places_line(&t->places, item->first->at.line);
	mark(a, t, item->first->at.line, line, str_find(line, '['), c);
}

static bool
in_feedback(const struct node *n)
{
	return n->kind == NODE_PARAGRAPH && n->parent->kind == NODE_QUOTE && n->parent->parent->kind == NODE_ITEM;
}

static void
marks(struct arena *a, const struct trial *t, struct changes *c)
{
	for (const struct node *n = t->root; n; n = node_next_block(n, t->root)) {
		if (n->kind == NODE_ITEM)
			mark_of_item(a, t, n, c);
		for (uint32_t i = n->at.line; in_feedback(n) && i <= n->end; i++) {
			struct str line = places_line(&t->places, i);

			mark(a, t, i, line, places_prefix(line), c);
		}
	}
}

/* -- blank lines -- */

static bool
on_the_page(const struct node *n)
{
	for (n = n->parent; n; n = n->parent)
		if (n->kind != NODE_DIRECTIVE && n->kind != NODE_DOCUMENT)
			return false;
	return true;
}

/* What other readers of Markdown go on with where a fence stands right behind it. */
static bool
swallows(const struct node *n)
{
	return n && (n->kind == NODE_LIST || n->kind == NODE_TABLE || n->kind == NODE_QUOTE);
}

static void
blank_before(struct arena *a, const struct trial *t, uint32_t line, const char *what, struct changes *c)
{
	if (line <= t->body_line || line > t->places.nlines || str_trim(places_line(&t->places, line - 1)).n == 0 ||
	    str_trim(places_line(&t->places, line)).n == 0)
		return;
	edits_change(a, c, line, str_of(what), (struct edit){ t->places.lines[line - 1], 0, places_eol(&t->places) });
}

static void
blank_lines(struct arena *a, const struct trial *t, struct changes *c)
{
	for (const struct node *n = t->root; n; n = node_next_block(n, t->root)) {
		if (n->kind != NODE_DIRECTIVE || !on_the_page(n) || n->end == 0)
			continue;
		if (swallows(n->prev) || (n->prev && n->prev->kind == NODE_PARAGRAPH))
			blank_before(a, t, n->at.line, "a blank line in front of the fence", c);
		if (swallows(n->last))
			blank_before(a, t, n->end, "a blank line in front of the fence", c);
		if (n->next && n->next->kind != NODE_DIRECTIVE)
			blank_before(a, t, n->end + 1, "a blank line behind the fence", c);
	}
}

/* -- the whole -- */

static void
make(struct arena *a, struct trial *t, struct changes *c, trial_rule *rule, struct changes *made)
{
	trial_make(a, t, c, rule);
	for (size_t i = 0; i < c->n; i++)
		VEC_PUSH(made, c->v[i]);
	VEC_FREE(c);
}

void
tidy_faults(struct arena *a, struct trial *t, struct changes *made)
{
	struct changes c = { 0 };

	straight_find(a, t, &c);
	make(a, t, &c, straight_rule, made);
	indent_find(a, t, &c);
	make(a, t, &c, indent_rule, made);
}

void
tidy_manners(struct arena *a, struct trial *t, struct changes *made)
{
	struct changes c = { 0 };

	marks(a, t, &c);
	blank_lines(a, t, &c);
	make(a, t, &c, same, made);
}
