/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PUBLISH_STAGE_H
#define PUBLISH_STAGE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/str.h"
#include "publish/commit.h"

/*
 * The files that are about to be published, and those that stay as they are.
 *
 *	struct stage *s = stage_open(root, out, d);   (refuses an output folder that holds sources)
 *	stage_write(s, "nb/index.html", bytes, d);    (from any worker, in any order)
 *	stage_keep(s, "nb/other.html", hash);         (an output that is not made again)
 *	stage_commit(s, &result, d)  or  stage_drop(s);
 *
 * A file whose bytes are those that are published is not written: it keeps its inode and time. Files in the output folder that
 * Pensum did not make are carried over. What Pensum made is remembered in <root>/.pensum/; without that memory a file counts as
 * ours when it says so (the generator mark) or when its bytes are equal. A foreign file where a page must go is an
 * error and nothing is published.
 *
 * The other kind publishes nothing and keeps the files in memory:
 *
 *	struct stage *s = stage_memory();
 *	stage_write(s, ...);
 *	stage_settle(s, d);                           (collisions)
 *	if (stage_find(s, path, &bytes)) ...          (from any thread)
 *	stage_drop(s);
 */
struct ahead;
struct stage;

struct stage *stage_open(struct str root, struct str out, struct diags *d); /* NULL: diagnosed */

/* stage_open_after(root, out, ahead, d): the same, with what was looked at ahead (publish/ahead.h). */
struct stage *stage_open_after(struct str root, struct str out, struct ahead *ahead, struct diags *d);
struct stage *stage_memory(void);

/*
 * stage_memory_after(last): the same, where what ${last} has may be kept: it is moved over, and found in ${last} no more. ${last} may be NULL; it must live until
 * stage_forget_last(s), which drops it: from then on what ${s} has itself may be kept.
 */
struct stage *stage_memory_after(struct stage *last);
void stage_forget_last(struct stage *s);

/* stage_in_place(s): files are to be replaced one by one, and the output folder is never exchanged. */
void stage_in_place(struct stage *s);

/*
 * stage_write(s, path, bytes, d): -1 where it could not be written (diagnosed). ${path} is below the output folder. Writing
 * the same bytes to a path again is fine; other bytes are a collision, told by stage_settle() or stage_commit(), which publishes nothing then.
 */
int stage_write(struct stage *s, struct str path, struct str bytes, struct diags *d);

/* stage_write_hashed(s, path, bytes, hash, d): the same, where ${hash}, digest_bytes(), is known. */
int stage_write_hashed(struct stage *s, struct str path, struct str bytes, uint64_t hash, struct diags *d);

/* A file to be copied. */
struct stage_source {
	struct str file; /* path to open */
	struct str path; /* as shown */
	uint64_t hash;   /* of the bytes that it must have (publish/digest.h); 0: any */
};

/* stage_copy(s, path, from, d): -1 where it cannot be read, or changes meanwhile (diagnosed). */
int stage_copy(struct stage *s, struct str path, const struct stage_source *from, struct diags *d);

/*
 * stage_keep(s, path, hash): the file stays as it was last published. False where it is not intact, was never published, or has another hash than
 * ${hash} (0: whatever it has): the caller makes it again and writes it. From any worker. A stage in memory keeps only what the one
 * before it has.
 */
bool stage_keep(struct stage *s, struct str path, uint64_t hash);

/* stage_find(s, path, bytes): what was written to ${path} of a stage in memory, valid until stage_drop(); false where nothing was. */
bool stage_find(const struct stage *s, struct str path, struct str *bytes);

/* stage_read(s, a, path, bytes): what is about to be at ${path}, made now or kept, in ${a}; -1 with errno where nothing is. From any thread, between writes to that path. */
int stage_read(const struct stage *s, struct arena *a, struct str path, struct str *bytes);

/*
 * stage_outdate(s, path): what was written to ${path} of a stage in memory is not found until other bytes are written there, which is no collision, or
 * until stage_restore(). Where nothing was written, nothing happens. stage_restore_all(s): of all paths.
 */
void stage_outdate(struct stage *s, struct str path);
void stage_restore(struct stage *s, struct str path);
void stage_restore_all(struct stage *s);

/* stage_paths(s, a, n): what was written to a stage in memory, sorted, in ${a}; valid until stage_drop(). */
struct str *stage_paths(const struct stage *s, struct arena *a, size_t *n);

/* stage_settle(s, d): when all is written to a stage in memory: -1 where two outputs collide (diagnosed). */
int stage_settle(struct stage *s, struct diags *d);

/* stage_commit(s, r, d): publishes and tells in ${r} (may be NULL) what that took; frees ${s}. -1 (diagnosed): the output folder is as it was. */
int stage_commit(struct stage *s, struct commit_result *r, struct diags *d);

/*
 * stage_rollback(s, r, d): nothing is published of ${s}, which is freed: the output folder becomes what it was before the last
 * publication, and that can be undone in the same way. -1 (diagnosed): it is as it was.
 */
int stage_rollback(struct stage *s, struct commit_result *r, struct diags *d);

void stage_drop(struct stage *s); /* removes the stage; NULL is harmless */

#endif
