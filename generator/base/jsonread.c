/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/jsonread.h"

#include <assert.h>
#include <string.h>
#include <yajl/yajl_parse.h>

#include "base/halves.h"
#include "base/hash.h"
#include "base/json.h"
#include "base/mem.h"
#include "base/unicode.h"

/* Below this many members an object is searched from its first one. */
enum { INDEXED = 9 };

/* A run of the parser: yajl tells what it meets, and the values are put together here. */
struct reading {
	struct arena *arena;
	struct str input;
	yajl_handle yajl;
	size_t counted; /* up to here lines were counted */
	size_t begun;   /* where the last of them begins */
	uint32_t line;
	size_t outer,
	    depth; /* how many lists and objects are open; of these, not built: 1 around the elements of jsonread_each() */
	struct jvalue *open[JSONREAD_MAX_DEPTH]; /* those that are being built, outermost first */
	struct str key;
	struct jvalue *root;
	const char *const *unread; /* the members of elements that are not built, NULL at the end; NULL: none */
	size_t skip; /* how many lists and objects stand around the one that is passed over now; 0: none is */
	struct json_fault fault; /* the first one that does not end the run; what is empty: none */
	jsonread_take *take;
	void *ctx;
};

/* -- places -- */

static void
place_of(struct str s, size_t at, struct json_fault *fault)
{
	const char *p = s.p, *end = s.p + (at < s.n ? at : s.n), *next;

	fault->line = 1;
	for (; (next = memchr(p, '\n', (size_t)(end - p))) != NULL; p = next + 1)
		fault->line++;
	fault->col = (uint32_t)(end - p) + 1;
}

static size_t
consumed(const struct reading *r)
{
	size_t n = yajl_get_bytes_consumed(r->yajl);

	return n < r->input.n ? n : r->input.n;
}

static uint32_t
line_now(struct reading *r)
{
	const char *p = r->input.p + r->counted, *end = r->input.p + consumed(r), *next;

	for (; p < end && (next = memchr(p, '\n', (size_t)(end - p))) != NULL; p = next + 1) {
		r->line++;
		r->begun = (size_t)(next - r->input.p) + 1;
	}
	r->counted = consumed(r);
	return r->line;
}

static void
complain(struct reading *r, struct str what)
{
	if (r->fault.what.n > 0)
		return;
	r->fault.line = line_now(r);
	r->fault.col = (uint32_t)(consumed(r) - r->begun) + 1;
	r->fault.what = what;
}

/* -- members by name -- */

static size_t
slot_of(const struct jvalue *map, struct str key)
{
	size_t i = hash_bytes(key) & (map->nslots - 1);

	while (map->slots[i] != NULL && !str_eq(map->slots[i]->key, key))
		i = (i + 1) & (map->nslots - 1);
	return i;
}

static struct jvalue *
member(const struct jvalue *map, struct str key)
{
	struct jvalue *v = map->first;

	if (map->slots != NULL)
		return map->slots[slot_of(map, key)];
	while (v != NULL && !str_eq(v->key, key))
		v = v->next;
	return v;
}

/* Puts the index of a large object together, and finds names that stand there twice. */
static void
finish_map(struct reading *r, struct jvalue *map)
{
	struct jvalue *twice = NULL;

	if (map->n >= INDEXED) {
		for (map->nslots = 32; map->nslots < 2 * map->n;)
			map->nslots *= 2;
		map->slots = ARENA_ARRAY(r->arena, struct jvalue *, map->nslots);
	}
	for (struct jvalue *v = map->first; v != NULL && map->slots != NULL; v = v->next) {
		size_t slot = slot_of(map, v->key);

		if (map->slots[slot] == NULL)
			map->slots[slot] = v;
		else
			twice = v;
	}
	for (struct jvalue *v = map->first; v != NULL && map->slots == NULL; v = v->next)
		if (member(map, v->key) != v)
			twice = v;
	if (twice != NULL)
		complain(r, arena_fmt(r->arena, "the name \"%.*s\" stands twice in one object", STR_ARG(twice->key)));
}

static struct jvalue *
value_new(struct arena *a, enum jvalue_kind kind, struct str text)
{
	struct jvalue *v = ARENA_NEW(a, struct jvalue);

	*v = (struct jvalue){ .kind = kind, .text = text, .key = STR_EMPTY };
	return v;
}

struct jvalue *
jsonread_add(struct arena *a, struct jvalue *into, enum jvalue_kind kind, struct str text)
{
	struct jvalue *v = value_new(a, kind, text);

	assert(into->slots == NULL);
	if (into->last != NULL)
		into->last->next = v;
	else
		into->first = v;
	into->last = v;
	into->n++;
	return v;
}

/* -- what yajl tells: 1 to go on -- */

/* The number of open values that are built. */
static size_t
level(const struct reading *r)
{
	return r->depth - r->outer;
}

static void
deliver(struct reading *r)
{
	if (r->take == NULL)
		return;
	r->take(r->ctx, r->root, r->fault.what.n > 0 ? &r->fault : NULL);
	r->fault = (struct json_fault){ .what = STR_EMPTY };
	r->root = NULL;
	r->key = STR_EMPTY;
	arena_reset(r->arena);
}

/* A new value where the reading is; NULL where that is too deep, or around the elements. */
static struct jvalue *
put(struct reading *r, enum jvalue_kind kind, struct str text)
{
	struct jvalue *v;

	if (r->skip > 0 || r->depth < r->outer || level(r) > JSONREAD_MAX_DEPTH)
		return NULL;
	if (level(r) > 0) {
		v = jsonread_add(r->arena, r->open[level(r) - 1], kind, text);
		if (r->open[level(r) - 1]->kind == JSON_MAP)
			v->key = r->key;
	} else {
		r->root = v = value_new(r->arena, kind, text);
	}
	v->line = line_now(r);
	return v;
}

static int
put_plain(struct reading *r, enum jvalue_kind kind, struct str text)
{
	put(r, kind, text);
	if (r->depth == r->skip)
		r->skip = 0;
	if (r->depth == r->outer)
		deliver(r);
	return 1;
}

static int
on_null(void *ctx)
{
	return put_plain(ctx, JSON_NULL, STR("null"));
}

static int
on_boolean(void *ctx, int value)
{
	return put_plain(ctx, JSON_BOOL, value ? STR("true") : STR("false"));
}

static struct str
kept(struct reading *r, const void *p, size_t n)
{
	return n > 0 ? arena_str(r->arena, (struct str){ p, n }) : STR_EMPTY;
}

static int
on_number(void *ctx, const char *p, size_t n)
{
	return put_plain(ctx, JSON_NUMBER, kept(ctx, p, n));
}

static int
on_string(void *ctx, const unsigned char *p, size_t n)
{
	return put_plain(ctx, JSON_STRING, kept(ctx, p, n));
}

static bool
is_unread(const struct reading *r, struct str key)
{
	for (size_t i = 0; r->unread != NULL && r->unread[i] != NULL; i++)
		if (str_is(key, r->unread[i]))
			return true;
	return false;
}

static int
on_key(void *ctx, const unsigned char *p, size_t n)
{
	struct reading *r = ctx;

	if (r->depth == r->outer + 1 && is_unread(r, (struct str){ (const char *)p, n }))
		r->skip = r->depth;
	else if (r->skip == 0 && level(r) <= JSONREAD_MAX_DEPTH)
		r->key = kept(r, p, n);
	return 1;
}

static int
begin(struct reading *r, enum jvalue_kind kind)
{
	struct jvalue *v = NULL;

	if (r->skip == 0 && r->depth >= r->outer && level(r) >= JSONREAD_MAX_DEPTH)
		complain(r, arena_fmt(r->arena, "lists and objects are nested more than %d deep", JSONREAD_MAX_DEPTH));
	else
		v = put(r, kind, STR_EMPTY);
	if (v != NULL)
		r->open[level(r)] = v;
	r->depth++;
	return 1;
}

static int
finish(struct reading *r)
{
	r->depth--;
	if (r->depth < r->outer)
		return 1;
	if (r->skip > 0) {
		if (r->depth == r->skip)
			r->skip = 0;
		return 1;
	}
	if (level(r) < JSONREAD_MAX_DEPTH && r->open[level(r)]->kind == JSON_MAP)
		finish_map(r, r->open[level(r)]);
	if (level(r) == 0)
		deliver(r);
	return 1;
}

static int
on_start_map(void *ctx)
{
	return begin(ctx, JSON_MAP);
}

static int
on_start_array(void *ctx)
{
	return begin(ctx, JSON_LIST);
}

static int
on_end(void *ctx)
{
	return finish(ctx);
}

/* -- running yajl -- */

/* The faults of yajl have a heading and end in a line end. */
static struct str
fault_text(struct arena *a, yajl_handle h)
{
	unsigned char *said = yajl_get_error(h, 0, NULL, 0);
	struct str s = str_trim(str_of((const char *)said));
	size_t colon = str_find(s, ':');

	if (colon < s.n)
		s = str_trim(str_sub(s, colon + 1, s.n));
	if (str_ends(s, "."))
		s.n--;
	s = s.n > 0 ? arena_str(a, s) : STR("this is not JSON");
	yajl_free_error(h, said);
	return s;
}

static int
run(struct reading *r, const yajl_callbacks *callbacks, struct json_fault *fault)
{
	yajl_status status;
	bool whole;

	r->line = 1;
	r->counted = r->begun = r->depth = 0;
	r->yajl = yajl_alloc(callbacks, NULL, r);
	if (r->yajl == NULL)
		mem_die(sizeof *r);
	status = yajl_parse(r->yajl, (const unsigned char *)r->input.p, r->input.n);
	whole = status == yajl_status_ok;
	if (whole)
		status = yajl_complete_parse(r->yajl);
	if (status != yajl_status_ok) {
		place_of(r->input, whole ? r->input.n : consumed(r), fault);
		fault->what = fault_text(r->arena, r->yajl);
	}
	yajl_free(r->yajl);
	return status == yajl_status_ok ? 0 : -1;
}

static const yajl_callbacks building = {
	.yajl_null = on_null,
	.yajl_boolean = on_boolean,
	.yajl_number = on_number,
	.yajl_string = on_string,
	.yajl_start_map = on_start_map,
	.yajl_map_key = on_key,
	.yajl_end_map = on_end,
	.yajl_start_array = on_start_array,
	.yajl_end_array = on_end,
};

/* -- the input -- */

/* -1 with *fault where the input is not UTF-8; a byte order mark is blanked. */
static int
prepare(struct reading *r, struct buf *copy, struct json_fault *fault)
{
	size_t bad;

	if (!unicode_valid(r->input, &bad)) {
		place_of(r->input, bad, fault);
		fault->what = STR("this byte is not UTF-8");
		return -1;
	}
	if (str_starts(r->input, "\xef\xbb\xbf"))
		r->input = str_sub(r->input, 3, r->input.n);
	r->input = halves_mended(r->input, copy);
	return 0;
}

struct jvalue *
jsonread_parse(struct arena *a, struct str s, struct json_fault *fault)
{
	struct reading r = { .arena = a, .input = s, .fault = { .what = STR_EMPTY }, .key = STR_EMPTY };
	struct buf copy = BUF_INIT;
	int rc = prepare(&r, &copy, fault);

	if (rc == 0)
		rc = run(&r, &building, fault);
	if (rc == 0 && r.fault.what.n > 0) {
		*fault = r.fault;
		rc = -1;
	}
	buf_free(&copy);
	return rc == 0 ? r.root : NULL;
}

int
jsonread_each(
    struct arena *a, struct str s, const char *const *unread, jsonread_take *take, void *ctx, struct json_fault *fault)
{
	struct reading r = { .arena = a, .input = s, .outer = 1, .unread = unread, .take = take, .ctx = ctx };
	struct buf copy = BUF_INIT;
	int rc;

	r.fault.what = r.key = STR_EMPTY;
	rc = prepare(&r, &copy, fault);
	if (rc == 0)
		rc = run(&r, NULL, fault);
	if (rc == 0 && !str_starts(str_trim(r.input), "[")) {
		*fault = (struct json_fault){ 1, 1, STR("this is JSON, but not a list") };
		rc = -1;
	}
	if (rc == 0)
		rc = run(&r, &building, fault);
	buf_free(&copy);
	return rc;
}

/* -- values -- */

const struct jvalue *
jsonread_get(const struct jvalue *map, const char *key)
{
	return map != NULL && map->kind == JSON_MAP ? member(map, str_of(key)) : NULL;
}

const struct jvalue *
jsonread_member(const struct jvalue *map, struct str key)
{
	return map != NULL && map->kind == JSON_MAP ? member(map, key) : NULL;
}

bool
jsonread_true(const struct jvalue *map, const char *key)
{
	const struct jvalue *v = jsonread_get(map, key);

	return v != NULL && v->kind == JSON_BOOL && str_is(v->text, "true");
}

bool
jsonread_is(const struct jvalue *v, const char *text)
{
	return v != NULL && v->kind == JSON_STRING && str_is(v->text, text);
}

const char *
jsonread_kind(enum jvalue_kind k)
{
	static const char *const names[] = { "null", "true or false", "a number", "a string", "a list", "an object" };

	return names[k];
}

void
jsonread_write(struct buf *b, const struct jvalue *v)
{
	bool map = v->kind == JSON_MAP;

	if (v->kind == JSON_STRING) {
		json_string(b, v->text);
		return;
	}
	if (v->kind != JSON_LIST && !map) {
		buf_str(b, v->text);
		return;
	}
	buf_chr(b, map ? '{' : '[');
	for (const struct jvalue *m = v->first; m != NULL; m = m->next) {
		if (map) {
			json_string(b, m->key);
			BUF_LIT(b, ": ");
		}
		jsonread_write(b, m);
		if (m->next != NULL)
			BUF_LIT(b, ", ");
	}
	buf_chr(b, map ? '}' : ']');
}
