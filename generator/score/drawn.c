/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "score/drawn.h"

#include <stdint.h>
#include <stdlib.h>

#include "base/map.h"

/* FNV-1a with 32 bits. */
static uint32_t
fnv1a(struct str s)
{
	uint32_t h = 2166136261u;

	for (size_t i = 0; i < s.n; i++)
		h = (h ^ (unsigned char)s.p[i]) * 16777619u;
	return h;
}

/* mulberry32: the next number of the state *a. */
static uint32_t
mulberry32(uint32_t *a)
{
	uint32_t t = *a += 0x6D2B79F5u;

	t = (t ^ t >> 15) * (t | 1);
	t ^= t + (t ^ t >> 7) * (t | 61);
	return t ^ t >> 14;
}

/* From 0 to ${m} - 1, all as often: what is above the last whole multiple of ${m} is drawn again. */
static uint32_t
below(uint32_t *a, uint32_t m)
{
	uint64_t end = ((uint64_t)1 << 32) - (((uint64_t)1 << 32) % m);
	uint32_t r;

	do
		r = mulberry32(a);
	while (r >= end);
	return r % m;
}

static void
shuffle(struct str *ids, uint32_t n, struct str seed)
{
	uint32_t a = fnv1a(seed);

	for (uint32_t i = n; i-- > 1;) {
		uint32_t j = below(&a, i + 1);
		struct str moved = ids[i];

		ids[i] = ids[j];
		ids[j] = moved;
	}
}

static void
note(struct map *m, const struct jvalue *ids)
{
	for (const struct jvalue *id = ids != NULL ? ids->first : NULL; id != NULL; id = id->next)
		map_put(m, id->text, m);
}

/* The ids that may move are taken out, shuffled, and put into the places left free. */
static void
score(struct scoring *s)
{
	const struct jvalue *ids = jsonread_get(s->question, "ids"), *draw = jsonread_get(s->question, "draw");
	struct str *free_ids = ARENA_ARRAY(s->arena, struct str, ids->n + 1);
	size_t take = draw != NULL ? strtoul(draw->text.p, NULL, 10) : ids->n;
	struct map fixed = MAP_INIT;
	uint32_t n = 0;

	note(&fixed, jsonread_get(s->question, "fixed"));
	for (const struct jvalue *id = ids->first; id != NULL; id = id->next)
		if (map_get(&fixed, id->text) == NULL)
			free_ids[n++] = id->text;
	shuffle(free_ids, n, jsonread_get(s->question, "seed")->text);
	s->extra = ARENA_NEW(s->arena, struct jvalue);
	*s->extra = (struct jvalue){ .kind = JSON_LIST, .text = STR_EMPTY, .key = STR("order") };
	for (const struct jvalue *id = ids->first; id != NULL && s->extra->n < take; id = id->next)
		jsonread_add(
		    s->arena, s->extra, JSON_STRING, map_get(&fixed, id->text) != NULL ? id->text : *free_ids++);
	map_free(&fixed);
}

const struct scorer drawn_scorer = {
	.types = "shuffle pool",
	.score = score,
};
