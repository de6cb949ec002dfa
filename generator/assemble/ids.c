/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "assemble/ids.h"

#include <stdlib.h>
#include <string.h>

#include "base/map.h"
#include "base/slug.h"
#include "base/vec.h"
#include "model/directive.h"
#include "model/scenario.h"

struct assigner {
	struct arena *a;
	struct body *body;
	const struct body *source;
	struct diags *d;
	struct map page;  /* id → struct node * */
	struct map slugs; /* slug → unsigned *: the number that its next double gets */
	struct ids_headings VEC_OF(struct node *) headings;
	struct ids_anchors VEC_OF(struct anchor) anchors;
};

static enum anchor_kind
kind_of(const struct node *n)
{
	const struct directive *kind = n->kind == NODE_DIRECTIVE ? n->as.directive.kind : NULL;

	if (n->kind == NODE_HEADING)
		return ANCHOR_HEADING;
	if (kind && str_is(n->as.directive.name, "definition"))
		return ANCHOR_DEFINITION;
	return kind && (kind->flags & DIRECTIVE_COURSE_ID) ? ANCHOR_COURSE : ANCHOR_PLAIN;
}

static void
tell_twice(struct assigner *s, struct str id, const struct node *n, const struct node *first)
{
	struct span at = n->attrs ? n->attrs->at : n->at;
	struct diag *g = diag_add(s->d, DIAG_ID_DUPLICATE, &s->body->src, at, "`#%.*s`", STR_ARG(id));

	diag_note(s->d, g, "it is also in line %u", first->attrs ? first->attrs->at.line : first->at.line);
}

static void
add(struct assigner *s, struct str id, struct node *n)
{
	struct node *first = map_add(&s->page, id, n);
	struct anchor anchor = { id, kind_of(n), n->attrs ? n->attrs->at : n->at };

	if (first)
		tell_twice(s, id, n, first);
	else
		VEC_PUSH(&s->anchors, anchor);
}

static bool
has_own(const struct node *n)
{
	const struct directive *kind = n->kind == NODE_DIRECTIVE ? n->as.directive.kind : NULL;

	return kind && (kind->flags & DIRECTIVE_OWN_IDS);
}

/* Ids inside a directive that has its own: unique in it, and no anchors of the page. */
static void
check_own(struct assigner *s, struct node *top)
{
	struct map own = MAP_INIT;

	for (struct node *n = node_next(top, top); n; n = node_next(n, top)) {
		struct str id = attrs_id(n->attrs);
		struct node *first = id.n > 0 ? map_add(&own, id, n) : NULL;

		if (first)
			tell_twice(s, id, n, first);
	}
	map_free(&own);
}

static void
add_place(struct assigner *s, struct str id, struct node *n)
{
	struct node *first = map_add(&s->page, id, n);

	if (first)
		tell_twice(s, id, n, first);
	else
		VEC_PUSH(&s->anchors, ((struct anchor){ id, ANCHOR_PLAIN, n->at }));
}

/* Steps, endings and what follows from choices are places of the page, too. Steps with the same id were told. */
static void
add_places(struct assigner *s, const struct node *top)
{
	const struct scenario *scenario = node_is_directive(top, "scenario") ? top->as.directive.block : NULL;

	for (size_t i = 0; scenario && i < scenario->nplaces; i++) {
		const struct place *p = &scenario->places[i];

		if (scenario_place(scenario, p->id) != p)
			continue;
		add_place(s, scenario_anchor(s->a, scenario, p), p->node);
		for (size_t k = 0; k < p->nturns; k++)
			if (p->turns[k].told)
				add_place(s, scenario_turn_anchor(s->a, scenario, p, k), p->turns[k].item);
	}
}

static void
need_id(struct assigner *s, const struct node *n)
{
	const struct directive *kind = n->as.directive.kind;

	if (kind == NULL || !(kind->flags & DIRECTIVE_NEEDS_ID) || attrs_id(n->attrs).n > 0)
		return;
	diag_note(s->d, diag_add(s->d, DIAG_ID_MISSING, &s->body->src, n->at, "on this `%s`", kind->name),
	    "write `{#a-name}` behind its label, or let `pensum fmt --ids` do it");
}

/* Ids in order; page headings are collected, their slugs come last, since written ids have the first choice. */
static void
walk(struct assigner *s, struct node *parent, bool outlined)
{
	bool owner =
	    has_own(parent); /* it is not closed: what stands behind it is the page's, its own ids are left alone */

	for (struct node *n = parent->first; n; n = n->next) {
		const struct directive *kind = n->kind == NODE_DIRECTIVE ? n->as.directive.kind : NULL;
		struct str id = attrs_id(n->attrs);

		if (n->kind == NODE_TEXT)
			continue; /* what most of a tree is, and has nothing */
		if (owner && n->kind != NODE_DIRECTIVE && n->kind != NODE_HEADING)
			continue;
		if (id.n > 0)
			add(s, id, n);
		if (n->kind == NODE_HEADING) {
			n->as.heading.anchor = id;
			if (outlined)
				VEC_PUSH(&s->headings, n);
		}
		if (n->kind == NODE_DIRECTIVE)
			need_id(s, n);
		if (has_own(n) && !n->as.directive.unclosed) {
			check_own(s, n);
			add_places(s, n);
		} else {
			walk(s, n,
			    outlined && !(kind && (kind->flags & DIRECTIVE_NO_OUTLINE) && !n->as.directive.unclosed) &&
				n->kind != NODE_QUOTE);
		}
	}
}

static struct str
heading_slug(struct assigner *s, const struct node *heading)
{
	struct buf words = BUF_INIT;
	struct str slug, lang = s->body->text->lang;

	node_plain(&words, heading);
	slug = slug_of(s->a, buf_view(&words), lang);
	buf_free(&words);
	return slug.n > 0 ? slug : STR("section");
}

/* `part`, `part-2`, `part-3`: the first that is free. */
static struct str
free_slug(struct assigner *s, struct str slug)
{
	struct str id = slug;
	unsigned *next = map_get(&s->slugs, slug);

	if (next == NULL) {
		next = ARENA_NEW(s->a, unsigned);
		*next = 2;
		map_put(&s->slugs, slug, next);
	}
	while (map_get(&s->page, id))
		id = arena_fmt(s->a, "%.*s-%u", STR_ARG(slug), (*next)++);
	return id;
}

static void
name_headings(struct assigner *s)
{
	const struct body *source = s->source && s->source->nheadings == s->headings.n ? s->source : NULL;

	for (size_t i = 0; i < s->headings.n; i++) {
		struct node *n = s->headings.v[i];
		struct str id;

		if (n->as.heading.anchor.n > 0)
			continue;
		id = source ? source->headings[i]->as.heading.anchor : heading_slug(s, n);
		n->as.heading.anchor = free_slug(s, id);
		add(s, n->as.heading.anchor, n);
	}
}

static int
by_id(const void *a, const void *b)
{
	const struct anchor *x = a, *y = b;

	return str_cmp(x->id, y->id);
}

static void
keep_anchors(struct assigner *s, struct arena *keep)
{
	struct harvest *h = s->body->harvest;

	h->anchors = ARENA_ARRAY(keep, struct anchor, s->anchors.n);
	h->nanchors = s->anchors.n;
	if (h->nanchors == 0)
		return;
	memcpy(h->anchors, s->anchors.v, h->nanchors * sizeof *h->anchors);
	qsort(h->anchors, h->nanchors, sizeof *h->anchors, by_id);
}

void
ids_assign(struct arena *a, struct body *body, const struct body *source, struct arena *keep, struct diags *d)
{
	struct assigner s = { .a = a, .body = body, .source = source, .d = d };

	walk(&s, body->root, true);
	name_headings(&s);
	body->headings = ARENA_ARRAY(a, struct node *, s.headings.n);
	body->nheadings = s.headings.n;
	if (s.headings.n > 0)
		memcpy(body->headings, s.headings.v, s.headings.n * sizeof *body->headings);
	keep_anchors(&s, keep);
	VEC_FREE(&s.headings);
	VEC_FREE(&s.anchors);
	map_free(&s.page);
	map_free(&s.slugs);
}
