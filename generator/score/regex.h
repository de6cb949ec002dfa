/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SCORE_REGEX_H
#define SCORE_REGEX_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/str.h"

/*
 * JavaScript's patterns, flag `u`, by PCRE2. A pattern is read in JavaScript's grammar and written anew for PCRE2 out of what
 * both understand alike; where they would differ, it is refused.
 */

enum regex_result { REGEX_NO, REGEX_YES, REGEX_REFUSED };

/*
 * regex_match(a, pattern, text, ignore_case, why): whether `^(?:pattern)$` matches ${text}, with the flag `i` where case is ignored.
 * REGEX_REFUSED: *why (in ${a}) says what is wrong with the pattern, or that it takes too long.
 */
enum regex_result regex_match(struct arena *a, struct str pattern, struct str text, bool ignore_case, struct str *why);

/* regex_check(a, pattern, ignore_case, why): false where regex_match() would refuse the pattern whatever the text. */
bool regex_check(struct arena *a, struct str pattern, bool ignore_case, struct str *why);

#endif
