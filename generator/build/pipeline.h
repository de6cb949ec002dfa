/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BUILD_PIPELINE_H
#define BUILD_PIPELINE_H

#include "build/factvalues.h"
#include "build/indexing.h"
#include "build/making.h"
#include "build/rereading.h"
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
	const struct store *old;  /* of the build before; empty: none */
	void (*await)(void *ctx); /* called before ${old} is looked at; NULL: it is there */
	void *await_ctx;
	struct stage *stage;
	struct making making;
	bool no_index; /* what is searched is not wanted now, and not remembered */
	bool stays;    /* it is gone on with, by the functions at the end */
	/* its own */
	struct factvalues values;
	struct indexing index;
	struct keys keys;        /* of all workers */
	size_t pages, questions; /* that there are, made now or before */
	uint64_t bytes;          /* of pages that were made */
	uint64_t withheld;       /* see struct store */
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

/*
 * Of one that stays (${stays}), pipeline_make() leaves what documents and pages tell to pipeline_told(), which adds all of that to ${d}: pages that are made
 * later, or again, tell something else.
 */
void pipeline_told(const struct pipeline *p, struct diags *d);

/* pipeline_more(p, d): pages that were not wanted before and are now (making.wanted), with the media that they show. */
void pipeline_more(struct pipeline *p, struct diags *d);

/* pipeline_index(p, d): the index of the search, whatever pages there are by now. */
void pipeline_index(struct pipeline *p, struct diags *d);

/* pipeline_reread(p, t, pages): rereading_text(). */
enum rereading pipeline_reread(struct pipeline *p, struct text *t, struct touching_pages *pages);

#endif
