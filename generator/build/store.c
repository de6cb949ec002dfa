/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "build/store.h"

#include <stdlib.h>
#include <string.h>

#include "base/hash.h"
#include "base/version.h"

/* MAGIC, the key, a hash of all that follows; then the facts, the files, the documents, the lone pages, the search. */
static const char magic[] = "pensum facts 1, " PENSUM_VERSION "\n";

enum { HEAD = sizeof magic - 1 + 16 };

/* -- writing -- */

static void
put_origin(struct buf *b, const struct origin *o)
{
	pack_text(b, o->path);
	stamp_pack(b, &o->stamp);
	pack_number(b, o->settled);
	pack_fixed(b, o->hash);
	pack_text(b, o->kept);
}

void
store_write(struct buf *b, const struct store *s, uint64_t key)
{
	struct buf head = BUF_INIT;

	buf_reset(b);
	buf_put(b, magic, sizeof magic - 1);
	pack_fixed(b, key);
	pack_fixed(b, 0); /* until what follows is known */
	pack_number(b, s->nfacts);
	for (size_t i = 0; i < s->nfacts; i++) {
		pack_text(b, s->subjects[i]);
		pack_fixed(b, s->values[i]);
	}
	pack_number(b, s->norigins);
	for (size_t i = 0; i < s->norigins; i++)
		put_origin(b, &s->origins[i]);
	pack_number(b, s->nrecords);
	for (size_t i = 0; i < s->nrecords; i++)
		record_pack(b, &s->records[i]);
	pack_number(b, s->nlone);
	for (size_t i = 0; i < s->nlone; i++)
		record_pack_page(b, &s->lone[i]);
	pack_fixed(b, s->searched);
	pack_text(b, s->search_files);
	pack_fixed(&head, hash_bytes(str_sub(buf_view(b), HEAD, b->n)));
	memcpy(b->p + HEAD - 8, head.p, head.n);
	buf_free(&head);
}

/* -- reading -- */

static void
take_facts(struct store *s, struct pack_reader *r)
{
	size_t n = pack_take_count(r);

	s->subjects = ARENA_ARRAY(&s->arena, struct str, n);
	s->values = ARENA_ARRAY(&s->arena, uint64_t, n);
	for (size_t i = 0; i < n; i++) {
		s->subjects[i] = pack_take_text(r);
		s->values[i] = pack_take_fixed(r);
	}
	s->nfacts = n;
}

static void
take_origins(struct store *s, struct pack_reader *r)
{
	s->norigins = pack_take_count(r);
	s->origins = ARENA_ARRAY(&s->arena, struct origin, s->norigins);
	for (size_t i = 0; i < s->norigins; i++) {
		struct origin *o = &s->origins[i];

		o->path = pack_take_text(r);
		o->stamp = stamp_take(r);
		o->settled = pack_take_number(r) != 0;
		o->hash = pack_take_fixed(r);
		o->kept = pack_take_text(r);
	}
}

static void
take_pages(struct store *s, struct pack_reader *r)
{
	s->nrecords = pack_take_count(r);
	s->records = ARENA_ARRAY(&s->arena, struct record, s->nrecords);
	for (size_t i = 0; i < s->nrecords; i++)
		record_take(&s->arena, r, s->nfacts, &s->records[i]);
	s->nlone = pack_take_count(r);
	s->lone = ARENA_ARRAY(&s->arena, struct record_page, s->nlone);
	for (size_t i = 0; i < s->nlone; i++)
		record_take_page(&s->arena, r, s->nfacts, &s->lone[i]);
}

/* A hash tells of damage by chance; what it does not tell is that a reader may trust every count. */
static enum store_state
take_all(struct store *s, struct str bytes)
{
	struct pack_reader r = pack_reader(bytes);

	take_facts(s, &r);
	take_origins(s, &r);
	take_pages(s, &r);
	s->searched = pack_take_fixed(&r);
	s->search_files = pack_take_text(&r);
	return r.wrong || r.p != r.end ? STORE_DAMAGED : STORE_READ;
}

enum store_state
store_read(struct store *s, struct str bytes, uint64_t key)
{
	struct pack_reader head = pack_reader(str_sub(bytes, sizeof magic - 1, HEAD));
	struct str rest = str_sub(bytes, HEAD, bytes.n);
	enum store_state state = STORE_READ;

	if (bytes.n == 0)
		return STORE_NONE;
	if (!str_starts(bytes, "pensum facts ") || bytes.n < HEAD)
		return STORE_DAMAGED;
	if (!str_starts(bytes, magic))
		return STORE_OTHER;
	if (pack_take_fixed(&head) != key)
		state = STORE_OTHER;
	if (pack_take_fixed(&head) != hash_bytes(rest))
		return STORE_DAMAGED;
	if (state == STORE_READ)
		state = take_all(s, rest);
	s->bytes = bytes;
	if (state != STORE_READ) {
		store_free(s);
		*s = (struct store){ 0 };
	}
	return state;
}

static int
by_document(const void *key, const void *item)
{
	return str_cmp(*(const struct str *)key, ((const struct record *)item)->path);
}

const struct record *
store_record(const struct store *s, struct str path)
{
	return s->nrecords ? bsearch(&path, s->records, s->nrecords, sizeof *s->records, by_document) : NULL;
}

static int
by_page(const void *key, const void *item)
{
	return str_cmp(*(const struct str *)key, ((const struct record_page *)item)->path);
}

const struct record_page *
store_lone(const struct store *s, struct str path)
{
	return s->nlone ? bsearch(&path, s->lone, s->nlone, sizeof *s->lone, by_page) : NULL;
}

void
store_free(struct store *s)
{
	arena_free(&s->arena);
}
