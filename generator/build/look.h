/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BUILD_LOOK_H
#define BUILD_LOOK_H

#include "base/buf.h"
#include "build/pipeline.h"

/*
 * The site as it was found by a look at all sources, and what was made of it: a build that stays in hand.
 *
 *	struct look *k = look_open(cfg, &store, &why);
 *	if (k) …  k->p is prepared: pipeline_make(&k->p, &k->diags)
 *	look_goes_on(k, name, &pages, &edited)    after a change
 *	look_remember(k, &store)                  for the next one
 *	look_close(k)
 */
struct look {
	struct site site;
	struct buf bytes; /* what the look before remembers: ${old} has slices of it */
	struct store old;
	uint64_t key;
	struct pipeline p;
	struct diags diags; /* what is told of the site as a whole: pipeline_told() has the rest */
	size_t reread;      /* texts so far */
};

/* look_open(cfg, store, why): takes the bytes of ${store}, which may be empty. NULL: the site cannot be read; ${store} is as it was, and ${why} says why. */
struct look *look_open(const struct config *cfg, struct buf *store, struct diags *why);

/*
 * look_goes_on(k, name, pages, edited): whether all that it means that the file ${name}, seen from the site's folder, has changed is that the pages that are added are out of
 * date. ${edited} becomes the page whose text was edited, if one was. If not, the look can be remembered, and nothing else.
 */
bool look_goes_on(struct look *k, struct str name, struct touching_pages *pages, const struct output **edited);

/* look_remember(k, store): what was made becomes ${store}; then ${k} can only be closed. */
void look_remember(struct look *k, struct buf *store);

void look_close(struct look *k); /* NULL is harmless */

#endif
