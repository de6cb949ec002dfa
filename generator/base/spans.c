/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/spans.h"

void
spans_pack(struct buf *b, struct span at)
{
	pack_number(b, at.line);
	pack_number(b, at.col);
	pack_number(b, at.len);
}

struct span
spans_take(struct pack_reader *r)
{
	struct span at;

	at.line = (uint32_t)pack_take_number(r);
	at.col = (uint32_t)pack_take_number(r);
	at.len = (uint32_t)pack_take_number(r);
	return at;
}
