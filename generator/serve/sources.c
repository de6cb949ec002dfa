/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "serve/sources.h"

#include <stdint.h>
#include <string.h>
#include <sys/vfs.h>

#include "base/path.h"

enum { NAMES_MAX = 100 };

const char *const sources_names[] = { "site.yaml", "content", "themes", "lua", "locales", "editions", NULL };

bool
sources_is(struct str name)
{
	for (size_t i = 0; sources_names[i] != NULL; i++)
		if (str_is(name, sources_names[i]))
			return true;
	return false;
}

struct str
sources_at(struct arena *a, struct str root, struct str path)
{
	return path.n > 0 ? path_join(a, root, path) : root;
}

/* Numbers of linux/magic.h and of drivers outside of the kernel. An overlay shows what is written through it, not what is written below it. */
static const struct sources_blind kinds[] = {
	{ 0x6969, "NFS", true },
	{ 0x517b, "SMB", true },
	{ 0xfe534d42, "SMB", true },
	{ 0xff534d42, "CIFS", true },
	{ 0x01021997, "9p", true },
	{ 0x65735546, "FUSE", true },
	{ 0x786f4256, "vboxsf", true },
	{ 0xbacbacbc, "vmhgfs", true },
	{ 0x7c7c6673, "prl_fs", true },
	{ 0x5346414f, "AFS", true },
	{ 0x73757245, "Coda", true },
	{ 0x00c36400, "Ceph", true },
	{ 0x0bd00bd0, "Lustre", true },
	{ 0x01161970, "GFS2", true },
	{ 0x7461636f, "OCFS2", true },
	{ 0x794c7630, "overlay", false },
};

static const struct sources_blind *
kind_of(const char *path)
{
	struct statfs fs;

	if (statfs(path, &fs) < 0)
		return NULL;
	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
		if ((unsigned long)kinds[i].type == ((unsigned long)fs.f_type & 0xffffffffUL))
			return &kinds[i];
	return NULL;
}

const struct sources_blind *
sources_blind(struct str root, struct str *where)
{
	const struct sources_blind *worst = NULL;
	struct arena a = ARENA_INIT;

	for (size_t i = 0; sources_names[i] != NULL; i++) {
		const struct sources_blind *k = kind_of(path_join(&a, root, str_of(sources_names[i])).p);

		if (k != NULL && (worst == NULL || (k->elsewhere && !worst->elsewhere))) {
			worst = k;
			*where = str_of(sources_names[i]);
		}
	}
	arena_free(&a);
	return worst;
}

void
sources_note(struct sources_changed *c, struct str path)
{
	char *copy;

	for (size_t i = 0; i < c->names.n; i++)
		if (str_eq(c->names.v[i], path))
			return;
	if (c->names.n == NAMES_MAX) {
		c->more++;
		return;
	}
	copy = mem_alloc(path.n + 1);
	memcpy(copy, path.p, path.n);
	VEC_PUSH(&c->names, ((struct str){ copy, path.n }));
}

void
sources_forget(struct sources_changed *c)
{
	for (size_t i = 0; i < c->names.n; i++)
		free((char *)(uintptr_t)c->names.v[i].p);
	c->names.n = c->more = 0;
	c->nameless = false;
}

void
sources_free(struct sources_changed *c)
{
	sources_forget(c);
	VEC_FREE(&c->names);
}
