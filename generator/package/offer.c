/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "package/offer.h"

#include "package/answered.h"
#include "package/placed.h"
#include "package/prose.h"
#include "package/ticked.h"

static const struct span here;

static bool
essay(struct exchange *x)
{
	if (x->q->min > 1)
		exchange_loss(x, here, "`min=`: how long the answer must be");
	return true;
}

static bool
survey(struct exchange *x)
{
	exchange_loss(x, here, "the whole question: there are no surveys among questions");
	return false;
}

static const struct {
	enum item_kind kind;
	bool (*answers)(struct exchange *);
} kinds[QUESTION_TYPES] = {
	[QUESTION_SINGLE] = { ITEM_CHOICE, ticked_options },
	[QUESTION_MULTIPLE] = { ITEM_CHOICE, ticked_options },
	[QUESTION_TRUEFALSE] = { ITEM_TRUEFALSE, ticked_truefalse },
	[QUESTION_MATCH] = { ITEM_MATCH, placed_pairs },
	[QUESTION_SORT] = { ITEM_MATCH, placed_pairs },
	[QUESTION_ORDER] = { ITEM_ORDER, placed_order },
	[QUESTION_GAP] = { ITEM_CLOZE, answered_gaps },
	[QUESTION_TEXT] = { ITEM_SHORT, answered_text },
	[QUESTION_NUMBER] = { ITEM_NUMBER, answered_number },
	[QUESTION_MATRIX] = { ITEM_MATCH, placed_pairs },
	[QUESTION_HOTSPOT] = { ITEM_CHOICE, ticked_options },
	[QUESTION_REFLECT] = { ITEM_ESSAY, essay },
	[QUESTION_SURVEY] = { ITEM_DESCRIPTION, survey },
};

/* -- text -- */

/* What is asked: the blocks in front of the answers, else the label. */
static void
put_text(struct exchange *x)
{
	const struct node *n = x->q->node, *label = n->as.directive.label, *last = NULL;
	struct buf b = BUF_INIT;
	struct item *it = x->it;
	size_t blocks = 0;

	for (const struct node *c = n->first; c && c != x->q->answers; c = c->next)
		if (!question_part(c)) {
			last = c;
			blocks++;
		}
	/* One plain paragraph is a line; not with a gap, behind which something must stand in GIFT. */
	if (blocks == 1 && last->kind == NODE_PARAGRAPH && it->kind != ITEM_CLOZE) {
		it->text = prose_text(x, last);
	} else {
		for (const struct node *c = n->first; c && c != x->q->answers; c = c->next)
			if (!question_part(c))
				prose_blocks(x, &b, c, c->next);
		it->text = (struct item_text){ exchange_keep(x, &b), ITEM_HTML, 0 };
	}
	if (label && label->first && it->text.s.n > 0)
		it->name = prose_plain(x, label);
	else if (label && label->first)
		it->text = prose_text(x, label);
}

/* -- the rest -- */

static void
put_tags(struct exchange *x)
{
	struct str rest = x->q->tags;

	while (rest.n > 0) {
		struct str tag = str_cut(&rest, ' ');

		if (tag.n > 0)
			item_tag(x->arena, x->it, tag);
	}
}

static void
put_hints(struct exchange *x)
{
	for (size_t i = 0; i < x->q->nhints; i++) {
		const struct hint *h = &x->q->hints[i];
		struct item_hint *made = item_hint(x->arena, x->it);

		made->text = prose_quote(x, h->node);
		made->clear_wrong = h->clear_wrong;
		made->show_count = h->show_count;
		if (h->penalty.num != 0)
			exchange_loss(x, h->node->at, "`penalty=` of a hint: there, each failed try costs the same");
	}
}

/* What is a setting of a whole quiz there. */
static void
tell_settings(struct exchange *x)
{
	static const char *const keys[] = { "tries", "keep", "solution", "floor", "objective", "required" };

	for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
		const struct attr *attr = attrs_get(x->q->node->attrs, keys[i]);

		if (attr)
			exchange_loss(x, attr->at, "`%s=`", keys[i]);
	}
	if (x->q->nsamples > 0)
		exchange_loss(x, here, "the samples that the build tries out");
}

void
offer_question(struct exchange *x, const struct question *q, struct items *all)
{
	struct item *it;
	bool marked = q->type == QUESTION_HOTSPOT && q->scoring == SCORING_MARKERS;

	x->q = q;
	it = x->it = item_new(x->arena, all, marked ? ITEM_MARKERS : kinds[q->type].kind);
	it->at = q->node->at;
	it->id = q->id_given ? q->id : STR_EMPTY;
	it->points = q->points;
	it->has_penalty = true;
	it->penalty = q->penalty;
	it->shuffle = q->shuffle;
	if (!(marked ? placed_markers(x) : kinds[q->type].answers(x))) {
		if (it->kind == ITEM_SHORT || it->kind == ITEM_NUMBER || it->kind == ITEM_CLOZE)
			exchange_loss(x, here, "the whole question: none of its answers can be said there");
		all->n--;
		return;
	}
	put_text(x);
	put_tags(x);
	put_hints(x);
	it->general = prose_quote(x, q->explanation);
	if (it->kind != ITEM_TRUEFALSE) {
		it->correct = prose_quote(x, q->correct);
		it->partial = prose_quote(x, q->partial);
		it->incorrect = prose_quote(x, q->incorrect);
	}
	tell_settings(x);
}
