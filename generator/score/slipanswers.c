/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "score/slipanswers.h"

#include <string.h>

#include "base/json.h"
#include "base/unicode.h"
#include "score/members.h"

/* A response that is being put together, as JSON. */
struct answer {
	struct arena *arena;
	const struct keyfile_question *q;
	struct slipletters *code;
	struct buf json;
	bool cut, misfit, written;
};

/* -- ids -- */

/* Sorted by bytes, each once: the same on both sides, whatever the order in the question. */
struct ids {
	struct str *v;
	size_t n;
};

static int
by_bytes(const void *a, const void *b)
{
	return str_cmp(*(const struct str *)a, *(const struct str *)b);
}

static struct ids
ids_new(struct answer *r, size_t most)
{
	return (struct ids){ .v = ARENA_ARRAY(r->arena, struct str, most + 1) };
}

static size_t
members_of(const struct jvalue *v)
{
	return v != NULL ? v->n : 0;
}

/* The strings of a list, or the field ${field} of each of its objects. */
static void
ids_add(struct ids *ids, const struct jvalue *list, const char *field)
{
	for (const struct jvalue *v = list != NULL ? list->first : NULL; v != NULL; v = v->next) {
		const struct jvalue *id = field != NULL ? jsonread_get(v, field) : v;

		if (id != NULL && id->kind == JSON_STRING)
			ids->v[ids->n++] = id->text;
	}
}

static struct ids
ids_sorted(struct ids ids)
{
	size_t n = 0;

	if (ids.n > 0)
		qsort(ids.v, ids.n, sizeof *ids.v, by_bytes);
	for (size_t i = 0; i < ids.n; i++)
		if (n == 0 || !str_eq(ids.v[i], ids.v[n - 1]))
			ids.v[n++] = ids.v[i];
	ids.n = n;
	return ids;
}

static struct ids
ids_of(struct answer *r, const char *list, const char *field)
{
	const struct jvalue *v = jsonread_get(r->q->question, list);
	struct ids ids = ids_new(r, members_of(v));

	ids_add(&ids, v, field);
	return ids_sorted(ids);
}

/* The names of an object's members. */
static struct ids
names_of(struct answer *r, const struct jvalue *map)
{
	struct ids ids = ids_new(r, members_of(map));

	for (const struct jvalue *v = map != NULL ? map->first : NULL; v != NULL; v = v->next)
		ids.v[ids.n++] = v->key;
	return ids_sorted(ids);
}

/* -- values -- */

/* A number below ${values}; the code may say one that is not. */
static size_t
choice(struct answer *r, size_t values)
{
	unsigned bits = 0;
	size_t x;

	while (bits < 32 && values > (size_t)1 << bits)
		bits++;
	x = slipletters_bits(r->code, bits);
	if (x < values)
		return x;
	r->misfit = true;
	return 0;
}

/* One of a list; false for nothing. */
static bool
one(struct answer *r, struct ids ids, struct str *out)
{
	size_t x = choice(r, ids.n + 1);

	if (x > 0)
		*out = ids.v[x - 1];
	return x > 0;
}

static void
text_letters(struct answer *r, struct buf *b)
{
	static const char digits[] = "0123456789,.-+ /";
	static const char letters[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 -";
	uint32_t way = slipletters_bits(r->code, 2), n = slipletters_number(r->code, 3);
	uint32_t block = way == 2 ? slipletters_bits(r->code, 14) : 0;

	for (uint32_t i = 0; i < n && !r->code->short_of; i++) {
		uint32_t c = slipletters_bits(r->code, way == 0 ? 4 : way == 1 ? 6 : 8);

		if (way == 0)
			buf_chr(b, digits[c]);
		else if (way == 1)
			buf_chr(b, letters[c]);
		else if (way == 3 || c < 128)
			buf_chr(b, (char)c);
		else if (block << 7 < 0x110000 && (block << 7 < 0xd800 || block << 7 >= 0xe000))
			unicode_put(b, block << 7 | (c & 127));
		else
			r->misfit = true;
	}
}

/* A typed text; empty where there is none. */
static struct str
text(struct answer *r)
{
	struct buf b = BUF_INIT;
	struct str s;

	if (slipletters_bits(r->code, 1) == 0)
		return STR_EMPTY;
	r->cut |= slipletters_bits(r->code, 1) != 0;
	text_letters(r, &b);
	s = arena_str(r->arena, buf_view(&b));
	buf_free(&b);
	if (unicode_valid(s, NULL) && memchr(s.p, '\0', s.n) == NULL)
		return s;
	r->misfit = true;
	return STR_EMPTY;
}

/* -- types: each writes its response; nothing where it is unanswered -- */

static void
read_one(struct answer *r)
{
	struct str id;

	if (one(r, ids_of(r, "options", "id"), &id))
		json_string(&r->json, id);
}

static void
read_ticks(struct answer *r, struct ids ids)
{
	buf_chr(&r->json, '[');
	for (size_t i = 0; i < ids.n; i++)
		if (slipletters_bits(r->code, 1) != 0) {
			members_next(&r->json);
			json_string(&r->json, ids.v[i]);
		}
	buf_chr(&r->json, ']');
}

static void
read_options(struct answer *r)
{
	read_ticks(r, ids_of(r, "options", "id"));
}

static void
read_items(struct answer *r)
{
	read_ticks(r, ids_of(r, "items", "id"));
}

static void
read_pairs(struct answer *r)
{
	const struct jvalue *pairs = jsonread_get(r->q->question, "pairs");
	const struct jvalue *choices = jsonread_get(r->q->question, "choices");
	struct ids lefts = names_of(r, pairs);
	struct ids targets = ids_new(r, members_of(pairs) + members_of(choices));

	ids_add(&targets, pairs, NULL);
	ids_add(&targets, choices, NULL);
	targets = ids_sorted(targets);
	buf_chr(&r->json, '{');
	for (size_t i = 0; i < lefts.n; i++) {
		struct str target;

		if (!one(r, targets, &target))
			continue;
		members_name(&r->json, lefts.v[i]);
		json_string(&r->json, target);
	}
	buf_chr(&r->json, '}');
}

static void
read_order(struct answer *r)
{
	struct ids left = ids_of(r, "order", NULL);

	if (slipletters_bits(r->code, 1) == 0)
		return;
	buf_chr(&r->json, '[');
	while (left.n > 0) {
		size_t x = choice(r, left.n);

		members_next(&r->json);
		json_string(&r->json, left.v[x]);
		memmove(&left.v[x], &left.v[x + 1], (left.n - x - 1) * sizeof *left.v);
		left.n--;
	}
	buf_chr(&r->json, ']');
}

/* Typed, or typed with a unit that was chosen. */
static void
read_typed(struct answer *r)
{
	bool chosen = slipletters_bits(r->code, 1) != 0;
	struct str value = text(r), unit = STR_EMPTY;

	if (chosen) {
		(void)one(r, names_of(r, jsonread_get(r->q->question, "units")), &unit);
		buf_chr(&r->json, '{');
		members_text(&r->json, "value", value);
		members_text(&r->json, "unit", unit);
		buf_chr(&r->json, '}');
	} else if (value.n > 0) {
		json_string(&r->json, value);
	}
}

static struct str
read_gap(struct answer *r, const struct jvalue *gap)
{
	const struct jvalue *choices = jsonread_get(gap, "choices"), *answer = jsonread_get(gap, "answer");
	struct ids words = ids_new(r, members_of(choices) + 1);
	struct str word = STR_EMPTY;

	if (!jsonread_is(jsonread_get(gap, "kind"), "select"))
		return text(r);
	ids_add(&words, choices, NULL);
	if (answer != NULL && answer->kind == JSON_STRING)
		words.v[words.n++] = answer->text;
	(void)one(r, ids_sorted(words), &word);
	return word;
}

static void
read_gaps(struct answer *r)
{
	const struct jvalue *gaps = jsonread_get(r->q->question, "gaps");
	struct ids ids = ids_of(r, "gaps", "id");

	buf_chr(&r->json, '{');
	for (size_t i = 0; i < ids.n; i++) {
		const struct jvalue *gap = gaps->first;
		struct str given;

		while (!str_eq(jsonread_get(gap, "id")->text, ids.v[i]))
			gap = gap->next;
		given = read_gap(r, gap);
		if (given.n == 0)
			continue;
		members_name(&r->json, ids.v[i]);
		json_string(&r->json, given);
	}
	buf_chr(&r->json, '}');
}

static void
read_points(struct answer *r)
{
	uint32_t n = slipletters_number(r->code, 3);

	buf_chr(&r->json, '[');
	for (uint32_t i = 0; i < n && !r->code->short_of; i++) {
		uint32_t x = slipletters_number(r->code, 5), y = slipletters_number(r->code, 5);

		members_next(&r->json);
		buf_fmt(&r->json, "[\"%u\",\"%u\"]", (unsigned)x, (unsigned)y);
	}
	buf_chr(&r->json, ']');
}

static void
read_spots(struct answer *r)
{
	struct ids names;

	if (!jsonread_is(jsonread_get(r->q->scoring, "mode"), "markers")) {
		read_points(r);
		return;
	}
	names = ids_of(r, "areas", "marker");
	buf_chr(&r->json, '{');
	for (size_t i = 0; i < names.n; i++) {
		members_name(&r->json, names.v[i]);
		read_points(r);
	}
	buf_chr(&r->json, '}');
}

static void
read_scale(struct answer *r)
{
	const struct jvalue *scale = jsonread_get(r->q->question, "scale");
	size_t items = members_of(jsonread_get(r->q->question, "items")), degrees = 0;

	for (size_t i = 0; scale != NULL && scale->kind == JSON_NUMBER && i < scale->text.n && i < 3; i++)
		degrees = 10 * degrees + (size_t)(scale->text.p[i] - '0');
	buf_chr(&r->json, '{');
	for (size_t i = 0; i < items; i++) {
		size_t x = choice(r, degrees + 1);

		if (x == 0)
			continue;
		members_next(&r->json);
		buf_fmt(&r->json, "\"%zu\":%zu", i + 1, x);
	}
	buf_chr(&r->json, '}');
}

/* Only whether something was written: what stays with the reader. */
static void
read_reflection(struct answer *r)
{
	r->written = slipletters_bits(r->code, 1) != 0;
}

static void
read_nothing(struct answer *r)
{
	(void)r;
}

/* What a response may be that the bits of its type have no place for: scorers rely on the form, and codes come from anybody. */
static bool
strings(const struct jvalue *v, enum jvalue_kind kind)
{
	if (v->kind != kind)
		return false;
	for (const struct jvalue *m = v->first; m != NULL; m = m->next)
		if (m->kind != JSON_STRING)
			return false;
	return true;
}

static bool
is_string(const struct jvalue *v)
{
	return v->kind == JSON_STRING;
}

static bool
is_strings(const struct jvalue *v)
{
	return strings(v, JSON_LIST);
}

static bool
is_named_strings(const struct jvalue *v)
{
	return strings(v, JSON_MAP);
}

/* Targets by item, or pairs. */
static bool
is_pairing(const struct jvalue *v)
{
	if (v->kind != JSON_LIST)
		return is_named_strings(v);
	for (const struct jvalue *pair = v->first; pair != NULL; pair = pair->next)
		if (pair->n != 2 || !is_strings(pair))
			return false;
	return true;
}

static const struct reader {
	const char *type;
	void (*read)(struct answer *r);
	bool (*other)(
	    const struct jvalue *v); /* whether a response as JSON has a form that the type knows; NULL: none has */
} readers[] = {
	{ "single", read_one, is_string },
	{ "truefalse", read_one, is_string },
	{ "multiple", read_options, NULL },
	{ "matching", read_pairs, is_pairing },
	{ "classification", read_pairs, is_pairing },
	{ "matrix", read_pairs, is_pairing },
	{ "ordering", read_order, is_strings },
	{ "gap", read_gaps, is_named_strings },
	{ "text", read_typed, NULL },
	{ "number", read_typed, is_named_strings },
	{ "hotspot", read_spots, NULL },
	{ "survey", read_scale, NULL },
	{ "reflection", read_reflection, NULL },
	{ "checklist", read_items, NULL },
	{ "branching", read_nothing, NULL },
};

/* A whole response as JSON. */
static const struct jvalue *
read_json(struct answer *r, const struct reader *reader)
{
	struct json_fault fault;
	struct str s = text(r);
	const struct jvalue *v = s.n > 0 ? jsonread_parse(r->arena, s, &fault) : NULL;

	r->misfit |= v == NULL || r->cut || reader->other == NULL || !reader->other(v);
	return v;
}

static const struct jvalue *
read_bits(struct answer *r, const struct reader *reader)
{
	struct json_fault fault;

	reader->read(r);
	return r->json.n > 0 ? jsonread_parse(r->arena, buf_view(&r->json), &fault) : NULL;
}

static const struct reader *
reader_of(struct str type)
{
	for (size_t i = 0; i < sizeof readers / sizeof *readers; i++)
		if (str_is(type, readers[i].type))
			return &readers[i];
	return NULL;
}

static const struct jvalue *
nothing(struct arena *a)
{
	struct jvalue *v = ARENA_NEW(a, struct jvalue);

	v->kind = JSON_NULL;
	v->text = STR("null");
	v->key = STR_EMPTY;
	return v;
}

struct slipanswers_one
slipanswers_read(struct arena *a, const struct keyfile_question *q, struct slipletters *code)
{
	struct answer r = { .arena = a, .q = q, .code = code, .json = BUF_INIT };
	const struct reader *reader = reader_of(q->type);
	struct slipanswers_one made;

	if (reader == NULL)
		made.response = NULL, r.misfit = true;
	else if (slipletters_bits(code, 1) != 0)
		made.response = read_json(&r, reader);
	else
		made.response = read_bits(&r, reader);
	made.cut = r.cut;
	made.written = r.written;
	made.misfit = r.misfit || code->short_of;
	if (made.response == NULL || made.misfit)
		made.response = nothing(a);
	buf_free(&r.json);
	return made;
}
