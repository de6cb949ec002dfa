/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PACKAGE_XMLOUT_H
#define PACKAGE_XMLOUT_H

#include <libxml/xmlwriter.h>

#include "base/buf.h"
#include "package/item.h"

/* An XML document with the elements that Moodle's are made of, written to memory. Where that ends, the program does. */
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

/* xmlout_clean(m, s): without the characters that XML cannot hold, ending in NUL; until the next call. */
const char *xmlout_clean(struct xmlout *m, struct str s);

void xmlout_begin(struct xmlout *m, const char *name);
void xmlout_end(struct xmlout *m);
void xmlout_attribute(struct xmlout *m, const char *name, const char *value);

/* An element of its own, with text in it. */
void xmlout_element(struct xmlout *m, const char *name, struct str s);
void xmlout_word(struct xmlout *m, const char *name, const char *value);
void xmlout_number(struct xmlout *m, const char *name, struct ratio r, int places);
void xmlout_flag(struct xmlout *m, const char *name, bool value);

/* xmlout_text(m, it, name, t): `<name format=><text>`, with the files of ${it} that ${t} shows; _inside: without `<name>` around. */
void xmlout_text_inside(struct xmlout *m, const struct item *it, struct str s);
void xmlout_text(struct xmlout *m, const struct item *it, const char *name, const struct item_text *t);

#endif
