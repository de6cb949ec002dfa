/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "assemble/scenario.h"

#include <string.h>

#include "assemble/reach.h"
#include "assemble/turns.h"
#include "base/vec.h"
#include "model/directive.h"

enum { MOST_PLACES = 500 };

struct scenario_list VEC_OF(struct scenario *);

/* -- what stands in it -- */

static bool
is_place(const struct node *n)
{
	return node_is_directive(n, "step") || node_is_directive(n, "ending");
}

static bool
is_part(const struct node *n)
{
	return is_place(n) || node_is_directive(n, "summary") || node_is_directive(n, "debrief");
}

static void
read_place(struct asking *as, struct scenario *s, struct node *n)
{
	struct place *p = &s->places[s->nplaces++];
	struct str id = attrs_id(n->attrs);

	*p = (struct place){
		.id = id.n > 0 ? id : arena_fmt(as->arena, "%zu", s->nplaces),
		.number = s->nplaces,
		.ending = node_is_directive(n, "ending"),
		.node = n,
	};
	if (!p->ending && !s->start)
		s->start = p;
}

static bool
set_once(struct asking *as, struct node **slot, struct node *n)
{
	if (*slot) {
		asking_fault(
		    as, DIAG_SCENARIO_PARTS, n->at, "there is a `%.*s` already", STR_ARG(n->as.directive.name));
		return false;
	}
	*slot = n;
	return true;
}

static bool
holds_part(const struct node *top)
{
	for (const struct node *n = node_next_block(top, top); n; n = node_next_block(n, top))
		if (is_part(n))
			return true;
	return false;
}

/* In front of the first step anything may stand; behind it only what is told at its time. Around parts nothing may: check_inside(). */
static bool
check_stray(struct asking *as, const struct scenario *s, const struct node *n)
{
	if (s->nplaces == 0 || node_is_directive(n, "caution") || node_is_directive(n, "facilitator") || holds_part(n))
		return true;
	diag_note(as->d,
	    asking_fault(as, DIAG_SCENARIO_PARTS, n->at, "a %s between or behind the steps",
		n->kind == NODE_DIRECTIVE ? "directive" : node_kind_name(n->kind)),
	    "put it in front of the first step, or into a step, an ending, the `summary` or the `debrief`");
	return false;
}

static bool
read_parts(struct asking *as, struct scenario *s)
{
	bool fine = true;
	size_t n = 0;

	for (const struct node *c = s->node->first; c; c = c->next)
		n += is_place(c);
	s->places = ARENA_ARRAY(as->arena, struct place, n);
	for (struct node *c = s->node->first; c; c = c->next) {
		if (is_place(c))
			read_place(as, s, c);
		else if (node_is_directive(c, "summary"))
			fine &= set_once(as, &s->summary, c);
		else if (node_is_directive(c, "debrief"))
			fine &= set_once(as, &s->debrief, c);
		else
			fine &= check_stray(as, s, c);
	}
	return fine;
}

/* What has an id of its own in the course, and parts that do not stand straight in the scenario. */
static bool
check_inside(struct asking *as, const struct scenario *s)
{
	bool fine = true;

	for (const struct node *n = s->node->first; n; n = node_next_block(n, s->node)) {
		const struct directive *kind = n->kind == NODE_DIRECTIVE ? n->as.directive.kind : NULL;

		if (n->kind == NODE_DIRECTIVE && n->as.directive.unclosed) {
			fine = false; /* it was told, and holds what stands behind it */
		} else if (is_part(n) && n->parent != s->node) {
			asking_fault(as, DIAG_DIRECTIVE_PLACE, n->at,
			    "`%s` stands straight in its scenario, in nothing else", kind->name);
			fine = false;
		} else if (kind && (kind->flags & DIRECTIVE_COURSE_ID)) {
			asking_fault(as, DIAG_DIRECTIVE_PLACE, n->at, "`%s` cannot stand in a scenario", kind->name);
			fine = false;
		}
	}
	return fine;
}

static bool
check_places(struct asking *as, const struct scenario *s)
{
	size_t endings = 0;

	for (size_t i = 0; i < s->nplaces; i++)
		endings += s->places[i].ending;
	if (!s->start)
		diag_note(as->d, asking_fault(as, DIAG_SCENARIO_PARTS, s->node->at, "it has no step"),
		    "write `:::step{#start}` with what happens and a list of choices");
	if (endings == 0)
		diag_note(as->d, asking_fault(as, DIAG_SCENARIO_PARTS, s->node->at, "it has no ending"),
		    "write `:::ending{#how-it-ends}` where the story is over, and let a choice lead to it");
	if (s->nplaces > MOST_PLACES)
		asking_fault(as, DIAG_SCENARIO_PARTS, s->node->at, "%zu steps and endings; a scenario may have %d",
		    s->nplaces, MOST_PLACES);
	return s->start && endings > 0 && s->nplaces <= MOST_PLACES;
}

/* -- ids and links -- */

/* Those that can be led to are told by reach.c. */
static void
need_start_id(struct asking *as, const struct scenario *s)
{
	if (attrs_id(s->start->node->attrs).n == 0)
		diag_note(as->d, asking_fault(as, DIAG_ID_MISSING, s->start->node->at, "on the first step"),
		    "write `:::step{#start}`, so that choices can lead back to it");
}

/*
 * `#pickup` in the prose of a scenario is its step before it is anything else. ${whole}: all its steps were found; where not,
 * that was told, and links that lead nowhere follow from it.
 */
static void
aim_links(struct arena *a, const struct scenario *s, bool whole)
{
	for (struct node *n = s->node->first; n; n = node_next(n, s->node)) {
		const struct place *p;

		if (n->kind != NODE_LINK || !str_starts(n->as.link.url, "#"))
			continue;
		p = scenario_place(s, str_sub(n->as.link.url, 1, n->as.link.url.n));
		if (!p && !whole)
			n->kind = NODE_SPAN;
		else if (p)
			n->as.link.url = arena_fmt(a, "#%.*s", STR_ARG(scenario_anchor(a, s, p)));
	}
}

/* -- points -- */

/* Points that nobody will get to see. */
static void
lint_scores(struct asking *as, const struct scenario *s)
{
	bool any = false;

	for (size_t i = 0; i < s->nplaces; i++)
		for (size_t k = 0; k < s->places[i].nturns; k++) {
			const struct turn *t = &s->places[i].turns[k];
			bool counts = s->scoring == SCENARIO_PATH || (s->scoring == SCENARIO_END && t->to->ending);

			any |= counts && t->score.num > 0;
			if (!t->has_score || counts)
				continue;
			diag_note(as->d,
			    asking_fault(as, DIAG_SCENARIO_LINT, t->item->at, "its score counts for nothing"), "%s",
			    s->scoring == SCENARIO_END
				? "with `scoring=end` the choice counts that leads to an ending"
				: "write `scoring=path` or `scoring=end` on the scenario, or delete `score=`");
			return;
		}
	if (!any && s->scoring != SCENARIO_UNSCORED)
		diag_note(as->d,
		    asking_fault(
			as, DIAG_SCENARIO_LINT, s->node->at, "no choice has a score above 0, so none is shown"),
		    "write `score=1` on the choices that earn something");
}

static enum scenario_scoring
read_scoring(const struct node *directive)
{
	struct str value = attrs_value(directive->attrs, "scoring");

	for (int i = 0; i < SCENARIO_SCORINGS; i++)
		if (str_is(value, scenario_scoring_names[i]))
			return (enum scenario_scoring)i;
	return SCENARIO_UNSCORED; /* another word was told by values.c */
}

/* -- a translation -- */

static struct diag *
differs(struct asking *as, struct span at, const char *what, size_t ours, size_t theirs)
{
	return asking_fault(as, DIAG_TRANSLATION_DIFFERS, at, "%zu %s here, %zu in the source", ours, what, theirs);
}

/* What is written straight behind the link; what stands on the item was compared when it was inherited. */
static void
compare_turn(struct asking *as, const struct turn *t, const struct turn *source)
{
	const struct attr *outcome = t->link ? attrs_get(t->link->attrs, "outcome") : NULL;
	const struct attr *score = t->link ? attrs_get(t->link->attrs, "score") : NULL;

	if (outcome && t->outcome != source->outcome)
		asking_fault(as, DIAG_TRANSLATION_DIFFERS, outcome->at, "`outcome` is not that of the source");
	if (score && (!source->has_score || ratio_cmp(t->score, source->score) != 0))
		asking_fault(as, DIAG_TRANSLATION_DIFFERS, score->at, "`score` is not that of the source");
}

static bool
adopt_turns(struct asking *as, struct place *p, const struct place *source)
{
	if (p->nturns != source->nturns)
		return differs(as, p->list ? p->list->at : p->node->at, "choices", p->nturns, source->nturns), false;
	for (size_t i = 0; i < p->nturns; i++) {
		struct turn *t = &p->turns[i];
		const struct turn *s = &source->turns[i];

		if (!str_eq(t->to->id, s->to->id)) {
			diag_note(as->d,
			    asking_fault(as, DIAG_TRANSLATION_DIFFERS, t->link->at,
				"in the source this choice leads to `#%.*s`", STR_ARG(s->to->id)),
			    "choices stand in the same order in all languages");
			return false;
		}
		compare_turn(as, t, s);
		t->outcome = s->outcome;
		t->has_score = s->has_score;
		t->score = s->score;
		t->told |= s->told;
	}
	return true;
}

/* Ids are told of by inherit.c. */
static bool
adopt(struct asking *as, struct scenario *s, const struct scenario *source)
{
	bool fine = true;

	s->scoring = source->scoring;
	if (s->nplaces != source->nplaces)
		return differs(as, s->node->at, "steps and endings", s->nplaces, source->nplaces), false;
	for (size_t i = 0; i < s->nplaces; i++) {
		if (!str_eq(s->places[i].id, source->places[i].id)) {
			diag_note(as->d,
			    asking_fault(as, DIAG_TRANSLATION_DIFFERS, s->places[i].node->at,
				"in the source this is `#%.*s`", STR_ARG(source->places[i].id)),
			    "steps and endings stand in the same order in all languages");
			return false;
		}
		fine &= adopt_turns(as, &s->places[i], &source->places[i]);
	}
	return fine;
}

/* -- the whole -- */

static bool
read_turns(struct asking *as, struct scenario *s)
{
	bool fine = true;

	for (size_t i = 0; i < s->nplaces; i++)
		if (!s->places[i].ending)
			fine &= turns_read(as, s, &s->places[i]);
	return fine;
}

/* The id of a translation is that of its source, which inherit.c has given it. */
static struct scenario *
read_one(struct asking *as, struct node *directive, size_t number, const struct scenario *source)
{
	struct scenario *s = ARENA_NEW(as->arena, struct scenario);
	struct str id = attrs_id(directive->attrs);
	bool fine, whole;

	*s = (struct scenario){
		.id = id.n > 0 ? id : arena_fmt(as->arena, "scenario-%zu", number),
		.id_given = id.n > 0,
		.node = directive,
		.scoring = read_scoring(directive),
	};
	fine = read_parts(as, s);
	whole = check_inside(as, s) && check_places(as, s);
	fine = whole && read_turns(as, s) && fine;
	aim_links(as->arena, s, whole);
	if (!fine)
		return s;
	if (source) {
		s->sound = source->sound && adopt(as, s, source);
		return s;
	}
	s->sound = reach_check(as, s);
	if (s->sound) {
		need_start_id(as, s);
		lint_scores(as, s);
	}
	return s;
}

static const struct scenario *
same_scenario(const struct body *source, const struct node *n, size_t number)
{
	struct str id = attrs_id(n->attrs);

	for (size_t i = 0; i < source->nscenarios; i++)
		if (id.n > 0 ? str_eq(source->scenarios[i]->id, id) : i + 1 == number)
			return source->scenarios[i];
	return NULL;
}

static bool
nested(const struct node *n)
{
	while ((n = n->parent) != NULL)
		if (node_is_directive(n, "scenario"))
			return true;
	return false;
}

void
scenario_read_all(struct arena *a, struct body *body, const struct body *source, struct diags *d)
{
	bool ids_told = true;
	struct question_context ctx = { .src = &body->src, .ids_told = &ids_told };
	struct asking as = { a, &ctx, d, NULL };
	struct scenario_list found = { 0 };

	for (struct node *n = body->root; n; n = node_next_block(n, body->root)) {
		const struct scenario *same = NULL;

		if (!node_is_directive(n, "scenario") || n->as.directive.leaf || n->as.directive.unclosed || nested(n))
			continue;
		if (source && (same = same_scenario(source, n, found.n + 1)) == NULL) {
			asking_fault(&as, DIAG_TRANSLATION_DIFFERS, n->at, "the source has no such scenario");
			continue;
		}
		n->as.directive.block = read_one(&as, n, found.n + 1, same);
		VEC_PUSH(&found, n->as.directive.block);
	}
	body->scenarios = ARENA_ARRAY(a, struct scenario *, found.n);
	body->nscenarios = found.n;
	if (found.n > 0)
		memcpy(body->scenarios, found.v, found.n * sizeof *found.v);
	VEC_FREE(&found);
}
