/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "translate/patching.h"

#include "base/map.h"
#include "model/foreign.h"
#include "translate/parity.h"
#include "translate/staleness.h"

struct patch {
	struct arena *a;
	struct body *body;
	const struct body *source;
	const struct blocks *blocks;
	struct diags *d;
	struct map ours; /* id → directive or heading of the translation */
	struct node
	    *after; /* the block on the top level that what comes next in the source stands behind; NULL: the first */
};

/* The next directive or heading of ${top} from ${n} on. */
static struct node *
next_head(struct node *n, const struct node *top)
{
	while (n && n->kind != NODE_DIRECTIVE && n->kind != NODE_HEADING)
		n = node_next_block(n, top);
	return n;
}

/* Whether both have the same directives and headings in the same order: then those of the translation need no ids. */
static bool
aligned(const struct patch *p)
{
	struct node *a = next_head(p->body->root, p->body->root), *b = next_head(p->source->root, p->source->root);

	while (a && b) {
		if (a->kind != b->kind ||
		    (a->kind == NODE_DIRECTIVE && !str_eq(a->as.directive.name, b->as.directive.name)))
			return false;
		a = next_head(node_next_block(a, p->body->root), p->body->root);
		b = next_head(node_next_block(b, p->source->root), p->source->root);
	}
	return a == NULL && b == NULL;
}

static void
index_ids(struct patch *p)
{
	bool same = aligned(p);
	struct node *b = next_head(p->source->root, p->source->root);

	for (struct node *n = p->body->root; (n = next_head(n, p->body->root)) != NULL;
	     n = node_next_block(n, p->body->root)) {
		struct str id = attrs_id(n->attrs);

		if (id.n == 0 && same)
			id = attrs_id(b->attrs);
		if (id.n > 0)
			map_add(&p->ours, id, n);
		b = same ? next_head(node_next_block(b, p->source->root), p->source->root) : b;
	}
}

static const struct block *
block_of(const struct patch *p, struct str key)
{
	for (size_t i = 0; i < p->blocks->n; i++)
		if (str_eq(p->blocks->v[i].key, key))
			return &p->blocks->v[i];
	return NULL;
}

static enum staleness
state_of(const struct patch *p, struct str key)
{
	const struct block *b = block_of(p, key);

	return b ? staleness_of(p->body->text, b) : STALENESS_UNKNOWN;
}

/* -- what stands in -- */

/* Marks of notes go: the notes of the source are not on the page. */
static void
drop_marks(struct node *top)
{
	for (struct node *n = top, *next; n; n = next) {
		next = node_next(n, top);
		if (n->kind == NODE_NOTEREF)
			node_remove(n);
	}
}

static struct node *
copy_of(struct patch *p, const struct node *n)
{
	struct node *copy = node_copy(p->a, n);

	drop_marks(copy);
	foreign_mark(p->a, copy, p->source->text->lang);
	for (struct node *c = copy; c; c = node_next(c, copy)) /* the lines are those of another file */
		c->at = (struct span){ 0 };
	return copy;
}

static void
place_behind(struct patch *p, struct node *n)
{
	struct node *root = p->body->root;

	if (p->after)
		node_insert_after(p->after, n);
	else if (root->first)
		node_insert_before(root->first, n);
	else
		node_append(root, n);
	p->after = n;
}

static void
tell_missing(struct patch *p, const struct node *n)
{
	diag_note(p->d,
	    diag_add(p->d, DIAG_TRANSLATION_DIFFERS, &p->body->src, (struct span){ 0 }, "`#%.*s` is missing",
		STR_ARG(attrs_id(n->attrs))),
	    "in the source it is in line %u", n->attrs->at.line);
}

/* Whether ${n} is a part of the page for itself: a heading, or a directive with an id. */
static bool
is_part(const struct node *n)
{
	return n->kind == NODE_HEADING || (n->kind == NODE_DIRECTIVE && attrs_id(n->attrs).n > 0);
}

/* The part that begins with ${n}, which the translation has not: the heading and what is under it, or the directive. */
static void
insert_part(struct patch *p, const struct node *n)
{
	if (state_of(p, attrs_id(n->attrs)) != STALENESS_NEW)
		tell_missing(p, n);
	place_behind(p, copy_of(p, n));
	for (const struct node *c = n->next; n->kind == NODE_HEADING && c && !is_part(c) && c->kind != NODE_FOOTNOTE;
	     c = c->next)
		place_behind(p, copy_of(p, c));
}

static struct node *
top_level(const struct patch *p, struct node *n)
{
	while (n->parent && n->parent != p->body->root)
		n = n->parent;
	return n;
}

/* What the translation has by that id, and still has: what it stood in may have been replaced as a whole. */
static struct node *
ours_of(const struct patch *p, struct str id)
{
	struct node *n = id.n > 0 ? map_get(&p->ours, id) : NULL;

	return n && top_level(p, n)->parent ? n : NULL;
}

static void
replace(struct patch *p, struct node *n, const struct node *source)
{
	struct node *copy = copy_of(p, source);

	node_insert_after(n, copy);
	node_remove(n);
	map_put(&p->ours, attrs_id(source->attrs), copy);
	if (p->after == n)
		p->after = copy;
}

/* Behind ${n} and what else belongs to its part. */
static void
go_behind(struct patch *p, struct node *n)
{
	p->after = top_level(p, n);
	while (n->kind == NODE_HEADING && p->after->next && !is_part(p->after->next) &&
	    p->after->next->kind != NODE_FOOTNOTE)
		p->after = p->after->next;
}

/* A question inside another directive is out of date by the block it stands in. */
static void
replace_stale(struct patch *p, const struct node *top, struct str key)
{
	if (state_of(p, key) != STALENESS_CHANGED)
		return;
	for (const struct node *n = top; n; n = node_next_block(n, top)) {
		struct node *ours = node_is_directive(n, "question") ? ours_of(p, attrs_id(n->attrs)) : NULL;

		if (ours)
			replace(p, ours, n);
	}
}

/* Where the source has changed since, its links may well be others. */
static bool
up_to_date(const struct text *t)
{
	return t->coverage == NULL || (t->coverage->nstale == 0 && t->coverage->done == t->coverage->messages);
}

static void
check_links(struct patch *p)
{
	const struct text *t = p->body->text;
	struct parity parity = parity_pages(p->a, p->source->root, p->body->root, t->lang);

	if (parity.lost.n > 0)
		diag_note(p->d,
		    diag_add(p->d, DIAG_TRANSLATION_LINKS, &p->body->src, (struct span){ 0 },
			"%.*s of the source is missing", STR_ARG(parity.lost)),
		    "take it over as it is");
	if (parity.added.n > 0)
		diag_note(p->d,
		    diag_add(p->d, DIAG_TRANSLATION_LINKS, &p->body->src, (struct span){ 0 },
			"%.*s is not in the source", STR_ARG(parity.added)),
		    "take it out, or write it in the source, too");
}

void
patching_apply(
    struct arena *a, struct body *body, const struct body *source, const struct blocks *blocks, struct diags *d)
{
	struct patch p = { .a = a, .body = body, .source = source, .blocks = blocks, .d = d };

	if (up_to_date(body->text))
		check_links(&p);
	index_ids(&p);
	for (const struct node *n = source->root->first; n; n = n->next) {
		struct str id = attrs_id(n->attrs);
		struct node *ours = is_part(n) ? ours_of(&p, id) : NULL;

		if (!is_part(n) || id.n == 0)
			continue;
		if (ours == NULL) {
			insert_part(&p, n);
			continue;
		}
		go_behind(&p, ours);
		if (n->kind == NODE_DIRECTIVE)
			replace_stale(&p, n, id);
	}
	map_free(&p.ours);
}
