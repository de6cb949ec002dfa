/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "repair/edits.h"

#include <assert.h>

#include "base/buf.h"

/* By insertion: edits come nearly sorted, and equal ones must stay in order. */
static void
sort(struct edits *edits)
{
	for (size_t i = 1; i < edits->n; i++) {
		struct edit e = edits->v[i];
		size_t k = i;

		for (; k > 0 && edits->v[k - 1].at > e.at; k--)
			edits->v[k] = edits->v[k - 1];
		edits->v[k] = e;
	}
}

struct str
edits_apply(struct arena *a, struct str bytes, struct edits *edits)
{
	struct buf out = BUF_INIT;
	struct str all;
	size_t done = 0;

	sort(edits);
	for (size_t i = 0; i < edits->n; i++) {
		const struct edit *e = &edits->v[i];

		assert(e->at >= done && e->at <= bytes.n && e->del <= bytes.n - e->at);
		buf_str(&out, str_sub(bytes, done, e->at));
		buf_str(&out, e->put);
		done = e->at + e->del;
	}
	buf_str(&out, str_sub(bytes, done, bytes.n));
	all = arena_str(a, buf_view(&out));
	buf_free(&out);
	return all;
}

struct change *
edits_change(struct arena *a, struct changes *c, uint32_t line, struct str what, struct edit edit)
{
	struct change change = { .line = line, .what = what, .edits = ARENA_NEW(a, struct edit), .nedits = 1 };

	change.edits[0] = edit;
	VEC_PUSH(c, change);
	return &c->v[c->n - 1];
}

void
edits_of(const struct changes *c, struct edits *out)
{
	for (size_t i = 0; i < c->n; i++)
		for (size_t k = 0; k < c->v[i].nedits; k++)
			VEC_PUSH(out, c->v[i].edits[k]);
}
