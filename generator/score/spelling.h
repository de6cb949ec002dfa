/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SCORE_SPELLING_H
#define SCORE_SPELLING_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/jsonread.h"
#include "base/str.h"

/* How typed text is read before it is compared, response and accepted answers alike. */
struct spelling {
	bool match_case, ignore_accents, compat, keep_quotes, keep_space, typos;
};

/* spelling_of(rule, own): the text options of ${rule}, each replaced by that of ${own} where it has it; both may be NULL. */
struct spelling spelling_of(const struct jvalue *rule, const struct jvalue *own);

/* spelling_plain(a, how, s): what is compared of ${s}; in ${a}, or ${s} itself. */
struct str spelling_plain(struct arena *a, const struct spelling *how, struct str s);

/* spelling_piece(a, how, s): the same of a part of a text, whose blanks at both ends belong to it. */
struct str spelling_piece(struct arena *a, const struct spelling *how, struct str s);

/* spelling_trim(s): without white space at both ends. */
struct str spelling_trim(struct str s);

/*
 * spelling_is_near(a, b, edits): whether ${b} becomes ${a} by at most so many edits (0 to 2): a character too much, one that lacks,
 * a wrong one, two neighbours swapped; no character is edited twice. ${a} and ${b} are valid UTF-8.
 */
bool spelling_is_near(struct str a, struct str b, int edits);

#endif
