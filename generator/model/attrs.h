/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef MODEL_ATTRS_H
#define MODEL_ATTRS_H

#include <stdbool.h>

#include "base/diag.h"
#include "base/str.h"

/* One `{#id .class key=value}` list of the authoring format. Lives with its body. */
struct attr {
	struct str key, value;
	struct span at; /* of `key=value` */
};

struct attrs {
	struct str id;  /* empty: none */
	struct span at; /* of the whole list, braces included */
	bool broken;    /* something in it could not be read (diagnosed) */
	struct str *classes;
	size_t nclasses;
	struct attr *v;
	size_t n;
};

const struct attr *attrs_find(const struct attrs *a, const char *key); /* attrs_get() of a list that is there */

/*
 * attrs_get(a, key): its value; NULL where absent. ${a} may be NULL, and mostly is: all that walk a tree ask, so that is found
 * out in place.
 */
static inline const struct attr *
attrs_get(const struct attrs *a, const char *key)
{
	return a ? attrs_find(a, key) : NULL;
}

/* attrs_value(a, key): its value, or the empty slice. */
static inline struct str
attrs_value(const struct attrs *a, const char *key)
{
	const struct attr *attr = attrs_get(a, key);

	return attr ? attr->value : STR_EMPTY;
}

bool attrs_class(const struct attrs *a, const char *name);

/* attrs_id(a): the id, or the empty slice; ${a} may be NULL. */
static inline struct str
attrs_id(const struct attrs *a)
{
	return a ? a->id : STR_EMPTY;
}

#endif
