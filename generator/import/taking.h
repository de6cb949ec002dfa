/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef IMPORT_TAKING_H
#define IMPORT_TAKING_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "package/item.h"

/* What is at hand while a file of another system is read. */
struct taking {
	struct arena *arena; /* items and their texts live here */
	struct diags *d;
	struct source src; /* the file as UTF-8 */
	struct str lang;   /* of its texts: ids are made by its rules */
	bool keeps_files;  /* files can be laid beside the page */
	struct items items;
	struct item_file *files; /* those that the page shows, under the names they get in media/ */
	size_t nfiles;
};

/* taking_loss(t, line, fmt, ...): tells what could not be taken over as it is. Line 0: the file as a whole. */
void taking_loss(struct taking *t, uint32_t line, const char *fmt, ...) __attribute__((format(printf, 3, 4)));

/* taking_fault(t, line, fmt, ...): tells why the file cannot be read at all; -1. */
int taking_fault(struct taking *t, uint32_t line, const char *fmt, ...) __attribute__((format(printf, 3, 4)));

/* taking_keep(t, b): the bytes of ${b}, which is freed, in the arena. */
struct str taking_keep(struct taking *t, struct buf *b);

/* taking_entities(t, s): plain text that was escaped for HTML once too often: `&amp;`, `&nbsp;`, `&#39;` and their like decoded. */
struct str taking_entities(struct taking *t, struct str s);

/* taking_fraction(t, line, s, out): a percentage, snapped; one that is none is told, and 0. */
struct ratio taking_fraction(struct taking *t, uint32_t line, struct str s);

#endif
