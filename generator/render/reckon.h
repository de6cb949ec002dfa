/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RENDER_RECKON_H
#define RENDER_RECKON_H

#include <stdint.h>

#include "render/recipe.h"
#include "render/state.h"

/*
 * The expressions of recipes: what Lua would make of them, or an error where that is unusual (see follow.h).
 */
enum reckon_kind {
	RECKON_NIL,
	RECKON_FALSE,
	RECKON_TRUE,
	RECKON_NUMBER,
	RECKON_TEXT,
	RECKON_VIEW,   /* a struct of the model */
	RECKON_MEMBER, /* HTML or a list in one */
	RECKON_TABLE,
};

struct reckon_entry;

struct reckon_value {
	enum reckon_kind kind;
	union {
		int64_t number;
		struct str text;
		struct {
			const void *object;
			const struct fields *of;
			const struct field *field; /* RECKON_MEMBER */
		} view;
		struct {
			const struct reckon_entry *v;
			size_t n;
		} table;
	} as;
};

struct reckon_entry {
	struct str name; /* ends in NUL */
	struct reckon_value value;
};

/* A template being followed. */
struct reckon_frame {
	struct lua *l;
	struct template_file *file;
	enum room room;
	struct reckon_value it, *slots;
	const struct reckon_frame *heir; /* that of the template that extends it; NULL: none */
};

/* reckon_give_up(f): an error: Lua does this page, and this template from now on. */
_Noreturn void reckon_give_up(const struct reckon_frame *f);

/* reckon_expr(f, e): the value of ${e}. Lives until the run is over. */
struct reckon_value reckon_expr(const struct reckon_frame *f, struct recipe_expr *e);

/* reckon_truth(v): whether it counts as true. */
bool reckon_truth(struct reckon_value v);

/* reckon_number(n): a number as a value. */
struct reckon_value reckon_number(int64_t n);

/* reckon_html(v): whether ${v} is HTML; then *html is it. */
bool reckon_html(struct reckon_value v, struct str *html);

/* reckon_text(f, v): a text or a number as text. */
struct str reckon_text(const struct reckon_frame *f, struct reckon_value v);

/* reckon_field(f, v, e): the field of ${v} that ${e}, a RECIPE_FIELD, names. */
struct reckon_value reckon_field(const struct reckon_frame *f, struct reckon_value v, struct recipe_expr *e);

/* reckon_count(f, list): how many items a list has; reckon_item(f, list, k): item ${k}, from 1; nil where there is none. */
size_t reckon_count(const struct reckon_frame *f, struct reckon_value list);
struct reckon_value reckon_item(const struct reckon_frame *f, struct reckon_value list, size_t k);

#endif
