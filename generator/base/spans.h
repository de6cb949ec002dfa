/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BASE_SPANS_H
#define BASE_SPANS_H

#include "base/diag.h"
#include "base/pack.h"

/* Places in sources as bytes and back: base/pack.h. */
void spans_pack(struct buf *b, struct span at);
struct span spans_take(struct pack_reader *r);

#endif
