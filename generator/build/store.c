/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "build/store.h"

#include <stdlib.h>
#include <string.h>

#include "base/hash.h"
#include "base/version.h"

/* MAGIC and the key; then the facts, the files, the documents, the lone pages, the search; a checksum of all that is behind the key. */
static const char magic[] = "pensum facts 3, " PENSUM_VERSION "\n";

enum { HEAD = sizeof magic - 1 + 8, TAIL = 8, PIECE = 1 << 16 };

/* The checksum of a text, taken piece by piece. */
static uint64_t
add_piece(uint64_t sum, struct str piece)
{
	char both[16];

	for (int i = 0; i < 8; i++)
		both[i] = (char)(sum >> (8 * i));
	sum = hash_bytes(piece);
	for (int i = 0; i < 8; i++)
		both[8 + i] = (char)(sum >> (8 * i));
	return hash_bytes((struct str){ both, sizeof both });
}

/* -- writing -- */

/* What is in ${b} goes out in whole pieces, so that a store is never in memory as a whole. */
struct writing {
	store_emit *emit;
	void *ctx;
	struct buf b;
	uint64_t sum;
	int rc;
};

static void
put_piece(struct writing *w, struct str piece)
{
	w->sum = add_piece(w->sum, piece);
	if (w->rc == 0)
		w->rc = w->emit(w->ctx, piece);
}

static void
flush(struct writing *w)
{
	size_t done = 0;

	for (; w->b.n - done >= PIECE; done += PIECE)
		put_piece(w, str_sub(buf_view(&w->b), done, done + PIECE));
	if (done > 0)
		memmove(w->b.p, w->b.p + done, w->b.n - done);
	w->b.n -= done;
}

static void
put_facts(struct writing *w, const struct store *s)
{
	pack_number(&w->b, s->nfacts);
	for (size_t i = 0; i < s->nfacts; i++) {
		pack_text(&w->b, s->subjects[i]);
		pack_fixed(&w->b, s->values[i]);
		flush(w);
	}
}

static void
put_origins(struct writing *w, const struct store *s)
{
	pack_number(&w->b, s->norigins);
	for (size_t i = 0; i < s->norigins; i++) {
		const struct origin *o = &s->origins[i];

		pack_text(&w->b, o->path);
		stamp_pack(&w->b, &o->stamp);
		pack_number(&w->b, o->settled);
		pack_fixed(&w->b, o->hash);
		pack_text(&w->b, o->kept);
		flush(w);
	}
}

static void
put_records(struct writing *w, const struct store *s)
{
	size_t n = 0;

	for (size_t i = 0; i < s->nrecords; i++)
		n += s->records[i].path.n > 0;
	pack_number(&w->b, n);
	for (size_t i = 0; i < s->nrecords; i++) {
		if (s->records[i].path.n > 0)
			record_pack(&w->b, &s->records[i]);
		flush(w);
	}
}

static void
put_lone(struct writing *w, const struct store *s)
{
	size_t n = 0;

	for (size_t i = 0; i < s->nlone; i++)
		n += s->lone[i].path.n > 0;
	pack_number(&w->b, n);
	for (size_t i = 0; i < s->nlone; i++) {
		if (s->lone[i].path.n > 0)
			record_pack_page(&w->b, &s->lone[i]);
		flush(w);
	}
}

static void
put_head(struct writing *w, uint64_t key)
{
	buf_put(&w->b, magic, sizeof magic - 1);
	pack_fixed(&w->b, key);
	w->rc = w->emit(w->ctx, buf_view(&w->b));
	buf_reset(&w->b);
}

static void
put_tail(struct writing *w)
{
	put_piece(w, buf_view(&w->b));
	buf_reset(&w->b);
	pack_fixed(&w->b, w->sum);
	if (w->rc == 0)
		w->rc = w->emit(w->ctx, buf_view(&w->b));
}

int
store_write(const struct store *s, uint64_t key, store_emit *emit, void *ctx)
{
	struct writing w = { .emit = emit, .ctx = ctx };

	put_head(&w, key);
	put_facts(&w, s);
	put_origins(&w, s);
	put_records(&w, s);
	put_lone(&w, s);
	pack_fixed(&w.b, s->searched);
	pack_text(&w.b, s->search_files);
	pack_fixed(&w.b, s->withheld);
	flush(&w);
	put_tail(&w);
	buf_free(&w.b);
	return w.rc;
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
	s->withheld = pack_take_fixed(&r);
	return r.wrong || r.p != r.end ? STORE_DAMAGED : STORE_READ;
}

static uint64_t
sum_of(struct str bytes)
{
	uint64_t sum = 0;

	while (bytes.n >= PIECE) {
		sum = add_piece(sum, str_sub(bytes, 0, PIECE));
		bytes = str_sub(bytes, PIECE, bytes.n);
	}
	return add_piece(sum, bytes);
}

static enum store_state
read_sound(struct store *s, struct str bytes, uint64_t key)
{
	struct pack_reader head = pack_reader(str_sub(bytes, HEAD - 8, HEAD));
	struct pack_reader tail = pack_reader(str_sub(bytes, bytes.n - TAIL, bytes.n));
	struct str body = str_sub(bytes, HEAD, bytes.n - TAIL);

	if (pack_take_fixed(&tail) != sum_of(body))
		return STORE_DAMAGED;
	return pack_take_fixed(&head) != key ? STORE_OTHER : take_all(s, body);
}

enum store_state
store_read(struct store *s, struct str bytes, uint64_t key)
{
	enum store_state state;

	if (bytes.n == 0)
		return STORE_NONE;
	if (!str_starts(bytes, "pensum facts "))
		return STORE_DAMAGED;
	if (!str_starts(bytes, magic))
		return STORE_VERSION;
	state = bytes.n < HEAD + TAIL ? STORE_DAMAGED : read_sound(s, bytes, key);
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
store_record(const struct store *s, struct str path, size_t place)
{
	if (place < s->nrecords && str_eq(s->records[place].path, path))
		return &s->records[place];
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
