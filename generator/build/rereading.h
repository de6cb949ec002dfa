/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BUILD_REREADING_H
#define BUILD_REREADING_H

#include "build/touching.h"

/* What becomes of a text whose file was saved while the site is in hand. */
enum rereading {
	REREADING_SAME, /* it has the bytes that it had */
	REREADING_DONE, /* its document was read again; its pages are out of date, and those that show something of it */
	REREADING_MORE, /* more hangs on what was changed, or it cannot be read: the whole site has to be looked at again */
};

/*
 * rereading_text(m, values, t, pages): when all pages were decided on: the file of ${t} is read again. Most edits are to the words of a page, its headings, its title or
 * its summary, after which courses and addresses are what they were. Adds the pages that are out of date. After REREADING_MORE
 * the site can be remembered, but not gone on with. What is told goes to the first worker.
 */
enum rereading rereading_text(
    struct making *m, struct factvalues *values, struct text *t, struct touching_pages *pages);

#endif
