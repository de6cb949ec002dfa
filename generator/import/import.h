/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef IMPORT_IMPORT_H
#define IMPORT_IMPORT_H

#include "package/formats.h"
#include "base/buf.h"
#include "base/diag.h"
#include "package/item.h"

/* `pensum import`: a file of questions from another system becomes a quiz page in Markdown (docs/exchange.md). */
struct import_request {
	int format;       /* enum format; -1: as the file looks */
	struct str file;  /* as shown in messages */
	struct str bytes; /* the file */
	struct str lang;  /* of its texts; empty: English */
	bool keeps_files; /* pictures can be laid beside the page, in media/ */
};

struct import_result {
	struct arena arena;
	struct buf page;
	struct item_file *files; /* for media/ */
	size_t nfiles;
	size_t questions, left; /* that became some; that stand in comments */
};

/* import_run(r, out, d): -1 where the file cannot be read (told). What could not be taken over as it is, is told as warnings. */
int import_run(const struct import_request *r, struct import_result *out, struct diags *d);

/*
 * import_write(out, path, d): the page, and its files in media/ beside it: all of them, or none and -1 (told). Never over a file
 * that is there, unless it is the same picture.
 */
int import_write(const struct import_result *out, const char *path, struct diags *d);

void import_free(struct import_result *out);

#endif
