/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef MODEL_VALUEPACK_H
#define MODEL_VALUEPACK_H

#include "base/pack.h"
#include "model/value.h"

/* What YAML said, as bytes and back, places included. */

void valuepack_write(struct buf *b, const struct value *v);

/* valuepack_read(a, r): texts are slices of the bytes. Where these are something else r->wrong is set, and the value is of no use. */
const struct value *valuepack_read(struct arena *a, struct pack_reader *r);

#endif
