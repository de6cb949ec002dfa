/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PUBLISH_AHEAD_H
#define PUBLISH_AHEAD_H

#include "base/beside.h"
#include "base/stamp.h"
#include "publish/published.h"

/*
 * What a large output folder holds takes some time to look at: it is looked at beside the reading of the sources, before anything is
 * locked.
 *
 *	struct ahead a = { 0 };
 *	ahead_begin(&a, root, out, manifest);
 *	… stage_open_after(root, out, &a, d)
 *	ahead_end(&a);                         in any case
 */
struct ahead {
	struct beside *looking;
	struct arena arena;
	struct str out, manifest;
	struct stamp noted; /* the manifest, before it was read */
	struct published was;
	bool found; /* ${was} is open */
};

/* ahead_begin(a, root, out, manifest): ${out} as the configuration has it, ${manifest} the path of its manifest; ${a} stays where it is. A small one is left for later. */
void ahead_begin(struct ahead *a, struct str root, struct str out, struct str manifest);

/*
 * ahead_take(a, was, out, manifest): waits for it. Whether ${was} is what published_open() and published_look() would find: it is moved there. False where nothing was looked at, where that
 * was another folder, or where another build has published since.
 */
bool ahead_take(struct ahead *a, struct published *was, struct str out, struct str manifest);

void ahead_end(struct ahead *a);

#endif
