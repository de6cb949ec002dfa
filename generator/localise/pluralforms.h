/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOCALISE_PLURALFORMS_H
#define LOCALISE_PLURALFORMS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"

/*
 * The field `Plural-Forms` of a catalogue's header: how many forms a message with a number has, and an expression of C that says which of them a
 * number takes (GNU gettext manual, "Plural forms"). Catalogues come from anywhere: an expression is read up to a length and a depth,
 * and numbers wrap as unsigned ones of 64 bits do.
 */

enum { PLURALFORMS_LENGTH = 2000, PLURALFORMS_NODES = 400, PLURALFORMS_DEPTH = 60, PLURALFORMS_MOST = 20 };

enum pluralforms_op {
	PLURALFORMS_N,
	PLURALFORMS_NUMBER,
	PLURALFORMS_NOT,
	PLURALFORMS_CHOICE, /* ?: */
	PLURALFORMS_OR,
	PLURALFORMS_AND,
	PLURALFORMS_EQ,
	PLURALFORMS_NE,
	PLURALFORMS_LT,
	PLURALFORMS_GT,
	PLURALFORMS_LE,
	PLURALFORMS_GE,
	PLURALFORMS_ADD,
	PLURALFORMS_SUB,
	PLURALFORMS_MUL,
	PLURALFORMS_DIV,
	PLURALFORMS_MOD,
};

struct pluralforms {
	unsigned count; /* nplurals */
	struct pluralforms_node {
		enum pluralforms_op op;
		uint64_t number;
		short arg[3]; /* numbers of nodes, smaller than its own */
	} nodes[PLURALFORMS_NODES];
	short root, used;
};

/* pluralforms_read(f, field): false with a few words in *why (static) where ${field} is none: "nplurals=2; plural=(n != 1);". */
bool pluralforms_read(struct pluralforms *f, struct str field, const char **why);

/* pluralforms_of(f, n, index): the form that ${n} takes, which may be f->count or more; false where it divides by zero. */
bool pluralforms_of(const struct pluralforms *f, uint64_t n, uint64_t *index);

#endif
