/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SCORE_SLIP_H
#define SCORE_SLIP_H

#include "score/exact.h"
#include "score/keyfile.h"
#include "score/slipletters.h"

/* A result slip: a code read with the key of its paper, and scored again (docs/results.md). */

/* What does not fit. More than one can be true. */
enum slip_flag {
	SLIP_BROKEN = 1,   /* letters are wrong or missing: nothing more is known */
	SLIP_UNKNOWN = 2,  /* of no paper in the key files: nothing but date and claim is known */
	SLIP_MISFIT = 4,   /* answers that the questions do not have: nothing is scored */
	SLIP_SCORE = 8,    /* the score that it claims is another */
	SLIP_DATE = 16,    /* a date that has not been yet */
	SLIP_ATTEMPT = 32, /* an attempt more than the quiz allows */
	SLIP_CUT = 64,     /* a typed answer was too long for the code, and its score may be another for that */
	SLIP_TWICE = 128,  /* the same code was there before; set by who has the list */
	SLIP_FLAGS = 8,
};

/* slip_flag_name(f), slip_flag_sentence(f): "misfit", and what it means. */
const char *slip_flag_name(enum slip_flag f);
const char *slip_flag_sentence(enum slip_flag f);

struct slip_answer {
	const struct keyfile_question *q;
	bool delivered;                /* it was asked; the rest counts only then */
	const struct jvalue *response; /* JSON_NULL: none */
	bool answered;
	const struct exact
	    *result; /* share of full marks with what tries and hints cost; NULL: the question has no score */
	bool full;   /* all of them, at whatever try */
};

struct slip {
	unsigned flags;
	const char *fault;                 /* of SLIP_BROKEN: what is wrong */
	const struct keyfile_paper *paper; /* NULL: SLIP_BROKEN, SLIP_UNKNOWN */
	uint32_t mark;
	char date[11];                    /* "2026-11-25" */
	int day;                          /* since 2026-01-01 */
	unsigned attempt;                 /* the first is 1 */
	int claim;                        /* hundredths of a percent, cut; -1: it claims no score */
	struct slip_answer *answers;      /* by paper->questions; NULL where nothing is scored */
	const struct exact *earned, *max; /* points; NULL: nothing is scored, or there is nothing to earn */
	const struct exact *share;        /* earned / max; NULL as well */
	bool has_pass, passed;
};

/*
 * slip_read(a, numbers, keys, code, today, out): ${code} is used up; ${today} in days since 2026-01-01 (slip_day()). What is
 * made lives in ${a} and ${numbers}.
 */
void slip_read(struct arena *a, struct exacts *numbers, const struct keyfiles *keys, struct slipletters *code,
    int today, struct slip *out);

/* slip_day(year, month, day): days since 2026-01-01. */
int slip_day(int year, int month, int day);

#endif
