/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BUILD_BUILD_H
#define BUILD_BUILD_H

#include <stdio.h>

#include "base/buf.h"
#include "base/diag.h"
#include "model/config.h"
#include "model/site.h"
#include "publish/commit.h"
#include "publish/stage.h"

/* What a build did, for the closing line. */
struct build_result {
	size_t pages, languages, courses, questions;
	uint64_t bytes; /* written */
	size_t
	    letters; /* that a reader's answers to the longest course take at worst, in the compact form; 0: nothing is asked */
	struct buf why; /* of cfg->why, in plain words; the caller's */
	bool explained; /* there is such a page */
	bool published;
	struct commit_result commit; /* how, where it was published */
};

/*
 * build_run(cfg, result, d): the whole pipeline; reading it explains the program. Returns 0 when the
 * site was published, -1 when it was not. Content problems are in ${d} either way.
 */
int build_run(const struct config *cfg, struct build_result *result, struct diags *d);

struct pipeline;

/* build_in_memory(p, cfg, d): the pipeline ${p}, with site and store, up to all its files in a stage in memory; also with errors. The caller ends pipeline, stage and site. -1: the site could not be read, and only that is to be ended. */
int build_in_memory(struct pipeline *p, const struct config *cfg, struct diags *d);

/*
 * build_memory(cfg, d): the same pipeline, from nothing and into a stage in memory, which publishes nothing and is the caller's; also with errors. NULL where the
 * site could not be read.
 */
struct stage *build_memory(const struct config *cfg, struct diags *d);

/* build_dump(cfg, path, f, d): the model as stable text: the whole site, or with ${path} (a source file) one body too. */
int build_dump(const struct config *cfg, struct str path, FILE *f, struct diags *d);

#endif
