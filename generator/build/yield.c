/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "build/yield.h"

#include "base/hash.h"
#include "base/spans.h"
#include "model/imprint.h"

void
yield_seal(struct harvest *h)
{
	struct buf b = BUF_INIT;

	for (size_t i = 0; i < h->nanchors; i++) {
		pack_text(&b, h->anchors[i].id);
		pack_number(&b, (uint64_t)h->anchors[i].kind);
	}
	for (size_t i = 0; i < h->ndefinitions; i++)
		pack_text(&b, h->definitions[i].id);
	h->face = hash_bytes(buf_view(&b));
	buf_reset(&b);
	for (size_t i = 0; i < h->ndefinitions; i++) {
		pack_text(&b, h->definitions[i].sort);
		imprint_node(&b, h->definitions[i].body);
	}
	h->terms = h->ndefinitions > 0 ? hash_bytes(buf_view(&b)) : 0;
	buf_free(&b);
}

static void
put_course(struct buf *b, const struct harvest *h)
{
	for (size_t i = 0; i < h->nanchors; i++)
		if (h->anchors[i].kind == ANCHOR_DEFINITION || h->anchors[i].kind == ANCHOR_COURSE) {
			pack_text(b, h->anchors[i].id);
			pack_number(b, (uint64_t)h->anchors[i].kind);
		}
	pack_number(b, h->ndefinitions);
	pack_number(b, h->ntagged);
	for (size_t i = 0; i < h->ntagged; i++) {
		pack_text(b, h->tagged[i].id);
		pack_text(b, h->tagged[i].tags);
	}
	for (size_t i = 0; i < h->nobjectives; i++)
		pack_text(b, h->objectives[i].id);
}

bool
yield_fits(const struct harvest *was, const struct harvest *now)
{
	struct buf a = BUF_INIT, b = BUF_INIT;
	bool fits;

	put_course(&a, was);
	put_course(&b, now);
	fits = was->ndraws == 0 && now->ndraws == 0 && str_eq(buf_view(&a), buf_view(&b));
	buf_free(&a);
	buf_free(&b);
	return fits;
}

/* -- writing -- */

static void
put_questions(struct buf *b, const struct harvest *h)
{
	pack_number(b, h->ntagged);
	for (size_t i = 0; i < h->ntagged; i++) {
		pack_text(b, h->tagged[i].id);
		pack_text(b, h->tagged[i].tags);
		pack_number(b, h->tagged[i].letters);
	}
	pack_number(b, h->nobjectives);
	for (size_t i = 0; i < h->nobjectives; i++) {
		pack_text(b, h->objectives[i].id);
		spans_pack(b, h->objectives[i].at);
	}
	pack_number(b, h->ndraws);
	for (size_t i = 0; i < h->ndraws; i++) {
		pack_text(b, h->draws[i].tag);
		pack_number(b, (uint64_t)h->draws[i].take);
		pack_fixed(b, (uint64_t)h->draws[i].points.num);
		pack_fixed(b, (uint64_t)h->draws[i].points.den);
		spans_pack(b, h->draws[i].at);
	}
}

static void
put(struct buf *b, const struct harvest *h)
{
	pack_number(b, h->nanchors);
	for (size_t i = 0; i < h->nanchors; i++) {
		pack_text(b, h->anchors[i].id);
		pack_number(b, (uint64_t)h->anchors[i].kind);
		spans_pack(b, h->anchors[i].at);
	}
	pack_number(b, h->ndefinitions);
	for (size_t i = 0; i < h->ndefinitions; i++) {
		pack_text(b, h->definitions[i].id);
		pack_text(b, h->definitions[i].sort);
		spans_pack(b, h->definitions[i].at);
	}
	pack_text(b, h->links);
	pack_text(b, h->withheld);
	put_questions(b, h);
	pack_number(b, h->names_sources);
	pack_number(b, h->names_contacts);
	pack_number(b, h->letters);
	pack_fixed(b, h->face);
	pack_fixed(b, h->terms);
}

/* What was in the arena of its body is taken of its bytes from here on. */
static void
point(struct harvest *h, struct str bytes)
{
	struct pack_reader r = pack_reader(bytes);

	pack_take_count(&r);
	for (size_t i = 0; i < h->nanchors; i++) {
		h->anchors[i].id = pack_take_text(&r);
		pack_take_number(&r);
		spans_take(&r);
	}
	pack_take_count(&r);
	for (size_t i = 0; i < h->ndefinitions; i++) {
		pack_take_text(&r);
		pack_take_text(&r);
		spans_take(&r);
	}
	h->links = pack_take_text(&r);
	h->withheld = pack_take_text(&r);
}

struct str
yield_keep(struct arena *keep, struct arena *scratch, struct document *doc)
{
	size_t *from = ARENA_ARRAY(scratch, size_t, doc->ntexts);
	struct buf b = BUF_INIT;
	struct str packed;

	for (size_t i = 0; i < doc->ntexts; i++) {
		struct harvest *h = doc->texts[i]->harvest;

		pack_number(&b, h != NULL);
		if (h) {
			yield_seal(h);
			from[i] = b.n;
			put(&b, h);
		}
	}
	packed = arena_str(keep, buf_view(&b));
	buf_free(&b);
	for (size_t i = 0; i < doc->ntexts; i++)
		if (doc->texts[i]->harvest)
			point(doc->texts[i]->harvest, str_sub(packed, from[i], packed.n));
	return packed;
}

/* -- reading -- */

static void
take_anchors(struct arena *a, struct pack_reader *r, struct harvest *h)
{
	h->nanchors = pack_take_count(r);
	h->anchors = ARENA_ARRAY(a, struct anchor, h->nanchors);
	for (size_t i = 0; i < h->nanchors; i++) {
		h->anchors[i].id = pack_take_text(r);
		h->anchors[i].kind = (enum anchor_kind)pack_take_number(r);
		h->anchors[i].at = spans_take(r);
	}
}

static void
take_definitions(struct arena *a, struct pack_reader *r, struct harvest *h, struct text *text)
{
	h->ndefinitions = pack_take_count(r);
	h->definitions = ARENA_ARRAY(a, struct definition, h->ndefinitions);
	for (size_t i = 0; i < h->ndefinitions; i++) {
		h->definitions[i].id = pack_take_text(r);
		h->definitions[i].sort = pack_take_text(r);
		h->definitions[i].at = spans_take(r);
		h->definitions[i].text = text;
	}
}

static void
take_tagged(struct arena *a, struct pack_reader *r, struct harvest *h)
{
	h->ntagged = pack_take_count(r);
	h->tagged = ARENA_ARRAY(a, struct tagged, h->ntagged);
	for (size_t i = 0; i < h->ntagged; i++) {
		h->tagged[i].id = pack_take_text(r);
		h->tagged[i].tags = pack_take_text(r);
		h->tagged[i].letters = (size_t)pack_take_number(r);
	}
	h->nobjectives = pack_take_count(r);
	h->objectives = ARENA_ARRAY(a, struct objective_use, h->nobjectives);
	for (size_t i = 0; i < h->nobjectives; i++) {
		h->objectives[i].id = pack_take_text(r);
		h->objectives[i].at = spans_take(r);
	}
}

static void
take_draws(struct arena *a, struct pack_reader *r, struct harvest *h)
{
	h->ndraws = pack_take_count(r);
	h->draws = ARENA_ARRAY(a, struct quiz_draw, h->ndraws);
	for (size_t i = 0; i < h->ndraws; i++) {
		h->draws[i].tag = pack_take_text(r);
		h->draws[i].take = (int)pack_take_number(r);
		h->draws[i].points.num = (int64_t)pack_take_fixed(r);
		h->draws[i].points.den = (int64_t)pack_take_fixed(r);
		h->draws[i].at = spans_take(r);
	}
}

struct harvest *
yield_take(struct arena *a, struct pack_reader *r, struct text *text)
{
	struct harvest *h = ARENA_NEW(a, struct harvest);

	take_anchors(a, r, h);
	take_definitions(a, r, h, text);
	h->links = pack_take_text(r);
	h->withheld = pack_take_text(r);
	take_tagged(a, r, h);
	take_draws(a, r, h);
	h->names_sources = pack_take_number(r) != 0;
	h->names_contacts = pack_take_number(r) != 0;
	h->letters = (size_t)pack_take_number(r);
	h->face = pack_take_fixed(r);
	h->terms = pack_take_fixed(r);
	return r->wrong ? NULL : h;
}
