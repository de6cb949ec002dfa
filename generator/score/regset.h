/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SCORE_REGSET_H
#define SCORE_REGSET_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"
#include "score/regscan.h"

/*
 * What one character of the text may be, in JavaScript's patterns with flag `u`, as a class that PCRE2 reads: code points and nothing
 * that the two could understand differently. Where case is ignored, it is of the folded text (normal_case).
 * Never matching: empty. Lives in the arena. On errors, r->error.
 */

struct str regset_character(struct regscan *r, uint32_t c); /* just this one */
struct str regset_dot(struct regscan *r);                   /* `.` */
struct str regset_class(struct regscan *r);                 /* the rest behind a `[` */
struct str regset_escape(struct regscan *r); /* the rest behind a `\` that is not followed by one of `b B k 1..9` */

/* regset_in_name(c, first): whether ${c} may stand in a group's name, ${first} in it or later. */
bool regset_in_name(uint32_t c, bool first);

#endif
