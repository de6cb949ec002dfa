/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "assemble/audience.h"

#include "model/attrs.h"
#include "model/condition.h"
#include "model/node.h"

/* -- directives and roles -- */

static bool
for_readers(const struct node *n, struct str audience)
{
	if (node_is_directive(n, "facilitator"))
		return str_is(audience, "facilitator");
	if (str_is(n->as.directive.name, "only"))
		return condition_holds(attrs_value(n->attrs, "audience"), audience);
	return true;
}

/* ${inlines}: whether words inside a paragraph, heading or cell can be concerned; most pages have none that are. */
static void
prune(struct node *parent, struct str audience, bool inlines)
{
	for (struct node *n = parent->first, *next; n; n = next) {
		bool directive = n->kind == NODE_DIRECTIVE || n->kind == NODE_ROLE;

		next = n->next;
		if (directive && !for_readers(n, audience)) {
			node_remove(n);
			continue;
		}
		if (directive && inlines && n->as.directive.label)
			prune(n->as.directive.label, audience, true);
		if (inlines || node_holds_blocks(n->kind))
			prune(n, audience, inlines);
	}
}

/* -- footnotes -- */

struct notes {
	struct node **v; /* by number - 1 */
	bool *used;
	int *found; /* numbers, in the order they were found; what they refer to is still to be looked at */
	int n, nfound;
};

static void
find_marks(struct notes *notes, const struct node *top)
{
	for (const struct node *i = top; i && notes->nfound < notes->n; i = node_next(i, top)) {
		int k = i->kind == NODE_NOTEREF ? i->as.footnote.number - 1 : -1;

		if (k < 0 || k >= notes->n || notes->used[k])
			continue;
		notes->used[k] = true;
		notes->found[notes->nfound++] = k;
	}
}

static int
greatest_number(const struct node *root)
{
	int n = 0;

	for (const struct node *i = root->first; i; i = i->next)
		if (i->kind == NODE_FOOTNOTE && i->as.footnote.number > n)
			n = i->as.footnote.number;
	return n;
}

/* Notes keep their place and number, since marks go by these; those that nobody will see are emptied. */
static void
empty_unseen(struct arena *a, struct node *root)
{
	struct notes notes = { .n = greatest_number(root) };

	if (notes.n == 0)
		return;
	notes.v = ARENA_ARRAY(a, struct node *, (size_t)notes.n);
	notes.used = ARENA_ARRAY(a, bool, (size_t)notes.n);
	notes.found = ARENA_ARRAY(a, int, (size_t)notes.n);
	for (struct node *i = root->first; i; i = i->next) {
		if (i->kind != NODE_FOOTNOTE)
			find_marks(&notes, i);
		else if (i->as.footnote.number > 0)
			notes.v[i->as.footnote.number - 1] = i;
	}
	for (int i = 0; i < notes.nfound; i++)
		if (notes.v[notes.found[i]])
			find_marks(&notes, notes.v[notes.found[i]]);
	for (int i = 0; i < notes.n; i++)
		while (notes.v[i] && !notes.used[i] && notes.v[i]->first)
			node_remove(notes.v[i]->first);
}

void
audience_prune(struct arena *a, struct body *body, struct str audience)
{
	/* The bytes of a text by messages are its catalogue. */
	prune(body->root, audience, body->text->po || str_has(body->src.bytes, ":only"));
	empty_unseen(a, body->root);
}
