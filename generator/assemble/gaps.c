/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "assemble/gaps.h"

#include "assemble/accepted.h"
#include "assemble/choice.h"
#include "assemble/menu.h"
#include "assemble/named.h"
#include "assemble/policy.h"
#include "base/map.h"
#include "base/near.h"
#include "base/words.h"

enum { MOST = 500 };

static bool
refuse(struct asking *as, enum diag_code code, struct span at, const char *why, const char *repair)
{
	diag_note(as->d, asking_fault(as, code, at, "%s", why), "%s", repair);
	return false;
}

/* -- where they are -- */

/* The next gap of the text behind ${n}, a child of the question or a node in one; NULL: there is none. */
static struct node *
next_gap(const struct question *q, struct node *block, struct node *n)
{
	while (block) {
		bool text = block != q->answers && !question_part(block);

		n = text ? node_next(n ? n : block, block) : NULL;
		if (n && n->kind == NODE_GAP)
			return n;
		if (!n)
			block = block->next;
	}
	return NULL;
}

static struct node *
top_block(const struct question *q, struct node *n)
{
	while (n->parent != q->node)
		n = n->parent;
	return n;
}

static bool
collect(struct asking *as)
{
	struct question *q = as->q;
	const struct node *label = q->node->as.directive.label;
	size_t n = 0;

	for (struct node *g = next_gap(q, q->node->first, NULL); g; g = next_gap(q, top_block(q, g), g))
		n++;
	for (const struct node *g = label; g; g = node_next(g, label))
		if (g->kind == NODE_GAP)
			return refuse(as, DIAG_QUESTION_STRAY, g->at, "a gap in the label",
			    "gaps stand in the text below; the label is its title");
	if (n == 0)
		return refuse(as, DIAG_QUESTION_ANSWERS, q->node->at, "there is no gap in its text",
		    "write one as `[[answer]]`, a menu as `[[*right*|wrong]]`");
	if (n > MOST) {
		asking_fault(as, DIAG_QUESTION_OPTION, q->node->at, "%zu gaps; a question may have %d", n, MOST);
		return false;
	}
	q->gaps = ARENA_ARRAY(as->arena, struct gap, n);
	for (struct node *g = next_gap(q, q->node->first, NULL); g; g = next_gap(q, top_block(q, g), g))
		q->gaps[q->ngaps++] = (struct gap){
			.id = attrs_id(g->attrs),
			.id_given = attrs_id(g->attrs).n > 0,
			.node = g,
			.weight = RATIO_ONE,
			.number = policy_number_default(),
		};
	return true;
}

/* -- one gap -- */

static void
read_kind(struct asking *as, const struct attrs *attrs, struct gap *g)
{
	const struct attr *attr = attrs_get(attrs, "type");

	if (attr && str_is(attr->value, "number"))
		g->kind = GAP_NUMBER;
	else if (attr && !str_is(attr->value, "text"))
		asking_fault(as, DIAG_ATTRIBUTE_VALUE, attr->at, "a gap has `type=text` or `type=number`");
}

/* The attributes of a gap, or of the item with its name: ${keys} is what its kind has besides weight and type. */
static void
read_attributes(struct asking *as, const struct attrs *attrs, struct gap *g, struct nearness *near)
{
	const char *keys = g->kind == GAP_TEXT ? policy_text_keys : g->kind == GAP_NUMBER ? policy_number_keys : "";

	asking_keys(as, attrs, arena_fmt(as->arena, "weight type %s", keys).p,
	    g->kind == GAP_TEXT         ? "a gap for text"
		: g->kind == GAP_NUMBER ? "a gap for a number"
					: "a menu");
	asking_ratio(as, attrs, "weight", &RATIO_ZERO, NULL, &g->weight);
	if (g->kind == GAP_TEXT)
		policy_text(as, attrs, &g->text);
	else if (g->kind == GAP_NUMBER) {
		policy_number(as, attrs, &g->number);
		figures_nearness(as, attrs, near);
	}
}

static bool
read_named(struct asking *as, struct gap *g, struct named *n)
{
	struct nearness near = figures_exactly;

	n->used = true;
	g->hint = n->hint;
	if (!g->id_given) {
		g->id = attrs_id(n->item->attrs).n > 0 ? attrs_id(n->item->attrs) : n->name;
		g->id_given = true;
	}
	read_kind(as, g->node->attrs, g);
	read_kind(as, n->item->attrs, g);
	if (choice_is_list(n->list)) {
		bool fine = menu_list(as, n->list, g);

		read_attributes(as, g->node->attrs, g, &near);
		read_attributes(as, n->item->attrs, g, &near);
		return fine;
	}
	read_attributes(as, g->node->attrs, g, &near);
	read_attributes(as, n->item->attrs, g, &near);
	return accepted_list(as, n->list, &near, g) && (as->ctx->source || accepted_check(as, g, n->list->at));
}

static bool
read_inline(struct asking *as, struct gap *g)
{
	struct nearness near = figures_exactly;
	struct variants v = variants_of_gap(as, g->node);
	bool menu = false;

	read_kind(as, g->node->attrs, g);
	for (size_t i = 0; i < v.n; i++)
		menu |= v.v[i].starred;
	if (menu) {
		bool fine = menu_variants(as, &v, g, g->node->at);

		read_attributes(as, g->node->attrs, g, &near);
		return fine;
	}
	read_attributes(as, g->node->attrs, g, &near);
	return v.v && accepted_variants(as, &v, g->node->at, &near, g) &&
	    (as->ctx->source || accepted_check(as, g, g->node->at));
}

static bool
check_used(struct asking *as, const struct names *names)
{
	bool fine = true;

	for (size_t i = 0; i < names->n; i++) {
		struct near near;
		struct diag *g;

		if (names->v[i].used)
			continue;
		near_begin(&near, names->v[i].name);
		for (size_t k = 0; k < as->q->ngaps; k++)
			near_try(&near, variants_name(as->q->gaps[k].node));
		g = asking_fault(as, DIAG_QUESTION_OPTION, names->v[i].item->at, "no gap in the text is named `%.*s`",
		    STR_ARG(names->v[i].name));
		if (near_best(&near).n > 0)
			diag_note(as->d, g, "one is named `%.*s`", STR_ARG(near_best(&near)));
		fine = false;
	}
	return fine;
}

/* -- all of them -- */

static bool
check_weights(struct asking *as)
{
	const struct question *q = as->q;
	struct ratio sum = RATIO_ZERO;

	for (size_t i = 0; i < q->ngaps; i++)
		if (!ratio_add(sum, q->gaps[i].weight, &sum)) {
			asking_fault(as, DIAG_QUESTION_OPTION, q->node->at, "these weights cannot be added up exactly");
			return false;
		}
	if (sum.num > 0)
		return true;
	asking_fault(as, DIAG_QUESTION_OPTION, q->node->at, "all weights are 0: there is nothing to be earned");
	return false;
}

/* What is interchangeable is compared as text, and nothing else counts. */
static bool
check_distinct(struct asking *as)
{
	const struct question *q = as->q;

	for (size_t i = 0; q->distinct && i < q->ngaps; i++) {
		const struct gap *g = &q->gaps[i];

		if (g->kind != GAP_TEXT)
			return refuse(as, DIAG_QUESTION_OPTION, g->node->at, "with `distinct=yes` all gaps take text",
			    "menus and numbers belong into another question");
		for (size_t k = 0; k < g->nanswers; k++)
			if (g->answers[k].match != MATCH_LITERAL || ratio_cmp(g->answers[k].credit, RATIO_ONE) != 0)
				return refuse(as, DIAG_QUESTION_OPTION, g->answers[k].item->at,
				    "with `distinct=yes` every answer is worth the same, and is compared as it is written",
				    "leave out `score=` and `match=`");
		if (ratio_cmp(g->weight, RATIO_ONE) != 0)
			asking_fault(as, DIAG_QUESTION_LINT, g->node->at, "`weight` has no effect with `distinct=yes`");
	}
	return true;
}

static bool
name_all(struct asking *as)
{
	struct question *q = as->q;
	struct map ids = MAP_INIT;
	bool fine = true;

	for (size_t i = 0; i < q->ngaps; i++)
		if (q->gaps[i].id_given && map_add(&ids, q->gaps[i].id, &q->gaps[i]))
			fine = refuse(as, DIAG_ID_DUPLICATE, q->gaps[i].node->at,
			    arena_fmt(as->arena, "`%.*s` is another gap", STR_ARG(q->gaps[i].id)).p,
			    "each gap has a name of its own, and its own item in the list");
	for (size_t i = 0; fine && i < q->ngaps; i++) {
		struct gap *g = &q->gaps[i];

		if (g->id_given)
			continue;
		g->id = arena_fmt(as->arena, "%zu", i + 1);
		while (map_get(&ids, g->id))
			g->id = arena_fmt(as->arena, "%.*s-", STR_ARG(g->id));
		map_put(&ids, g->id, g);
	}
	map_free(&ids);
	return fine;
}

/* -- a translation -- */

/* The gap of the source that ${g} translates: by its id or name, else by its place. NULL: none. */
static const struct gap *
source_gap(const struct question *s, const struct gap *g, size_t position)
{
	struct str name = g->id_given ? g->id : variants_name(g->node);

	for (size_t i = 0; i < s->ngaps; i++)
		if (s->gaps[i].id_given && str_eq(s->gaps[i].id, name))
			return &s->gaps[i];
	return g->id_given || position >= s->ngaps ? NULL : &s->gaps[position];
}

/* Whether the answers of the source's gap stand in its list, so that a translation's brackets hold a name. */
static bool
is_named(const struct gap *source)
{
	return source->id_given && str_eq(variants_name(source->node), source->id);
}

static bool
read_translated(struct asking *as, struct gap *g, const struct gap *source, struct named *n)
{
	bool name_only = !n && is_named(source) && str_eq(variants_name(g->node), source->id), fine;

	g->kind = source->kind == GAP_NUMBER ? GAP_NUMBER : GAP_TEXT; /* until its own stars are seen */
	if (name_only && g->kind != GAP_NUMBER)
		return refuse(as, DIAG_QUESTION_ANSWERS, g->node->at, "this gap has no answers in this language",
		    "write the list with its name and answers below the text");
	fine = name_only || (n ? read_named(as, g, n) : read_inline(as, g));
	if (!fine)
		return false;
	if ((g->kind == GAP_MENU) != (source->kind == GAP_MENU)) {
		asking_fault(as, DIAG_TRANSLATION_DIFFERS, g->node->at, "in the source this gap is %s menu",
		    source->kind == GAP_MENU ? "a" : "no");
		return false;
	}
	g->text = source->text;
	g->number = source->number;
	g->weight = source->weight;
	g->id = source->id;
	g->id_given = source->id_given;
	if (g->kind == GAP_MENU)
		return menu_same(as, g, source, g->node->at);
	if (g->kind == GAP_NUMBER)
		return accepted_same(as, g, source, g->node->at);
	return accepted_check(as, g, g->node->at);
}

static bool
adopt(struct asking *as, const struct names *names)
{
	struct question *q = as->q;
	const struct question *s = as->ctx->source;
	struct gap *ordered = ARENA_ARRAY(as->arena, struct gap, s->ngaps);
	bool fine = true;

	if (q->ngaps != s->ngaps) {
		asking_fault(
		    as, DIAG_TRANSLATION_DIFFERS, q->node->at, "%zu gaps here, %zu in the source", q->ngaps, s->ngaps);
		return false;
	}
	for (size_t i = 0; i < q->ngaps; i++) {
		struct gap *g = &q->gaps[i];
		const struct gap *source = source_gap(s, g, i);

		if (!source || ordered[source - s->gaps].node)
			return refuse(as, DIAG_TRANSLATION_DIFFERS, g->node->at,
			    source ? "another gap is this one of the source" : "the source has no gap of this name",
			    "gaps stand in the order of the source, unless they have names");
		fine &= read_translated(as, g, source, named_find(names, variants_name(g->node)));
		ordered[source - s->gaps] = *g;
	}
	q->gaps = ordered;
	return fine && check_used(as, names);
}

static bool
read_source(struct asking *as, const struct names *names)
{
	struct question *q = as->q;
	struct text_policy policy = { 0 };
	bool fine = true;

	policy_text(as, q->node->attrs, &policy);
	asking_flag(as, q->node->attrs, "distinct", &q->distinct);
	for (size_t i = 0; i < q->ngaps; i++) {
		struct named *n = named_find(names, variants_name(q->gaps[i].node));

		q->gaps[i].text = policy;
		fine &= n ? read_named(as, &q->gaps[i], n) : read_inline(as, &q->gaps[i]);
	}
	fine &= check_used(as, names);
	return fine && name_all(as) && check_weights(as) && check_distinct(as);
}

bool
gaps_read(struct asking *as)
{
	struct names names;

	if (!collect(as) || !named_read(as, &names))
		return false;
	return as->ctx->source ? adopt(as, &names) : read_source(as, &names);
}
