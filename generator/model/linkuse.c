/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/linkuse.h"

#include "base/spans.h"

void
linkuse_pack(struct buf *b, const struct link_use *use)
{
	pack_text(b, use->url);
	spans_pack(b, use->at);
	pack_number(b, use->image);
}

bool
linkuse_take(struct pack_reader *r, struct link_use *use)
{
	if (r->p == r->end)
		return false;
	use->url = pack_take_text(r);
	use->at = spans_take(r);
	use->image = pack_take_number(r) != 0;
	return !r->wrong;
}
