/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "score/story.h"

#include "base/map.h"
#include "score/settled.h"

/* Whether there is a node ${name}; otherwise the error, with ${place} where it was named. */
static bool
find(struct scoring *s, const struct story *story, const struct map *places, struct str name, const char *place,
    size_t *node)
{
	const struct story_node *found = map_get(places, name);

	if (!found) {
		s->error = arena_fmt(s->arena, "%s: there is no node \"%.*s\"", place, STR_ARG(name));
		return false;
	}
	*node = (size_t)(found - story->nodes);
	return true;
}

static bool
read_edges(struct scoring *s, struct story *story, const struct map *places, struct story_node *node,
    const struct jvalue *edges)
{
	node->edges = ARENA_ARRAY(s->arena, struct story_edge, edges->n + 1);
	for (const struct jvalue *edge = edges->first; edge; edge = edge->next) {
		const struct jvalue *to = jsonread_get(edge, "to");
		struct story_edge *e = &node->edges[node->n++];

		e->to = STORY_END;
		e->points = settled_number(s, jsonread_get(edge, "score"), "0");
		if (to->kind == JSON_STRING && !find(s, story, places, to->text, "question.nodes", &e->to))
			return false;
	}
	return true;
}

static bool
read_nodes(struct scoring *s, struct story *story, struct map *places)
{
	const struct jvalue *nodes = jsonread_get(s->question, "nodes");

	story->nodes = ARENA_ARRAY(s->arena, struct story_node, nodes->n + 1);
	for (const struct jvalue *node = nodes->first; node; node = node->next) {
		story->nodes[story->n].name = node->key;
		map_put(places, node->key, &story->nodes[story->n++]);
	}
	for (const struct jvalue *node = nodes->first; node; node = node->next)
		if (!read_edges(s, story, places, map_get(places, node->key), jsonread_get(node, "edges")))
			return false;
	return find(s, story, places, jsonread_get(s->question, "start")->text, "question.start", &story->start);
}

/* A number of digits only, below ${n}. */
static bool
read_index(struct str text, size_t n, size_t *index)
{
	size_t value = 0;

	for (size_t i = 0; i < text.n; i++) {
		if (text.p[i] < '0' || text.p[i] > '9')
			return false;
		value = 10 * value + (size_t)(text.p[i] - '0');
		if (value >= n)
			return false;
	}
	*index = value;
	return text.n > 0;
}

static bool
read_step(struct scoring *s, const struct story *story, const struct map *places, const struct jvalue *written,
    struct story_step *step)
{
	const struct jvalue *edge = written->first->next;
	size_t index;

	if (!find(s, story, places, written->first->text, "response.path", &step->node))
		return false;
	if (!read_index(edge->text, story->nodes[step->node].n, &index)) {
		s->error = arena_fmt(s->arena, "response.path: node \"%.*s\" has no edge %.*s",
		    STR_ARG(written->first->text), STR_ARG(edge->text));
		return false;
	}
	step->edge = &story->nodes[step->node].edges[index];
	return true;
}

static bool
read_path(struct scoring *s, const struct story *story, const struct map *places, struct story_path *path)
{
	const struct jvalue *written = jsonread_get(s->response, "path");

	path->steps = ARENA_ARRAY(s->arena, struct story_step, (written ? written->n : 0) + 1);
	for (const struct jvalue *step = written ? written->first : NULL; step; step = step->next)
		if (!read_step(s, story, places, step, &path->steps[path->n++]))
			return false;
	return true;
}

bool
story_read(struct scoring *s, struct story *story, struct story_path *path)
{
	struct map places = MAP_INIT;
	bool whole;

	*story = (struct story){ 0 };
	*path = (struct story_path){ 0 };
	whole = read_nodes(s, story, &places) && read_path(s, story, &places, path);
	map_free(&places);
	return whole;
}
