/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOCALISE_WRITTEN_H
#define LOCALISE_WRITTEN_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/str.h"

/*
 * A number as somebody wrote it: 1.0 is not 1, for languages that hear the difference ("1.0 hours"), and nothing is
 * rounded. At most WRITTEN_MAX digits on each side of the point, which is what ICU can format.
 */
enum { WRITTEN_MAX = 999 };

struct written {
	bool minus;
	struct str whole; /* digits without zeros in front; "0" at least */
	struct str part;  /* digits behind the point, zeros at the end included; may be empty */
};

/*
 * written_read(a, text, out): "-12.50", ".5", "1e3" (the value written out: 1000). NULL where it is one; else what is
 * wrong, as a sentence's end: "is no number: digits, and a point before decimals".
 */
const char *written_read(struct arena *a, struct str text, struct written *out);

/* written_shift(a, w, by): the point moved to the right by ${by} places, to the left where that is negative. False (${w} untouched) where it becomes too long. */
bool written_shift(struct arena *a, struct written *w, int by);

/* written_text(a, w): "-12.50", in ASCII. */
struct str written_text(struct arena *a, const struct written *w);

#endif
