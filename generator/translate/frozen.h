/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TRANSLATE_FROZEN_H
#define TRANSLATE_FROZEN_H

#include "base/arena.h"
#include "base/buf.h"
#include "model/node.h"

/* The inlines of a paragraph as bytes, so that what was read once need not be read again. */

/* frozen_write(b, paragraph): appends them. */
void frozen_write(struct buf *b, const struct node *paragraph);

/*
 * frozen_read(a, bytes, line): a paragraph of them, whose places are ${line}; its texts are slices of ${bytes}. NULL where the bytes are not what
 * frozen_write() made.
 */
struct node *frozen_read(struct arena *a, struct str bytes, uint32_t line);

#endif
