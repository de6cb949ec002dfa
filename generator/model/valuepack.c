/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/valuepack.h"

#include <string.h>

#include "base/spans.h"

enum { DEPTH = 128 }; /* deeper than what read/yaml.c reads */

void
valuepack_write(struct buf *b, const struct value *v)
{
	uint64_t bits = 0;

	pack_number(b, (uint64_t)v->kind);
	spans_pack(b, v->at);
	pack_text(b, v->text);
	switch (v->kind) {
	case VALUE_NULL:
	case VALUE_TEXT: break;
	case VALUE_BOOL: pack_number(b, v->as.flag); break;
	case VALUE_INT: pack_fixed(b, (uint64_t)v->as.integer); break;
	case VALUE_FLOAT:
		memcpy(&bits, &v->as.real, sizeof bits);
		pack_fixed(b, bits);
		break;
	case VALUE_LIST:
		pack_number(b, v->n);
		for (size_t i = 0; i < v->n; i++)
			valuepack_write(b, &v->as.items[i]);
		break;
	case VALUE_MAP:
		pack_number(b, v->n);
		for (size_t i = 0; i < v->n; i++) {
			pack_text(b, v->as.entries[i].key);
			spans_pack(b, v->as.entries[i].key_at);
			valuepack_write(b, &v->as.entries[i].value);
		}
	}
}

static void read_value(struct arena *a, struct pack_reader *r, struct value *v, int depth);

static void
read_items(struct arena *a, struct pack_reader *r, struct value *v, int depth)
{
	v->n = pack_take_count(r);
	v->as.items = ARENA_ARRAY(a, struct value, v->n);
	for (size_t i = 0; i < v->n && !r->wrong; i++)
		read_value(a, r, &v->as.items[i], depth + 1);
}

static void
read_entries(struct arena *a, struct pack_reader *r, struct value *v, int depth)
{
	v->n = pack_take_count(r);
	v->as.entries = ARENA_ARRAY(a, struct value_entry, v->n);
	for (size_t i = 0; i < v->n && !r->wrong; i++) {
		v->as.entries[i].key = pack_take_text(r);
		v->as.entries[i].key_at = spans_take(r);
		read_value(a, r, &v->as.entries[i].value, depth + 1);
	}
}

static void
read_value(struct arena *a, struct pack_reader *r, struct value *v, int depth)
{
	uint64_t kind = pack_take_number(r), bits;

	r->wrong |= kind > VALUE_MAP || depth > DEPTH;
	if (r->wrong)
		return;
	v->kind = (enum value_kind)kind;
	v->at = spans_take(r);
	v->text = pack_take_text(r);
	switch (v->kind) {
	case VALUE_NULL:
	case VALUE_TEXT: break;
	case VALUE_BOOL: v->as.flag = pack_take_number(r) != 0; break;
	case VALUE_INT: v->as.integer = (int64_t)pack_take_fixed(r); break;
	case VALUE_FLOAT:
		bits = pack_take_fixed(r);
		memcpy(&v->as.real, &bits, sizeof bits);
		break;
	case VALUE_LIST: read_items(a, r, v, depth); break;
	case VALUE_MAP: read_entries(a, r, v, depth); break;
	}
}

const struct value *
valuepack_read(struct arena *a, struct pack_reader *r)
{
	struct value *v = ARENA_NEW(a, struct value);

	read_value(a, r, v, 0);
	return v;
}
