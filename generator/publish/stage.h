/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PUBLISH_STAGE_H
#define PUBLISH_STAGE_H

#include "base/diag.h"
#include "base/str.h"

/*
 * The tree that is about to become public/. Written beside it, exchanged with it in one step.
 *
 *	struct stage *s = stage_open(root, out, d);   (refuses an output folder that holds sources)
 *	stage_write(s, "nb/index.html", bytes, d);    (from any worker, in any order)
 *	stage_commit(s, d)  or  stage_drop(s);
 *
 * Files in the output folder that Pensum did not make are carried over. What Pensum made is remembered in
 * <root>/.pensum/; without that memory a file counts as ours when it says so (the generator mark) or
 * when its bytes are equal. A foreign file where a page must go is an error and nothing is published.
 */
struct stage;

struct stage *stage_open(struct str root, struct str out, struct diags *d); /* NULL: diagnosed */

/*
 * stage_write(s, path, bytes, d): -1 where it could not be written (diagnosed). ${path} is below the output folder. Writing
 * the same bytes to a path again is fine; other bytes are a collision, told by stage_commit(), which publishes nothing then.
 */
int stage_write(struct stage *s, struct str path, struct str bytes, struct diags *d);

/* stage_copy(s, path, file, d): a copy of the file ${file}. */
int stage_copy(struct stage *s, struct str path, struct str file, struct diags *d);

/* stage_commit(s, d): publishes; frees ${s}. -1 (diagnosed): the output folder is as it was. */
int stage_commit(struct stage *s, struct diags *d);

void stage_drop(struct stage *s); /* removes the stage; NULL is harmless */

#endif
