/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "score/pointed.h"

#include "base/map.h"
#include "score/inside.h"
#include "score/settled.h"

struct area {
	struct str shape;
	const struct jvalue *marker; /* the name of the one that belongs here, or NULL */
	const struct exact **coords;
	size_t n;
	const struct exact *score; /* 1 where it is not written */
	bool hit;
};

struct areas {
	struct area *v;
	size_t n;
	bool scored; /* one at least says what it is worth */
};

static struct area
area_of(struct scoring *s, const struct jvalue *written)
{
	const struct jvalue *coords = jsonread_get(written, "coords");
	struct area area = {
		.shape = jsonread_get(written, "shape")->text,
		.marker = jsonread_get(written, "marker"),
		.coords = ARENA_ARRAY(s->arena, const struct exact *, coords->n + 1),
		.score = settled_number(s, jsonread_get(written, "score"), "1"),
	};

	for (const struct jvalue *c = coords->first; c; c = c->next)
		area.coords[area.n++] = settled_number(s, c, "0");
	return area;
}

static struct areas
areas_of(struct scoring *s)
{
	const struct jvalue *written = jsonread_get(s->question, "areas");
	struct areas all = { .v = ARENA_ARRAY(s->arena, struct area, written->n + 1) };

	for (const struct jvalue *area = written->first; area; area = area->next) {
		all.v[all.n++] = area_of(s, area);
		all.scored = all.scored || jsonread_get(area, "score");
	}
	return all;
}

static struct inside_point
point_of(struct scoring *s, const struct jvalue *point)
{
	return (
	    struct inside_point){ settled_number(s, point->first, "0"), settled_number(s, point->first->next, "0") };
}

static bool
contains(const struct area *area, struct inside_point p)
{
	return inside_area(area->shape, area->coords, area->n, p);
}

/* -- clicks -- */

/* Marks the areas that the clicks hit, and says how many clicks hit none. */
static size_t
click(struct scoring *s, struct areas *areas)
{
	size_t outside = 0;

	for (const struct jvalue *point = s->response->first; point; point = point->next) {
		struct inside_point p = point_of(s, point);
		bool hit = false;

		for (size_t i = 0; i < areas->n; i++)
			if (contains(&areas->v[i], p))
				hit = areas->v[i].hit = true;
		outside += !hit;
	}
	return outside;
}

static const struct exact *
clicked_points(struct scoring *s, struct areas *areas)
{
	const struct exact *sum = exact_of(s->numbers, 0, 1);
	size_t outside = click(s, areas);
	bool any = false;

	for (size_t i = 0; i < areas->n; i++)
		if (areas->v[i].hit) {
			any = true;
			sum = exact_add(s->numbers, sum, areas->v[i].score);
		}
	if (jsonread_true(s->rule, "default_once"))
		outside = !any;
	return exact_add(s->numbers, sum,
	    exact_mul(
		s->numbers, settled_number(s, jsonread_get(s->rule, "default"), "0"), settled_share(s, outside, 1)));
}

/* Where no area says what it is worth, hitting any one is full marks. */
static void
score_clicks(struct scoring *s)
{
	struct areas areas = areas_of(s);
	const struct exact *zero = exact_of(s->numbers, 0, 1), *most = zero;
	const struct exact *top = settled_top(s, areas.scored ? NULL : exact_of(s->numbers, 1, 1));

	for (size_t i = 0; i < areas.n; i++)
		most = exact_add(s->numbers, most, exact_max(zero, areas.v[i].score));
	s->max = settled_within(s, most, top);
	s->score = s->response->n > 0 ? settled_within(s, clicked_points(s, &areas), top) : zero;
}

/* -- markers -- */

static size_t
placed(const struct jvalue *response)
{
	size_t n = 0;

	for (const struct jvalue *points = response->first; points; points = points->next)
		n += points->n;
	return n;
}

/* The markers of one name, in the order placed. */
struct markers {
	struct inside_point *v;
	bool *used;
	size_t n;
};

static struct map
markers_of(struct scoring *s)
{
	struct map all = MAP_INIT;

	for (const struct jvalue *name = s->response->first; name; name = name->next) {
		struct markers *m = ARENA_NEW(s->arena, struct markers);

		m->v = ARENA_ARRAY(s->arena, struct inside_point, name->n + 1);
		m->used = ARENA_ARRAY(s->arena, bool, name->n + 1);
		for (const struct jvalue *point = name->first; point; point = point->next)
			m->v[m->n++] = point_of(s, point);
		map_put(&all, name->key, m);
	}
	return all;
}

/* The first marker that is left and lies in the area is used. */
static bool
takes_marker(const struct area *area, struct markers *m)
{
	for (size_t i = 0; m && i < m->n; i++)
		if (!m->used[i] && contains(area, m->v[i]))
			return m->used[i] = true;
	return false;
}

static void
score_markers(struct scoring *s)
{
	struct areas areas = areas_of(s);
	size_t hits = 0, n = placed(s->response);
	struct map markers = markers_of(s);

	for (size_t i = 0; i < areas.n; i++)
		if (areas.v[i].marker)
			hits += takes_marker(&areas.v[i], map_get(&markers, areas.v[i].marker->text));
	map_free(&markers);
	s->score = settled_share(s, hits, n > areas.n ? n : areas.n);
	s->max = exact_of(s->numbers, 1, 1);
}

/* -- the scorer -- */

static bool
has_markers(struct scoring *s)
{
	return jsonread_is(jsonread_get(s->rule, "mode"), "markers");
}

static enum response_state
state_of(struct scoring *s, const struct jvalue *response)
{
	size_t n = has_markers(s) ? placed(response) : response->n;

	return n > 0 ? RESPONSE_ANSWERED : RESPONSE_UNANSWERED;
}

static void
score(struct scoring *s)
{
	if (has_markers(s))
		score_markers(s);
	else
		score_clicks(s);
}

const struct scorer pointed_scorer = { "hotspot", state_of, NULL, score };
