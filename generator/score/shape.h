/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SCORE_SHAPE_H
#define SCORE_SHAPE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/jsonread.h"
#include "score/exact.h"

/*
 * What JSON must look like, as tables: shape_settle() checks a value against them and settles it in place
 * (rationals become strings in lowest terms). notation.c has the tables of the vectors' notation.
 */
enum shape_kind {
	SHAPE_ANY,     /* not looked at */
	SHAPE_NONE,    /* null */
	SHAPE_TEXT,    /* a string */
	SHAPE_WORD,    /* a string, one of ${words} */
	SHAPE_FLAG,    /* true or false */
	SHAPE_COUNT,   /* a number without decimals or exponent */
	SHAPE_RATIO,   /* a rational as exact_parse() reads it, in a string or as a JSON number */
	SHAPE_DECIMAL, /* the same, but a JSON number only */
	SHAPE_LIST,    /* of values of the shape ${of} */
	SHAPE_NAMED,   /* an object of any names, its values of the shape ${of} */
	SHAPE_FIELDS,  /* an object of the fields ${fields} */
};

struct shape_field;
struct shape_run;
struct shape_place;

struct shape {
	enum shape_kind kind;
	bool null;         /* null is allowed as well */
	size_t length;     /* SHAPE_LIST: of just so many; 0: of any length */
	const char *words; /* SHAPE_WORD: blank between */
	const struct shape *of;
	const struct shape * or ;         /* for an object where ${kind} is none */
	const struct shape_field *fields; /* ends with one without name */
	const char *
	    choice; /* SHAPE_FIELDS: "kind=text number": this field's word (the first is the default) is the run's choice within */
	bool (*settle)(struct shape_run *run, const struct shape_place *at,
	    struct jvalue *v); /* what else there is to do; NULL: nothing */
};

struct shape_field {
	const char *name;
	const struct shape *shape;
	bool required;
	const char *
	    when; /* the choices (blank between) for which this row holds, NULL: all; a field without such a row is dropped */
};

/* One run over a vector. */
struct shape_run {
	struct arena *arena;
	struct exacts *numbers;
	struct str choice; /* what `when` asks for */
	const void *about; /* for settle functions: what notation.c likes */
	struct str error;  /* the first one; empty: none */
};

/* Where a value stands: "question.options[2].correct". */
struct shape_place {
	const struct shape_place *in; /* NULL: the vector */
	struct str name;              /* empty: a member of a list */
	size_t index;
};

/* shape_settle(run, shape, at, v): false with run->error where ${v} has not that shape. */
bool shape_settle(struct shape_run *run, const struct shape *shape, const struct shape_place *at, struct jvalue *v);

/* shape_fail(run, at, fmt, ...): false; the error is the place and what is said of it, unless there is an error already. */
bool shape_fail(struct shape_run *run, const struct shape_place *at, const char *fmt, ...)
    __attribute__((format(printf, 3, 4)));

/* shape_word(words, s): whether ${s} is one of ${words}, blank between. */
bool shape_word(const char *words, struct str s);

/* shape_ratio(run, v): the rational in a string or a number; NULL where it is none. */
const struct exact *shape_ratio(struct shape_run *run, const struct jvalue *v);

/* shape_put(run, v, x): ${v} becomes the string of ${x} in lowest terms. */
void shape_put(struct shape_run *run, struct jvalue *v, const struct exact *x);

#endif
