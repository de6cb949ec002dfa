/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef MODEL_LINKUSE_H
#define MODEL_LINKUSE_H

#include "base/diag.h"
#include "base/pack.h"

/* A link as it stands in a text. A site has so many that they are kept as bytes, one behind the other. */
struct link_use {
	struct str url; /* as written */
	struct span at;
	bool image;
};

void linkuse_pack(struct buf *b, const struct link_use *use);

/* linkuse_take(r, use): the next one, its url a slice of the bytes; false where there is none, or something else. */
bool linkuse_take(struct pack_reader *r, struct link_use *use);

#endif
