/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read/recalled.h"

#include "base/told.h"
#include "model/valuepack.h"
#include "read/settings.h"

struct str
recalled_pack(struct arena *a, const struct text *t, const struct diags *d, size_t from)
{
	struct buf b = BUF_INIT, told = BUF_INIT;
	struct str kept;

	told_pack(&told, d, from);
	pack_text(&b, t->meta.title);
	pack_number(&b, t->mentions_definitions);
	pack_text(&b, buf_view(&told));
	valuepack_write(&b, t->front);
	kept = arena_str(a, buf_view(&b));
	buf_free(&told);
	buf_free(&b);
	return kept;
}

bool
recalled_front(struct arena *a, struct text *t, struct str kept, struct diags *d)
{
	struct pack_reader r = pack_reader(kept);
	struct str title = pack_take_text(&r), told;
	struct diags again = DIAGS_INIT;
	bool mentions = pack_take_number(&r) != 0;

	told = pack_take_text(&r);
	t->front = valuepack_read(a, &r);
	if (r.wrong || r.p != r.end || !told_again(d, told))
		return false;
	settings_read(a, &meta_fields, &t->meta, t->front, &t->src, &again);
	diags_free(&again);
	t->meta.title = title;
	t->mentions_definitions = mentions;
	return true;
}
