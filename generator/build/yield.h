/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BUILD_YIELD_H
#define BUILD_YIELD_H

#include "base/arena.h"
#include "base/pack.h"
#include "model/harvest.h"

/* Harvests from build to build: what a page leaves for others, without reading it again. */

/* yield_seal(h): takes the hashes of what is in it. Its definitions must be as readers see them. */
void yield_seal(struct harvest *h);

void yield_pack(struct buf *b, const struct harvest *h);

/*
 * yield_take(a, r, text): the harvest of ${text}, whose texts are slices of the bytes. Definitions are there without their words: who shows them
 * has to read the page. NULL where the bytes are something else.
 */
struct harvest *yield_take(struct arena *a, struct pack_reader *r, struct text *text);

#endif
