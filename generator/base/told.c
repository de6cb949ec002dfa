/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/told.h"

#include "base/spans.h"

static void
pack_one(struct buf *b, const struct diag *g)
{
	pack_text(b, str_of(diag_info(g->code)->name));
	pack_text(b, g->file);
	spans_pack(b, g->at);
	pack_number(b, g->column);
	pack_number(b, g->length);
	pack_text(b, g->line);
	pack_number(b, g->line_off);
	pack_number(b, g->line_more);
	pack_text(b, g->detail);
	pack_number(b, g->nnotes);
	for (size_t i = 0; i < g->nnotes; i++)
		pack_text(b, g->notes[i]);
}

void
told_pack(struct buf *b, const struct diags *d, size_t from)
{
	pack_number(b, d->all.n - from);
	for (size_t i = from; i < d->all.n; i++)
		pack_one(b, &d->all.v[i]);
}

static struct str
take_copy(struct diags *d, struct pack_reader *r)
{
	return arena_str(&d->arena, pack_take_text(r));
}

static struct diag
take_one(struct diags *d, struct pack_reader *r)
{
	struct diag g = { 0 };
	int code = diag_find(pack_take_text(r));

	r->wrong |= code < 0;
	g.code = code < 0 ? (enum diag_code)0 : (enum diag_code)code;
	g.level = diag_info(g.code)->level;
	if (d->strict && g.level == DIAG_WARNING)
		g.level = DIAG_ERROR;
	g.file = take_copy(d, r);
	g.at = spans_take(r);
	g.column = (uint32_t)pack_take_number(r);
	g.length = (uint32_t)pack_take_number(r);
	g.line = take_copy(d, r);
	g.line_off = (uint32_t)pack_take_number(r);
	g.line_more = pack_take_number(r) != 0;
	g.detail = take_copy(d, r);
	g.nnotes = pack_take_count(r);
	g.notes = ARENA_ARRAY(&d->arena, struct str, g.nnotes);
	for (size_t i = 0; i < g.nnotes; i++)
		g.notes[i] = take_copy(d, r);
	return g;
}

bool
told_again(struct diags *d, struct str bytes)
{
	struct pack_reader r = pack_reader(bytes);
	size_t n = pack_take_count(&r), before = d->all.n;

	for (size_t i = 0; i < n && !r.wrong; i++) {
		struct diag g = take_one(d, &r);

		VEC_PUSH(&d->all, g);
	}
	if (r.wrong || r.p != r.end)
		d->all.n = before;
	return !r.wrong && r.p == r.end;
}
