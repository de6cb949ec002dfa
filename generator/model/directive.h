/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef MODEL_DIRECTIVE_H
#define MODEL_DIRECTIVE_H

#include <stdbool.h>

#include "base/str.h"

/*
 * The directives there are, one row each in directive.c: what reads, checks, renders
 * and documents them goes by this table.
 */
enum directive_flag {
	DIRECTIVE_LEAF = 1,        /* `::name`, no body */
	DIRECTIVE_ROLE = 2,        /* `:name[…]` inside a line */
	DIRECTIVE_COURSE_ID = 4,   /* its id occurs once in the course */
	DIRECTIVE_OWN_IDS = 8,     /* ids inside it occur once in it only */
	DIRECTIVE_NO_OUTLINE = 16, /* headings inside stay out of the page's outline */
	DIRECTIVE_NEEDS_ID = 32,   /* a warning where it has none */
	DIRECTIVE_INSIDE = 64,     /* only inside the directive named in ${inside} */
	DIRECTIVE_LATER = 128,     /* known, but not built yet: a warning, and a plain container */
};

struct directive {
	const char *name;
	unsigned flags;
	const char *inside;     /* NULL, or the names of the directives it must stand in, blank between */
	const char *attributes; /* allowed keys, blank between; those of directive_common are always allowed */
	const char *summary;    /* one line for the reference page */
};

extern const struct directive directives[];
extern const size_t directive_count;

/* `source year review-by lang ctx`: allowed on everything. */
extern const char directive_common[];

const struct directive *directive_find(struct str name); /* NULL where unknown */

/* directive_near(name): the directive that ${name} may have been meant to be; empty where none is near. */
struct str directive_near(struct str name);

/* directive_allows(d, key): whether ${key} is an attribute of ${d}. */
bool directive_allows(const struct directive *d, struct str key);

#endif
