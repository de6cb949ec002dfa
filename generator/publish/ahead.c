/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "publish/ahead.h"

#include "publish/outdir.h"

enum { LARGE = 1 << 16 }; /* bytes of a manifest that are worth a thread */

static void
look(void *ctx)
{
	struct ahead *a = ctx;

	a->found = published_open(&a->was, a->out.p, a->manifest.p) == 0;
	if (a->found)
		published_look(&a->was);
	else
		published_close(&a->was);
}

void
ahead_begin(struct ahead *a, struct str root, struct str out, struct str manifest)
{
	struct diags silent = DIAGS_INIT; /* stage_open() tells it */

	a->manifest = arena_str(&a->arena, manifest);
	if (stamp_look(a->manifest.p, &a->noted) < 0 || a->noted.size < LARGE)
		return;
	a->out = outdir_resolve(&a->arena, root, out, &silent);
	diags_free(&silent);
	if (a->out.n > 0)
		a->looking = beside_begin(look, a);
}

static void
wait(struct ahead *a)
{
	beside_end(a->looking);
	a->looking = NULL;
}

bool
ahead_take(struct ahead *a, struct published *was, struct str out, struct str manifest)
{
	struct stamp now;

	wait(a);
	if (!a->found || !str_eq(out, a->out) || stamp_look(manifest.p, &now) < 0 || !stamp_same(&now, &a->noted))
		return false;
	*was = a->was;
	a->found = false;
	return true;
}

void
ahead_end(struct ahead *a)
{
	wait(a);
	if (a->found)
		published_close(&a->was);
	arena_free(&a->arena);
}
