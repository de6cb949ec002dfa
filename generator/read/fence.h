/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef READ_FENCE_H
#define READ_FENCE_H

#include <stdbool.h>

#include "base/str.h"

/*
 * One line that may be a fence of a directive, taken apart. Text only: no tree, no
 * diagnostics. Slices point into the line.
 */
enum fence_kind {
	FENCE_NONE,  /* an ordinary line */
	FENCE_OPEN,  /* `:::name[Label]{…}`, `::: {.name}` */
	FENCE_CLOSE, /* `:::` and nothing else */
	FENCE_LEAF,  /* `::name[Label]{…}` */
	FENCE_TEXT,  /* begins like a leaf but has more text on the line: text, and a warning */
};

enum fence_fault {
	FENCE_FINE,
	FENCE_BAD_NAME,  /* upper case or another character in the name */
	FENCE_BAD_LABEL, /* bracket not closed on the line */
	FENCE_BAD_ATTRS, /* brace not closed on the line */
	FENCE_BAD_REST,  /* text behind the head */
};

struct fence {
	enum fence_kind kind;
	enum fence_fault fault;     /* a broken head still opens */
	struct str name;            /* empty: a plain container, or Pandoc's form (the first class is the name) */
	struct str label;           /* between the brackets, raw */
	bool has_label, bare_label; /* bare: `:::tip My title` */
	struct str attrs;           /* from `{` to `}`, raw; empty: none */
	struct str bad;             /* what is wrong, for the caret */
};

/* fence_read(line, out): ${line} begins at its first non-blank and may end in a line end. */
void fence_read(struct str line, struct fence *out);

#endif
