/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef READ_GETTEXT_H
#define READ_GETTEXT_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "model/po.h"

/*
 * The door to gettext's own library, libgettextpo: it has global state and ends in its handlers, so one lock stands
 * before it. Thread-safe, one call at a time.
 */

/*
 * gettext_read(a, file, src, d): the catalogue ${file}, whose path as shown and bytes are ${src}; NULL where it is not one (diagnosed,
 * with the line). Everything lives in ${a} but the maps, for po_free(). A message that is there twice is an error.
 */
struct po *gettext_read(struct arena *a, const char *file, const struct source *src, struct diags *d);

/*
 * gettext_text(b, po): appends the catalogue as gettext's tools write it: wrapped at 79 columns, in the order of the entries, obsolete
 * ones at the end. Equal entries give equal bytes. -1 with errno where the system has no place for the library's file.
 */
int gettext_text(struct buf *b, const struct po *po);

#endif
