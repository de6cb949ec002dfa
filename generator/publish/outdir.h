/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PUBLISH_OUTDIR_H
#define PUBLISH_OUTDIR_H

#include "base/arena.h"
#include "base/diag.h"
#include "base/str.h"

/*
 * outdir_resolve(a, root, out, d): the absolute path of the output folder ${out}, with links followed as far as
 * folders exist; the rest is to be made. Touches nothing. Returns the empty slice (diagnosed) where the folder
 * may not be replaced by a build: it is, contains or lies in what belongs to the site's sources, it is the home folder or
 * contains it, it is the root of the file system, or no folder at all.
 */
struct str outdir_resolve(struct arena *a, struct str root, struct str out, struct diags *d);

#endif
