/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "score/longest.h"

#include <string.h>

#include "base/map.h"

/*
 * Nodes that lead to each other make a knot. Knots do not lead back to each other, so each is looked at by itself, the last
 * ones first. Inside a knot, what follows from a node depends only on which nodes of the knot can still be reached from
 * it without those visited: that is remembered. A story without circles has knots of one node: a single pass.
 */
struct search {
	struct scoring *s;
	const struct story *story;
	size_t *order; /* the nodes that can be reached, each behind all it leads to, but for ways round */
	size_t n;
	size_t *knot; /* by node: its knot, a number; knots that lead to others have smaller ones */
	size_t nknots;
	bool *door;                /* by node: a way into its knot leads here */
	const struct exact **best; /* by node, of knots that are done; NULL where no end is reached */
	size_t steps;
};

static const struct exact *
better(const struct exact *a, const struct exact *b)
{
	return !a ? b : !b ? a : exact_max(a, b);
}

/* -- which nodes, in which order -- */

/* No way that visits nothing twice leads back to the start. */
static bool
leads_on(const struct search *f, const struct story_edge *e)
{
	return e->to != STORY_END && e->to != f->story->start;
}

struct open {
	size_t node, edge; /* the next one of it to follow */
};

static void
reach(struct search *f)
{
	struct open *open = ARENA_ARRAY(f->s->arena, struct open, f->story->n + 1);
	bool *seen = ARENA_ARRAY(f->s->arena, bool, f->story->n + 1);
	size_t n = 0;

	f->order = ARENA_ARRAY(f->s->arena, size_t, f->story->n + 1);
	seen[f->story->start] = true;
	open[n++] = (struct open){ f->story->start, 0 };
	while (n > 0) {
		struct open *last = &open[n - 1];
		const struct story_node *node = &f->story->nodes[last->node];
		const struct story_edge *edge;

		if (last->edge == node->n) {
			f->order[f->n++] = last->node;
			n--;
			continue;
		}
		edge = &node->edges[last->edge++];
		if (leads_on(f, edge) && !seen[edge->to]) {
			seen[edge->to] = true;
			open[n++] = (struct open){ edge->to, 0 };
		}
	}
}

/* Edges the other way round: those that lead to node i come from from[first[i]] up to, not including, from[first[i + 1]]. */
struct back {
	size_t *first, *from;
};

static struct back
turn_round(const struct search *f)
{
	struct arena *a = f->s->arena;
	struct back back = { ARENA_ARRAY(a, size_t, f->story->n + 2), NULL };
	size_t *fill = ARENA_ARRAY(a, size_t, f->story->n + 1);

	for (size_t i = 0; i < f->n; i++) {
		const struct story_node *node = &f->story->nodes[f->order[i]];

		for (size_t e = 0; e < node->n; e++)
			if (leads_on(f, &node->edges[e]))
				back.first[node->edges[e].to + 1]++;
	}
	for (size_t i = 0; i < f->story->n; i++) {
		back.first[i + 1] += back.first[i];
		fill[i] = back.first[i];
	}
	back.from = ARENA_ARRAY(a, size_t, back.first[f->story->n] + 1);
	for (size_t i = 0; i < f->n; i++) {
		const struct story_node *node = &f->story->nodes[f->order[i]];

		for (size_t e = 0; e < node->n; e++)
			if (leads_on(f, &node->edges[e]))
				back.from[fill[node->edges[e].to]++] = f->order[i];
	}
	return back;
}

/* From the last node of the order on, whatever leads to a node and has no knot yet belongs to the node's. */
static void
tie_knots(struct search *f)
{
	struct back back = turn_round(f);
	size_t *open = ARENA_ARRAY(f->s->arena, size_t, f->story->n + 1);

	f->knot = ARENA_ARRAY(f->s->arena, size_t, f->story->n + 1); /* 0: none yet */
	for (size_t i = f->n; i-- > 0;) {
		size_t n = 0;

		if (f->knot[f->order[i]])
			continue;
		f->knot[f->order[i]] = ++f->nknots;
		open[n++] = f->order[i];
		while (n > 0) {
			size_t node = open[--n];

			for (size_t b = back.first[node]; b < back.first[node + 1]; b++)
				if (!f->knot[back.from[b]]) {
					f->knot[back.from[b]] = f->nknots;
					open[n++] = back.from[b];
				}
		}
	}
}

static void
open_doors(struct search *f)
{
	f->door = ARENA_ARRAY(f->s->arena, bool, f->story->n + 1);
	f->door[f->story->start] = true;
	for (size_t i = 0; i < f->n; i++) {
		const struct story_node *node = &f->story->nodes[f->order[i]];

		for (size_t e = 0; e < node->n; e++) {
			const struct story_edge *edge = &node->edges[e];

			if (leads_on(f, edge) && f->knot[edge->to] != f->knot[f->order[i]])
				f->door[edge->to] = true;
		}
	}
}

/* -- one knot -- */

struct knot {
	struct search *f;
	size_t *nodes, n;
	size_t *place;            /* by node of the story: its place in ${nodes} */
	const struct exact **out; /* by place: the best of what follows when the knot is left here; NULL: it is not */
	bool *inner;              /* by place: an edge leads to another node of the knot */
	bool *visited;            /* by place */
	size_t *open;             /* by place: room for a search */
	struct map known;         /* place and region, to struct known */
	struct arena keys;
};

struct known {
	const struct exact *best;
};

static bool
is_inner(const struct knot *k, size_t place, const struct story_edge *e)
{
	return e->to != STORY_END && k->f->knot[e->to] == k->f->knot[k->nodes[place]] && e->to != k->nodes[place];
}

/* ${at}, and which places can still be reached from it, as a text. */
static struct str
region(struct knot *k, size_t at)
{
	size_t n = sizeof at + (k->n + 7) / 8, open = 0;
	char *key = arena_alloc(&k->keys, n), *marks = key + sizeof at;

	memcpy(key, &at, sizeof at);
	k->f->steps += k->n;
	k->open[open++] = at;
	while (open > 0) {
		size_t place = k->open[--open];
		const struct story_node *node = &k->f->story->nodes[k->nodes[place]];

		for (size_t e = 0; e < node->n; e++) {
			size_t to;

			if (!is_inner(k, place, &node->edges[e]))
				continue;
			k->f->steps++;
			to = k->place[node->edges[e].to];
			if (k->visited[to] || marks[to / 8] >> to % 8 & 1)
				continue;
			marks[to / 8] = (char)(marks[to / 8] | 1 << to % 8);
			k->open[open++] = to;
		}
	}
	return (struct str){ key, n };
}

/* The best that follows from ${at} without the places visited. Each level looks at all of the knot, so steps bound the depth. */
static const struct exact *
best_from(struct knot *k, size_t at)
{
	const struct story_node *node = &k->f->story->nodes[k->nodes[at]];
	const struct exact *best = k->out[at];
	struct known *known;
	struct str key;

	if (k->f->steps > LONGEST_MOST_STEPS)
		return NULL;
	k->visited[at] = true;
	key = region(k, at);
	known = map_get(&k->known, key);
	for (size_t e = 0; !known && e < node->n; e++) {
		const struct exact *rest;

		if (!is_inner(k, at, &node->edges[e]) || k->visited[k->place[node->edges[e].to]])
			continue;
		rest = best_from(k, k->place[node->edges[e].to]);
		if (rest)
			best = better(best, exact_add(k->f->s->numbers, node->edges[e].points, rest));
	}
	k->visited[at] = false;
	if (known)
		return known->best;
	known = ARENA_NEW(&k->keys, struct known);
	known->best = best;
	map_put(&k->known, key, known);
	return best;
}

/* What follows when the knot is left at ${place}. */
static void
look_out(struct knot *k, size_t place)
{
	const struct search *f = k->f;
	const struct story_node *node = &f->story->nodes[k->nodes[place]];

	for (size_t e = 0; e < node->n; e++) {
		const struct story_edge *edge = &node->edges[e];

		if (edge->to == STORY_END)
			k->out[place] = better(k->out[place], edge->points);
		else if (is_inner(k, place, edge))
			k->inner[place] = true;
		else if (f->knot[edge->to] != f->knot[k->nodes[place]] && f->best[edge->to])
			k->out[place] =
			    better(k->out[place], exact_add(f->s->numbers, edge->points, f->best[edge->to]));
	}
}

static void
untie(struct search *f, size_t *nodes, size_t n, size_t *place)
{
	struct arena *a = f->s->arena;
	struct knot k = { .f = f, .nodes = nodes, .n = n, .place = place, .keys = ARENA_INIT, .known = MAP_INIT };

	k.out = ARENA_ARRAY(a, const struct exact *, n);
	k.inner = ARENA_ARRAY(a, bool, n);
	k.visited = ARENA_ARRAY(a, bool, n);
	k.open = ARENA_ARRAY(a, size_t, n);
	for (size_t i = 0; i < n; i++) {
		place[nodes[i]] = i;
		look_out(&k, i);
	}
	for (size_t i = 0; i < n; i++)
		if (f->door[nodes[i]])
			f->best[nodes[i]] = k.inner[i] ? best_from(&k, i) : k.out[i];
	map_free(&k.known);
	arena_free(&k.keys);
}

/* The nodes by knot: a knot's nodes stand together, the knots in their order. */
static size_t *
by_knot(const struct search *f)
{
	size_t *nodes = ARENA_ARRAY(f->s->arena, size_t, f->n + 1);
	size_t *fill = ARENA_ARRAY(f->s->arena, size_t, f->nknots + 2);

	for (size_t i = 0; i < f->n; i++)
		fill[f->knot[f->order[i]] + 1]++;
	for (size_t i = 1; i <= f->nknots; i++)
		fill[i + 1] += fill[i];
	for (size_t i = 0; i < f->n; i++)
		nodes[fill[f->knot[f->order[i]]]++] = f->order[i];
	return nodes;
}

const struct exact *
longest_path(struct scoring *s, const struct story *story)
{
	struct search f = { .s = s, .story = story };
	size_t *nodes, *place = ARENA_ARRAY(s->arena, size_t, story->n + 1);

	f.best = ARENA_ARRAY(s->arena, const struct exact *, story->n + 1);
	reach(&f);
	tie_knots(&f);
	open_doors(&f);
	nodes = by_knot(&f);
	for (size_t end = f.n, begin = f.n; end > 0; end = begin) {
		while (begin > 0 && f.knot[nodes[begin - 1]] == f.knot[nodes[end - 1]])
			begin--;
		untie(&f, nodes + begin, end - begin, place);
	}
	if (f.steps > LONGEST_MOST_STEPS)
		return NULL;
	return f.best[story->start] ? f.best[story->start] : exact_of(s->numbers, 0, 1);
}

const struct exact *
longest_end(struct scoring *s, const struct story *story)
{
	struct search f = { .s = s, .story = story };
	const struct exact *best = NULL;

	reach(&f);
	for (size_t i = 0; i < f.n; i++) {
		const struct story_node *node = &story->nodes[f.order[i]];

		for (size_t e = 0; e < node->n; e++)
			if (node->edges[e].to == STORY_END)
				best = better(best, node->edges[e].points);
	}
	return best ? best : exact_of(s->numbers, 0, 1);
}
