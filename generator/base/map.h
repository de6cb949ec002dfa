/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BASE_MAP_H
#define BASE_MAP_H

#include <stddef.h>

#include "base/str.h"

/*
 * Names to pointers, in the order of insertion. Keys are not copied: they must
 * outlive the map. Reading from several threads at once is safe, writing is not.
 */
struct map_slot;
struct map_entry {
	struct str key;
	void *value;
};

struct map {
	struct map_entry *v; /* entries in order of insertion */
	size_t n, cap;
	struct map_slot *slots; /* open addressing */
	size_t nslots;
};

/* clang-format off */
#define MAP_INIT { 0 }
/* clang-format on */

void *map_get(const struct map *m, struct str key); /* NULL where absent */

/* map_room(m, n): room for ${n} entries in all is made at once: an empty map that will get many. */
void map_room(struct map *m, size_t n);

/* map_put(m, key, value): adds or replaces; returns the value before, or NULL. */
void *map_put(struct map *m, struct str key, void *value);

/* map_add(m, key, value): adds and returns NULL; where the key exists, changes nothing and returns the value that is there. */
void *map_add(struct map *m, struct str key, void *value);

void map_free(struct map *m);

#endif
