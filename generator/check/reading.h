/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CHECK_READING_H
#define CHECK_READING_H

#include "base/diag.h"
#include "model/body.h"

/* How hard a text is to read. */
struct reading {
	size_t words, long_words, sentences; /* long: more than six letters */
};

/* reading_of(body): its paragraphs and items; without headings, tables, code and questions. */
struct reading reading_of(const struct body *body);

/* reading_lix(r): words a sentence and per cent of long words, added (Björnsson 1968). 0 where there are no words. */
double reading_lix(const struct reading *r);

/* reading_check(body, d): of a text of a hundred words or more, in its own language. */
void reading_check(const struct body *body, struct diags *d);

#endif
