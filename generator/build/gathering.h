/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BUILD_GATHERING_H
#define BUILD_GATHERING_H

#include "build/store.h"
#include "build/making.h"

/* gathering_same(m): whether that would be the store that was read: nothing was made, and each file is known by its stamp. */
bool gathering_same(const struct making *m);

/*
 * gathering_of(a, m, next): what ${m} has made, kept or left becomes the store ${next}, in ${a} and in what ${m} has, where facts get other numbers: one numbering of the facts of the earlier build and
 * of all workers, of those that something rests on, and the files as they were when they were looked at.
 */
void gathering_of(struct arena *a, const struct making *m, struct store *next);

#endif
