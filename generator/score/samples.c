/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "score/samples.h"

#include <assert.h>

#include "localise/ui.h"
#include "score/asked.h"
#include "score/regex.h"
#include "score/scorers.h"

/* A question of the text, or one gap of it as a question of its own, as the scorer reads it. */
struct trying {
	struct arena arena;
	struct exacts numbers;
	const struct body *body;
	struct str decimal;
	struct diags *d;
	const struct question *q;
	struct jvalue *asked;
};

/* -- scoring -- */

/* As jsonread_get(), to be added to. */
static struct jvalue *
member(struct jvalue *map, const char *key)
{
	struct jvalue *m = map->first;

	while (m && !str_is(m->key, key))
		m = m->next;
	assert(m && "a question without what its type has");
	return m;
}

static void
set_decimal(struct trying *t, struct jvalue *place)
{
	jsonread_add(&t->arena, place, JSON_STRING, t->decimal)->key = STR("decimal");
}

/* Makes ${q} the question that is tried. */
static void
ask(struct trying *t, const struct question *q)
{
	struct buf b = BUF_INIT;
	struct json_fault fault = { 0 };
	struct jvalue *question;

	buf_chr(&b, '{');
	asked_write(&b, q);
	buf_chr(&b, '}');
	t->q = q;
	t->asked = jsonread_parse(&t->arena, arena_str(&t->arena, buf_view(&b)), &fault);
	assert(t->asked && "a question that is no JSON");
	buf_free(&b);
	question = member(t->asked, "question");
	if (q->type == QUESTION_NUMBER)
		set_decimal(t, question);
	if (q->type != QUESTION_GAP)
		return;
	for (struct jvalue *gap = member(question, "gaps")->first; gap; gap = gap->next)
		if (jsonread_is(jsonread_get(gap, "kind"), "number"))
			set_decimal(t, gap);
}

/* What ${response} gets; NULL where a pattern cannot be used. *state says whether it is an answer at all. */
static const struct exact *
result(struct trying *t, const struct jvalue *response, enum response_state *state)
{
	struct scoring s = {
		.arena = &t->arena,
		.numbers = &t->numbers,
		.type = jsonread_get(t->asked, "type")->text,
		.question = jsonread_get(t->asked, "question"),
		.rule = jsonread_get(t->asked, "scoring"),
		.response = response,
	};
	const struct scorer *scorer = scorers_find(s.type);

	*state = scorer->state(&s, response);
	scorer->score(&s);
	return s.error.n > 0 ? NULL : s.score;
}

static const struct exact *
exact_of_ratio(struct trying *t, struct ratio r)
{
	return exact_of(&t->numbers, r.num, (unsigned long)r.den);
}

static struct jvalue *
typed(struct trying *t, struct str text)
{
	struct jvalue *v = ARENA_NEW(&t->arena, struct jvalue);

	*v = (struct jvalue){ .kind = JSON_STRING, .text = text };
	return v;
}

/* -- patterns -- */

static struct span
place(const struct question *q, const struct gap *g, const struct accepted *a)
{
	return a->item ? a->item->at : g->node ? g->node->at : q->node->at;
}

/* Whether all patterns of ${g} can be used. */
static bool
check_patterns(struct trying *t, const struct question *q, const struct gap *g)
{
	bool fine = true;

	for (size_t i = 0; i < g->nanswers; i++) {
		const struct accepted *a = &g->answers[i];
		struct str why;

		for (size_t v = 0; a->match == MATCH_REGEX && v < a->nvariants; v++) {
			if (regex_check(&t->arena, a->variants[v], !g->text.match_case, &why))
				continue;
			fine = false;
			diag_add(t->d, DIAG_QUESTION_PATTERN, &t->body->src, place(q, g, a), "`%.*s`: %.*s",
			    STR_ARG(str_sub(a->variants[v], 0, 60)), STR_ARG(why));
		}
	}
	return fine;
}

/* -- hidden answers -- */

static void
tell_hidden(struct trying *t, const struct question *q, const struct gap *g, const struct accepted *a, struct str text,
    const struct exact *got)
{
	struct buf b = BUF_INIT;

	buf_fmt(&b, "`%.*s` gets ", STR_ARG(str_sub(text, 0, 60)));
	exact_write(&b, got);
	buf_cstr(&b, ", not ");
	ratio_write(&b, a->credit);
	diag_note(t->d,
	    diag_add(t->d, DIAG_QUESTION_SAMPLE, &t->body->src, place(q, g, a), "%.*s", STR_ARG(buf_view(&b))),
	    "an answer in front of it fits, too, and the first that fits counts: put this one in front");
	buf_free(&b);
}

/* Each answer as its author writes it must get its own credit. */
static void
check_hidden(struct trying *t, const struct question *q, const struct gap *g)
{
	struct gap own = *g;
	struct question alone = { .type = QUESTION_TEXT, .gaps = &own, .ngaps = 1, .node = q->node };
	enum response_state state;

	if (g->kind != GAP_TEXT || g->nanswers < 2 || q->distinct)
		return;
	ask(t, &alone);
	for (size_t i = 0; i < g->nanswers; i++) {
		const struct accepted *a = &g->answers[i];

		for (size_t v = 0; a->match == MATCH_LITERAL && v < a->nvariants; v++) {
			const struct exact *got = result(t, typed(t, a->variants[v]), &state);

			if (got && exact_cmp(got, exact_of_ratio(t, a->credit)) != 0)
				tell_hidden(t, q, g, a, a->variants[v], got);
		}
	}
}

/* -- samples -- */

static void
refuse(struct trying *t, const struct sample *s, const char *why, const struct exact *got)
{
	struct buf b = BUF_INIT;

	buf_fmt(&b, "`%.*s` %s", STR_ARG(str_sub(s->response, 0, 60)), why);
	if (got) {
		exact_write(&b, got);
		buf_cstr(&b, ", not ");
		ratio_write(&b, s->score);
	}
	diag_add(t->d, DIAG_QUESTION_SAMPLE, &t->body->src, s->at, "%.*s", STR_ARG(buf_view(&b)));
	buf_free(&b);
}

/* The place of ${word} in a menu, which is how it is answered; the word itself where it is none. */
static struct str
answer_in(struct trying *t, const struct gap *g, struct str word)
{
	for (size_t i = 0; g->kind == GAP_MENU && i < g->nanswers; i++)
		if (str_eq(g->answers[i].variants[0], word))
			return arena_fmt(&t->arena, "%zu", i + 1);
	return word;
}

static struct jvalue *
response_of(struct trying *t, const struct sample *s)
{
	struct jvalue *map = ARENA_NEW(&t->arena, struct jvalue);
	struct str rest = s->response;

	if (t->q->type != QUESTION_GAP)
		return typed(t, s->response);
	map->kind = JSON_MAP;
	for (size_t i = 0; i < t->q->ngaps; i++) {
		const struct gap *g = &t->q->gaps[i];

		jsonread_add(&t->arena, map, JSON_STRING, answer_in(t, g, str_trim(str_cut(&rest, '|'))))->key = g->id;
	}
	return map;
}

static void
check_samples(struct trying *t, const struct question *q)
{
	if (q->nsamples == 0)
		return;
	ask(t, q);
	for (size_t i = 0; i < q->nsamples; i++) {
		const struct sample *s = &q->samples[i];
		enum response_state state;
		const struct exact *got = result(t, response_of(t, s), &state);

		if (state == RESPONSE_INVALID && s->score.num != 0)
			refuse(t, s, "cannot be read as a number", NULL);
		else if (got && exact_cmp(got, exact_of_ratio(t, s->score)) != 0)
			refuse(t, s, "gets ", got);
	}
}

void
samples_check(const struct body *body, const struct language *lang, struct diags *d)
{
	struct trying t = { .arena = ARENA_INIT, .numbers = EXACTS_INIT, .body = body, .d = d };

	t.decimal = lang ? ui_text(lang, "decimal-mark") : STR(".");
	for (size_t i = 0; i < body->nquestions; i++) {
		const struct question *q = body->questions[i];
		bool usable = true;

		for (size_t g = 0; g < q->ngaps; g++)
			usable &= check_patterns(&t, q, &q->gaps[g]);
		for (size_t g = 0; usable && g < q->ngaps; g++)
			check_hidden(&t, q, &q->gaps[g]);
		if (usable)
			check_samples(&t, q);
		exact_end(&t.numbers);
		t.numbers = (struct exacts)EXACTS_INIT;
		arena_reset(&t.arena);
	}
	arena_free(&t.arena);
}
