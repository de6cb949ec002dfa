/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/wordnotes.h"

#include "base/hash.h"
#include "base/spans.h"
#include "base/wordruns.h"

void
wordnotes_add(struct wordnotes *n, struct span at, size_t words, struct str hashes)
{
	spans_pack(&n->notes, at);
	pack_number(&n->notes, words);
	pack_text(&n->notes, hashes);
	buf_str(&n->hashes, hashes);
}

struct str
wordnotes_end(struct wordnotes *n, struct arena *a)
{
	struct buf b = BUF_INIT;
	struct str packed = STR_EMPTY;

	if (n->notes.n > 0) {
		pack_fixed(&b, hash_bytes(buf_view(&n->hashes)));
		buf_str(&b, buf_view(&n->notes));
		packed = arena_str(a, buf_view(&b));
	}
	buf_free(&b);
	buf_free(&n->notes);
	buf_free(&n->hashes);
	return packed;
}

struct pack_reader
wordnotes_of(struct str packed)
{
	struct pack_reader r = pack_reader(packed);

	if (packed.n > 0)
		pack_take_fixed(&r);
	return r;
}

uint64_t
wordnotes_mark(struct str packed)
{
	struct pack_reader r = pack_reader(packed);

	return packed.n > 0 ? pack_take_fixed(&r) : 0;
}

bool
wordnotes_next(struct pack_reader *r, struct wordnotes_note *note)
{
	struct str hashes;

	if (r->wrong || r->p == r->end)
		return false;
	note->at = spans_take(r);
	note->words = (size_t)pack_take_number(r);
	hashes = pack_take_text(r);
	note->n = hashes.n / 8;
	note->all = pack_reader(hashes);
	return !r->wrong && note->words >= WORDNOTES_LEAST && note->words <= WORDRUNS_WORDS;
}
