/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "repair/nameable.h"

#include "base/words.h"
#include "model/directive.h"

bool
nameable_needs(const struct node *n)
{
	const struct directive *kind = n->as.directive.kind;

	return kind && (kind->flags & DIRECTIVE_NEEDS_ID);
}

const struct node *
nameable_owner(const struct node *n)
{
	const struct node *owner = NULL;

	for (n = n->parent; n; n = n->parent)
		if (n->kind == NODE_DIRECTIVE && n->as.directive.kind &&
		    (n->as.directive.kind->flags & DIRECTIVE_OWN_IDS))
			owner = n;
	return owner;
}

static bool
ticked_by_readers(const struct node *n)
{
	return node_is_directive(n, "indicators") || node_is_directive(n, "checklist");
}

void
nameable_directives(struct node *root, struct nameable *out)
{
	for (struct node *n = root->first; n; n = n->next) {
		if (n->kind == NODE_DIRECTIVE && n->as.directive.unclosed)
			continue;
		if (n->kind == NODE_DIRECTIVE && (nameable_needs(n) || ticked_by_readers(n)))
			VEC_PUSH(out, n);
		if (node_is_block(n->kind))
			nameable_directives(n, out);
	}
}

/* -- parts -- */

static bool
has_mark(const struct node *item)
{
	return item->as.item.mark == MARK_EMPTY || item->as.item.mark == MARK_TICKED;
}

/* The last list or table of a question. */
static struct node *
answers(const struct node *question)
{
	for (struct node *n = question->last; n; n = n->prev)
		if (n->kind == NODE_LIST || n->kind == NODE_TABLE)
			return n;
	return NULL;
}

static void
items(struct node *list, struct nameable *out)
{
	for (struct node *item = list->first; item; item = item->next)
		VEC_PUSH(out, item);
}

/* Groups and, nested in them, what belongs there. The group of what belongs nowhere is none that one answers with. */
static void
groups(struct node *list, struct nameable *out)
{
	for (struct node *item = list->first; item; item = item->next) {
		if (!attrs_class(item->attrs, "nowhere"))
			VEC_PUSH(out, item);
		for (struct node *n = item->first; n; n = n->next)
			if (n->kind == NODE_LIST)
				items(n, out);
	}
}

/* The first cell of each row but the head's: an empty one is no entry. */
static void
rows(struct node *table, struct nameable *out)
{
	for (struct node *row = table->first->next; row; row = row->next)
		if (row->first && row->first->first)
			VEC_PUSH(out, row->first);
}

static void
columns(struct node *table, struct nameable *out)
{
	for (struct node *cell = table->first->first ? table->first->first->next : NULL; cell; cell = cell->next)
		if (cell->first && !attrs_class(cell->attrs, "feedback"))
			VEC_PUSH(out, cell);
}

static void
parts_of_question(struct node *list, struct str type, struct nameable *out)
{
	if (list->kind == NODE_LIST) {
		if (words_has(STR("single multiple hotspot survey order"), type))
			items(list, out);
		else if (str_is(type, "sort"))
			groups(list, out);
		return;
	}
	if (words_has(STR("matrix survey"), type))
		columns(list, out);
	if (words_has(STR("matrix survey match"), type))
		rows(list, out);
}

/* Signs and things to do, wherever they stand; not what a reader is told afterwards. */
static void
signs(struct node *parent, struct nameable *out)
{
	for (struct node *n = parent->first; n; n = n->next) {
		if (node_is_directive(n, "band"))
			continue;
		if (n->kind == NODE_LIST && n->first && n->first->as.item.mark != MARK_NONE) {
			for (struct node *item = n->first; item; item = item->next)
				if (has_mark(item))
					VEC_PUSH(out, item);
		} else if (node_is_block(n->kind)) {
			signs(n, out);
		}
	}
}

void
nameable_parts(struct node *n, struct str type, struct nameable *out)
{
	struct node *list = node_is_directive(n, "question") && type.n > 0 ? answers(n) : NULL;

	if (list)
		parts_of_question(list, type, out);
	else if (ticked_by_readers(n))
		signs(n, out);
}

/* -- words -- */

const char *
nameable_kind(const struct node *n)
{
	if (n->kind == NODE_DIRECTIVE)
		return n->as.directive.kind ? n->as.directive.kind->name : "part";
	if (n->kind == NODE_CELL)
		return n->parent->prev ? "row" : "column";
	return n->as.item.mark == MARK_NONE ? "item" : "option";
}

void
nameable_words(struct buf *b, const struct node *n)
{
	const struct node *from = n;

	if (n->kind == NODE_DIRECTIVE && n->as.directive.label && n->as.directive.label->first)
		from = n->as.directive.label;
	else if (n->kind == NODE_DIRECTIVE || n->kind == NODE_ITEM)
		for (from = n->first; from && from->kind != NODE_PARAGRAPH && from->kind != NODE_HEADING;)
			from = from->next;
	if (from)
		node_plain(b, from);
}
