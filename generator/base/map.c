/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/map.h"

#include <limits.h>
#include <stdlib.h>

#include "base/hash.h"
#include "base/mem.h"

/* The slot that holds ${key}, or the free one where it belongs. nslots is a power of two, and one is free. */
static size_t
slot_of(const struct map *m, struct str key)
{
	size_t mask = m->nslots - 1, i = (size_t)hash_bytes(key) & mask;

	while (m->slots[i] && !str_eq(m->v[m->slots[i] - 1].key, key))
		i = (i + 1) & mask;
	return i;
}

/* Never more than half of the slots are taken. */
static void
grow_slots(struct map *m)
{
	m->nslots = m->nslots ? 2 * m->nslots : 16;
	free(m->slots);
	m->slots = mem_alloc(m->nslots * sizeof *m->slots);
	for (size_t i = 0; i < m->n; i++)
		m->slots[slot_of(m, m->v[i].key)] = (unsigned)i + 1;
}

static struct map_entry *
find(const struct map *m, struct str key)
{
	unsigned entry = m->nslots ? m->slots[slot_of(m, key)] : 0;

	return entry ? &m->v[entry - 1] : NULL;
}

/* ${key} is not in the map. */
static void
append(struct map *m, struct str key, void *value)
{
	if (m->n == UINT_MAX / 4)
		mem_die(m->n);
	if (2 * (m->n + 1) > m->nslots)
		grow_slots(m);
	if (m->n == m->cap) {
		m->cap = m->cap ? 2 * m->cap : 8;
		m->v = mem_grow(m->v, m->cap * sizeof *m->v);
	}
	m->slots[slot_of(m, key)] = (unsigned)m->n + 1;
	m->v[m->n++] = (struct map_entry){ key, value };
}

void *
map_get(const struct map *m, struct str key)
{
	struct map_entry *e = find(m, key);

	return e ? e->value : NULL;
}

void *
map_put(struct map *m, struct str key, void *value)
{
	struct map_entry *e = find(m, key);
	void *before = NULL;

	if (e) {
		before = e->value;
		e->value = value;
	} else {
		append(m, key, value);
	}
	return before;
}

void *
map_add(struct map *m, struct str key, void *value)
{
	struct map_entry *e = find(m, key);

	if (e)
		return e->value;
	append(m, key, value);
	return NULL;
}

void
map_free(struct map *m)
{
	free(m->v);
	free(m->slots);
	*m = (struct map)MAP_INIT;
}
