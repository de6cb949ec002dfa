/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Any page: each question in it is refused with a word, or has what the scorer counts on; its answers can be tried out; and a page that is
 * its own translation agrees with itself. `tests/fuzz/hunt question` runs it.
 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "assemble/question.h"
#include "base/unicode.h"
#include "read/markdown.h"
#include "score/samples.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

enum { MOST_QUESTIONS = 16 };

struct page {
	struct question *questions[MOST_QUESTIONS]; /* NULL: refused */
	size_t n;
};

static void
demand(bool what)
{
	if (!what)
		abort();
}

static void
check_options(const struct question *q)
{
	size_t right = 0;

	demand(q->type != QUESTION_TRUEFALSE || q->noptions == 2);
	for (size_t i = 0; i < q->noptions; i++) {
		const struct option *o = &q->options[i];

		right += o->right;
		demand(o->id.n > 0 && o->credit.den > 0 && ratio_cmp(o->credit, RATIO_ONE) <= 0);
		demand(!o->feedback || o->feedback->first);
		demand(!o->feedback_not || o->feedback_not->first);
		demand(!o->hint || o->hint->first);
		for (size_t k = 0; k < i; k++)
			demand(!str_eq(o->id, q->options[k].id));
	}
	demand(q->noptions == 0 || q->type == QUESTION_SURVEY || (right == 0) == q->none);
	demand(q->type != QUESTION_HOTSPOT || (q->image && (q->clicks > 0 || q->scoring == SCORING_MARKERS)));
}

static void
check_entries(const struct question *q)
{
	bool placed = q->type == QUESTION_MATCH || q->type == QUESTION_SORT || q->type == QUESTION_MATRIX;

	for (size_t i = 0; i < q->ntargets; i++) {
		demand(q->targets[i].id.n > 0 && q->targets[i].words);
		for (size_t k = 0; k < i; k++)
			demand(!str_eq(q->targets[i].id, q->targets[k].id));
	}
	for (size_t i = 0; i < q->nentries; i++) {
		const struct entry *e = &q->entries[i];
		size_t right = 0;

		demand(e->id.n > 0 && e->words && e->weight.num >= 0 && e->weight.den > 0);
		for (size_t t = 0; placed && t < q->ntargets; t++)
			right += e->right[t];
		demand(q->type != QUESTION_MATCH || right == 1);
		demand(q->type != QUESTION_MATRIX || q->many || right == 1);
		for (size_t k = 0; k < i; k++)
			demand(!str_eq(e->id, q->entries[k].id));
	}
	demand(!placed || (q->nentries > 0 && q->ntargets > 0));
	demand(q->type != QUESTION_ORDER || q->nentries > 1);
}

/* Full marks can be had in each gap. */
static void
check_gaps(const struct question *q)
{
	bool typed = q->type == QUESTION_GAP || q->type == QUESTION_TEXT || q->type == QUESTION_NUMBER;

	demand(!typed || q->ngaps > 0);
	for (size_t i = 0; i < q->ngaps; i++) {
		const struct gap *g = &q->gaps[i];
		bool full = false;

		demand(g->id.n > 0 && g->weight.num >= 0 && g->weight.den > 0 && (g->node || q->type != QUESTION_GAP));
		for (size_t k = 0; k < g->nanswers; k++) {
			const struct accepted *a = &g->answers[k];

			full |= ratio_cmp(a->credit, RATIO_ONE) == 0;
			demand(a->credit.num >= 0 && ratio_cmp(a->credit, RATIO_ONE) <= 0);
			demand(g->kind == GAP_NUMBER || a->nvariants > 0);
			demand(g->kind != GAP_NUMBER || a->any || a->has_value || (a->has_low && a->has_high));
		}
		demand(full);
		for (size_t k = 0; k < i; k++)
			demand(!str_eq(g->id, q->gaps[k].id));
	}
}

static void
check(const struct question *q)
{
	demand(q->id.n > 0 && q->points.num >= 0 && q->points.den > 0 && q->tries >= 0);
	check_options(q);
	check_entries(q);
	check_gaps(q);
}

/* What is written for the scorer can be read by it. */
static void
try(const struct source *src, struct page *page, struct diags *d)
{
	struct body body = { .src = *src, .questions = page->questions };

	for (size_t i = 0; i < page->n; i++)
		if (page->questions[i])
			page->questions[body.nquestions++] = page->questions[i];
	samples_check(&body, NULL, d);
}

/* All questions of the page, as translations of those of ${source} where that is not NULL. */
static void
read_page(struct arena *a, const struct source *src, const struct page *source, struct page *page, struct diags *d)
{
	struct quiz quiz;
	bool told = false;
	struct question_context ctx = { src, &quiz, 1, NULL, &told };
	struct node *root = markdown_read(a, src, src->bytes, 1, d);

	quiz_init(&quiz, QUIZ_SELF_CHECK);
	for (struct node *n = root; n && page->n < MOST_QUESTIONS; n = node_next(n, root)) {
		if (!node_is_directive(n, "question"))
			continue;
		ctx.number = page->n + 1;
		ctx.source = source ? source->questions[page->n] : NULL;
		page->questions[page->n] = question_read(a, n, &ctx, d);
		if (page->questions[page->n])
			check(page->questions[page->n]);
		demand(!ctx.source || page->questions[page->n]);
		page->n++;
	}
}

static bool
told(const struct diags *d, enum diag_code code)
{
	for (size_t i = 0; i < d->all.n; i++)
		if (d->all.v[i].code == code)
			return true;
	return false;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	struct arena a = ARENA_INIT;
	struct diags d = DIAGS_INIT, again = DIAGS_INIT;
	struct source src = { STR("fuzz.md"), { n ? (const char *)data : "", n } };
	struct page page = { 0 }, translation = { 0 };
	size_t bad;

	if (unicode_valid(src.bytes, &bad) && !memchr(src.bytes.p, 0, n)) {
		read_page(&a, &src, NULL, &page, &d);
		read_page(&a, &src, &page, &translation, &again);
		demand(!told(&again, DIAG_TRANSLATION_DIFFERS));
		try(&src, &page, &d);
	}
	diags_free(&d);
	diags_free(&again);
	arena_free(&a);
	return 0;
}
