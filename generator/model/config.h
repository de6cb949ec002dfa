/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef MODEL_CONFIG_H
#define MODEL_CONFIG_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"

/* What the command line decided. Paths end in NUL. */
struct config {
	struct str root;     /* folder of site.yaml */
	struct str out;      /* output folder: <root>/public unless -o */
	bool strict;         /* warnings count as errors */
	bool keep_going;     /* publish what is right in spite of errors */
	bool drafts;         /* pages with `draft: yes` too */
	struct str audience; /* "learner"; "facilitator" adds the trainer's notes */
	struct str why;      /* a page or source about which it is told why it was made again; empty: none */
	size_t jobs;         /* workers; 0: one a processor */
	void (*progress)(void *ctx, size_t done, size_t all); /* told by worker 0 after a document; NULL: nobody asks */
	void *progress_ctx;
};

#endif
