/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "score/asked.h"

#include "base/json.h"
#include "base/seal.h"
#include "score/members.h"
#include "score/phrased.h"

/* -- question -- */

/* Whether an option is right: in clear, or where there is a ${salt} as a hash. */
static void
right(struct buf *b, const struct question *q, const struct option *o, struct str salt)
{
	char mark[SEAL_MARK + 1];
	struct buf id = BUF_INIT;

	if (salt.n == 0) {
		if (o->right)
			members_flag(b, "correct", true);
		return;
	}
	buf_fmt(&id, "%.*s/%.*s", STR_ARG(q->id), STR_ARG(o->id));
	seal_mark(salt, buf_view(&id), o->right, mark);
	members_text(b, "key", str_of(mark));
	buf_free(&id);
}

static void
listed(struct buf *b, const struct question *q, struct str salt)
{
	members_key(b, "options");
	buf_chr(b, '[');
	for (size_t i = 0; i < q->noptions; i++) {
		const struct option *o = &q->options[i];

		members_next(b);
		buf_chr(b, '{');
		members_text(b, "id", o->id);
		right(b, q, o, salt);
		buf_chr(b, '}');
	}
	buf_chr(b, ']');
}

static void
options(struct buf *b, const struct question *q)
{
	listed(b, q, STR_EMPTY);
}

/* -- scoring -- */

static void
bounds(struct buf *b, const struct question *q)
{
	if (!q->floored)
		members_null(b, "floor");
	else if (q->floor.num != 0)
		members_exact(b, "floor", q->floor);
}

/* Credits of options; nobody gets more than full marks. */
static void
credits(struct buf *b, const struct question *q)
{
	members_text(b, "mode", STR("mapping"));
	members_key(b, "entries");
	buf_chr(b, '{');
	for (size_t i = 0; i < q->noptions; i++)
		if (q->options[i].credit.num != 0) {
			members_name(b, q->options[i].id);
			members_ratio(b, q->options[i].credit);
		}
	buf_chr(b, '}');
	members_exact(b, "ceil", RATIO_ONE);
}

static void
ticks(struct buf *b, const struct question *q)
{
	if (q->scoring == SCORING_CREDITS)
		credits(b, q);
	else if (q->type == QUESTION_MULTIPLE)
		members_text(b, "mode", str_of(question_scoring_names[q->scoring]));
	if (q->none)
		members_flag(b, "none_allowed", true);
	bounds(b, q);
}

/* -- entries and targets -- */

/* Ids of all targets an entry belongs to, a blank between: a matrix may want several. False: it belongs nowhere. */
static bool
belongs(struct buf *b, const struct question *q, const struct entry *e)
{
	bool any = false;

	for (size_t i = 0; i < q->ntargets; i++) {
		if (!e->right || !e->right[i] || q->targets[i].nowhere)
			continue;
		buf_cstr(b, any ? " " : "");
		buf_str(b, q->targets[i].id);
		any = true;
	}
	return any;
}

static void
pair(struct buf *b, struct str left, struct str right, bool decoy)
{
	members_name(b, left);
	if (decoy)
		BUF_LIT(b, "null");
	else
		json_string(b, right);
}

static void
weights(struct buf *b, const struct question *q)
{
	bool weighted = false;

	for (size_t i = 0; i < q->nentries; i++)
		weighted |= ratio_cmp(q->entries[i].weight, RATIO_ONE) != 0;
	if (!weighted)
		return;
	members_key(b, "weights");
	buf_chr(b, '{');
	for (size_t i = 0; i < q->nentries; i++)
		if (ratio_cmp(q->entries[i].weight, RATIO_ONE) != 0) {
			members_name(b, q->entries[i].id);
			members_ratio(b, q->entries[i].weight);
		}
	buf_chr(b, '}');
}

static void
pairs(struct buf *b, const struct question *q)
{
	struct buf right = BUF_INIT;

	members_key(b, "pairs");
	buf_chr(b, '{');
	for (size_t i = 0; i < q->nentries; i++) {
		bool any;

		buf_reset(&right);
		any = belongs(&right, q, &q->entries[i]);
		pair(b, q->entries[i].id, buf_view(&right), !any);
	}
	BUF_LIT(b, "}");
	members_key(b, "choices");
	buf_chr(b, '[');
	for (size_t i = 0; i < q->ntargets; i++)
		if (!q->targets[i].nowhere) {
			members_next(b);
			json_string(b, q->targets[i].id);
		}
	buf_chr(b, ']');
	weights(b, q);
	buf_free(&right);
}

static void
pairing(struct buf *b, const struct question *q)
{
	if (q->scoring == SCORING_EXACT || q->scoring == SCORING_HALF)
		members_text(b, "mode", str_of(question_scoring_names[q->scoring]));
	if (q->scoring == SCORING_DEDUCT) {
		members_text(b, "mode", STR("deduct"));
		members_exact(b, "deduction", q->deduction);
	}
}

static void
order(struct buf *b, const struct question *q)
{
	members_key(b, "order");
	buf_chr(b, '[');
	for (size_t i = 0; i < q->nentries; i++) {
		members_next(b);
		json_string(b, q->entries[i].id);
	}
	buf_chr(b, ']');
}

static void
ordering(struct buf *b, const struct question *q)
{
	if (q->scoring != SCORING_EXACT)
		members_text(b, "mode",
		    q->scoring == SCORING_ALL_PAIRS ? STR("all_pairs") : str_of(question_scoring_names[q->scoring]));
}

/* -- places in a picture: chosen in its list they are options, and labels are matched with places -- */

static bool
markers(const struct question *q)
{
	return q->scoring == SCORING_MARKERS;
}

/* A label belongs to its own place, which is called as it is. */
static void
spots(struct buf *b, const struct question *q)
{
	if (!markers(q)) {
		options(b, q);
		return;
	}
	members_key(b, "pairs");
	buf_chr(b, '{');
	for (size_t i = 0; i < q->noptions; i++)
		pair(b, q->options[i].id, q->options[i].id, q->options[i].area.shape == AREA_NONE);
	buf_chr(b, '}');
}

/* Wrong places cost nothing, as one may only point at so many. */
static void
spotting(struct buf *b, const struct question *q)
{
	if (markers(q))
		return;
	credits(b, q);
	bounds(b, q);
}

/* -- unscored -- */

static void
nothing(struct buf *b, const struct question *q)
{
	(void)b;
	(void)q;
}

static void
essay(struct buf *b, const struct question *q)
{
	if (q->min > 1)
		members_number(b, "min_chars", q->min);
}

/* Items and degrees have numbers in a response. */
static void
survey(struct buf *b, const struct question *q)
{
	members_number(b, "scale", (int)(q->nentries > 0 ? q->ntargets : q->noptions));
	members_key(b, "items");
	buf_chr(b, '[');
	for (size_t i = 0; i < q->nentries; i++) {
		members_next(b);
		json_string(b, q->entries[i].id);
	}
	if (q->nentries == 0)
		json_string(b, q->id);
	buf_chr(b, ']');
}

/* What each type says of itself, and of its rule. */
static const struct writer {
	void (*question)(struct buf *, const struct question *);
	void (*scoring)(struct buf *, const struct question *);
} writers[QUESTION_TYPES] = {
	[QUESTION_SINGLE] = { options, ticks },
	[QUESTION_MULTIPLE] = { options, ticks },
	[QUESTION_TRUEFALSE] = { options, ticks },
	[QUESTION_MATCH] = { pairs, pairing },
	[QUESTION_SORT] = { pairs, pairing },
	[QUESTION_ORDER] = { order, ordering },
	[QUESTION_GAP] = { phrased_gaps, phrased_scoring },
	[QUESTION_TEXT] = { phrased_answers, phrased_scoring },
	[QUESTION_NUMBER] = { phrased_answers, phrased_scoring },
	[QUESTION_MATRIX] = { pairs, pairing },
	[QUESTION_HOTSPOT] = { spots, spotting },
	[QUESTION_REFLECT] = { essay, nothing },
	[QUESTION_SURVEY] = { survey, nothing },
};

struct str
asked_type(const struct question *q)
{
	if (q->type == QUESTION_HOTSPOT)
		return markers(q) ? STR("matching") : q->clicks == 1 ? STR("single") : STR("multiple");
	return str_of(question_kinds[q->type].notation);
}

static void
rule(struct buf *b, const struct question *q)
{
	members_key(b, "scoring");
	buf_chr(b, '{');
	writers[q->type].scoring(b, q);
	buf_chr(b, '}');
}

void
asked_write(struct buf *b, const struct question *q)
{
	members_text(b, "type", asked_type(q));
	members_key(b, "question");
	buf_chr(b, '{');
	writers[q->type].question(b, q);
	buf_chr(b, '}');
	rule(b, q);
}

bool
asked_marked(struct buf *b, const struct question *q, struct str salt)
{
	if (writers[q->type].question != options || q->scoring == SCORING_CREDITS)
		return false;
	members_text(b, "type", asked_type(q));
	members_key(b, "question");
	buf_chr(b, '{');
	listed(b, q, salt);
	buf_chr(b, '}');
	rule(b, q);
	return true;
}
