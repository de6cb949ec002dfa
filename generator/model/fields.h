/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef MODEL_FIELDS_H
#define MODEL_FIELDS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"

/*
 * Field tables: one row a member of a struct. They drive the reading of settings and
 * front matter (with "did you mean"), what templates see, the dump, and the reference
 * page. A new field is one member and one row.
 */
enum field_kind {
	FIELD_TEXT,   /* struct str */
	FIELD_HTML,   /* struct str, already HTML: templates print it unescaped in text */
	FIELD_FLAG,   /* bool */
	FIELD_INT,    /* int */
	FIELD_OBJECT, /* struct x *, may be NULL (nil in templates); ${of} is its table */
	FIELD_LIST,   /* struct view_list: pointers to structs whose table is ${of} */
	FIELD_TEXTS,  /* struct text_list: a list of texts */
	FIELD_VALUE,  /* const struct value *: anything; settings only */
	FIELD_LOCAL,  /* const struct value *: a text, or a map from language to text; settings only */
};

enum field_flag {
	FIELD_SETTING = 1,  /* may be written by an author */
	FIELD_VIEW = 2,     /* templates may read it */
	FIELD_REQUIRED = 4, /* a setting that must be there */
};

struct field {
	const char *name; /* settings: as written ("base-url"); views: with `_` */
	enum field_kind kind;
	unsigned flags;
	size_t offset;
	const struct fields *of; /* FIELD_OBJECT, FIELD_LIST */
	const char *doc;         /* one line, for the reference page */
};

struct fields {
	const char *name; /* "page": in messages about unknown fields */
	const struct field *v;
	size_t n;
};

struct view_list {
	void *const *v;
	size_t n;
};

struct text_list {
	const struct str *v;
	size_t n;
};

/* fields_find(f, name): the row of that name, or NULL. */
const struct field *fields_find(const struct fields *f, struct str name);

#endif
