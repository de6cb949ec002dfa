/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "score/fingerprint.h"

#include <stdlib.h>

#include "base/hash.h"
#include "base/vec.h"

/* -- a question -- */

/* Parts whose order does not count: each is hashed, then all of them in the order of their hashes. */
struct parts VEC_OF(uint64_t);

static int
by_value(const void *a, const void *b)
{
	const uint64_t *x = a, *y = b;

	return (*x > *y) - (*x < *y);
}

static void
add_part(struct parts *all, struct buf *part)
{
	VEC_PUSH(all, hash_bytes(buf_view(part)));
	buf_reset(part);
}

static void
add_text(struct buf *b, struct str s)
{
	buf_str(b, s);
	buf_chr(b, '\0');
}

static void
add_ratio(struct buf *b, struct ratio r)
{
	ratio_write(b, r);
	buf_chr(b, '\0');
}

/* The words of an item or cell, without feedback and what is nested in it. */
static void
add_words(struct buf *b, const struct node *words)
{
	for (const struct node *n = words ? words->first : NULL; n; n = n->next)
		if (n->kind != NODE_QUOTE && n->kind != NODE_LIST)
			node_plain(b, n);
	buf_chr(b, '\0');
}

static void
add_options(struct parts *all, struct buf *b, const struct question *q)
{
	for (size_t i = 0; i < q->noptions; i++) {
		const struct option *o = &q->options[i];

		add_text(b, o->id);
		buf_chr(b, o->right ? '+' : '-');
		add_ratio(b, o->credit);
		add_words(b, o->item);
		buf_fmt(b, "%d", o->area.shape);
		for (size_t k = 0; k < o->area.n; k++)
			add_ratio(b, o->area.at[k]);
		add_part(all, b);
	}
}

/* Of an order the places of the entries are the key. */
static void
add_entries(struct parts *all, struct buf *b, const struct question *q)
{
	for (size_t i = 0; i < q->ntargets; i++) {
		add_text(b, q->targets[i].id);
		add_words(b, q->targets[i].words);
		add_part(all, b);
	}
	for (size_t i = 0; i < q->nentries; i++) {
		const struct entry *e = &q->entries[i];

		add_text(b, e->id);
		add_words(b, e->words);
		add_ratio(b, e->weight);
		for (size_t k = 0; e->right && k < q->ntargets; k++)
			if (e->right[k])
				add_text(b, q->targets[k].id);
		if (q->type == QUESTION_ORDER)
			buf_fmt(b, "%zu", i);
		add_part(all, b);
	}
}

static void
add_accepted(struct buf *b, const struct accepted *a)
{
	for (size_t i = 0; i < a->nvariants; i++)
		add_text(b, a->variants[i]);
	buf_fmt(b, "%d%d%d%d%d%d%d%d %d %d ", a->match, a->right, a->any, a->has_value, a->has_low, a->has_high,
	    a->open_low, a->open_high, a->decimals, a->sigfigs);
	add_ratio(b, a->has_value ? a->value : RATIO_ZERO);
	add_ratio(b, a->has_low ? a->low : RATIO_ZERO);
	add_ratio(b, a->has_high ? a->high : RATIO_ZERO);
	add_ratio(b, a->credit);
}

static void
add_gaps(struct parts *all, struct buf *b, const struct question *q)
{
	for (size_t i = 0; i < q->ngaps; i++) {
		const struct gap *g = &q->gaps[i];

		add_text(b, g->id);
		add_ratio(b, g->weight);
		for (size_t k = 0; k < g->nanswers; k++)
			add_accepted(b, &g->answers[k]);
		add_part(all, b);
	}
}

static uint64_t
answers(const struct question *q)
{
	struct parts all = { 0 };
	struct buf b = BUF_INIT;
	uint64_t hash;

	add_options(&all, &b, q);
	add_entries(&all, &b, q);
	add_gaps(&all, &b, q);
	if (all.n > 1)
		qsort(all.v, all.n, sizeof *all.v, by_value);
	hash = hash_bytes((struct str){ all.n > 0 ? (const char *)all.v : "", all.n * sizeof *all.v });
	buf_free(&b);
	VEC_FREE(&all);
	return hash;
}

/* How the answers are scored, as far as it is a matter of the question. */
static void
add_rule(struct buf *b, const struct question *q)
{
	buf_fmt(b, "%d %d %d %d %d %d %d %d ", q->type, q->scoring, q->none, q->max, q->clicks, q->reuse, q->many,
	    q->distinct);
	add_ratio(b, q->deduction);
	if (q->floored)
		add_ratio(b, q->floor);
}

void
fingerprint_question(const struct question *q, char out[FINGERPRINT_QUESTION + 1])
{
	const struct question *source = q->source ? q->source : q;
	const struct node *label = source->node->as.directive.label;
	struct buf b = BUF_INIT;

	if (label)
		node_plain(&b, label);
	for (const struct node *n = source->node->first; n; n = n->next)
		if (n != source->answers && !question_part(n))
			node_plain(&b, n);
	add_rule(&b, source);
	buf_fmt(&b, "%llu", (unsigned long long)answers(source));
	hash_letters(hash_bytes(buf_view(&b)), FINGERPRINT_QUESTION, out);
	buf_free(&b);
}
