/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef MODEL_RATIO_H
#define MODEL_RATIO_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/str.h"

/*
 * An exact number: credits, points and pass marks are never floating point. Always in
 * lowest terms, den > 0. What does not fit in 64 bits is refused, never rounded.
 */
struct ratio {
	int64_t num, den;
};

#define RATIO(num, den) ((struct ratio){ (num), (den) }) /* already in lowest terms */
#define RATIO_ZERO RATIO(0, 1)
#define RATIO_ONE RATIO(1, 1)

/* ratio_make(num, den, out): in lowest terms. False where ${den} is 0 or the result does not fit. */
bool ratio_make(int64_t num, int64_t den, struct ratio *out);

/*
 * ratio_parse(s, out): what an author writes: "3", "-2", "0.25", ".5", "1/3", "-1/3", "25%", "0.5%".
 * Blanks only around the whole and in front of the percent sign. False (and ${out} untouched) for
 * anything else, and for what does not fit.
 */
bool ratio_parse(struct str s, struct ratio *out);

/* False (and ${out} untouched) where the result does not fit. ${out} may be one of the operands. */
bool ratio_add(struct ratio a, struct ratio b, struct ratio *out);
bool ratio_sub(struct ratio a, struct ratio b, struct ratio *out);
bool ratio_mul(struct ratio a, struct ratio b, struct ratio *out);

/* ratio_cmp(a, b): below, equal to or above 0 as ${a} is below, equal to or above ${b}. */
int ratio_cmp(struct ratio a, struct ratio b);

/* ratio_write(b, r): "0", "-1/4", "13/2": as the scoring script and the vectors have it. */
void ratio_write(struct buf *b, struct ratio r);

#endif
