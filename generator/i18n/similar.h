/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef I18N_SIMILAR_H
#define I18N_SIMILAR_H

#include "base/str.h"

/*
 * similar_texts(a, b): how much of two texts is the same, in order, from 0 to 1000: twice what they have in common, by what they have in all. Counted in
 * words, for a few words in bytes. Texts of very different lengths are 0.
 */
int similar_texts(struct str a, struct str b);

/* From here on a translation of the one may help with the other. */
enum { SIMILAR_ENOUGH = 600 };

#endif
