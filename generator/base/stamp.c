/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/stamp.h"

#include <sys/stat.h>
#include <time.h>

/* FAT counts in steps of two seconds, other file systems in milliseconds at worst. */
static const int64_t TICK = 2100000000;

static int64_t
nanoseconds(struct timespec t)
{
	return (int64_t)t.tv_sec * 1000000000 + t.tv_nsec;
}

struct stamp
stamp_of(const struct stat *st)
{
	return (struct stamp){ (uint64_t)st->st_size, (uint64_t)st->st_ino, nanoseconds(st->st_mtim),
		nanoseconds(st->st_ctim) };
}

int
stamp_look(const char *path, struct stamp *s)
{
	struct stat st;

	if (stat(path, &st) < 0)
		return -1;
	*s = stamp_of(&st);
	return 0;
}

bool
stamp_same(const struct stamp *a, const struct stamp *b)
{
	return a->size == b->size && a->inode == b->inode && a->changed == b->changed && a->turned == b->turned;
}

bool
stamp_settled(const struct stamp *s, int64_t now)
{
	return s->changed < now - TICK && s->turned < now - TICK;
}

int64_t
stamp_now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_REALTIME, &t);
	return nanoseconds(t);
}

void
stamp_pack(struct buf *b, const struct stamp *s)
{
	pack_number(b, s->size);
	pack_number(b, s->inode);
	pack_fixed(b, (uint64_t)s->changed);
	pack_fixed(b, (uint64_t)s->turned);
}

struct stamp
stamp_take(struct pack_reader *r)
{
	struct stamp s;

	s.size = pack_take_number(r);
	s.inode = pack_take_number(r);
	s.changed = (int64_t)pack_take_fixed(r);
	s.turned = (int64_t)pack_take_fixed(r);
	return s;
}
