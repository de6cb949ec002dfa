/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BASE_NEAR_H
#define BASE_NEAR_H

#include <stddef.h>

#include "base/str.h"

/*
 * "Did you mean": near_begin, near_try for each name that exists, near_best.
 * The nearest name by Damerau-Levenshtein distance (case ignored for ASCII), if it
 * is near enough to be meant (a third of the word's length, at least 1, and something
 * of the word left); the first of equals. Words of more than 64 bytes are never near.
 */
struct near {
	struct str word, best;
	size_t distance;
};

void near_begin(struct near *n, struct str word);
void near_try(struct near *n, struct str name);
struct str near_best(const struct near *n); /* empty where none is near */

#endif
