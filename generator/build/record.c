/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "build/record.h"

static void
pack_facts(struct buf *b, struct record_facts facts)
{
	pack_number(b, facts.n);
	for (size_t i = 0; i < facts.n; i++)
		pack_number(b, facts.v[i]);
}

static struct record_facts
take_facts(struct arena *a, struct pack_reader *r, size_t nfacts)
{
	size_t n = pack_take_count(r);
	uint32_t *v = ARENA_ARRAY(a, uint32_t, n);

	for (size_t i = 0; i < n; i++) {
		uint64_t number = pack_take_number(r);

		r->wrong |= number >= nfacts;
		v[i] = (uint32_t)number;
	}
	return (struct record_facts){ v, n };
}

void
record_pack_page(struct buf *b, const struct record_page *p)
{
	pack_text(b, p->path);
	if (p->path.n == 0)
		return;
	pack_fixed(b, p->hash);
	pack_facts(b, p->facts);
	pack_text(b, p->told);
	pack_text(b, p->files);
	pack_text(b, p->papers);
	pack_fixed(b, p->searched);
}

void
record_take_page(struct arena *a, struct pack_reader *r, size_t nfacts, struct record_page *p)
{
	p->path = pack_take_text(r);
	p->by = RECORD_STORED;
	if (p->path.n == 0)
		return;
	p->hash = pack_take_fixed(r);
	p->facts = take_facts(a, r, nfacts);
	p->told = pack_take_text(r);
	p->files = pack_take_text(r);
	p->papers = pack_take_text(r);
	p->searched = pack_take_fixed(r);
}

void
record_pack(struct buf *b, const struct record *rec)
{
	if (rec->packed.n > 0) {
		buf_str(b, rec->packed);
		return;
	}
	pack_text(b, rec->path);
	pack_facts(b, rec->facts);
	pack_facts(b, rec->links);
	pack_text(b, rec->told);
	pack_text(b, rec->told_links);
	pack_text(b, rec->harvests);
	pack_number(b, rec->questions);
	pack_number(b, rec->deferred);
	pack_number(b, rec->npages);
	for (size_t i = 0; i < rec->npages; i++)
		record_pack_page(b, &rec->pages[i]);
}

void
record_take(struct arena *a, struct pack_reader *r, size_t nfacts, struct record *rec)
{
	const char *from = r->p;

	rec->path = pack_take_text(r);
	rec->by = rec->links_by = RECORD_STORED;
	rec->facts = take_facts(a, r, nfacts);
	rec->links = take_facts(a, r, nfacts);
	rec->told = pack_take_text(r);
	rec->told_links = pack_take_text(r);
	rec->harvests = pack_take_text(r);
	rec->questions = (size_t)pack_take_number(r);
	rec->deferred = pack_take_number(r) != 0;
	rec->npages = pack_take_count(r);
	rec->pages = ARENA_ARRAY(a, struct record_page, rec->npages);
	for (size_t i = 0; i < rec->npages; i++)
		record_take_page(a, r, nfacts, &rec->pages[i]);
	rec->packed = (struct str){ from, (size_t)(r->p - from) };
}
