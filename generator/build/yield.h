/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BUILD_YIELD_H
#define BUILD_YIELD_H

#include "base/arena.h"
#include "base/pack.h"
#include "model/harvest.h"
#include "model/site.h"

/* Harvests from build to build: what a page leaves for others, without reading it again. */

/*
 * yield_keep(keep, scratch, doc): what the texts of ${doc} left, as bytes in ${keep}: of each text 0 or 1 as a number, then, of 1, what yield_take()
 * reads. Seals them, so definitions must be as readers see them. From here on nothing of it is in the arenas of bodies.
 */
struct str yield_keep(struct arena *keep, struct arena *scratch, struct document *doc);

/* yield_seal(h): takes the hashes of what is in it. Its definitions must be as readers see them. */
void yield_seal(struct harvest *h);

/*
 * yield_fits(was, now): whether the course can stay as it is when a page that left ${was} leaves ${now}: it has the same ids that are unique in the course, the same questions to draw and the same
 * objectives; a page that draws never fits.
 */
bool yield_fits(const struct harvest *was, const struct harvest *now);

/*
 * yield_take(a, r, text): the harvest of ${text}, whose texts are slices of the bytes. Definitions are there without their words: who shows them
 * has to read the page. NULL where the bytes are something else.
 */
struct harvest *yield_take(struct arena *a, struct pack_reader *r, struct text *text);

#endif
