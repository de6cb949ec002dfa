/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "score/drawn.h"

#include <stdlib.h>

#include "base/chance.h"
#include "base/map.h"

static void
shuffle(struct str *ids, uint32_t n, struct str seed)
{
	uint32_t a = chance_seed(seed);

	for (uint32_t i = n; i-- > 1;) {
		uint32_t j = chance_below(&a, i + 1);
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
