/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef ASSEMBLE_SETTING_H
#define ASSEMBLE_SETTING_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/diag.h"
#include "model/ratio.h"
#include "model/value.h"

/* Settings of a quiz in the front matter, while they are read. */
struct setting {
	const struct value *front;
	const struct source *src; /* the file, with its bytes */
	struct diags *d;
};

/* setting_get(r, key): the value under ${key}; NULL where there is none. */
const struct value *setting_get(struct setting *r, const char *key);

/* setting_refused(r, key, v, bad, wanted): where ${bad}: an error at ${v} that says what it may be. Returns ${bad}. */
bool setting_refused(struct setting *r, const char *key, const struct value *v, bool bad, const char *wanted);

/* setting_count(s): digits only, 1 to a million; -1 for anything else. */
int setting_count(struct str s);

/* setting_ratio(r, key, low, high, wanted, out): whether a number stands under ${key}, between the bounds (NULL: no such
 * bound); what is none is diagnosed, and ${out} untouched. */
bool setting_ratio(struct setting *r, const char *key, const struct ratio *low, const struct ratio *high,
    const char *wanted, struct ratio *out);

#endif
