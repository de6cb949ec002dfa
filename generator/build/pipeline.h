/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BUILD_PIPELINE_H
#define BUILD_PIPELINE_H

#include "build/factvalues.h"
#include "build/indexing.h"
#include "build/making.h"
#include "build/store.h"

struct stage;

/*
 * The steps from sources to staged files, for whoever publishes them or shows them:
 *
 *	struct pipeline p = { .site = &site, .old = &old };
 *	if (pipeline_prepare(&p, cfg, d) == 0) {
 *		p.stage = …;
 *		pipeline_make(&p, d);
 *		pipeline_rest(&p, d);
 *		… p.making, p.index: what is remembered of it
 *		pipeline_close(&p);
 *	}
 *	site_free(&site);
 */
struct pipeline {
	struct site *site;
	const struct store *old; /* of the build before; empty: none */
	struct stage *stage;
	struct making making;
	bool no_index; /* what is searched is not wanted now, and not remembered */
	/* its own */
	struct factvalues values;
	struct indexing index;
	struct keys keys;        /* of all workers */
	size_t pages, questions; /* that there are, made now or before */
	uint64_t bytes;          /* of pages that were made */
	bool failed;             /* a file could not be written, or a template failed */
};

/* pipeline_prepare(p, cfg, d): the outline, courses, outputs, names of media: all that is known before a page is made. -1: there is no site to speak of. */
int pipeline_prepare(struct pipeline *p, const struct config *cfg, struct diags *d);

/* pipeline_make(p, d): the pages, the index of the search, and all checks: these may only complain. */
void pipeline_make(struct pipeline *p, struct diags *d);

/* pipeline_rest(p, d): what is no page: theme, media, sitemap. -1: a file could not be staged (diagnosed). */
int pipeline_rest(struct pipeline *p, struct diags *d);

/* pipeline_close(p): all but the site and the stage. Once after pipeline_make(). */
void pipeline_close(struct pipeline *p);

#endif
