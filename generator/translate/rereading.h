/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TRANSLATE_REREADING_H
#define TRANSLATE_REREADING_H

#include "base/arena.h"
#include "base/diag.h"
#include "model/node.h"

/* A message that came back from a translator. */
struct rereading {
	struct str text;   /* Markdown */
	uint32_t line;     /* where it stands in its catalogue */
	struct node *node; /* what it was read as: a paragraph; NULL: it is none, see ${became} */
	struct str became; /* "a list", "two paragraphs" */
};

/*
 * rereading_all(a, src, all, n, notes, nnotes, d): reads each of ${all} as a paragraph; ${src} is the catalogue. All are read at once where they are sound, and
 * one by one where something is wrong, so that it is told where it stands. Marks of footnotes are known by the labels ${notes}. Everything lives in ${a}; the
 * places of the nodes are the lines of their messages.
 */
void rereading_all(struct arena *a, const struct source *src, struct rereading *all, size_t n, const struct str *notes,
    size_t nnotes, struct diags *d);

#endif
