/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "score/walked.h"

#include "score/longest.h"
#include "score/settled.h"
#include "score/story.h"

/* D13 calls full marks of 0 no score. */

static bool
has_mode(const struct scoring *s, const char *mode)
{
	return jsonread_is(jsonread_get(s->rule, "mode"), mode);
}

static const struct exact *
most_points(struct scoring *s, const struct story *story)
{
	const struct exact *most = NULL;

	if (has_mode(s, "end"))
		return longest_end(s, story);
	if (has_mode(s, "path")) {
		most = longest_path(s, story);
		if (!most)
			s->error = arena_fmt(s->arena,
			    "question.nodes: too many ways to look for the best one (%d steps)", LONGEST_MOST_STEPS);
	}
	return most;
}

const struct exact *
walked_max(struct scoring *s)
{
	struct story story;
	struct story_path path;

	return story_read(s, &story, &path) ? most_points(s, &story) : NULL;
}

/* The walk without its circles: coming back to a node forgets what was chosen since it was first left. Shortens ${path}. */
static void
erase_loops(struct scoring *s, const struct story *story, struct story_path *path)
{
	size_t *at = ARENA_ARRAY(s->arena, size_t, story->n + 1); /* by node: its place in the walk, from 1 */
	size_t n = 0;

	for (size_t i = 0; i < path->n; i++) {
		struct story_step step = path->steps[i];

		if (at[step.node])
			for (size_t first = at[step.node]; n >= first; n--)
				at[path->steps[n - 1].node] = 0;
		path->steps[n++] = step;
		at[step.node] = n;
	}
	path->n = n;
}

/* Only the last edge counts, and only where it is an end. */
static void
keep_end(struct story_path *path)
{
	if (path->n > 0)
		path->steps[0] = path->steps[path->n - 1];
	path->n = path->n > 0 && path->steps[0].edge->to == STORY_END;
}

static enum response_state
state_of(struct scoring *s, const struct jvalue *response)
{
	const struct jvalue *path = jsonread_get(response, "path");

	(void)s;
	return path && path->n > 0 ? RESPONSE_ANSWERED : RESPONSE_UNANSWERED;
}

static void
score(struct scoring *s)
{
	const struct exact *zero = exact_of(s->numbers, 0, 1), *max, *points = zero;
	struct story story;
	struct story_path path;

	if (!story_read(s, &story, &path))
		return;
	max = most_points(s, &story);
	if (!max || exact_sign(max) == 0)
		return;
	if (has_mode(s, "end"))
		keep_end(&path);
	else
		erase_loops(s, &story, &path);
	for (size_t i = 0; i < path.n; i++)
		points = exact_add(s->numbers, points, path.steps[i].edge->points);
	s->score = exact_max(points, zero);
	s->max = max;
}

const struct scorer walked_scorer = { "branching", state_of, NULL, score };
