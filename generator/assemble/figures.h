/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef ASSEMBLE_FIGURES_H
#define ASSEMBLE_FIGURES_H

#include "assemble/asking.h"

/* Numbers that are accepted: `65`, `[28, 31]`, `any`, and how near to a value one must come. */

/* `tolerance`, `decimals`, `sigfigs`: one of them at most. Zeroed but for the last two: the value itself. */
struct nearness {
	bool tolerant, percent;
	struct ratio below, above; /* with ${percent}: of the value */
	int decimals, sigfigs;     /* -1: not */
};

extern const struct nearness figures_exactly;

/* figures_nearness(as, attrs, n): replaces ${n} by what ${attrs} say, if they say anything. */
void figures_nearness(struct asking *as, const struct attrs *attrs, struct nearness *n);

/* figures_read(as, text, at, n, a): the value, range or `any` that ${text} is; its credit is left alone. False where it is none (diagnosed). */
bool figures_read(struct asking *as, struct str text, struct span at, const struct nearness *n, struct accepted *a);

#endif
