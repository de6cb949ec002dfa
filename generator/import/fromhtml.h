/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef IMPORT_FROMHTML_H
#define IMPORT_FROMHTML_H

#include "import/taking.h"

/*
 * fromhtml_blocks(t, it, html, line, b): appends ${html} as Markdown: blocks with a blank line between, none at the end. What
 * Markdown cannot say is told with ${line}, and its words stay. Pictures are those of ${it}, as `media/` and their name; one that
 * stands in the text itself becomes another file of ${it}. Marks of gaps go through.
 */
void fromhtml_blocks(struct taking *t, struct item *it, struct str html, uint32_t line, struct buf *b);

#endif
