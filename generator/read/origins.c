/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read/origins.h"

#include "base/fs.h"
#include "base/hash.h"
#include "base/pool.h"
#include "model/origin.h"

/* Catalogues and data are small, and read as a whole anyhow; pages are hashed when their settings are read, media when they get their names. */
static bool
is_hashed_here(struct str path)
{
	return str_ends(path, ".yaml") || str_ends(path, ".po");
}

static void
hash_file(struct origin *n)
{
	struct arena a = ARENA_INIT;
	struct str bytes;

	if (fs_read(&a, n->file.p, &bytes) == 0)
		n->hash = hash_bytes(bytes);
	arena_free(&a);
}

static void
look(void *ctx, size_t worker, size_t i)
{
	struct site *s = ctx;
	struct origin *n = s->origins.v[i].value;
	const struct origin *before = site_before(s, n->path, i);

	(void)worker;
	if (stamp_look(n->file.p, &n->stamp) < 0)
		return; /* gone meanwhile: whoever reads it will tell */
	n->known = before && before->settled && stamp_same(&before->stamp, &n->stamp);
	n->settled = stamp_settled(&n->stamp, s->looked);
	if (n->known) {
		n->hash = before->hash;
		n->kept = before->kept;
	} else if (is_hashed_here(n->path)) {
		hash_file(n);
	}
}

void
origins_look(struct site *s, const struct scan_files *files)
{
	struct origin *all = ARENA_ARRAY(&s->arena, struct origin, files->n);

	s->looked = stamp_now();
	map_room(&s->origins, files->n);
	for (size_t i = 0; i < files->n; i++) {
		all[i].path = files->v[i].path;
		all[i].file = files->v[i].file;
		map_put(&s->origins, all[i].path, &all[i]);
	}
	pool_each(s->pool, s->origins.n, look, s);
}
