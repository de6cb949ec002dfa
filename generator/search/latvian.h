/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SEARCH_LATVIAN_H
#define SEARCH_LATVIAN_H

#include "base/buf.h"
#include "base/str.h"

/*
 * latvian_stem(b, word): appends ${word}, in small letters, without the ending of its case, number and gender, and with the
 * consonant that the ending softened as it was: līdzeklis, līdzekļa, līdzekļiem are "līdzekl". Verbs are not known.
 */
void latvian_stem(struct buf *b, struct str word);

#endif
