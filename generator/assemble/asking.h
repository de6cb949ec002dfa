/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef ASSEMBLE_ASKING_H
#define ASSEMBLE_ASKING_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/diag.h"
#include "model/question.h"
#include "model/quiz.h"

/* What a question is read with. Everything but ${source} must be there. */
struct question_context {
	const struct source *src;      /* the file, with its bytes */
	const struct quiz *quiz;       /* how the page asks: from quiz_read() */
	size_t number;                 /* of the question on the page, 1-based */
	const struct question *source; /* the same question in the source language; NULL: this is it */
	bool *ids_told;                /* set by the first warning about missing ids: one a page is enough */
};

/* A question that is being read, in the hands of question.c and of the reader of its type. */
struct asking {
	struct arena *arena;
	const struct question_context *ctx;
	struct diags *d;
	struct question *q;
};

/* asking_fault(as, code, at, fmt, ...): a diag in the file at hand. */
struct diag *asking_fault(struct asking *as, enum diag_code code, struct span at, const char *fmt, ...)
    __attribute__((format(printf, 4, 5)));

/* asking_option(as, o): where ${o} stands; the question where it is a word of the locale. */
struct span asking_option(const struct asking *as, const struct option *o);

/*
 * asking_ratio(as, attrs, key, low, high, out), asking_count(…, out), asking_flag(…, out): an attribute that is a number
 * between ${low} and ${high} (NULL: no such bound), a whole number from 1, yes or no. False, and ${out} untouched,
 * where it is absent or (diagnosed) something else.
 */
bool asking_ratio(struct asking *as, const struct attrs *attrs, const char *key, const struct ratio *low,
    const struct ratio *high, struct ratio *out);
bool asking_count(struct asking *as, const struct attrs *attrs, const char *key, int *out);
bool asking_flag(struct asking *as, const struct attrs *attrs, const char *key, bool *out);

/* asking_id(as, at, what): the warning that an id is missing, once a page. */
void asking_id(struct asking *as, struct span at, const char *what);

/* asking_keys(as, attrs, allowed, what): an error for each key that is neither in ${allowed} nor allowed everywhere. */
void asking_keys(struct asking *as, const struct attrs *attrs, const char *allowed, const char *what);

#endif
