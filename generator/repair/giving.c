/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "repair/giving.h"

#include "repair/nameable.h"
#include "repair/same.h"
#include "base/slug.h"
#include "base/words.h"
#include "model/directive.h"

/* As long as a word or five. */
enum { ID_LONGEST = 40 };

struct giver {
	struct arena *a, *kept; /* ${kept}: of new ids */
	const struct trial *t;
	struct str lang;
	struct map *page, *course;
	const struct node *owner; /* the ids inside it are those of ${own} */
	struct map own;
	struct changes *out;
	struct lefts *lefts;
};

static void
leave(struct giver *g, const struct node *n, const char *fmt, const char *what)
{
	struct left left = { n->at, arena_fmt(g->a, fmt, what) };

	VEC_PUSH(g->lefts, left);
}

static struct str
type_of(const struct node *n)
{
	return attrs_value(n->attrs, "type");
}

/* -- taken ids -- */

void
giving_taken(const struct node *root, struct map *page)
{
	for (const struct node *n = root; n; n = node_next(n, root))
		if (attrs_id(n->attrs).n > 0 && nameable_owner(n) == NULL)
			map_add(page, attrs_id(n->attrs), page);
}

static void
enter(struct giver *g, const struct node *owner)
{
	if (g->owner == owner)
		return;
	map_free(&g->own);
	g->owner = owner;
	for (const struct node *n = owner; n; n = node_next(n, owner))
		if (n != owner && attrs_id(n->attrs).n > 0)
			map_add(&g->own, attrs_id(n->attrs), g);
	for (size_t i = 0; i < g->out->n; i++)
		if (nameable_owner(g->out->v[i].node) == owner)
			map_add(&g->own, g->out->v[i].id, g);
}

static bool
of_course(const struct node *n)
{
	return n->kind == NODE_DIRECTIVE && n->as.directive.kind && (n->as.directive.kind->flags & DIRECTIVE_COURSE_ID);
}

static bool
taken(struct giver *g, const struct node *n, struct str id)
{
	return map_get(g->owner ? &g->own : g->page, id) || (of_course(n) && map_get(g->course, id));
}

static void
take(struct giver *g, const struct node *n, struct str id)
{
	map_add(g->owner ? &g->own : g->page, id, g->page);
	if (of_course(n))
		map_add(g->course, id, g->page);
}

/* -- new ids -- */

/* No more than some words; a number alone would be taken for a position. */
static struct str
shorten(struct giver *g, const struct node *n, struct str slug)
{
	struct str cut = str_sub(slug, 0, ID_LONGEST);
	bool digits = true;

	if (slug.n > cut.n && slug.p[cut.n] != '-' && str_rfind(cut, '-') < cut.n)
		cut.n = str_rfind(cut, '-');
	for (size_t i = 0; i < cut.n; i++)
		digits &= cut.p[i] >= '0' && cut.p[i] <= '9';
	if (cut.n == 0)
		return str_of(nameable_kind(n));
	return digits ? arena_fmt(g->a, "%s-%.*s", nameable_kind(n), STR_ARG(cut)) : cut;
}

static struct str
new_id(struct giver *g, const struct node *n)
{
	struct buf words = BUF_INIT;
	struct str base, id;
	unsigned next = 2;

	nameable_words(&words, n);
	base = id = shorten(g, n, slug_of(g->a, buf_view(&words), g->lang));
	buf_free(&words);
	while (taken(g, n, id))
		id = arena_fmt(g->a, "%.*s-%u", STR_ARG(base), next++);
	return arena_str(g->kept, id);
}

/* Gives ${n} the id ${id}, if there is a place for it in the text. */
static void
give(struct giver *g, const struct node *n, struct str id)
{
	struct edit edit;
	struct change *c;

	if (!places_id(g->a, &g->t->places, n, id, &edit)) {
		leave(g, n, "there is no place for an id on this %s", nameable_kind(n));
		return;
	}
	take(g, n, id);
	c = edits_change(g->a, g->out, n->at.line, arena_fmt(g->a, "{#%.*s}", STR_ARG(id)), edit);
	c->node = n;
	c->id = id;
}

/* Where a list of options has no marks, the build complains: it may be no list of options. */
static bool
meant(const struct node *question, const struct nameable *parts)
{
	if (!words_has(STR("single multiple hotspot survey"), type_of(question)))
		return true;
	for (size_t i = 0; i < parts->n; i++)
		if (parts->v[i]->as.item.mark != MARK_NONE)
			return true;
	return false;
}

void
giving_new(struct arena *a, struct arena *kept, const struct trial *t, struct str lang, struct map *page,
    struct map *course, struct changes *out, struct lefts *lefts)
{
	struct giver g = { a, kept, t, lang, page, course, NULL, MAP_INIT, out, lefts };
	struct nameable all = { 0 };

	nameable_directives(t->root, &all);
	for (size_t i = 0; i < all.n; i++) {
		struct node *n = all.v[i];
		struct nameable parts = { 0 };

		enter(&g, nameable_owner(n));
		if (nameable_needs(n) && attrs_id(n->attrs).n == 0)
			give(&g, n, new_id(&g, n));
		nameable_parts(n, type_of(n), &parts);
		for (size_t k = 0; k < parts.n && meant(n, &parts); k++) {
			enter(&g, nameable_owner(parts.v[k]));
			if (attrs_id(parts.v[k]->attrs).n == 0)
				give(&g, parts.v[k], new_id(&g, parts.v[k]));
		}
		VEC_FREE(&parts);
	}
	VEC_FREE(&all);
	map_free(&g.own);
}

/* -- ids of the source -- */

static bool
same_name(const struct node *x, const struct node *y)
{
	return x->kind == y->kind && (x->kind != NODE_DIRECTIVE || str_eq(x->as.directive.name, y->as.directive.name));
}

/* Whether the parts of both lists are the same by their position: as many, of the same kind, and no id says otherwise. */
static bool
aligned(const struct nameable *ours, const struct nameable *theirs)
{
	if (ours->n != theirs->n)
		return false;
	for (size_t i = 0; i < ours->n; i++) {
		struct str id = attrs_id(ours->v[i]->attrs);

		if (!same_name(ours->v[i], theirs->v[i]) || (id.n > 0 && !str_eq(id, attrs_id(theirs->v[i]->attrs))))
			return false;
	}
	return true;
}

static struct node *
by_id(const struct nameable *all, const struct node *n)
{
	struct str id = attrs_id(n->attrs);

	for (size_t i = 0; i < all->n && id.n > 0; i++)
		if (same_name(all->v[i], n) && str_eq(attrs_id(all->v[i]->attrs), id))
			return all->v[i];
	return NULL;
}

static void
copy_id(struct giver *g, const struct node *n, const struct node *from)
{
	struct str id = attrs_id(from->attrs);

	enter(g, nameable_owner(n));
	if (attrs_id(n->attrs).n > 0)
		return;
	if (id.n == 0)
		leave(g, n, "this %s has no id in the source either: it is made there first", nameable_kind(n));
	else if (map_get(g->owner ? &g->own : g->page, id))
		leave(g, n, "the id that this %s has in the source is something else's here", nameable_kind(n));
	else
		give(g, n, id);
}

static bool
complete(const struct nameable *parts)
{
	for (size_t i = 0; i < parts->n; i++)
		if (attrs_id(parts->v[i]->attrs).n == 0)
			return false;
	return true;
}

static void
copy_parts(struct giver *g, struct node *n, struct node *from)
{
	struct nameable ours = { 0 }, theirs = { 0 };

	nameable_parts(n, type_of(from), &ours);
	nameable_parts(from, type_of(from), &theirs);
	if (!complete(&ours) && !aligned(&ours, &theirs))
		leave(g, n, "the parts of this %s are not those of the source, one by one: write their ids yourself",
		    nameable_kind(n));
	else if (!complete(&ours))
		for (size_t i = 0; i < ours.n; i++)
			copy_id(g, ours.v[i], theirs.v[i]);
	VEC_FREE(&ours);
	VEC_FREE(&theirs);
}

void
giving_copied(
    struct arena *a, const struct trial *t, const struct trial *source, struct changes *out, struct lefts *lefts)
{
	struct map page = MAP_INIT, course = MAP_INIT;
	struct giver g = { a, a, t, STR_EMPTY, &page, &course, NULL, MAP_INIT, out, lefts };
	struct nameable ours = { 0 }, theirs = { 0 };
	bool both;

	giving_taken(t->root, &page);
	nameable_directives(t->root, &ours);
	nameable_directives(source->root, &theirs);
	both = aligned(&ours, &theirs);
	for (size_t i = 0; i < ours.n; i++) {
		struct node *n = ours.v[i], *from = both ? theirs.v[i] : by_id(&theirs, n);

		if (from && nameable_needs(n))
			copy_id(&g, n, from);
		if (from)
			copy_parts(&g, n, from);
		else if (nameable_needs(n) && attrs_id(n->attrs).n == 0)
			leave(&g, n,
			    "which %s of the source this is cannot be told by its place: write its id yourself",
			    nameable_kind(n));
	}
	VEC_FREE(&ours);
	VEC_FREE(&theirs);
	map_free(&g.own);
	map_free(&page);
	map_free(&course);
}

bool
giving_rule(const struct trial *before, const struct trial *after, const struct changes *made)
{
	return same_tree(before->root, after->root, made);
}
