/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "assemble/question.h"

#include "assemble/accepted.h"
#include "assemble/areas.h"
#include "assemble/choice.h"
#include "assemble/freely.h"
#include "assemble/gaps.h"
#include "assemble/matching.h"
#include "assemble/parts.h"
#include "assemble/sequence.h"
#include "assemble/sorting.h"
#include "assemble/statements.h"
#include "assemble/tryouts.h"
#include "base/near.h"
#include "base/words.h"
#include "model/directive.h"

/* How the answers of each type are read: false where they cannot be scored (diagnosed). */
static bool (*const readers[QUESTION_TYPES])(struct asking *) = {
	[QUESTION_SINGLE] = choice_read,
	[QUESTION_MULTIPLE] = choice_read,
	[QUESTION_TRUEFALSE] = choice_read,
	[QUESTION_MATCH] = matching_read,
	[QUESTION_SORT] = sorting_read,
	[QUESTION_ORDER] = sequence_read,
	[QUESTION_GAP] = gaps_read,
	[QUESTION_TEXT] = accepted_read,
	[QUESTION_NUMBER] = accepted_read,
	[QUESTION_MATRIX] = statements_read,
	[QUESTION_HOTSPOT] = areas_read,
	[QUESTION_REFLECT] = freely_read,
	[QUESTION_SURVEY] = freely_read,
};

/* -- the type -- */

/* "single, multiple, truefalse", and so on. */
static struct str
all_types(struct arena *a)
{
	struct str all = STR_EMPTY;

	for (int i = 0; i < QUESTION_TYPES; i++)
		all = arena_fmt(a, "%.*s%s%s", STR_ARG(all), all.n > 0 ? ", " : "", question_kinds[i].name);
	return all;
}

static void
refuse_type(struct asking *as, const struct attr *attr)
{
	struct diag *g;
	struct near near;

	near_begin(&near, attr->value);
	for (int i = 0; i < QUESTION_TYPES; i++)
		near_try(&near, str_of(question_kinds[i].name));
	g = asking_fault(
	    as, DIAG_QUESTION_TYPE, attr->at, "there is no type `%.*s`", STR_ARG(str_sub(attr->value, 0, 60)));
	if (near_best(&near).n > 0)
		diag_note(as->d, g, "did you mean `%.*s`?", STR_ARG(near_best(&near)));
	diag_note(as->d, g, "there are: %.*s", STR_ARG(all_types(as->arena)));
}

/* The type that is written, else that of the source; -1 where it is none (diagnosed). */
static int
read_type(struct asking *as, const struct node *n)
{
	const struct attr *attr = attrs_get(n->attrs, "type");
	int type;

	if (!attr && as->ctx->source)
		return (int)as->ctx->source->type;
	if (!attr && n->attrs && n->attrs->broken)
		return -1; /* it may be what could not be read */
	if (!attr) {
		diag_note(as->d, asking_fault(as, DIAG_QUESTION_TYPE, n->at, "`type=` is missing"),
		    "`type=single` has one right answer, `type=multiple` several; there are: %.*s",
		    STR_ARG(all_types(as->arena)));
		return -1;
	}
	type = question_type_find(attr->value);
	if (type < 0)
		refuse_type(as, attr);
	return type;
}

/* -- the attributes -- */

/* What a directive may have as a `question`, but not as one of this type. */
static void
check_keys(struct asking *as)
{
	const struct question *q = as->q;
	const struct question_kind *kind = &question_kinds[q->type];
	const struct directive *directive = directive_find(STR("question"));

	for (size_t i = 0; q->node->attrs && i < q->node->attrs->n; i++) {
		const struct attr *attr = &q->node->attrs->v[i];

		if (directive_allows(directive, attr->key) && !words_has(str_of(question_attributes), attr->key) &&
		    !words_has(str_of(kind->attributes), attr->key) && !words_has(str_of(directive_common), attr->key))
			asking_fault(as, DIAG_ATTRIBUTE_UNKNOWN, attr->at, "`%.*s` means nothing where `type=%s`",
			    STR_ARG(attr->key), kind->name);
	}
}

static void
read_scoring(struct asking *as)
{
	struct question *q = as->q;
	const struct question_kind *kind = &question_kinds[q->type];
	const struct attr *attr = attrs_get(q->node->attrs, "scoring");
	int scoring = question_scoring_find(kind, as->ctx->quiz->scoring);

	q->scoring = (enum question_scoring)(scoring >= 0 ? scoring : question_scoring_find(kind, STR_EMPTY));
	if (!attr)
		return;
	scoring = attr->value.n > 0 ? question_scoring_find(kind, attr->value) : -1;
	if (scoring >= 0) {
		q->scoring = (enum question_scoring)scoring;
		return;
	}
	diag_note(as->d,
	    asking_fault(as, DIAG_ATTRIBUTE_VALUE, attr->at, "`scoring` cannot be `%.*s` here", STR_ARG(attr->value)),
	    "%s",
	    kind->scoring[0] ? arena_fmt(as->arena, "it may be: %s", kind->scoring).p
			     : "a question of this type has one way of scoring");
}

static void
read_floor(struct asking *as)
{
	struct question *q = as->q;

	q->floored = as->ctx->quiz->floored;
	q->floor = as->ctx->quiz->floor;
	if (str_is(attrs_value(q->node->attrs, "floor"), "none"))
		q->floored = false;
	else if (asking_ratio(as, q->node->attrs, "floor", NULL, &RATIO_ONE, &q->floor))
		q->floored = true;
}

/* An attribute that is one of ${names}; its place among them, or -1 where it is absent or (diagnosed) none. */
static int
read_word(struct asking *as, const char *key, const char *const *names, int n)
{
	const struct attr *attr = attrs_get(as->q->node->attrs, key);
	struct str all = STR_EMPTY;

	for (int i = 0; attr && i < n; i++) {
		if (str_is(attr->value, names[i]))
			return i;
		all = arena_fmt(as->arena, "%.*s%s%s", STR_ARG(all), i ? ", " : "", names[i]);
	}
	if (attr)
		diag_note(as->d,
		    asking_fault(
			as, DIAG_ATTRIBUTE_VALUE, attr->at, "`%s` cannot be `%.*s`", key, STR_ARG(attr->value)),
		    "it may be: %.*s", STR_ARG(all));
	return -1;
}

static void
read_tries(struct asking *as)
{
	static const char *const keep[] = { "best", "last" };
	struct question *q = as->q;
	const struct quiz_settings *set = &as->ctx->quiz->set;
	const struct attr *tries = attrs_get(q->node->attrs, "tries");
	int word;

	q->tries = set->tries;
	q->penalty = set->penalty;
	q->keep_last = set->keep_last;
	q->solution = set->solution;
	if (tries && set->at_end)
		asking_fault(
		    as, DIAG_QUESTION_LINT, tries->at, "a test is handed in once, as a whole: `tries` has no effect");
	else if (tries && str_is(tries->value, "unlimited"))
		q->tries = 0;
	else
		asking_count(as, q->node->attrs, "tries", &q->tries);
	asking_ratio(as, q->node->attrs, "penalty", &RATIO_ZERO, &RATIO_ONE, &q->penalty);
	word = read_word(as, "keep", keep, 2);
	q->keep_last = word >= 0 ? word == 1 : q->keep_last;
	word = read_word(as, "solution", quiz_solution_names, SOLUTIONS);
	q->solution = word >= 0 ? (enum quiz_solution)word : q->solution;
}

static void
read_attributes(struct asking *as)
{
	struct question *q = as->q;

	check_keys(as);
	q->points = as->ctx->quiz->points;
	asking_ratio(as, q->node->attrs, "points", &RATIO_ZERO, NULL, &q->points);
	if (words_has(str_of(question_kinds[q->type].attributes), STR("max")))
		asking_count(as, q->node->attrs, "max", &q->max);
	if (words_has(str_of(question_kinds[q->type].attributes), STR("none")))
		asking_flag(as, q->node->attrs, "none", &q->none);
	q->shuffle = as->ctx->quiz->shuffle;
	q->required = true;
	q->tags = attrs_value(q->node->attrs, "tags");
	q->objective = attrs_value(q->node->attrs, "objective");
	asking_flag(as, q->node->attrs, "shuffle", &q->shuffle);
	asking_flag(as, q->node->attrs, "required", &q->required);
	read_scoring(as);
	read_floor(as);
	read_tries(as);
}

/* A translation may repeat an attribute of its source, not change it. */
static void
compare_attributes(struct asking *as)
{
	const struct question *q = as->q, *source = as->ctx->source;

	for (size_t i = 0; q->node->attrs && i < q->node->attrs->n; i++) {
		const struct attr *attr = &q->node->attrs->v[i], *same;

		if (!words_has(str_of(question_attributes), attr->key) &&
		    !words_has(str_of(question_kinds[source->type].attributes), attr->key))
			continue;
		same = attrs_get(source->node->attrs, arena_str(as->arena, attr->key).p);
		if (!same || !str_eq(same->value, attr->value))
			asking_fault(as, DIAG_TRANSLATION_DIFFERS, attr->at, "`%.*s` is not that of the source",
			    STR_ARG(attr->key));
	}
}

/* -- the whole -- */

/* A choice between two is known after one wrong answer: a second try would be a gift. */
static void
limit_tries(struct asking *as)
{
	struct question *q = as->q;
	const struct attr *attr = attrs_get(q->node->attrs, "tries");
	bool one = q->type == QUESTION_SINGLE || q->type == QUESTION_TRUEFALSE;

	if (one && !attr && !as->ctx->quiz->tries_given && q->noptions == 2 && q->tries > 1)
		q->tries = 1;
	if (one && as->ctx->quiz->set.scored && q->tries > 1 && (size_t)q->tries >= q->noptions)
		asking_fault(as, DIAG_QUESTION_LINT, attr ? attr->at : q->node->at,
		    "with %d tries at %zu options everybody gets there", q->tries, q->noptions);
}

/* A gap is read in a gap text only: elsewhere its answer would be shown. */
static void
lint_gaps(struct asking *as)
{
	const struct question *q = as->q;

	for (const struct node *n = q->node; n && q->type != QUESTION_GAP; n = node_next(n, q->node))
		if (n->kind == NODE_GAP) {
			diag_note(as->d,
			    asking_fault(as, DIAG_QUESTION_STRAY, n->at, "a gap means nothing where `type=%s`",
				question_kinds[q->type].name),
			    "write `type=gap`; where brackets are meant, put them in backticks");
			return;
		}
}

static void
lint_parts(struct asking *as)
{
	const struct question *q = as->q;
	bool whole = q->none || (q->scoring == SCORING_EXACT && q->ngaps == 0);

	if (q->partial && whole)
		asking_fault(as, DIAG_QUESTION_LINT, q->partial->at,
		    "this question is right or wrong, never partly right: nobody will see this");
}

static void
begin(struct asking *as, struct node *directive, int type)
{
	struct question *q = as->q;
	struct str id = attrs_id(directive->attrs);

	*q = (struct question){
		.id = id.n > 0 ? id : arena_fmt(as->arena, "q%zu", as->ctx->number),
		.id_given = id.n > 0,
		.source = as->ctx->source,
		.number = as->ctx->number,
		.type = (enum question_type)type,
		.node = directive,
		.points = RATIO_ONE,
		.floor = RATIO_ZERO,
		.penalty = RATIO_ZERO,
		.deduction = RATIO_ZERO,
	};
}

/* What a translation does not own: ids, settings and the key. The options were taken care of by the reader of the type. */
static void
adopt(struct question *q, const struct question *s)
{
	q->id = s->id;
	q->id_given = s->id_given;
	q->scoring = s->scoring;
	q->points = s->points;
	q->required = s->required;
	q->shuffle = s->shuffle;
	q->tags = s->tags;
	q->objective = s->objective;
	q->floored = s->floored;
	q->floor = s->floor;
	q->none = s->none;
	q->max = s->max;
	q->tries = s->tries;
	q->penalty = s->penalty;
	q->keep_last = s->keep_last;
	q->solution = s->solution;
	q->clicks = s->clicks;
	q->reuse = s->reuse;
	q->many = s->many;
	q->deduction = s->deduction;
	q->distinct = s->distinct;
	q->min = s->min;
}

struct question *
question_read(struct arena *a, struct node *directive, const struct question_context *ctx, struct diags *d)
{
	struct question *q = ARENA_NEW(a, struct question);
	struct asking as = { a, ctx, d, q };
	int type = read_type(&as, directive);

	if (type < 0)
		return NULL;
	begin(&as, directive, type);
	if (ctx->source)
		compare_attributes(&as);
	if (ctx->source && ctx->source->type != q->type)
		return NULL;
	if (!ctx->source)
		read_attributes(&as);
	parts_read(&as);
	if (!parts_answers(&as) || !readers[q->type](&as))
		return NULL;
	tryouts_read(&as);
	lint_gaps(&as);
	if (ctx->source) {
		adopt(q, ctx->source);
		return q;
	}
	limit_tries(&as);
	lint_parts(&as);
	return q;
}
