/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SCORE_VECTORTYPES_H
#define SCORE_VECTORTYPES_H

#include "score/shape.h"

/* The notation of docs/vectors.md as tables: one row a family of types, and the fields of their question, scoring and response. */
struct vectortype {
	const char *names; /* blank between */
	const struct shape *question, *rule, *response;
	const char *modes;                  /* the default first; empty: it has none */
	const char *other;                  /* the mode whose response has another shape; NULL: none */
	const struct shape *other_response; /* that shape */
	bool tried;                         /* it can stand in `tries` */
	const char *flag; /* where that field is true, rows with its name hold, instead of the mode; NULL: none */
};

/* vectortypes_find(name): NULL where there is no such type. */
const struct vectortype *vectortypes_find(struct str name);

/* The fields of a vector; type, question, scoring and response of which are not looked at. */
extern const struct shape vectortypes_vector;

/* The fields of a vector that are for people and never read; NULL at the end. */
extern const char *const vectortypes_unread[];

#endif
