/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef READ_MARKS_H
#define READ_MARKS_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/vec.h"
#include "model/attrs.h"
#include "model/node.h"

/*
 * What authors write around CommonMark's inlines: `{…}` attributes, `[[…]]` gaps, `:name[…]`
 * roles, `[x]` marks. It is taken off the raw text of a block before the inlines are parsed,
 * so that emphasis and links cannot tear it, and a token stands in its place:
 *
 *	raw text ─ marks_take ─► text with tokens ─ cmark ─► nodes ─ inlines_finish ─► nodes with attributes
 *
 * A token is `{`, the byte 1, its number, `}`: braces are punctuation as brackets are, so what
 * CommonMark decides by the neighbour of a delimiter stays as it was.
 */
#define MARKS_BYTE '\x01'

enum token_kind {
	TOKEN_ATTRS, /* a list, or (raw empty) the place where a role without list ends */
	TOKEN_GAP,
};

struct token {
	enum token_kind kind;
	struct str raw;      /* as written, braces or brackets included */
	struct attrs *attrs; /* NULL: broken (diagnosed) or raw empty */
	struct span at;
};

/* A `[^mark]` in the text. */
struct noteuse {
	struct str label;
	struct span at;
};

/* The source of one body, for finding places: cmark tells lines, but not always columns. */
struct marks {
	struct arena *arena;
	const struct source *src;
	struct diags *diags;
	const uint32_t *lines; /* offset in src->bytes of each line, lines[0] is line 1; the last entry is the end */
	uint32_t nlines;
	uint32_t cursor;       /* offset behind the last place found in the block at hand */
	struct token_vec VEC_OF(struct token) tokens;
	struct noteuse_vec VEC_OF(struct noteuse) noteuses;
};

/* marks_block(m, line): a new block begins in line ${line} of the file. */
void marks_block(struct marks *m, uint32_t line);

/*
 * marks_find(m, text): the place of ${text} at or behind the last place found in this block (its first line
 * only, where it has several); the start of the block where it is not found. The next search goes on behind it.
 */
struct span marks_find(struct marks *m, struct str text);

/* marks_place(m, text, last): as marks_find(), but a place behind line ${last} of the file does not count. */
struct span marks_place(struct marks *m, struct str text, uint32_t last);

/* marks_take(m, raw, out): writes ${raw} with tokens to ${out}; false (and nothing written) where there is nothing to take. */
bool marks_take(struct marks *m, struct str raw, struct buf *out);

/*
 * marks_tick(raw, used, cyrillic): the mark that ${raw}, the text of an item, begins with, and the bytes it takes
 * with its blank.
 */
enum node_mark marks_tick(struct str raw, size_t *used, bool *cyrillic);

/* marks_token(m, text, at, used): the token that stands in ${text} at ${at}, or NULL. */
struct token *marks_token(struct marks *m, struct str text, size_t at, size_t *used);

#endif
