/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "translate/twin.h"

#include "model/foreign.h"

struct twin {
	struct arena *a;
	const struct segments *segs;
	const struct twin_part *parts;
	const struct node *root; /* of the source */
	size_t next;             /* the message that comes next: the walk meets them in their order */
};

static uint32_t
line_ahead(const struct twin *t)
{
	for (size_t i = t->next; i < t->segs->n && i < t->next + 8; i++)
		if (t->parts[i].line > 0)
			return t->parts[i].line;
	return 0;
}

/* A mark goes by its note's number in the page; read by itself, as messages are, it has another. */
static int
number_of_note(const struct twin *t, struct str label)
{
	for (const struct node *n = t->root->last; n && n->kind == NODE_FOOTNOTE; n = n->prev)
		if (str_eq(n->as.footnote.label, label))
			return n->as.footnote.number;
	return 0;
}

static void copy_children(struct twin *t, struct node *to, const struct node *from);

static struct node *
copy_inline(struct twin *t, const struct node *from, uint32_t line)
{
	struct node *to = node_new(t->a, from->kind, (struct span){ line, 0, 0 });

	to->as = from->as;
	to->attrs = from->attrs;
	if (from->kind == NODE_NOTEREF)
		to->as.footnote.number = number_of_note(t, from->as.footnote.label);
	for (const struct node *c = from->first; c; c = c->next)
		node_append(to, copy_inline(t, c, line));
	return to;
}

/* The words of one message, in ${to}, the twin of its holder. */
static void
fill(struct twin *t, struct node *to, const struct node *from, const struct twin_part *part)
{
	bool bare = t->segs->v[part - t->parts].bare;
	struct node *into = part->lang.n > 0 && !bare ? foreign_words(t->a, to, part->lang) : to;

	for (const struct node *c = (part->words ? part->words : from)->first; c; c = c->next)
		node_append(into, copy_inline(t, c, part->line));
}

static bool
is_next(const struct twin *t, const struct node *holder)
{
	return t->next < t->segs->n && t->segs->v[t->next].holder == holder;
}

/* Below ${parent}, so that its place among blocks is known. */
static struct node *
copy_block(struct twin *t, const struct node *from, struct node *parent)
{
	struct node *to = node_new(t->a, from->kind, (struct span){ line_ahead(t), 0, 0 });

	if (parent)
		node_append(parent, to);
	to->as = from->as;
	to->end = 0;
	to->attrs = from->attrs;
	if (from->kind == NODE_DIRECTIVE && from->as.directive.label) {
		struct node *label = node_new(t->a, NODE_SPAN, to->at);

		label->attrs = from->as.directive.label->attrs;
		if (is_next(t, from->as.directive.label))
			fill(t, label, from->as.directive.label, &t->parts[t->next++]);
		else
			copy_children(t, label, from->as.directive.label);
		to->as.directive.label = label;
	}
	if (is_next(t, from))
		fill(t, to, from, &t->parts[t->next++]);
	else
		copy_children(t, to, from);
	return to;
}

static void
copy_children(struct twin *t, struct node *to, const struct node *from)
{
	for (const struct node *c = from->first; c; c = c->next)
		if (node_is_block(c->kind))
			copy_block(t, c, to);
		else
			node_append(to, copy_inline(t, c, to->at.line));
}

struct node *
twin_make(struct arena *a, const struct node *root, const struct segments *segs, const struct twin_part *parts)
{
	struct twin t = { a, segs, parts, root, 0 };

	while (t.next < segs->n && segs->v[t.next].holder == NULL)
		t.next++;
	return copy_block(&t, root, NULL);
}
