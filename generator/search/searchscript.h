/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SEARCH_SEARCHSCRIPT_H
#define SEARCH_SEARCHSCRIPT_H

#include "base/buf.h"
#include "model/site.h"

/*
 * The script of the search page: search/js with the words it says. Its name is fixed, since it knows nothing of what the pages say;
 * it asks for the contents of the index when the reader searches, and they name the parts.
 */

/* searchscript_name(a, lang): where it is, below the output folder: "assets/search-nb.js". */
struct str searchscript_name(struct arena *a, const struct language *lang);

/* searchscript_emit(b, site, lang): appends it. */
void searchscript_emit(struct buf *b, const struct site *site, const struct language *lang);

#endif
