/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/map.h"

#include <limits.h>
#include <stdlib.h>

#include "base/hash.h"
#include "base/mem.h"

/*
 * A slot keeps 32 bits of its key's hash. So a key is compared only where it is most likely the same one, and none is looked at
 * when the map grows: in a large map each would be somewhere else in memory.
 */
struct map_slot {
	unsigned entry; /* + 1; 0 is free */
	unsigned hash;
};

static unsigned
hash_of(struct str key)
{
	return (unsigned)hash_bytes(key);
}

/* The slot that holds ${key}, or the free one where it belongs. nslots is a power of two, and one is free. */
static struct map_slot *
slot_of(const struct map *m, struct str key, unsigned hash)
{
	size_t mask = m->nslots - 1, i = hash & mask;

	while (m->slots[i].entry && (m->slots[i].hash != hash || !str_eq(m->v[m->slots[i].entry - 1].key, key)))
		i = (i + 1) & mask;
	return &m->slots[i];
}

/* Never more than half of the slots are taken. */
static void
grow_slots(struct map *m)
{
	struct map_slot *old = m->slots;
	size_t n = m->nslots, mask;

	m->nslots = n ? 2 * n : 16;
	mask = m->nslots - 1;
	m->slots = mem_alloc(m->nslots * sizeof *m->slots);
	for (size_t k = 0; k < n; k++) {
		size_t i = old[k].hash & mask;

		while (old[k].entry && m->slots[i].entry)
			i = (i + 1) & mask;
		if (old[k].entry)
			m->slots[i] = old[k];
	}
	free(old);
}

/* The entry of ${key}; where there is none, one without value is made and *added is true. */
static struct map_entry *
entry_of(struct map *m, struct str key, bool *added)
{
	unsigned hash = hash_of(key);
	struct map_slot *slot;

	if (m->n == UINT_MAX / 4)
		mem_die(m->n);
	if (2 * (m->n + 1) > m->nslots)
		grow_slots(m);
	slot = slot_of(m, key, hash);
	*added = slot->entry == 0;
	if (!*added)
		return &m->v[slot->entry - 1];
	if (m->n == m->cap) {
		m->cap = m->cap ? 2 * m->cap : 8;
		m->v = mem_grow(m->v, m->cap * sizeof *m->v);
	}
	m->v[m->n++] = (struct map_entry){ key, NULL };
	*slot = (struct map_slot){ (unsigned)m->n, hash };
	return &m->v[m->n - 1];
}

void
map_room(struct map *m, size_t n)
{
	size_t slots = 16;

	while (slots < 2 * (n + 1))
		slots *= 2;
	if (m->n > 0 || slots <= m->nslots)
		return;
	free(m->slots);
	m->slots = mem_alloc(slots * sizeof *m->slots);
	m->nslots = slots;
	if (n > m->cap) {
		m->cap = n;
		m->v = mem_grow(m->v, m->cap * sizeof *m->v);
	}
}

void *
map_get(const struct map *m, struct str key)
{
	unsigned entry = m->nslots ? slot_of(m, key, hash_of(key))->entry : 0;

	return entry ? m->v[entry - 1].value : NULL;
}

void *
map_put(struct map *m, struct str key, void *value)
{
	bool added;
	struct map_entry *e = entry_of(m, key, &added);
	void *before = e->value;

	e->value = value;
	return before;
}

void *
map_add(struct map *m, struct str key, void *value)
{
	bool added;
	struct map_entry *e = entry_of(m, key, &added);

	if (!added)
		return e->value;
	e->value = value;
	return NULL;
}

void
map_free(struct map *m)
{
	free(m->v);
	free(m->slots);
	*m = (struct map)MAP_INIT;
}
