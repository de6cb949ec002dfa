/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BASE_STAMP_H
#define BASE_STAMP_H

#include <stdbool.h>
#include <stdint.h>

#include "base/pack.h"

struct stat;

/*
 * By what a file is known again without being read: where it lies, how long it is, when it was changed. Two changes within one tick
 * of a file system's clock look the same, so that says nothing about a file that was young when it was looked at: stamp_settled().
 */
struct stamp {
	uint64_t size, inode;
	int64_t changed; /* nanoseconds since 1970: when its bytes were changed last */
	int64_t turned;  /* the same of its inode: a file that was renamed over another one may be older than that */
};

/* stamp_look(path, s): -1 with errno where there is no such file. */
int stamp_look(const char *path, struct stamp *s);

/* stamp_of(st): of what stat() said. */
struct stamp stamp_of(const struct stat *st);

bool stamp_same(const struct stamp *a, const struct stamp *b);

/* stamp_settled(s, now): whether the file had not been touched for a while at ${now}, in the nanoseconds of stamp_now(): as long as the coarsest clock takes for a tick. */
bool stamp_settled(const struct stamp *s, int64_t now);

/* stamp_now(): the time as files are stamped with it. */
int64_t stamp_now(void);

void stamp_pack(struct buf *b, const struct stamp *s);
struct stamp stamp_take(struct pack_reader *r);

#endif
