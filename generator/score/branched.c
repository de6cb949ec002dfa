/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "score/branched.h"

#include <assert.h>

#include "score/members.h"
#include "score/walked.h"

static bool
scored(const struct scenario *s)
{
	return s->sound && s->scoring != SCENARIO_UNSCORED;
}

bool
branched_scored(const struct body *body)
{
	for (size_t i = 0; i < body->nscenarios; i++)
		if (scored(body->scenarios[i]))
			return true;
	return false;
}

/* -- the graph -- */

static void
edge(struct buf *b, const struct turn *t)
{
	members_next(b);
	buf_chr(b, '{');
	if (t->to->ending)
		members_null(b, "to");
	else
		members_text(b, "to", t->to->id);
	if (t->score.num != 0)
		members_exact(b, "score", t->score);
	buf_chr(b, '}');
}

static void
nodes(struct buf *b, const struct scenario *s)
{
	members_key(b, "nodes");
	buf_chr(b, '{');
	for (size_t i = 0; i < s->nplaces; i++) {
		const struct place *p = &s->places[i];

		if (p->ending)
			continue;
		members_name(b, p->id);
		BUF_LIT(b, "{\"edges\":[");
		for (size_t k = 0; k < p->nturns; k++)
			edge(b, &p->turns[k]);
		BUF_LIT(b, "]}");
	}
	buf_chr(b, '}');
}

/* ${most}: full marks; NULL: they are still to be found. */
static void
story(struct buf *b, const struct scenario *s, const struct exact *most)
{
	members_text(b, "type", STR("branching"));
	members_key(b, "question");
	buf_chr(b, '{');
	members_text(b, "start", s->start->id);
	nodes(b, s);
	if (most) {
		members_key(b, "max");
		buf_chr(b, '"');
		exact_write(b, most);
		buf_chr(b, '"');
	}
	buf_chr(b, '}');
	members_key(b, "scoring");
	buf_chr(b, '{');
	members_text(b, "mode", str_of(scenario_scoring_names[s->scoring]));
	buf_chr(b, '}');
}

/* The reference scorer finds full marks in what the page will have. */
static const struct exact *
full_marks(struct arena *a, struct exacts *numbers, const struct scenario *s)
{
	struct scoring scoring = { .arena = a, .numbers = numbers, .type = STR("branching") };
	struct buf text = BUF_INIT;
	struct json_fault fault;
	const struct jvalue *written;
	const struct exact *most;

	buf_chr(&text, '{');
	story(&text, s, NULL);
	buf_chr(&text, '}');
	written = jsonread_parse(a, arena_str(a, buf_view(&text)), &fault);
	assert(written && "a scenario that is no JSON");
	buf_free(&text);
	scoring.question = jsonread_get(written, "question");
	scoring.rule = jsonread_get(written, "scoring");
	most = walked_max(&scoring);
	return most ? most : exact_of(numbers, 0, 1);
}

void
branched_write(struct buf *b, const struct body *body)
{
	struct arena arena = ARENA_INIT;
	struct exacts numbers = EXACTS_INIT;

	buf_chr(b, '{');
	for (size_t i = 0; i < body->nscenarios; i++) {
		const struct scenario *s = body->scenarios[i];

		if (!scored(s))
			continue;
		members_name(b, s->id);
		buf_chr(b, '{');
		story(b, s, full_marks(&arena, &numbers, s));
		buf_chr(b, '}');
	}
	buf_chr(b, '}');
	exact_end(&numbers);
	arena_free(&arena);
}
