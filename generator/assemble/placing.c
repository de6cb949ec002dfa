/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "assemble/placing.h"

#include "assemble/alike.h"
#include "assemble/cells.h"
#include "assemble/counterpart.h"
#include "assemble/feedback.h"
#include "base/map.h"
#include "base/words.h"

enum { MOST = 1000 };

/* What entries and targets are called in messages. */
static const struct nouns {
	const char *entry, *target;
	const char *keys; /* attributes of an entry */
} nouns[QUESTION_TYPES] = {
	[QUESTION_MATCH] = { "row", "cell on the right", "weight" },
	[QUESTION_SORT] = { "item", "group", "weight" },
	[QUESTION_ORDER] = { "item", "", "" },
	[QUESTION_MATRIX] = { "statement", "column", "weight" },
	[QUESTION_SURVEY] = { "statement", "column", "" },
};

static const char *
with_article(struct asking *as, const char *noun)
{
	return arena_fmt(as->arena, "%s %s", noun[0] == 'i' ? "an" : "a", noun).p;
}

bool
placing_begin(struct asking *as, size_t nentries, size_t ntargets)
{
	struct question *q = as->q;
	bool many = nentries > MOST;

	if (many || ntargets > MOST) {
		asking_fault(as, DIAG_QUESTION_OPTION, q->answers->at, "%zu %ss; a question may have %d",
		    many ? nentries : ntargets, many ? nouns[q->type].entry : nouns[q->type].target, MOST);
		return false;
	}
	q->entries = ARENA_ARRAY(as->arena, struct entry, nentries);
	q->targets = ARENA_ARRAY(as->arena, struct target, ntargets);
	return true;
}

struct entry *
placing_entry(struct asking *as, struct node *words)
{
	struct question *q = as->q;
	struct entry *e = &q->entries[q->nentries++];

	asking_keys(as, words->attrs, nouns[q->type].keys, with_article(as, nouns[q->type].entry));
	*e = (struct entry){
		.id = attrs_id(words->attrs),
		.id_given = attrs_id(words->attrs).n > 0,
		.fixed = attrs_class(words->attrs, "fixed"),
		.words = words,
		.weight = RATIO_ONE,
	};
	if (words_has(str_of(nouns[q->type].keys), STR("weight")))
		asking_ratio(as, words->attrs, "weight", &RATIO_ZERO, NULL, &e->weight);
	return e;
}

struct target *
placing_target(struct asking *as, struct node *words)
{
	struct question *q = as->q;
	struct target *t = &q->targets[q->ntargets++];

	asking_keys(as, words->attrs, "", with_article(as, nouns[q->type].target));
	*t = (struct target){ .id = attrs_id(words->attrs), .id_given = attrs_id(words->attrs).n > 0, .words = words };
	return t;
}

void
placing_right(struct asking *as, struct entry *e, size_t t)
{
	if (!e->right)
		e->right = ARENA_ARRAY(as->arena, bool, MOST);
	e->right[t] = true;
}

void
placing_feedback(struct asking *as, struct entry *e)
{
	struct feedback f = feedback_split(as->arena, e->words, as->ctx->src, as->d);

	e->feedback = f.ticked;
	e->feedback_not = f.unticked;
	e->hint = f.hint;
}

struct span
placing_at(const struct asking *as, const struct node *words)
{
	return words->kind == NODE_CELL ? cells_at(as->ctx->src, words) : words->at;
}

/* -- the rule -- */

static void
read_deduction(struct asking *as)
{
	struct question *q = as->q;
	const struct attr *attr = attrs_get(q->node->attrs, "deduction");
	bool chosen = attrs_get(q->node->attrs, "scoring") != NULL;

	if (!attr && q->scoring == SCORING_DEDUCT)
		diag_note(as->d,
		    asking_fault(as, DIAG_ATTRIBUTE_VALUE, q->node->at, "`scoring=deduct` lacks its `deduction=`"),
		    "write what a wrong one takes off, as `deduction=1/2`");
	if (!attr)
		return;
	asking_ratio(as, q->node->attrs, "deduction", &RATIO_ZERO, NULL, &q->deduction);
	if (!chosen)
		q->scoring = SCORING_DEDUCT;
	else if (q->scoring != SCORING_DEDUCT)
		asking_fault(as, DIAG_ATTRIBUTE_VALUE, attr->at, "`deduction` goes with `scoring=deduct` only");
}

void
placing_rule(struct asking *as)
{
	struct question *q = as->q;
	struct str allowed = str_of(question_kinds[q->type].attributes);
	const struct attr *attr = attrs_get(q->node->attrs, "select");

	if (words_has(allowed, STR("deduction")))
		read_deduction(as);
	if (words_has(allowed, STR("reuse")))
		asking_flag(as, q->node->attrs, "reuse", &q->reuse);
	if (!attr || !words_has(allowed, STR("select")))
		return;
	q->many = str_is(attr->value, "many");
	if (!q->many && !str_is(attr->value, "one"))
		asking_fault(as, DIAG_ATTRIBUTE_VALUE, attr->at, "`select` is one or many");
}

/* -- texts -- */

static bool
refuse(struct asking *as, const struct node *words, const char *which, const char *noun)
{
	asking_fault(as, DIAG_QUESTION_OPTION, placing_at(as, words), "%s %s", which, noun);
	return false;
}

static bool
check_words(struct asking *as, struct map *seen, struct node *words, const char *noun)
{
	struct str text = alike_words(as->arena, words, false);

	if (text.n == 0)
		return refuse(as, words, "there are no words in this", noun);
	if (map_add(seen, text, words))
		return refuse(as, words, "the same words stand in another", noun);
	return true;
}

static bool
check_texts(struct asking *as)
{
	struct question *q = as->q;
	struct map entries = MAP_INIT, targets = MAP_INIT;
	bool fine = true;

	for (size_t i = 0; i < q->nentries; i++)
		fine &= check_words(as, &entries, q->entries[i].words, nouns[q->type].entry);
	for (size_t i = 0; i < q->ntargets; i++)
		fine &= check_words(as, &targets, q->targets[i].words, nouns[q->type].target);
	map_free(&entries);
	map_free(&targets);
	return fine;
}

/* -- weights -- */

static bool
check_weights(struct asking *as)
{
	struct question *q = as->q;
	struct ratio sum = RATIO_ZERO;

	for (size_t i = 0; i < q->nentries; i++)
		if (!ratio_add(sum, q->entries[i].weight, &sum)) {
			asking_fault(as, DIAG_QUESTION_OPTION, q->node->at, "these weights cannot be added up exactly");
			return false;
		}
	if (q->nentries > 0 && sum.num == 0) {
		asking_fault(as, DIAG_QUESTION_OPTION, q->node->at, "all weights are 0: there is nothing to be earned");
		return false;
	}
	for (size_t i = 0; i < q->nentries && q->scoring != SCORING_PER_PAIR; i++)
		if (ratio_cmp(q->entries[i].weight, RATIO_ONE) != 0) {
			asking_fault(as, DIAG_QUESTION_LINT, placing_at(as, q->entries[i].words),
			    "`weight` has no effect with `scoring=%s`", question_scoring_names[q->scoring]);
			break;
		}
	return true;
}

/* -- ids -- */

/* The id ${wanted}, or what comes nearest to it and is free. */
static struct str
free_id(struct asking *as, struct map *ids, struct str wanted, void *owner)
{
	struct str id = wanted;

	while (map_get(ids, id))
		id = arena_fmt(as->arena, "%.*s-", STR_ARG(id));
	map_put(ids, id, owner);
	return id;
}

static bool
name_entries(struct asking *as)
{
	struct question *q = as->q;
	struct map ids = MAP_INIT;
	bool fine = true;

	for (size_t i = 0; i < q->nentries; i++)
		if (q->entries[i].id_given)
			fine &= map_add(&ids, q->entries[i].id, &q->entries[i]) == NULL;
	for (size_t i = 0; i < q->nentries; i++) {
		struct entry *e = &q->entries[i];

		if (e->id_given)
			continue;
		asking_id(as, placing_at(as, e->words), arena_fmt(as->arena, "this %s", nouns[q->type].entry).p);
		e->id = free_id(as, &ids, arena_fmt(as->arena, "%zu", i + 1), e);
	}
	map_free(&ids);
	return fine;
}

/* The right side of a match is called as the first row that it belongs to: nobody writes ids there. */
static struct str
borrowed_id(const struct question *q, size_t target)
{
	for (size_t i = 0; i < q->nentries && q->type == QUESTION_MATCH; i++)
		if (q->entries[i].right && q->entries[i].right[target])
			return q->entries[i].id;
	return STR_EMPTY;
}

static bool
name_targets(struct asking *as)
{
	struct question *q = as->q;
	struct map ids = MAP_INIT;
	bool fine = true;

	for (size_t i = 0; i < q->ntargets; i++)
		if (q->targets[i].id_given)
			fine &= map_add(&ids, q->targets[i].id, &q->targets[i]) == NULL;
	for (size_t i = 0; i < q->ntargets; i++) {
		struct target *t = &q->targets[i];
		struct str wanted = borrowed_id(q, i);

		if (t->id_given)
			continue;
		if (q->type != QUESTION_MATCH && !t->nowhere)
			asking_id(
			    as, placing_at(as, t->words), arena_fmt(as->arena, "this %s", nouns[q->type].target).p);
		t->id = free_id(as, &ids, wanted.n > 0 ? wanted : arena_fmt(as->arena, "%zu", i + 1), t);
	}
	map_free(&ids);
	return fine;
}

bool
placing_finish(struct asking *as)
{
	bool fine = check_texts(as);

	for (size_t i = 0; i < as->q->nentries; i++)
		if (as->q->type != QUESTION_SURVEY && as->q->ntargets > 0 && !as->q->entries[i].right)
			as->q->entries[i].right = ARENA_ARRAY(as->arena, bool, as->q->ntargets);
	if (as->ctx->source)
		return fine && counterpart_adopt(as);
	return fine && check_weights(as) && name_entries(as) && name_targets(as);
}
