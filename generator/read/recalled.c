/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read/recalled.h"

#include "base/told.h"
#include "model/valuepack.h"
#include "read/settings.h"

struct str
recalled_pack(struct arena *a, const struct text *t, const struct value *front, const struct diags *d, size_t from)
{
	struct buf b = BUF_INIT, told = BUF_INIT;
	struct str kept;

	told_pack(&told, d, from);
	pack_text(&b, t->meta.title);
	pack_number(&b, t->mentions_definitions);
	pack_text(&b, buf_view(&told));
	valuepack_write(&b, front);
	kept = arena_str(a, buf_view(&b));
	buf_free(&told);
	buf_free(&b);
	return kept;
}

/* What settings have of the tree that they were read from. */
static void
keep_values(struct arena *a, struct meta *m)
{
	for (size_t i = 0; i < meta_fields.n; i++) {
		const struct field *f = &meta_fields.v[i];
		const struct value **v = (const struct value **)((char *)m + f->offset);

		if (f->kind == FIELD_VALUE && *v != NULL)
			*v = value_copy(a, *v);
	}
}

bool
recalled_front(struct arena *a, struct text *t, struct str kept, struct diags *d)
{
	struct pack_reader r = pack_reader(kept);
	struct str title = pack_take_text(&r), told, packed;
	struct diags again = DIAGS_INIT;
	struct arena scratch = ARENA_INIT;
	bool mentions = pack_take_number(&r) != 0, fine;
	const struct value *front;

	told = pack_take_text(&r);
	packed = (struct str){ r.p, (size_t)(r.end - r.p) };
	front = valuepack_read(&scratch, &r);
	fine = !r.wrong && r.p == r.end && told_again(d, told);
	if (fine) {
		settings_read(&scratch, &meta_fields, &t->meta, front, &t->src, &again);
		keep_values(a, &t->meta);
		t->meta.title = title;
		t->front = packed;
		t->mentions_definitions = mentions;
	}
	diags_free(&again);
	arena_free(&scratch);
	return fine;
}
