/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "publish/manifest.h"

#include <stdlib.h>
#include <string.h>

struct manifest_entry *
manifest_add(struct manifest *m, struct str path)
{
	VEC_PUSH(&m->entries, ((struct manifest_entry){ .path = arena_str(&m->arena, path) }));
	return &m->entries.v[m->entries.n - 1];
}

static int
by_path(const void *a, const void *b)
{
	return str_cmp(((const struct manifest_entry *)a)->path, ((const struct manifest_entry *)b)->path);
}

static bool
is_sorted(const struct manifest_entries *e)
{
	for (size_t i = 1; i < e->n; i++)
		if (by_path(&e->v[i - 1], &e->v[i]) >= 0)
			return false;
	return true;
}

void
manifest_sort(struct manifest *m)
{
	struct manifest_entries *e = &m->entries;
	size_t kept = 0;

	if (is_sorted(e))
		return;
	qsort(e->v, e->n, sizeof *e->v, by_path);
	for (size_t i = 1; i < e->n; i++)
		if (!str_eq(e->v[kept].path, e->v[i].path))
			e->v[++kept] = e->v[i];
	e->n = kept + 1;
}

void
manifest_index(struct manifest *m)
{
	for (size_t i = 0; i < m->entries.n; i++)
		map_put(&m->index, m->entries.v[i].path, &m->entries.v[i]);
}

/* The place of the first path that does not sort before ${path}. */
static size_t
lower_bound(const struct manifest *m, struct str path)
{
	size_t lo = 0, hi = m->entries.n;

	while (lo < hi) {
		size_t mid = lo + (hi - lo) / 2;

		if (str_cmp(m->entries.v[mid].path, path) < 0)
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo;
}

struct manifest_entry *
manifest_find(const struct manifest *m, struct str path)
{
	size_t i;

	if (m->index.n > 0)
		return map_get(&m->index, path);
	i = lower_bound(m, path);
	return i < m->entries.n && str_eq(m->entries.v[i].path, path) ? &m->entries.v[i] : NULL;
}

/* How ${path} sorts beside what lies in ${dir}: the name of the folder with a slash. */
static int
beside(struct str path, struct str dir)
{
	int order = str_cmp(str_sub(path, 0, dir.n), dir);

	if (order != 0 || path.n == dir.n)
		return order != 0 ? order : -1;
	return (unsigned char)path.p[dir.n] - '/';
}

bool
manifest_below(const struct manifest *m, struct str dir)
{
	size_t lo = 0, hi = m->entries.n;

	while (lo < hi) {
		size_t mid = lo + (hi - lo) / 2;
		int order = beside(m->entries.v[mid].path, dir);

		if (order == 0)
			return true;
		if (order < 0)
			lo = mid + 1;
		else
			hi = mid;
	}
	return false;
}

void
manifest_free(struct manifest *m)
{
	VEC_FREE(&m->entries);
	VEC_FREE(&m->gone);
	map_free(&m->index);
	arena_free(&m->arena);
}
