/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "score/unscored.h"

#include "base/map.h"
#include "score/settled.h"

static enum response_state
state(struct scoring *s, const struct jvalue *response)
{
	bool given = response->kind != JSON_NULL && (response->n > 0 || response->text.n > 0);

	(void)s;
	return given ? RESPONSE_ANSWERED : RESPONSE_UNANSWERED;
}

/* Items of a checklist that are ticked; an id that is there twice counts once, and one that is no item not at all. */
static size_t
ticked(const struct jvalue *items, const struct jvalue *response)
{
	struct map ids = MAP_INIT;
	size_t n = 0;

	for (const struct jvalue *id = response->first; id != NULL; id = id->next)
		map_put(&ids, id->text, &ids);
	for (const struct jvalue *item = items->first; item != NULL; item = item->next)
		n += map_get(&ids, jsonread_get(item, "id")->text) != NULL;
	map_free(&ids);
	return n;
}

static void
score(struct scoring *s)
{
	const struct jvalue *items = jsonread_get(s->question, "items");

	if (!str_is(s->type, "checklist") || !jsonread_true(s->rule, "scored"))
		return;
	s->score = settled_share(s, ticked(items, s->response), items->n);
	s->max = exact_of(s->numbers, 1, 1);
}

const struct scorer unscored_scorer = {
	.types = "survey reflection checklist",
	.state = state,
	.score = score,
};
