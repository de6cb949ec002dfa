/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PUBLISH_MANIFEST_H
#define PUBLISH_MANIFEST_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/str.h"
#include "base/vec.h"

/*
 * The paths that a build wrote: how the next one knows which files in the output folder are
 * ours. Holds its own copies; manifest_free() ends it.
 *
 *	struct manifest m = MANIFEST_INIT;
 *	manifest_add(&m, STR("nb/index.html"));
 *	manifest_sort(&m);      (before the first question)
 *	if (manifest_has(&m, path)) ...
 *
 * On disk it is plain text: a head with the version, one path a line, sorted, and a last line
 * that counts them, so that a truncated file is noticed.
 */
struct manifest {
	struct arena arena;
	struct manifest_paths VEC_OF(struct str) paths;
	bool known; /* it was read from disk: a build came before */
};

#define MANIFEST_INIT                                                                                                  \
	{                                                                                                              \
		0                                                                                                      \
	}

void manifest_add(struct manifest *m, struct str path);
void manifest_sort(struct manifest *m); /* by bytes, each path once */

bool manifest_has(const struct manifest *m, struct str path);

/* manifest_below(m, dir): whether a path lies in the folder ${dir}. */
bool manifest_below(const struct manifest *m, struct str dir);

/* manifest_read(m, file): fills the empty ${m}; a missing or damaged file leaves it empty and not known. */
void manifest_read(struct manifest *m, const char *file);

/*
 * manifest_write(file, m, also): the sorted paths of ${m}, and those of ${also} (may be NULL), in one step:
 * ${file} is whole, old or new, at any time. -1 with errno.
 */
int manifest_write(const char *file, const struct manifest *m, const struct manifest *also);

void manifest_free(struct manifest *m);

#endif
