/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SCORE_SLIPLETTERS_H
#define SCORE_SLIPLETTERS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/str.h"

/*
 * Codes of result slips (docs/results.md) as letters in any text, and as bits.
 *
 *	size_t at = 0;
 *	struct slipletters code;
 *	while (slipletters_next(text, &at, &code))
 *		if (code.fault == NULL)
 *			... slipletters_bits(&code, 32) ...
 */
enum { SLIPLETTERS_MAX = 1023 };

struct slipletters {
	size_t from, to;   /* where in the text it stands, the word in front of it included */
	const char *fault; /* why it cannot be read, without a full stop: a wrong letter, …; NULL: it can */
	unsigned char v[SLIPLETTERS_MAX]; /* five bits each */
	size_t n;
	size_t bit;    /* the next one that slipletters_bits() gives */
	bool short_of; /* more bits were wanted than there are */
};

/*
 * slipletters_next(text, at, out): the next code from ${at} on, which moves behind it; false where there is none. Codes
 * begin with the word PENSUM; without it, a field of a line is one where it looks like one. Blanks, line ends
 * and dashes within are nothing; small letters are capitals; O is 0, I and L are 1, U is V.
 */
bool slipletters_next(struct str text, size_t *at, struct slipletters *out);

/* slipletters_bits(code, n): the next ${n} (at most 32) bits as a number; 0 beyond the end, and code->short_of is set. */
uint32_t slipletters_bits(struct slipletters *code, unsigned n);

/* slipletters_number(code, size): a number in groups of ${size} bits; at most SLIPLETTERS_NUMBER_MAX, above which short_of is set. */
enum { SLIPLETTERS_NUMBER_MAX = 1 << 24 };
uint32_t slipletters_number(struct slipletters *code, unsigned size);

/* slipletters_done(code): whether nothing is left but up to four bits 0. */
bool slipletters_done(const struct slipletters *code);

#endif
