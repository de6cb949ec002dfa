/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_UNIT_SCORED_H
#define TESTS_UNIT_SCORED_H

#include "testing.h"

#include <string.h>

#include "score/scorer.h"

/* Settled questions as JSON, scored; '' stands for "". */
struct scored_case {
	const char *rule, *response;
	const char *wanted; /* "1/2 of 1", "null of null", "7/10 of 1, pass true", or the error */
};

static struct jvalue *
scored_json(struct arena *a, const char *text)
{
	struct str s = arena_str(a, str_of(text));
	struct json_fault fault;
	struct jvalue *v;
	char *p = arena_alloc(a, s.n + 1);

	for (size_t i = 0; i < s.n; i++)
		p[i] = s.p[i] == '\'' ? '"' : s.p[i];
	v = jsonread_parse(a, (struct str){ p, s.n }, &fault);
	if (!v)
		fail_msg("%s\n%u:%u: %.*s", text, fault.line, fault.col, STR_ARG(fault.what));
	return v;
}

static void
scored_number(struct buf *b, const struct exact *x)
{
	if (x)
		exact_write(b, x);
	else
		BUF_LIT(b, "null");
}

static void
scored_one(const struct scorer *scorer, const char *type, const char *question, const struct scored_case *c)
{
	struct arena a = ARENA_INIT;
	struct exacts numbers = EXACTS_INIT;
	struct buf b = BUF_INIT;
	struct scoring s = {
		.arena = &a,
		.numbers = &numbers,
		.type = str_of(type),
		.question = scored_json(&a, question),
		.rule = scored_json(&a, c->rule),
		.response = scored_json(&a, c->response),
	};

	scorer->score(&s);
	if (s.error.n > 0) {
		buf_str(&b, s.error);
	} else {
		scored_number(&b, s.score);
		BUF_LIT(&b, " of ");
		scored_number(&b, s.max);
		if (s.extra) {
			buf_fmt(&b, ", %.*s ", STR_ARG(s.extra->key));
			jsonread_write(&b, s.extra);
		}
	}
	if (!str_is(buf_view(&b), c->wanted))
		print_error("%s %s: %.*s, not %s\n", c->rule, c->response, STR_ARG(buf_view(&b)), c->wanted);
	assert_true(str_is(buf_view(&b), c->wanted));
	buf_free(&b);
	exact_end(&numbers);
	arena_free(&a);
}

static inline void
scored_all(
    const struct scorer *scorer, const char *type, const char *question, const struct scored_case *cases, size_t n)
{
	for (size_t i = 0; i < n; i++)
		scored_one(scorer, type, question, &cases[i]);
}

#define SCORED(scorer, type, question, ...)                                                                            \
	scored_all((scorer), (type), (question), (const struct scored_case[]){ __VA_ARGS__ },                          \
	    sizeof((const struct scored_case[]){ __VA_ARGS__ }) / sizeof(struct scored_case))

static inline enum response_state
scored_state(const struct scorer *scorer, const char *question, const char *rule, const char *response)
{
	struct arena a = ARENA_INIT;
	struct exacts numbers = EXACTS_INIT;
	struct scoring s = {
		.arena = &a,
		.numbers = &numbers,
		.question = scored_json(&a, question),
		.rule = scored_json(&a, rule),
	};
	enum response_state state = scorer->state(&s, scored_json(&a, response));

	exact_end(&numbers);
	arena_free(&a);
	return state;
}

#endif
