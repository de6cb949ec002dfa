/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef MODEL_VALUE_H
#define MODEL_VALUE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/str.h"

/*
 * What YAML says, with the place of everything: front matter, settings, data files,
 * locales. Scalars follow the YAML 1.2 core schema (10.3.2): `no`, `NO`, `on`, dates
 * are text. Lives in the arena of whoever read it; never changed afterwards.
 */
enum value_kind { VALUE_NULL, VALUE_BOOL, VALUE_INT, VALUE_FLOAT, VALUE_TEXT, VALUE_LIST, VALUE_MAP };

struct value {
	enum value_kind kind;
	struct span at;
	struct str text; /* of a scalar: as written (without quotes), whatever its kind */
	union {
		bool flag;
		int64_t integer;
		double real;
		struct value *items;         /* VALUE_LIST: ${n} of them */
		struct value_entry *entries; /* VALUE_MAP: ${n}, in the order written, keys unique */
	} as;
	size_t n;
};

struct value_entry {
	struct str key;
	struct span key_at;
	struct value value;
};

/* value_get(map, key): the value under ${key}; NULL where absent, null, or ${map} is no map (or NULL). */
const struct value *value_get(const struct value *map, const char *key);

/* value_copy(a, v): all of it in ${a}, but for texts. */
const struct value *value_copy(struct arena *a, const struct value *v);

/* value_text(v, lang): of a text, that text; of a map by language, the text of ${lang}, else empty. */
struct str value_text(const struct value *v, struct str lang);

/* value_same(a, b): whether they say the same, wherever that stands. Texts are compared as they are written. */
bool value_same(const struct value *a, const struct value *b);

/* value_kind_name(k): "a list", for messages. */
const char *value_kind_name(enum value_kind k);

#endif
