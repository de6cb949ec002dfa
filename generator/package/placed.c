/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "package/placed.h"

#include "package/prose.h"

static const struct span here;

static void
tell_rest(struct exchange *x, const struct entry *e)
{
	const struct node *lost[] = { e->feedback, e->feedback_not, e->feedback_right };

	for (size_t i = 0; i < sizeof lost / sizeof *lost; i++)
		if (lost[i])
			exchange_loss(x, lost[i]->at, "feedback to what is placed");
	if (e->hint)
		exchange_loss(x, e->hint->at, "a hint of what is placed");
	if (ratio_cmp(e->weight, RATIO_ONE) != 0)
		exchange_loss(x, e->words->at, "`weight=`: there all count the same");
}

/* -- pairs -- */

/* Where it belongs; NULL: nowhere. ${n}: in how many places. */
static const struct target *
target_of(const struct question *q, const struct entry *e, size_t *n)
{
	const struct target *found = NULL;

	*n = 0;
	for (size_t i = 0; i < q->ntargets; i++)
		if (e->right && e->right[i]) {
			found = &q->targets[i];
			(*n)++;
		}
	return found;
}

/* What belongs nowhere belongs, there, into the group that says so. */
static const struct target *
nowhere(struct exchange *x, const struct entry *e)
{
	for (size_t i = 0; i < x->q->ntargets; i++)
		if (x->q->targets[i].nowhere) {
			exchange_loss(x, e->words->at, "belonging nowhere: there, that must be chosen as an answer");
			return &x->q->targets[i];
		}
	exchange_loss(x, e->words->at, "this item: there, each must belong somewhere");
	return NULL;
}

static void
pair(struct exchange *x, const struct entry *e)
{
	size_t n;
	const struct target *t = target_of(x->q, e, &n);
	struct item_pair *p;

	if (n == 0 && (t = nowhere(x, e)) == NULL)
		return;
	p = item_pair(x->arena, x->it);
	p->left = prose_text(x, e->words);
	p->right = prose_plain(x, t->words);
	tell_rest(x, e);
}

static bool
chosen(const struct question *q, size_t target)
{
	for (size_t i = 0; i < q->nentries; i++)
		if (q->entries[i].right && q->entries[i].right[target])
			return true;
	return false;
}

bool
placed_pairs(struct exchange *x)
{
	const struct question *q = x->q;

	if (q->many) {
		exchange_loss(x, here, "the whole question: there, a row has one right answer (`select=many`)");
		return false;
	}
	if (q->scoring != SCORING_PER_PAIR)
		exchange_loss(x, here, "`scoring=%s`: there, each right pair counts; it is now as `per-pair`",
		    question_scoring_names[q->scoring]);
	for (size_t i = 0; i < q->nentries; i++)
		pair(x, &q->entries[i]);
	for (size_t i = 0; i < q->ntargets; i++)
		if (!q->targets[i].nowhere && !chosen(q, i))
			item_pair(x->arena, x->it)->right = prose_plain(x, q->targets[i].words);
	return true;
}

/* -- order -- */

bool
placed_order(struct exchange *x)
{
	static const enum item_order rules[SCORINGS] = {
		[SCORING_EXACT] = ITEM_ALL_OR_NOTHING,
		[SCORING_POSITION] = ITEM_ABSOLUTE,
		[SCORING_ADJACENT] = ITEM_NEXT,
		[SCORING_ALL_PAIRS] = ITEM_ALL_PAIRS,
		[SCORING_LIS] = ITEM_LONGEST,
	};

	x->it->order = rules[x->q->scoring];
	for (size_t i = 0; i < x->q->nentries; i++) {
		item_answer(x->arena, &x->it->answers)->text = prose_text(x, x->q->entries[i].words);
		tell_rest(x, &x->q->entries[i]);
	}
	return true;
}

/* -- labels in a picture -- */

/* An ellipse is not known there: eight corners come near. ${a}: cx cy rx ry. */
static void
octagon(struct exchange *x, const struct area *a, struct item_marker *m)
{
	static const struct ratio cos[8] = { { 1, 1 }, { 707, 1000 }, { 0, 1 }, { -707, 1000 }, { -1, 1 },
		{ -707, 1000 }, { 0, 1 }, { 707, 1000 } };

	m->shape = ITEM_POLYGON;
	m->at = ARENA_ARRAY(x->arena, struct ratio, 16);
	for (size_t i = 0; i < 8; i++)
		for (size_t k = 0; k < 2; k++) {
			struct ratio *at = &m->at[m->nat++];

			if (!ratio_mul(a->at[2 + k], cos[(i + 6 * k) % 8], at) || !ratio_add(*at, a->at[k], at))
				*at = a->at[k];
		}
}

static void
place(struct exchange *x, const struct option *o, struct item_marker *m)
{
	const struct area *a = &o->area;

	m->at = a->at;
	m->nat = a->n;
	switch (a->shape) {
	case AREA_RECT:
		m->shape = ITEM_RECTANGLE;
		m->at = ARENA_ARRAY(x->arena, struct ratio, 4);
		for (size_t i = 0; i < 4; i++)
			if (i < 2 || !ratio_sub(a->at[i], a->at[i - 2], &m->at[i]))
				m->at[i] = a->at[i];
		break;
	case AREA_CIRCLE: m->shape = ITEM_CIRCLE; break;
	case AREA_POLY: m->shape = ITEM_POLYGON; break;
	case AREA_ELLIPSE:
		m->nat = 0;
		octagon(x, a, m);
		exchange_loss(x, o->item->at, "the ellipse: it is now a shape with eight corners");
		break;
	default: m->shape = ITEM_NOWHERE; m->nat = 0;
	}
}

/* Places are whole pixels there. */
static void
round_place(struct exchange *x, const struct option *o, const struct item_marker *m)
{
	for (size_t i = 0; i < m->nat; i++)
		if (m->at[i].den != 1 && o->area.shape != AREA_ELLIPSE) {
			exchange_loss(x, o->item->at, "parts of a pixel: places are rounded");
			return;
		}
}

bool
placed_markers(struct exchange *x)
{
	const struct question *q = x->q;
	struct item_marker *m;
	struct str name;

	if (!x->embeds) {
		exchange_loss(x, here, "the whole question: %s has no places in a picture", x->format);
		return false;
	}
	if (!prose_picture(x, q->image, &name)) {
		exchange_loss(x, here, "the whole question: its picture cannot go along");
		return false;
	}
	if (q->image->first)
		exchange_loss(x, q->image->at, "the alternative text of a picture with places in it");
	x->it->markers = ARENA_ARRAY(x->arena, struct item_marker, q->noptions);
	for (size_t i = 0; i < q->noptions; i++) {
		const struct option *o = &q->options[i];

		m = &x->it->markers[x->it->nmarkers++];
		m->label = (struct item_text){ prose_plain(x, o->item), ITEM_PLAIN, 0 };
		place(x, o, m);
		round_place(x, o, m);
		if (o->feedback || o->feedback_not || o->hint)
			exchange_loss(x, o->item->at, "feedback and hint of a label");
	}
	return true;
}
