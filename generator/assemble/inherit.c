/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "assemble/inherit.h"

#include <string.h>

#include "base/map.h"
#include "base/vec.h"
#include "model/directive.h"

/* A translation has these of its own: `sort=`, words, and the language of a part. */
static const char *const own_keys[] = { "sort", "alt", "title", "lang" };

struct block_list VEC_OF(struct node *);

void
inherit_skeleton(struct arena *a, struct body *body)
{
	struct block_list all = { 0 };

	for (struct node *n = body->root; n; n = node_next_block(n, body->root))
		if (n->kind == NODE_DIRECTIVE || n->kind == NODE_ITEM || n->kind == NODE_HEADING)
			VEC_PUSH(&all, n);
	body->skeleton = ARENA_ARRAY(a, struct node *, all.n);
	body->nskeleton = all.n;
	if (all.n > 0)
		memcpy(body->skeleton, all.v, all.n * sizeof *all.v);
	VEC_FREE(&all);
}

/* Whether ${ours} may be ${theirs} in another language, both standing at the same place. An id that is written must agree. */
static bool
agrees(const struct node *ours, const struct node *theirs)
{
	if (ours->kind != theirs->kind)
		return false;
	if (attrs_id(ours->attrs).n > 0 && !str_eq(attrs_id(ours->attrs), attrs_id(theirs->attrs)))
		return false;
	return ours->kind != NODE_DIRECTIVE || str_eq(ours->as.directive.name, theirs->as.directive.name);
}

/* The directive that the ids in it are unique in; NULL: the page. */
static const struct node *
owner_of(const struct node *n)
{
	for (n = n->parent; n; n = n->parent)
		if (n->kind == NODE_DIRECTIVE && n->as.directive.kind &&
		    (n->as.directive.kind->flags & DIRECTIVE_OWN_IDS))
			return n;
	return NULL;
}

/*
 * What ${n}'s id is unique by: the ids of options are so in their question only. Empty where it has none, or stands
 * in a directive that should have one and has not.
 */
static struct str
key_of(struct arena *a, const struct node *n)
{
	struct str id = attrs_id(n->attrs), name = n->kind == NODE_DIRECTIVE ? n->as.directive.name : STR_EMPTY;
	const struct node *owner = owner_of(n);

	if (id.n == 0 || (owner && attrs_id(owner->attrs).n == 0))
		return STR_EMPTY;
	return arena_fmt(a, "%d %.*s %.*s %.*s", (int)n->kind, STR_ARG(name), STR_ARG(id),
	    STR_ARG(owner ? attrs_id(owner->attrs) : STR_EMPTY));
}

static bool
is_own(struct str key)
{
	for (size_t i = 0; i < sizeof own_keys / sizeof *own_keys; i++)
		if (str_is(key, own_keys[i]))
			return true;
	return false;
}

static void
add_missing(struct arena *a, struct node *n, const struct attrs *from)
{
	struct attrs *to = ARENA_NEW(a, struct attrs);
	size_t own = n->attrs ? n->attrs->n : 0;

	to->id = attrs_id(n->attrs).n > 0 ? attrs_id(n->attrs) : from->id;
	to->at = n->attrs ? n->attrs->at : n->at;
	to->classes = n->attrs && n->attrs->nclasses > 0 ? n->attrs->classes : from->classes;
	to->nclasses = n->attrs && n->attrs->nclasses > 0 ? n->attrs->nclasses : from->nclasses;
	to->v = ARENA_ARRAY(a, struct attr, own + from->n);
	if (own > 0)
		memcpy(to->v, n->attrs->v, own * sizeof *to->v);
	to->n = own;
	for (size_t i = 0; i < from->n; i++)
		if (!is_own(from->v[i].key) && attrs_get(n->attrs, from->v[i].key.p) == NULL)
			to->v[to->n++] = from->v[i];
	n->attrs = to;
}

/* -- what differs -- */

/*
 * Questions compare what is theirs themselves, and options have marks and credits besides. What an item in them without id has of its
 * source their readers know: typed answers are each language's own, in any number.
 */
static bool
of_question(const struct node *n)
{
	const struct node *owner = node_is_directive(n, "question") ? n : owner_of(n);

	return owner && node_is_directive(owner, "question");
}

static void
compare(const struct body *body, const struct node *n, const struct node *source, struct diags *d)
{
	for (size_t i = 0; n->attrs && i < n->attrs->n; i++) {
		const struct attr *a = &n->attrs->v[i], *theirs = attrs_get(source->attrs, a->key.p);

		if (is_own(a->key) || (theirs && str_eq(theirs->value, a->value)))
			continue;
		if (theirs)
			diag_note(d,
			    diag_add(d, DIAG_TRANSLATION_DIFFERS, &body->src, a->at, "`%.*s` is not that of the source",
				STR_ARG(a->key)),
			    "the source says `%.*s`; leave it out here", STR_ARG(theirs->value));
		else
			diag_note(d,
			    diag_add(d, DIAG_TRANSLATION_DIFFERS, &body->src, a->at, "the source has no `%.*s` here",
				STR_ARG(a->key)),
			    "write it in the source; it holds for all languages");
	}
}

static void
tell_unknown(const struct body *body, const struct node *n, struct diags *d)
{
	diag_note(d,
	    diag_add(d, DIAG_TRANSLATION_DIFFERS, &body->src, n->attrs->at, "the source has no `#%.*s`",
		STR_ARG(n->attrs->id)),
	    "ids are written in the source language and repeated in the others");
}

/* Ids of the source that nothing here has: of options their question tells. */
static void
tell_missing(const struct body *body, const struct body *source, struct map *met, struct diags *d)
{
	for (size_t i = 0; i < source->nskeleton; i++) {
		const struct node *n = source->skeleton[i];
		struct str id = attrs_id(n->attrs);

		if (id.n == 0 || map_get(met, id) || (n->kind != NODE_DIRECTIVE && of_question(n)))
			continue;
		diag_note(d,
		    diag_add(d, DIAG_TRANSLATION_DIFFERS, &body->src, (struct span){ 0, 0, 0 }, "`#%.*s` is missing",
			STR_ARG(id)),
		    "in the source it is in line %u", n->attrs->at.line);
	}
}

void
inherit_attributes(struct arena *a, struct body *body, const struct body *source, struct diags *d)
{
	bool aligned = body->nskeleton == source->nskeleton;
	struct map by_key = MAP_INIT, met = MAP_INIT;

	for (size_t i = 0; i < source->nskeleton; i++)
		map_add(&by_key, key_of(a, source->skeleton[i]), source->skeleton[i]);
	for (size_t i = 0; i < body->nskeleton; i++) {
		struct node *n = body->skeleton[i], *from;
		struct str key = key_of(a, n);

		from = key.n > 0 ? map_get(&by_key, key) : NULL;
		if (key.n == 0 && aligned && agrees(n, source->skeleton[i]) &&
		    !(n->kind == NODE_ITEM && of_question(n)))
			from = source->skeleton[i];
		if (from && !of_question(n))
			compare(body, n, from, d);
		else if (key.n > 0 && from == NULL && (!of_question(n) || n->kind == NODE_DIRECTIVE))
			tell_unknown(body, n, d);
		if (from && from->attrs)
			add_missing(a, n, from->attrs);
		if (attrs_id(n->attrs).n > 0)
			map_add(&met, attrs_id(n->attrs), n);
	}
	tell_missing(body, source, &met, d);
	map_free(&by_key);
	map_free(&met);
}
