/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "translate/blocks.h"

#include <string.h>

#include "base/buf.h"
#include "base/hash.h"
#include "base/map.h"
#include "translate/applying.h"

/* The bytes that a block's hash is of, while it is collected. */
struct gathered {
	struct block block;
	struct buf bytes;
};

static void
add(struct gathered *g, const struct segment *s)
{
	buf_cstr(&g->bytes, segments_role(s->role));
	buf_chr(&g->bytes, '\n');
	buf_str(&g->bytes, s->text);
	BUF_LIT(&g->bytes, "\n\n");
	g->block.messages++;
	g->block.words += applying_words(s->text);
}

struct blocks
blocks_of(struct arena *a, const struct segments *segs)
{
	struct gathered *all = ARENA_ARRAY(a, struct gathered, segs->n);
	struct map known = MAP_INIT;
	struct blocks out = { 0 };
	char hex[17];

	for (size_t i = 0; i < segs->n; i++) {
		const struct segment *s = &segs->v[i];
		struct gathered *g = map_get(&known, s->block);

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
		hash_hex(hash_bytes(buf_view(&all[i].bytes)), hex);
		memcpy(out.v[i].hash, hex, BLOCKS_HASH);
		out.v[i].hash[BLOCKS_HASH] = '\0';
		buf_free(&all[i].bytes);
	}
	map_free(&known);
	return out;
}
