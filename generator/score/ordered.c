/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "score/ordered.h"

#include <string.h>

#include "base/map.h"
#include "score/settled.h"

/*
 * A response may be short, long, hold an id twice or one that is unknown: only `exact` minds.
 */
struct ids {
	const struct str *v;
	size_t n;
};

static struct ids
ids_of(struct scoring *s, const struct jvalue *list)
{
	struct str *v = ARENA_ARRAY(s->arena, struct str, list->n + 1);
	size_t n = 0;

	for (const struct jvalue *id = list->first; id; id = id->next)
		v[n++] = id->text;
	return (struct ids){ v, n };
}

/* Where an id stands in a list, from 0. */
struct place {
	size_t first, last;
};

/* The places of ${ids} by id; the caller frees the map. */
static struct map
places_of(struct scoring *s, struct ids ids)
{
	struct place *v = ARENA_ARRAY(s->arena, struct place, ids.n + 1);
	struct map places = MAP_INIT;

	for (size_t i = 0; i < ids.n; i++) {
		struct place *there = map_add(&places, ids.v[i], &v[i]);

		v[i] = (struct place){ i, i };
		if (there)
			there->last = i;
	}
	return places;
}

/* How many of the ${n} rising numbers are below ${x}: where it belongs among them. */
static size_t
rank(const size_t *rising, size_t n, size_t x)
{
	size_t low = 0;

	while (low < n) {
		size_t middle = low + (n - low) / 2;

		if (rising[middle] < x)
			low = middle + 1;
		else
			n = middle;
	}
	return low;
}

/* -- modes -- */

static const struct exact *
exactly(struct scoring *s, struct ids order, struct ids response)
{
	bool equal = order.n == response.n;

	for (size_t i = 0; equal && i < order.n; i++)
		equal = str_eq(order.v[i], response.v[i]);
	return settled_share(s, equal, 1);
}

static const struct exact *
position(struct scoring *s, struct ids order, struct ids response)
{
	size_t kept = 0;

	for (size_t i = 0; i < order.n && i < response.n; i++)
		kept += str_eq(order.v[i], response.v[i]);
	return settled_share(s, kept, order.n);
}

static const struct exact *
adjacent(struct scoring *s, struct ids order, struct ids response)
{
	struct map pairs = MAP_INIT;
	size_t kept = 0;

	for (size_t i = 1; i < response.n; i++)
		map_put(&pairs, settled_pair(s->arena, response.v[i - 1], response.v[i]), &pairs);
	for (size_t i = 1; i < order.n; i++)
		kept += map_get(&pairs, settled_pair(s->arena, order.v[i - 1], order.v[i])) != NULL;
	map_free(&pairs);
	return settled_share(s, kept, order.n ? order.n - 1 : 0);
}

/* b stands behind an a where its last place is behind the first one of a. */
static const struct exact *
all_pairs(struct scoring *s, struct ids order, struct ids response)
{
	struct map places = places_of(s, response);
	size_t *before = ARENA_ARRAY(s->arena, size_t, order.n + 1), n = 0, kept = 0;

	for (size_t i = 0; i < order.n; i++) {
		const struct place *p = map_get(&places, order.v[i]);
		size_t at;

		if (!p)
			continue;
		kept += rank(before, n, p->last);
		at = rank(before, n, p->first);
		memmove(before + at + 1, before + at, (n - at) * sizeof *before);
		before[at] = p->first;
		n++;
	}
	map_free(&places);
	return settled_share(s, kept, order.n ? order.n * (order.n - 1) / 2 : 0);
}

/* ends[k] is the smallest place that a rising sequence of k + 1 ends with. One alone is no sequence. */
static const struct exact *
longest_rising(struct scoring *s, struct ids order, struct ids response)
{
	struct map right = places_of(s, order);
	size_t *ends = ARENA_ARRAY(s->arena, size_t, response.n + 1), n = 0;

	for (size_t i = 0; i < response.n; i++) {
		const struct place *p = map_get(&right, response.v[i]);
		size_t at;

		if (!p)
			continue;
		at = rank(ends, n, p->first);
		ends[at] = p->first;
		if (at == n)
			n++;
	}
	map_free(&right);
	return settled_share(s, n > 1 ? n : 0, order.n);
}

static const struct {
	const char *mode;
	const struct exact *(*score)(struct scoring *, struct ids order, struct ids response);
} rules[] = {
	{ "position", position },
	{ "adjacent", adjacent },
	{ "all_pairs", all_pairs },
	{ "lis", longest_rising },
};

/* -- the scorer -- */

static enum response_state
state_of(struct scoring *s, const struct jvalue *response)
{
	(void)s;
	return response->kind == JSON_LIST && response->n > 0 ? RESPONSE_ANSWERED : RESPONSE_UNANSWERED;
}

static void
score(struct scoring *s)
{
	const struct jvalue *mode = jsonread_get(s->rule, "mode");
	const struct exact *(*rule)(struct scoring *, struct ids, struct ids) = exactly;

	s->max = exact_of(s->numbers, 1, 1);
	s->score = exact_of(s->numbers, 0, 1);
	if (state_of(s, s->response) == RESPONSE_UNANSWERED)
		return;
	for (size_t i = 0; i < sizeof rules / sizeof *rules; i++)
		if (jsonread_is(mode, rules[i].mode))
			rule = rules[i].score;
	s->score = rule(s, ids_of(s, jsonread_get(s->question, "order")), ids_of(s, s->response));
}

const struct scorer ordered_scorer = { "ordering", state_of, NULL, score };
