/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read/stored.h"

#include <assert.h>
#include <string.h>

#include "base/vec.h"

/*
 * First how many words there are, then the words, 32 bits each in the order of this machine, then the texts. A value is its kind,
 * its span, its text and eight bytes: what it is, or how many follow. The entries of a map are a key, its span and a value each.
 */

/* -- writing -- */

struct writer {
	struct words VEC_OF(uint32_t) words;
	struct buf texts;
};

static void
put_span(struct writer *w, struct span at)
{
	VEC_PUSH(&w->words, at.line);
	VEC_PUSH(&w->words, at.col);
	VEC_PUSH(&w->words, at.len);
}

static void
put_text(struct writer *w, struct str s)
{
	VEC_PUSH(&w->words, (uint32_t)w->texts.n);
	VEC_PUSH(&w->words, (uint32_t)s.n);
	buf_str(&w->texts, s);
	buf_chr(&w->texts, '\0');
}

static void
put_value(struct writer *w, const struct value *v)
{
	uint64_t what = v->n;

	_Static_assert(sizeof what == sizeof v->as, "a number, or where things are");
	if (v->kind != VALUE_LIST && v->kind != VALUE_MAP)
		memcpy(&what, &v->as, sizeof what);
	VEC_PUSH(&w->words, (uint32_t)v->kind);
	put_span(w, v->at);
	put_text(w, v->text);
	VEC_PUSH(&w->words, (uint32_t)what);
	VEC_PUSH(&w->words, (uint32_t)(what >> 32));
	for (size_t i = 0; v->kind == VALUE_LIST && i < v->n; i++)
		put_value(w, &v->as.items[i]);
	for (size_t i = 0; v->kind == VALUE_MAP && i < v->n; i++) {
		put_text(w, v->as.entries[i].key);
		put_span(w, v->as.entries[i].key_at);
		put_value(w, &v->as.entries[i].value);
	}
}

void
stored_write(struct buf *b, const struct value *v)
{
	struct writer w = { .texts = BUF_INIT };
	uint32_t n;

	put_value(&w, v);
	n = (uint32_t)w.words.n;
	buf_put(b, &n, sizeof n);
	buf_put(b, w.words.v, w.words.n * sizeof *w.words.v);
	buf_str(b, buf_view(&w.texts));
	VEC_FREE(&w.words);
	buf_free(&w.texts);
}

/* -- reading -- */

struct reader {
	struct arena *a;
	const char *word, *end; /* the next word; where they end */
	struct str texts;
};

static uint32_t
take(struct reader *r)
{
	uint32_t word;

	assert(r->word < r->end);
	memcpy(&word, r->word, sizeof word);
	r->word += sizeof word;
	return word;
}

static struct span
take_span(struct reader *r)
{
	struct span at;

	at.line = take(r);
	at.col = take(r);
	at.len = take(r);
	return at;
}

static struct str
take_text(struct reader *r)
{
	size_t at = take(r), n = take(r);

	assert(at + n < r->texts.n);
	return (struct str){ r->texts.p + at, n };
}

static void
take_value(struct reader *r, struct value *v)
{
	uint64_t what;

	v->kind = (enum value_kind)take(r);
	v->at = take_span(r);
	v->text = take_text(r);
	what = take(r);
	what |= (uint64_t)take(r) << 32;
	if (v->kind == VALUE_LIST) {
		v->n = (size_t)what;
		v->as.items = ARENA_ARRAY(r->a, struct value, v->n + 1);
		for (size_t i = 0; i < v->n; i++)
			take_value(r, &v->as.items[i]);
	} else if (v->kind == VALUE_MAP) {
		v->n = (size_t)what;
		v->as.entries = ARENA_ARRAY(r->a, struct value_entry, v->n + 1);
		for (size_t i = 0; i < v->n; i++) {
			struct value_entry *e = &v->as.entries[i];

			e->key = take_text(r);
			e->key_at = take_span(r);
			take_value(r, &e->value);
		}
	} else {
		memcpy(&v->as, &what, sizeof what);
	}
}

const struct value *
stored_read(struct arena *a, struct str bytes)
{
	struct reader r = { .a = a, .word = bytes.p, .end = bytes.p + sizeof(uint32_t) };
	struct value *v = ARENA_NEW(a, struct value);

	r.end += take(&r) * sizeof(uint32_t);
	r.texts = str_sub(bytes, (size_t)(r.end - bytes.p), bytes.n);
	take_value(&r, v);
	return v;
}
