/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "assemble/tryouts.h"

#include "assemble/variants.h"

static bool
typed(const struct question *q)
{
	return q->type == QUESTION_TEXT || q->type == QUESTION_NUMBER || q->type == QUESTION_GAP;
}

static void
add(struct asking *as, struct str response, struct ratio score, const struct node *item)
{
	as->q->samples[as->q->nsamples++] = (struct sample){ response, score, item->at };
}

/* One answer for each gap, in their order. */
static void
add_gaps(struct asking *as, const struct variants *v, struct ratio score, const struct node *item)
{
	struct buf b = BUF_INIT;

	if (v->n != as->q->ngaps) {
		diag_note(as->d,
		    asking_fault(as, DIAG_QUESTION_OPTION, item->at, "%zu answers for %zu gaps", v->n, as->q->ngaps),
		    "write one for each gap, with `|` between: `housing | 30`");
		return;
	}
	for (size_t i = 0; i < v->n; i++) {
		buf_cstr(&b, i ? " | " : "");
		buf_str(&b, v->v[i].text);
	}
	add(as, arena_str(as->arena, buf_view(&b)), score, item);
	buf_free(&b);
}

static void
read_item(struct asking *as, const struct node *item)
{
	struct variants v = variants_of_item(as, item);
	struct ratio score = RATIO_ONE;

	asking_keys(as, item->attrs, "score", "a sample");
	if (!v.v)
		return;
	asking_ratio(as, item->attrs, "score", &RATIO_ZERO, &RATIO_ONE, &score);
	if (as->q->type == QUESTION_GAP) {
		add_gaps(as, &v, score, item);
		return;
	}
	for (size_t i = 0; i < v.n; i++)
		add(as, v.v[i].text, score, item);
}

/* Room for all: a variant takes a bar or an item. */
static size_t
most(const struct node *samples)
{
	size_t n = 0;

	for (const struct node *i = samples->first; i; i = node_next(i, samples)) {
		n += i->kind == NODE_ITEM;
		for (size_t c = 0; i->kind == NODE_TEXT && c < i->as.text.n; c++)
			n += i->as.text.p[c] == '|';
	}
	return n;
}

static void
read_samples(struct asking *as, const struct node *samples)
{
	if (!typed(as->q)) {
		asking_fault(as, DIAG_QUESTION_LINT, samples->at,
		    "samples are tried out on answers that are typed; here nothing is");
		return;
	}
	if (as->q->samples) {
		asking_fault(as, DIAG_QUESTION_STRAY, samples->at, "there are samples already");
		return;
	}
	as->q->samples = ARENA_ARRAY(as->arena, struct sample, most(samples) + 1);
	for (const struct node *n = samples->first; n; n = n->next) {
		if (n->kind != NODE_LIST) {
			diag_note(as->d, asking_fault(as, DIAG_QUESTION_STRAY, n->at, "samples are a list"),
			    "write one answer an item, with the score that it must get: `- victims {score=0}`");
			continue;
		}
		for (const struct node *item = n->first; item; item = item->next)
			read_item(as, item);
	}
}

void
tryouts_read(struct asking *as)
{
	for (const struct node *n = as->q->node->first; n; n = n->next)
		if (node_is_directive(n, "samples"))
			read_samples(as, n);
}
