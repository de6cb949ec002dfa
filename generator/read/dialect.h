/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef READ_DIALECT_H
#define READ_DIALECT_H

#include <setjmp.h>
#include <stdbool.h>

#include "base/arena.h"
#include "read/fence.h"

struct cmark_node;
struct cmark_parser;

/*
 * cmark-gfm as this project speaks it: CommonMark with tables, footnotes and fences of
 * directives. Fences are a syntax extension attached in front of `table` (else tables swallow
 * them). Each becomes a flat marker block; read/markdown.c nests what lies between afterwards, which
 * is linear, and right inside items, quotes, code and HTML.
 *
 * cmark allocates from ${arena} up to ${left} bytes; more than that leaves by longjmp to ${full}, with nothing to free.
 * Only one dialect a thread is in use at a time: cmark_mem has no context, so the door keeps a thread-local.
 *
 *	struct dialect d = { .arena = a, .left = cap };
 *	if (setjmp(d.full) == 0) { parser = dialect_open(&d, true); … cmark_parser_feed … }
 *	dialect_close(&d);
 */
struct dialect {
	struct arena *arena;
	size_t left;
	jmp_buf full;
};

/* dialect_open(d, notes): a parser; ${notes}: also of footnotes, which cmark walks the whole tree for. */
struct cmark_parser *dialect_open(struct dialect *d, bool notes);
void dialect_close(struct dialect *d);

/* dialect_fence(n): the fence that the marker block ${n} stands for; NULL for any other node. */
const struct fence *dialect_fence(struct cmark_node *n);

#endif
