/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PACKAGE_MOODLE_H
#define PACKAGE_MOODLE_H

#include "package/exchange.h"

/*
 * Moodle's XML of a question bank.
 *
 *	struct moodle *m = moodle_begin();
 *	moodle_category(m, name); moodle_item(m, x, it); …
 *	moodle_end(m, &bytes);
 */
struct moodle;

struct moodle *moodle_begin(void);

/* moodle_category(m, name): what follows is filed there. */
void moodle_category(struct moodle *m, struct str name);

/* moodle_item(m, x, it): the question; what it has no place for is told. */
void moodle_item(struct moodle *m, struct exchange *x, const struct item *it);

/* moodle_end(m, b): appends the document to ${b} and frees ${m}. */
void moodle_end(struct moodle *m, struct buf *b);

#endif
