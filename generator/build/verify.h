/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BUILD_VERIFY_H
#define BUILD_VERIFY_H

#include "build/build.h"

/* The first file, by its path, in which a site differs from what a build from nothing makes. */
enum verify_difference {
	VERIFY_SAME,
	VERIFY_MISSING, /* a build from nothing makes it, and it is not there */
	VERIFY_STALE,   /* it is there, and a build from nothing does not make it */
	VERIFY_OTHER,   /* its bytes differ, from ${at} on */
};

struct verify_result {
	struct build_result build;
	size_t files; /* that were compared */
	enum verify_difference difference;
	struct str path; /* below the output folder; lives in the arena of the diags */
	size_t at;
};

/*
 * verify_run(cfg, r, d): builds as build_run() does, then makes everything once more in memory, of the sources alone, and compares byte for byte with what
 * is published. -1 where the site was not published (diagnosed), or could not be compared.
 */
int verify_run(const struct config *cfg, struct verify_result *r, struct diags *d);

#endif
