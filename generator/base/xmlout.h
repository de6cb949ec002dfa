/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BASE_XMLOUT_H
#define BASE_XMLOUT_H

#include <stdbool.h>

#include <libxml/xmlwriter.h>

#include "base/buf.h"

/* An XML document, written to memory. Where that ends, the program does. */
struct xmlout {
	xmlBufferPtr out;
	xmlTextWriterPtr w;
	struct buf scratch;
};

void xmlout_open(struct xmlout *m);

/* xmlout_close(m, b): appends the document to ${b}; ${m} is gone. */
void xmlout_close(struct xmlout *m, struct buf *b);

/* xmlout_sure(rc): what a call of the library returned, which fails only where memory ends. */
void xmlout_sure(int rc);

/* xmlout_clean(m, s): without the characters that XML cannot hold, ending in NUL; until the next call. xmlout_can(c): whether it can. */
const char *xmlout_clean(struct xmlout *m, struct str s);
bool xmlout_can(uint32_t c);

void xmlout_begin(struct xmlout *m, const char *name);
void xmlout_end(struct xmlout *m);
void xmlout_attribute(struct xmlout *m, const char *name, const char *value);

/*
 * Between these two, in front of the first thing in an element and behind the last, text and elements stand as they come: no line is broken
 * for the eye.
 */
void xmlout_inline(struct xmlout *m);
void xmlout_lines(struct xmlout *m);

/* An element of its own, with text in it. */
void xmlout_element(struct xmlout *m, const char *name, struct str s);
void xmlout_word(struct xmlout *m, const char *name, const char *value);
void xmlout_flag(struct xmlout *m, const char *name, bool value);

#endif
