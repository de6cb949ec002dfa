/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef ASSEMBLE_VARIANTS_H
#define ASSEMBLE_VARIANTS_H

#include "assemble/asking.h"

/* What a typed answer is written as: plain text on one line, variants between `|`, what stands in backticks as it stands. */
struct variant {
	struct str text;
	bool starred; /* `*so*`, in a gap: the right one of a menu */
};

struct variants {
	struct variant *v; /* NULL: it is no typed answer (diagnosed) */
	size_t n;
};

/* variants_of_item(as, item): those of a list item. Quotes in it are feedback and not looked at. */
struct variants variants_of_item(struct asking *as, const struct node *item);

/* variants_of_gap(as, gap): those of `[[…]]`, a NODE_GAP. There, a backslash takes the meaning of the sign behind it. */
struct variants variants_of_gap(struct asking *as, const struct node *gap);

/* variants_name(gap): what stands between the brackets of a NODE_GAP, which may be its name. */
struct str variants_name(const struct node *gap);

#endif
