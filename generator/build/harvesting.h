/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BUILD_HARVESTING_H
#define BUILD_HARVESTING_H

#include "build/making.h"

/* What a document leaves when it is dropped, for other pages and for the next build. */

/*
 * harvesting_take(m, w, number, bodies, told): the harvests of the document's texts, just read by ${w}, whose facts began with it; what is remembered of it
 * becomes m->records[number]. What was told of it are the diags of ${w} from number ${told} on.
 */
void harvesting_take(struct making *m, struct worker *w, size_t number, const struct body *bodies, size_t told);

/* harvesting_links(m, w, number): its links are checked, when all documents have left their harvest; likewise remembered. */
void harvesting_links(struct making *m, struct worker *w, size_t number);

#endif
