/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "check/headings.h"

void
headings_check(const struct body *body, struct diags *d)
{
	int last = 1; /* the title */

	for (size_t i = 0; i < body->nheadings; i++) {
		const struct node *n = body->headings[i];
		int level = n->as.heading.level + body->shift;

		if (level > last + 1)
			diag_note(d,
			    diag_add(d, DIAG_HEADING_ORDER, &body->src, n->at,
				"it stands %d levels below the one above it", level - last),
			    "take away %d `#`, or put a heading in between", level - last - 1);
		last = level;
	}
}
