/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TRANSLATE_STALENESS_H
#define TRANSLATE_STALENESS_H

#include "translate/blocks.h"

/*
 * A translation that is a file of its own records, under `translates:` in its front matter, which version of each block of the source it
 * translates: a map from the block's key to its hash. Nothing depends on dates or on a version control system (localisation.md T-24).
 */
enum staleness { STALENESS_UNKNOWN, STALENESS_FRESH, STALENESS_CHANGED, STALENESS_NEW };

/*
 * staleness_of(t, b): what ${t} records of the block ${b} of its source. UNKNOWN where it records nothing at all, which is not out of date; NEW where
 * it records others, but not this one: it was written later.
 */
enum staleness staleness_of(const struct text *t, const struct block *b);

/*
 * staleness_note(t, blocks, keep): sets t->coverage, which lives in ${keep}: how much of the page is translated, and the blocks whose source has
 * changed since. Does nothing where nothing is recorded, or where it is set: a page that is read again is read by several workers.
 */
void staleness_note(struct text *t, const struct blocks *blocks, struct arena *keep);

#endif
