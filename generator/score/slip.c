/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "score/slip.h"

#include <stdio.h>
#include <time.h>

#include "score/scorers.h"
#include "score/slipanswers.h"

enum { NO_SCORE = 16383, DAY = 24 * 60 * 60 };

static const struct {
	const char *name, *sentence;
} flags[SLIP_FLAGS] = {
	{ "broken", "letters of the code are wrong or missing" },
	{ "unknown", "the code belongs to no version in the key files" },
	{ "misfit", "the code holds answers that the questions do not have" },
	{ "score", "the score that the code claims is not that of its answers" },
	{ "date", "the date has not been yet" },
	{ "attempt", "more attempts than the quiz allows" },
	{ "cut", "a typed answer was too long for the code: its score may be wrong" },
	{ "twice", "the same code stands above" },
};

static size_t
place_of(enum slip_flag f)
{
	size_t i = 0;

	while (i < SLIP_FLAGS - 1 && (1u << i) != (unsigned)f)
		i++;
	return i;
}

const char *
slip_flag_name(enum slip_flag f)
{
	return flags[place_of(f)].name;
}

const char *
slip_flag_sentence(enum slip_flag f)
{
	return flags[place_of(f)].sentence;
}

/* -- dates -- */

static time_t
start(void)
{
	struct tm first = { .tm_year = 126, .tm_mday = 1 };

	return timegm(&first);
}

int
slip_day(int year, int month, int day)
{
	struct tm tm = { .tm_year = year - 1900, .tm_mon = month - 1, .tm_mday = day };

	return (int)((timegm(&tm) - start()) / DAY);
}

static void
read_date(struct slip *s, struct slipletters *code, int today)
{
	struct tm tm;
	time_t at;

	s->day = (int)slipletters_bits(code, 14);
	at = start() + (time_t)s->day * DAY;
	gmtime_r(&at, &tm);
	strftime(s->date, sizeof s->date, "%Y-%m-%d", &tm);
	if (s->day > today + 1) /* where the reader is, it may be tomorrow */
		s->flags |= SLIP_DATE;
}

/* -- questions -- */

/* What is paid for tries and hints: bits of the code. */
static const struct exact *
read_paid(struct exacts *n, const struct keyfile_question *q, struct slipletters *code, unsigned *tries)
{
	const struct exact *paid, *step = exact_parse(n, q->penalty);

	*tries = slipletters_number(code, 3) + 1;
	paid = exact_mul(n, step, exact_of(n, (long)*tries - 1, 1));
	for (size_t i = 0; i < q->nhints; i++) {
		const struct exact *hint = exact_parse(n, q->hints[i]);

		if (slipletters_bits(code, 1) != 0 && hint != NULL)
			paid = exact_add(n, paid, hint);
	}
	return paid;
}

/* As worth() in score/js/page/core.js: only a single free try may be worth less than nothing. */
static const struct exact *
worth(struct exacts *n, const struct keyfile_question *q, const struct exact *result, const struct exact *paid)
{
	if (q->tries == 1 && exact_sign(paid) == 0)
		return result;
	return exact_max(exact_of(n, 0, 1), exact_sub(n, result, paid));
}

static void
score(struct arena *a, struct exacts *n, struct slip_answer *answer, const struct exact *paid)
{
	const struct keyfile_question *q = answer->q;
	const struct scorer *scorer = scorers_find(q->type);
	struct scoring s = { .arena = a, .numbers = n, .type = q->type, .question = q->question, .rule = q->scoring };

	s.response = answer->response;
	if (scorer == NULL)
		return;
	answer->answered |= scorer->state != NULL && scorer->state(&s, s.response) == RESPONSE_ANSWERED;
	scorer->score(&s);
	if (s.score == NULL)
		return;
	answer->result = exact_sign(s.max) == 0 ? exact_of(n, 0, 1) : exact_div(n, s.score, s.max);
	answer->full = exact_cmp(answer->result, exact_of(n, 1, 1)) == 0;
	answer->result = answer->answered ? worth(n, q, answer->result, paid) : answer->result;
}

static void
read_answers(struct arena *a, struct exacts *n, struct slip *s, struct slipletters *code)
{
	bool simple = slipletters_bits(code, 1) != 0, all = slipletters_bits(code, 1) != 0;

	s->answers = ARENA_ARRAY(a, struct slip_answer, s->paper->nquestions + 1);
	for (size_t i = 0; i < s->paper->nquestions; i++) {
		struct slip_answer *answer = &s->answers[i];
		const struct exact *paid = exact_of(n, 0, 1);
		struct slipanswers_one one;
		unsigned tries = 1;

		answer->q = &s->paper->questions[i];
		answer->delivered = all || slipletters_bits(code, 1) != 0;
		if (!answer->delivered)
			continue;
		if (!simple)
			paid = read_paid(n, answer->q, code, &tries);
		one = slipanswers_read(a, answer->q, code);
		answer->response = one.response;
		answer->answered = one.written;
		s->flags |= (one.misfit ? SLIP_MISFIT : 0) | (one.cut ? SLIP_CUT : 0);
		if (answer->q->tries > 0 && tries > (unsigned)answer->q->tries)
			s->flags |= SLIP_MISFIT;
		if (s->flags & SLIP_MISFIT)
			break; /* bits of what follows cannot be told apart */
		score(a, n, answer, paid);
	}
	if (!all && !s->paper->draws)
		s->flags |= SLIP_MISFIT;
	if (!slipletters_done(code))
		s->flags |= SLIP_MISFIT;
	if (s->flags & SLIP_MISFIT)
		s->answers = NULL;
}

/* -- the whole -- */

/* Points earned, not below 0, and points there are (D14). */
static void
total(struct exacts *n, struct slip *s)
{
	const struct exact *earned = exact_of(n, 0, 1), *max = earned, *pass;

	for (size_t i = 0; i < s->paper->nquestions; i++) {
		const struct slip_answer *answer = &s->answers[i];
		const struct exact *points;

		if (!answer->delivered || answer->result == NULL)
			continue;
		points = exact_parse(n, answer->q->points);
		earned = exact_add(n, earned, exact_mul(n, points, answer->result));
		max = exact_add(n, max, points);
	}
	if (exact_sign(max) == 0)
		return;
	s->earned = exact_max(earned, exact_of(n, 0, 1));
	s->max = max;
	s->share = exact_div(n, s->earned, max);
	s->has_pass = s->paper->pass.n > 0;
	if (!s->has_pass)
		return;
	pass = exact_parse(n, s->paper->pass);
	s->passed = exact_cmp(s->earned, s->paper->pass_in_points ? pass : exact_mul(n, pass, max)) >= 0;
}

/* Hundredths of a percent, cut, are what the browser says: share is below (claim + 1) / 10000 and not below claim / 10000. */
static bool
claim_fits(struct exacts *n, const struct slip *s)
{
	if (s->share == NULL || s->claim < 0)
		return s->share == NULL && s->claim < 0;
	return exact_cmp(s->share, exact_of(n, s->claim, 10000)) >= 0 &&
	    exact_cmp(s->share, exact_of(n, s->claim + 1, 10000)) < 0;
}

void
slip_read(struct arena *a, struct exacts *numbers, const struct keyfiles *keys, struct slipletters *code, int today,
    struct slip *out)
{
	*out = (struct slip){ .claim = -1, .fault = code->fault };
	if (code->fault != NULL) {
		out->flags = SLIP_BROKEN;
		return;
	}
	out->mark = slipletters_bits(code, 32);
	read_date(out, code, today);
	out->attempt = slipletters_number(code, 3) + 1;
	out->claim = (int)slipletters_bits(code, 14);
	if (out->claim > 10000)
		out->claim = out->claim == NO_SCORE ? -1 : 10001;
	out->paper = keyfile_find(keys, out->mark);
	if (out->paper == NULL) {
		out->flags |= SLIP_UNKNOWN;
		return;
	}
	if (out->paper->attempts > 0 && out->attempt > (unsigned)out->paper->attempts)
		out->flags |= SLIP_ATTEMPT;
	read_answers(a, numbers, out, code);
	if (out->answers == NULL)
		return;
	total(numbers, out);
	if (!claim_fits(numbers, out))
		out->flags |= SLIP_SCORE;
}
