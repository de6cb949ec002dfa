/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BUILD_DECIDING_H
#define BUILD_DECIDING_H

#include "build/making.h"

/* What of a site has to be made again (build/due.h), by what the build before remembers. */

/* deciding_documents(m): which documents have to be read, all of whose pages are made, too. The harvests of the others are those that they left. */
void deciding_documents(struct making *m);

/*
 * deciding_pages(m): when all documents have left their harvest: which of the other pages have to be made; those that need not be are kept, and count and
 * tell as if they were made now.
 */
void deciding_pages(struct making *m);

/* deciding_page_now(m, document, language), deciding_lone_now(m, output): whether that page is to be made now: it is out of date, was not tried yet, and is wanted. */
bool deciding_page_now(const struct making *m, size_t document, size_t language);
bool deciding_lone_now(const struct making *m, size_t output);

/* deciding_any_now(m, document): whether one of its pages is. */
bool deciding_any_now(const struct making *m, size_t document);

#endif
