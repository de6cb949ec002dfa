/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SCORE_REGSCAN_H
#define SCORE_REGSCAN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/str.h"

/* A pattern that is being read, code point by code point. Once it has an error, reading stands still. */
struct regscan {
	struct arena *arena;
	struct str text; /* UTF-8 */
	size_t at;
	bool ignore_case;
	struct str error; /* the first one with its place, in the arena; empty: none */
};

enum { REGSCAN_END = 0x110000 }; /* no code point: the end of the pattern, or an error */

uint32_t regscan_peek(const struct regscan *r);
uint32_t regscan_next(struct regscan *r);
bool regscan_eat(struct regscan *r, char c); /* whether ${c} was next; it is behind then */
bool regscan_eat_text(struct regscan *r, const char *text);

/* regscan_number(r, n): decimal digits, if there are any; *n stays at UINT32_MAX where it would be more. */
bool regscan_number(struct regscan *r, uint32_t *n);

/* regscan_hex(r, digits, c): so many hexadecimal digits; nothing is read where there are fewer. */
bool regscan_hex(struct regscan *r, int digits, uint32_t *c);

/* regscan_unicode(r, c): what follows `\u`: "{1f600}", "00e9", or a pair of surrogates as one character; false where it is none of these. */
bool regscan_unicode(struct regscan *r, uint32_t *c);

/* regscan_fail(r, place, fmt, ...): ${place} is a byte of the text. Keeps the first one. */
void regscan_fail(struct regscan *r, size_t place, const char *fmt, ...) __attribute__((format(printf, 3, 4)));

#endif
