/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_UNIT_TOLD_H
#define TESTS_UNIT_TOLD_H

#include <string.h>

#include "base/diag.h"
#include "testing.h"

/* What a room complained of, asserted in one line. */

static inline void
told_nothing(const struct diags *d)
{
	if (d->all.n)
		fail_msg("diagnosed: %s: %.*s", diag_info(d->all.v[0].code)->name, STR_ARG(d->all.v[0].detail));
}

/* The only diagnostic is this one, at this place. */
static inline const struct diag *
told(const struct diags *d, enum diag_code code, uint32_t line, uint32_t col, uint32_t len)
{
	const struct diag *g;

	if (d->all.n != 1)
		fail_msg("%zu diagnostics, wanted %s; the last: %.*s", d->all.n, diag_info(code)->name,
		    d->all.n ? (int)d->all.v[d->all.n - 1].detail.n : 0,
		    d->all.n ? d->all.v[d->all.n - 1].detail.p : "");
	g = &d->all.v[0];
	if (g->code != code || g->at.line != line || g->at.col != col || g->at.len != len)
		fail_msg("%s %u:%u+%u \"%.*s\", wanted %s %u:%u+%u", diag_info(g->code)->name, g->at.line, g->at.col,
		    g->at.len, STR_ARG(g->detail), diag_info(code)->name, line, col, len);
	return g;
}

static inline bool
holds(struct str s, const char *part)
{
	return memmem(s.p, s.n, part, strlen(part)) != 0;
}

static inline void
detail_has(const struct diag *g, const char *part)
{
	if (!holds(g->detail, part))
		fail_msg("detail is \"%.*s\", wanted \"%s\"", STR_ARG(g->detail), part);
}

static inline void
note_has(const struct diag *g, const char *part)
{
	for (size_t i = 0; i < g->nnotes; i++)
		if (holds(g->notes[i], part))
			return;
	fail_msg("no note says \"%s\" (%zu notes, the first: \"%.*s\")", part, g->nnotes,
	    g->nnotes ? (int)g->notes[0].n : 0, g->nnotes ? g->notes[0].p : "");
}

static inline void
is_text(struct str s, const char *want)
{
	if (!str_is(s, want))
		fail_msg("\"%.*s\", wanted \"%s\"", STR_ARG(s), want);
}

#endif
