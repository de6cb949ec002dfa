/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <errno.h>

#include "render/lookup.h"

struct template_file *
lookup_template(struct lua *l, struct str name)
{
	struct template_file *t = map_get(&l->templates, name);

	if (t)
		return t;
	t = ARENA_NEW(&l->arena, struct template_file);
	t->name = arena_str(&l->arena, name);
	t->info = t->run[ROOM_PAGE] = t->run[ROOM_PARTIAL] = LUA_NOREF;
	t->src.path = t->src.bytes = STR_EMPTY;
	if (theme_template(l->site, &l->arena, t->name, &t->src.path, &t->src.bytes) < 0) {
		t->error = errno;
		t->state = errno == ENOENT || errno == EINVAL ? TEMPLATE_MISSING : TEMPLATE_UNREADABLE;
		t->src.bytes = STR_EMPTY;
	}
	if (str_starts(t->src.bytes, "\xef\xbb\xbf"))
		t->src.bytes = str_sub(t->src.bytes, 3, t->src.bytes.n);
	map_put(&l->templates, t->name, t);
	return t;
}
