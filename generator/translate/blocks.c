/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "translate/blocks.h"

#include <string.h>

#include "base/hash.h"
#include "base/map.h"
#include "translate/applying.h"

/* A block while its messages are met. */
struct gathered {
	struct block block;
	uint64_t hash;
};

/* The order of messages counts, and as what each stands there. */
static uint64_t
mixed(uint64_t hash, const struct segment *s)
{
	hash ^= hash_bytes(s->text) + (uint64_t)s->role;
	hash *= UINT64_C(0x9e3779b97f4a7c15);
	return hash ^ (hash >> 29);
}

static void
add(struct gathered *g, const struct segment *s)
{
	g->hash = mixed(g->hash, s);
	g->block.messages++;
	g->block.words += applying_words(s->text);
}

/* Messages of one block mostly follow each other. */
static struct gathered *
find(struct map *known, struct gathered *last, const struct segment *s)
{
	return last && str_eq(last->block.key, s->block) ? last : map_get(known, s->block);
}

struct blocks
blocks_of(struct arena *a, const struct segments *segs)
{
	struct gathered *all = ARENA_ARRAY(a, struct gathered, segs->n);
	struct gathered *g = NULL;
	struct map known = MAP_INIT;
	struct blocks out = { 0 };
	char hex[17];

	for (size_t i = 0; i < segs->n; i++) {
		const struct segment *s = &segs->v[i];

		g = find(&known, g, s);
		if (g == NULL) {
			g = &all[out.n++];
			g->block.key = s->block;
			g->block.first = s;
			map_put(&known, s->block, g);
		}
		add(g, s);
	}
	out.v = ARENA_ARRAY(a, struct block, out.n);
	for (size_t i = 0; i < out.n; i++) {
		out.v[i] = all[i].block;
		hash_hex(all[i].hash, hex);
		memcpy(out.v[i].hash, hex, BLOCKS_HASH);
		out.v[i].hash[BLOCKS_HASH] = '\0';
	}
	map_free(&known);
	return out;
}
