/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "check/unused.h"

void
unused_check(const struct site *site, struct diags *d)
{
	for (size_t i = 0; i < site->assets.n; i++) {
		const struct asset *a = site->assets.v[i].value;

		if (!atomic_load(&a->used) && !a->broken)
			diag_add(
			    d, DIAG_MEDIA_UNUSED, &(struct source){ a->path, STR_EMPTY }, (struct span){ 0 }, "%s", "");
	}
}
