/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef IMPORT_WRITINGGAPS_H
#define IMPORT_WRITINGGAPS_H

#include "import/taking.h"

/* writinggaps_text(t, it, text): the marks of gaps in ${text}, which is Markdown, as their names: `[[gap-1]]`. */
struct str writinggaps_text(struct taking *t, const struct item *it, struct str text);

/* writinggaps_list(t, it, b): appends the list that says what belongs into each. */
void writinggaps_list(struct taking *t, struct item *it, struct buf *b);

#endif
