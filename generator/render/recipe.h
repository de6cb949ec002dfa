/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RENDER_RECIPE_H
#define RENDER_RECIPE_H

#include "base/arena.h"
#include "model/fields.h"

/*
 * A template that needs no Lua, as lua/recipe.lua wrote it down: statements with expressions in them, in order. follow.c does what it says.
 */
struct template_file;
struct recipe_expr;

struct recipe_pair {
	struct str name;
	struct recipe_expr *value;
};

enum recipe_op {
	RECIPE_NIL = 'n',
	RECIPE_TRUE = 'y',
	RECIPE_FALSE = 'x',
	RECIPE_NUMBER = 'c',  /* number */
	RECIPE_TEXT = 's',    /* text */
	RECIPE_IT = 'i',      /* the argument of the template */
	RECIPE_LOCAL = 'l',   /* number: what was set */
	RECIPE_GLOBAL = 'g',  /* text: `page` */
	RECIPE_FIELD = '.',   /* a, text */
	RECIPE_ITEM = '[',    /* a, number: from 1 */
	RECIPE_LENGTH = '#',  /* a */
	RECIPE_NOT = '!',     /* a */
	RECIPE_AND = '&',     /* a, b */
	RECIPE_OR = '|',      /* a, b */
	RECIPE_EQUAL = '=',   /* a, b */
	RECIPE_LESS = '<',    /* a, b */
	RECIPE_FIND = 'f',    /* a, b: where b is in a */
	RECIPE_WORDS = 't',   /* a, pairs: t() */
	RECIPE_ASSET = 'a',   /* a: asset() */
	RECIPE_ISOLATE = 'o', /* a: isolate() */
	RECIPE_TABLE = 'b',   /* pairs */
};

struct recipe_expr {
	enum recipe_op op;
	struct str text; /* ends in NUL */
	size_t number;
	struct recipe_expr *a, *b;
	struct recipe_pair *v; /* ${n} pairs */
	size_t n;
	/* RECIPE_FIELD: the row of the kind of struct that was met last: nearly always that of the next one. */
	const struct fields *of;
	const struct field *field;
};

enum recipe_do {
	RECIPE_WRITE = 'w',   /* text */
	RECIPE_PRINT = 'p',   /* how, expr */
	RECIPE_IF = '?',      /* expr, body, other */
	RECIPE_FOR = '*',     /* slot of the index or 0, slot, expr, body */
	RECIPE_SET = ':',     /* slot, expr */
	RECIPE_INCLUDE = 'u', /* text: the template; expr: its argument */
	RECIPE_CACHED = 'k',  /* the same */
	RECIPE_EXTENDS = 'e', /* text */
	RECIPE_GIVEN = 'd',   /* text: the name of a block of the template that is extended; body */
	RECIPE_BLOCK = 'v',   /* text, body */
	RECIPE_END = ';',
};

struct recipe_step {
	enum recipe_do what;
	char how;           /* the letter of emit.c's function for that place in HTML */
	size_t index, slot; /* from 1 */
	struct str text;
	struct recipe_expr *expr;
	struct recipe_step *body, *other, *next;
	struct template_file *template; /* RECIPE_INCLUDE, RECIPE_CACHED: once it was looked up */
};

struct recipe {
	size_t nslots;
	struct recipe_step *steps;
	struct recipe_step *extends; /* that step, or NULL */
};

/* recipe_read(a, bytes): the recipe, in ${a}; NULL where the bytes are none. */
struct recipe *recipe_read(struct arena *a, struct str bytes);

#endif
