/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "check/exits.h"

#include "base/fs.h"

/* The front matter is read again for the line. */
static void
tell(const struct text *t, struct diags *d)
{
	struct arena a = ARENA_INIT;
	struct source src = t->src;
	const struct value *front = site_front(&a, t), *v = value_get(front, "at-risk");

	if (fs_read(&a, t->file.p, &src.bytes) < 0)
		src.bytes = STR_EMPTY;
	diag_note(d, diag_add(d, DIAG_EXIT_MISSING, &src, v ? v->at : (struct span){ 1, 0, 0 }, "%s", ""),
	    "write `exit: https://…` into site.yaml, or a map from languages to addresses: a page that everybody reads");
	arena_free(&a);
}

void
exits_check(const struct site *site, struct diags *d)
{
	for (size_t i = 0; site->exit == NULL && i < site->ndocs; i++) {
		const struct document *doc = site->docs[i];

		if (!doc->excluded && doc->texts[0]->meta.at_risk)
			tell(doc->texts[0], d);
	}
}
