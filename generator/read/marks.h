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
 *	raw text ─ lift_marks ─► text with tokens ─ cmark ─► nodes ─ inlines_finish ─► nodes with attributes
 *
 * A token is `{`, the byte 1, its number, `}`: braces are punctuation as brackets are, so what
 * CommonMark decides by the neighbour of a delimiter stays as it was.
 */
#define MARKS_BYTE '\x01'

enum token_kind {
	TOKEN_ATTRS, /* a list, or (raw empty) the place where a role without list ends */
	TOKEN_GAP,
	TOKEN_TEXT, /* an escaped character that a later pass must not see as its mark */
};

/*
 * What the raw text of a block is known not to have, so that most blocks are spared the passes behind cmark: bits, kept in the
 * user data of cmark's node. 0: nothing is known.
 */
enum marks_absent {
	ABSENT_TOKENS = 1,
	ABSENT_OTHER = 2, /* strikethrough and bare addresses, and what they may come from: escapes and entities */
};

struct token {
	enum token_kind kind;
	struct str raw;      /* as written, braces or brackets included; of TOKEN_TEXT without its backslash */
	struct attrs *attrs; /* of a broken list: what could be read; NULL: no list */
	struct span at;
	bool told; /* what is wrong with it was diagnosed */
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
	uint32_t cursor;    /* offset behind the last place found in the block at hand */
	uint32_t limit;     /* offset of its end */
	uint32_t misses;    /* searches in it that found nothing */
	uint32_t broken;    /* lists without end that were looked at in the document */
	bool ticked;        /* the block at hand began with `[x]` or the like: it is an option */
	uint32_t told_line; /* a line whose braces are not worth a word: it was told to be text as a whole */
	struct token_vec VEC_OF(struct token) tokens;
	struct noteuse_vec VEC_OF(struct noteuse) noteuses;
};

/* marks_block(m, first, last): a new block begins in line ${first} of the file and ends in line ${last}. */
void marks_block(struct marks *m, uint32_t first, uint32_t last);

/*
 * marks_find(m, text): the place of ${text} in the block at or behind the last place found (its first line only, where
 * it has several). The next search goes on behind it. Where it is not found, the line that was reached, without a column.
 */
struct span marks_find(struct marks *m, struct str text);

/* marks_link(m, url): as marks_find(), for the address of a link: words that read the same do not count where it can be told. */
struct span marks_link(struct marks *m, struct str url);

/* marks_text(m, list, at): warns that the list of attributes ${list} is text where it stands; NULL where that was told. */
struct diag *marks_text(struct marks *m, struct str list, struct span at);

/* marks_other(raw): whether ${raw} may have what ABSENT_OTHER is about. */
bool marks_other(struct str raw);

/*
 * marks_tick(raw, used, cyrillic): the mark that ${raw}, the text of an item, begins with, and the bytes it takes
 * with the blanks behind it.
 */
enum node_mark marks_tick(struct str raw, size_t *used, bool *cyrillic);

/* marks_token(m, text, at, used): the token that stands in ${text} at ${at}, or NULL. */
struct token *marks_token(struct marks *m, struct str text, size_t at, size_t *used);

/* marks_restore(m, text): ${text} with what its tokens stand for: addresses, code and raw HTML are nobody's marks. */
struct str marks_restore(struct marks *m, struct str text);

#endif
