/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BUILD_MAKING_H
#define BUILD_MAKING_H

#include <stdatomic.h>

#include "build/due.h"
#include "build/record.h"
#include "build/worker.h"

/* All pages of a site, while they are made by the workers, one for each thread of site->pool. */
struct making {
	struct site *site;
	struct worker *workers;
	struct due due;           /* open, with nothing due: then all is */
	struct record *records;   /* by document: what is remembered of it; path empty: it has no pages */
	struct record_page *lone; /* by output: the same of pages without a document */
	size_t *list;             /* of documents, or of documents and outputs behind them, for the loop in hand */
	bool (*wanted)(
	    void *ctx, const struct output *o); /* the others are left as they are, and stay due; NULL: all are */
	void *wanted_ctx;
	atomic_size_t done; /* documents of the first wave */
};

#endif
