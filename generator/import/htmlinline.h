/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef IMPORT_HTMLINLINE_H
#define IMPORT_HTMLINLINE_H

#include <libxml/HTMLparser.h>

#include "import/taking.h"

enum { HTMLINLINE_DEPTH = 60 }; /* elements inside of each other; deeper ones keep their words */

/* HTML that is being made Markdown. */
struct htmlinline {
	struct taking *t;
	struct item *it;
	uint32_t line;
	int depth;
	bool cell; /* in a cell of a table: all on one line */
};

bool htmlinline_is(const xmlNode *n, const char *name);

/* htmlinline_is_block(n): whether ${n} stands in lines of its own. */
bool htmlinline_is_block(const xmlNode *n);

/* htmlinline_attribute(r, n, name): its value, or the empty slice. */
struct str htmlinline_attribute(struct htmlinline *r, const xmlNode *n, const char *name);

/* htmlinline_put(r, n, b): appends the node to a line; htmlinline_all(): it and its further siblings. */
void htmlinline_put(struct htmlinline *r, const xmlNode *n, struct buf *b);
void htmlinline_all(struct htmlinline *r, const xmlNode *first, struct buf *b);

/* htmlinline_words(r, first, b): only the words of what is nested too deep (told). */
void htmlinline_words(struct htmlinline *r, const xmlNode *first, struct buf *b);

#endif
