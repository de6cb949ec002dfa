/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef REPAIR_FMT_H
#define REPAIR_FMT_H

#include <stdbool.h>
#include <stdio.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/str.h"
#include "base/vec.h"
#include "model/config.h"

/*
 * `pensum fmt`: repairs pages in place, and gives ids to what has none. Nothing is wrapped anew or written otherwise: what
 * is not repaired stays as it is, to the byte, and a file is written whole or not at all.
 */
struct fmt_request {
	const struct str *files; /* pages, as the site knows them: "content/c/a.md" */
	size_t nfiles;           /* 0: all pages */
	bool ids;                /* missing ids, too */
	bool check;              /* only tell what would be done */
};

/* A repair. Texts are in the result's arena. */
struct fmt_change {
	struct str file;
	uint32_t line;
	struct str what;
};

struct fmt_result {
	struct arena arena;
	struct fmt_changes VEC_OF(struct fmt_change) changes;
	size_t files; /* that were changed, or would be */
};

/* fmt_run(cfg, r, out, d): -1 where there is no site, a file is no page of it (diagnosed), or one could not be written. */
int fmt_run(const struct config *cfg, const struct fmt_request *r, struct fmt_result *out, struct diags *d);

/* fmt_print(f, r, out): each change with its place, and how many there are. */
void fmt_print(FILE *f, const struct fmt_request *r, const struct fmt_result *out);

void fmt_free(struct fmt_result *out);

#endif
