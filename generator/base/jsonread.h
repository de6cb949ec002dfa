/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BASE_JSONREAD_H
#define BASE_JSONREAD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/str.h"

/*
 * JSON (RFC 8259) as a tree, numbers kept as they are written: 4.35 stays "4.35". Lives in the arena it was read
 * into; never changed afterwards, unless by who made it.
 */
enum jvalue_kind { JSON_NULL, JSON_BOOL, JSON_NUMBER, JSON_STRING, JSON_LIST, JSON_MAP };

struct jvalue {
	enum jvalue_kind kind;
	struct str
	    text; /* JSON_STRING: its characters; JSON_NUMBER: as written; JSON_BOOL: "true", "false"; JSON_NULL: "null" */
	struct str key;              /* its name, where it is a member of a JSON_MAP */
	struct jvalue *first, *last; /* JSON_LIST, JSON_MAP: the members in the order written */
	struct jvalue *next;         /* the member behind it */
	size_t n;                    /* how many members */
	uint32_t line;               /* where it begins, 1-based */
	struct jvalue **slots;       /* JSON_MAP with many members: they by the hash of their keys */
	size_t nslots;
};

struct json_fault {
	uint32_t line, col; /* 1-based; bytes */
	struct str what;    /* "a comma is missing"; in the arena */
};

/*
 * jsonread_parse(a, s, fault): the value that is the whole of ${s}; NULL where it is no JSON: then *fault (never NULL)
 * says where and why. A name that stands twice in one object, wrong UTF-8, and depth over JSONREAD_MAX_DEPTH are faults.
 * Half of a surrogate pair, which only an escape can write, becomes U+FFFD; so does nothing else.
 */
enum { JSONREAD_MAX_DEPTH = 200 };
struct jvalue *jsonread_parse(struct arena *a, struct str s, struct json_fault *fault);

/*
 * jsonread_each(a, s, unread, take, ctx, fault): hands the elements of the list ${s} to take() one by one, so that a list of any
 * length needs the memory of its largest element: ${a} is reset after each. Nothing is taken where ${s} is no JSON or
 * no list: then -1, and *fault says why. take(): ${v} is the element. Where a name stands twice in it or it is too deep, ${fault} says
 * so, and ${v} lacks what is wrong; otherwise ${fault} is NULL. Members of an element that are named in ${unread} (NULL at its end; NULL: none)
 * are passed over: not in ${v}, may stand twice, and hold anything that is JSON.
 */
typedef void jsonread_take(void *ctx, struct jvalue *v, const struct json_fault *fault);
int jsonread_each(
    struct arena *a, struct str s, const char *const *unread, jsonread_take *take, void *ctx, struct json_fault *fault);

/* jsonread_get(map, key): the member of that name; NULL where absent, or ${map} is NULL or no JSON_MAP. */
const struct jvalue *jsonread_get(const struct jvalue *map, const char *key);

/* jsonread_member(map, key): the same for a name that is no C string; ids are such. */
const struct jvalue *jsonread_member(const struct jvalue *map, struct str key);

/* jsonread_true(map, key): whether the member of that name is there and true. */
bool jsonread_true(const struct jvalue *map, const char *key);

/* jsonread_is(v, text): whether ${v} (may be NULL) is the string ${text}. */
bool jsonread_is(const struct jvalue *v, const char *text);

/* jsonread_kind(k): "a list", for messages. */
const char *jsonread_kind(enum jvalue_kind k);

/*
 * jsonread_add(a, into, kind, text): a new member at the end of a list or object that is being made, or of one that was read and has
 * no ${slots}. In an object, its key is set by the caller. In ${a}; ${text} is not copied.
 */
struct jvalue *jsonread_add(struct arena *a, struct jvalue *into, enum jvalue_kind kind, struct str text);

/* jsonread_write(b, v): ${v} as JSON on one line. */
void jsonread_write(struct buf *b, const struct jvalue *v);

#endif
