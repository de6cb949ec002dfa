/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef REPAIR_EDITS_H
#define REPAIR_EDITS_H

#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/str.h"
#include "base/vec.h"

/* Changes to the bytes of a file, made all at once: what no edit names stays as it is, to the byte. */
struct edit {
	size_t at, del; /* ${del} bytes from offset ${at} on are taken out ... */
	struct str put; /* ... and these are put in their place */
};
struct edits VEC_OF(struct edit);

struct node;

/* One thing that is put right, in one edit or several: made as a whole or not at all. */
struct change {
	uint32_t line;   /* of the file as it was */
	struct str what; /* for the author: "a blank line in front of the fence" */
	struct edit *edits;
	size_t nedits;
	const struct node *node; /* what gets an id; NULL: nothing */
	struct str id;
};
struct changes VEC_OF(struct change);

/* edits_change(a, c, line, what, edit): adds a change of one edit. */
struct change *edits_change(struct arena *a, struct changes *c, uint32_t line, struct str what, struct edit edit);

/* edits_of(c, out): appends the edits of all. */
void edits_of(const struct changes *c, struct edits *out);

/*
 * edits_apply(a, bytes, edits): ${bytes} with all of them made, in ${a}, NUL behind the end. They are sorted; those at
 * one place stay in the order they were added. One that reaches into another, or beyond the end, is our bug.
 */
struct str edits_apply(struct arena *a, struct str bytes, struct edits *edits);

#endif
