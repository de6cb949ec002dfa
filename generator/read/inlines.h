/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef READ_INLINES_H
#define READ_INLINES_H

#include "model/node.h"
#include "read/marks.h"

/*
 * The second half of marks.h, and the passes that cmark-gfm's own extensions cannot do on
 * several threads (they switch characters in one global table): strikethrough and autolinks.
 */

/*
 * inlines_finish(m, parent, absent, owns): the inline children of ${parent}: tokens become attributes of what stands in
 * front of them, spans, roles and gaps; `~~…~~` and bare addresses are found. Returns the list at the very end that
 * belongs to the block itself, or NULL; always NULL unless ${owns}. ${absent}: bits of
 * marks_absent.
 */
struct attrs *inlines_finish(struct marks *m, struct node *parent, unsigned absent, bool owns);

#endif
