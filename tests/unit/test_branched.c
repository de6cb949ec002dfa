/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "score/branched.h"

#include "assemble/scenario.h"
#include "read/markdown.h"
#include "told.h"

static struct arena arena;
static struct diags diags;
static struct body body;

static int
setup(void **state)
{
	(void)state;
	arena = (struct arena)ARENA_INIT;
	diags = (struct diags)DIAGS_INIT;
	return 0;
}

static int
teardown(void **state)
{
	(void)state;
	diags_free(&diags);
	arena_free(&arena);
	return 0;
}

/* What is written of the scenarios of ${markdown}. */
static struct str
written(const char *markdown)
{
	struct buf b = BUF_INIT;
	struct str s;

	body = (struct body){ .src = { STR("s.md"), str_of(markdown) } };
	body.root = markdown_read(&arena, &body.src, body.src.bytes, 1, &diags);
	scenario_read_all(&arena, &body, NULL, &diags);
	branched_write(&b, &body);
	s = arena_str(&arena, buf_view(&b));
	buf_free(&b);
	return s;
}

#define STORY(head, inside) ":::scenario{#" head "}\n" inside ":::ending{#end}\n:::\n:::\n"

/* Nothing of those that have no points, or cannot be played. */
static void
test_none(void **state)
{
	(void)state;
	is_text(written("Words.\n"), "{}");
	assert_false(branched_scored(&body));
	is_text(written(STORY("s", ":::step{#a}\n- [x](#end) {score=1}\n:::\n")), "{}");
	assert_false(branched_scored(&body));
	is_text(written(STORY("s scoring=path", ":::step{#a}\n- [x](#nowhere)\n:::\n")), "{}");
	assert_false(branched_scored(&body));
}

static void
test_path(void **state)
{
	(void)state;
	is_text(written(STORY("s scoring=path",
		    ":::step{#a}\n- [x](#b) {score=1/2}\n- [x](#a)\n- [x](#end) {score=-2}\n:::\n"
		    ":::step{#b}\n- [x](#end) {score=0.25}\n:::\n")),
	    "{\"s\":{\"type\":\"branching\",\"question\":{\"start\":\"a\",\"nodes\":{"
	    "\"a\":{\"edges\":[{\"to\":\"b\",\"score\":\"1/2\"},{\"to\":\"a\"},{\"to\":null,\"score\":\"-2\"}]},"
	    "\"b\":{\"edges\":[{\"to\":null,\"score\":\"1/4\"}]}},\"max\":\"3/4\"},\"scoring\":{\"mode\":\"path\"}}}");
	assert_true(branched_scored(&body));
	told_nothing(&diags);
}

static void
test_several(void **state)
{
	struct str s = written(
	    STORY("one scoring=end", ":::step{#a}\n- [x](#end) {score=3}\n- [x](#end) {score=5}\n:::\n") "\n" STORY(
		"two", ":::step{#a}\n- [x](#end)\n:::\n") "\n" STORY("three scoring=end",
		":::step{#a}\n- [x](#end) {score=1}\n:::\n"));

	(void)state;
	assert_true(holds(s, "\"max\":\"5\""));
	assert_true(holds(s, ",\"three\":{"));
	assert_false(holds(s, "\"two\""));
}

/* Each step leads to every other: more ways than can be looked through. Then there are no points. */
static void
test_too_many_ways(void **state)
{
	struct buf b = BUF_INIT;

	(void)state;
	buf_cstr(&b, ":::scenario{#s scoring=path}\n");
	for (int i = 0; i < 24; i++) {
		buf_fmt(&b, ":::step{#s%d}\n- [x](#end) {score=%d}\n", i, i + 1);
		for (int k = 0; k < 24; k++)
			buf_fmt(&b, "- [x](#s%d) {score=%d}\n", k, (i * 7 + k * 5) % 11);
		buf_cstr(&b, ":::\n");
	}
	buf_cstr(&b, ":::ending{#end}\n:::\n:::\n");
	buf_chr(&b, '\0');
	assert_true(holds(written(b.p), "\"max\":\"0\""));
	buf_free(&b);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_none, setup, teardown),
		cmocka_unit_test_setup_teardown(test_path, setup, teardown),
		cmocka_unit_test_setup_teardown(test_several, setup, teardown),
		cmocka_unit_test_setup_teardown(test_too_many_ways, setup, teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
