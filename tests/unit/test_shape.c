/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scored.h"

#include "score/shape.h"

static const struct shape any = { .kind = SHAPE_ANY }, none = { .kind = SHAPE_NONE },
			  text = { .kind = SHAPE_TEXT, .null = true }, flag = { .kind = SHAPE_FLAG },
			  count = { .kind = SHAPE_COUNT }, ratio = { .kind = SHAPE_RATIO },
			  decimal = { .kind = SHAPE_DECIMAL };
static const struct shape word = { .kind = SHAPE_WORD, .words = "one two" };
static const struct shape point = { .kind = SHAPE_LIST, .of = &decimal, .length = 2 };
static const struct shape named = { .kind = SHAPE_NAMED, .of = &ratio };

static bool
no_cats(struct shape_run *run, const struct shape_place *at, struct jvalue *v)
{
	return !jsonread_is(jsonread_get(v, "text"), "cat") || shape_fail(run, at, "is about a %s", "cat");
}

static const struct shape fields = {
	.kind = SHAPE_FIELDS,
	.choice = "word=one two",
	.settle = no_cats,
	.fields = (const struct shape_field[]){ { "word", &word, false, NULL }, { "text", &text, true, NULL },
	    { "n", &count, true, "two" }, { "x", &ratio, false, "one" }, { "x", &flag, false, "two" }, { 0 } },
};
static const struct shape either = { .kind = SHAPE_TEXT, .or = &fields };
static const struct shape list = { .kind = SHAPE_LIST, .of = &fields };

/* What becomes of a value; where it has not that shape, the error. */
static void
settles(const struct shape *shape, const char *json, const char *wanted)
{
	struct arena a = ARENA_INIT;
	struct exacts numbers = EXACTS_INIT;
	struct buf b = BUF_INIT;
	struct shape_run run = { .arena = &a, .numbers = &numbers, .choice = STR_EMPTY, .error = STR_EMPTY };
	struct shape_place at = { .name = STR("top") };
	struct jvalue *v = scored_json(&a, json);

	if (shape_settle(&run, shape, &at, v)) {
		jsonread_write(&b, v);
		assert_int_equal(run.error.n, 0);
	} else {
		buf_str(&b, run.error);
	}
	buf_chr(&b, '\0');
	assert_string_equal(b.p, wanted);
	buf_free(&b);
	exact_end(&numbers);
	arena_free(&a);
}

static void
test_wrong_kinds(void **state)
{
	(void)state;
	settles(&none, "0", "top is the number 0, but must be null");
	settles(&text, "[]", "top is a list, but must be a string or null");
	settles(&flag, "'true'", "top is a string, but must be true or false");
	settles(&count, "1.0", "top is the number 1.0, but must be a whole number");
	settles(&count, "1e3", "top is the number 1e3, but must be a whole number");
	settles(&count, "null", "top is null, but must be a whole number");
	settles(&ratio, "true", "top is true or false, but must be a number or a string that holds one");
	settles(&ratio, "'1,5'", "top is \"1,5\", which cannot be read as a number");
	settles(&decimal, "'1'", "top is a string, but must be a number");
	settles(&word, "'three'", "unknown top \"three\" in top, which takes one of: one two");
	settles(&word, "'one two'", "unknown top \"one two\" in top, which takes one of: one two");
	settles(&point, "[1]", "top has 1 members, but must have 2");
	settles(&point, "[1, 'x']", "top[1] is a string, but must be a number");
	settles(
	    &named, "{'a': '1', 'b c': {}}", "top.b c is an object, but must be a number or a string that holds one");
	settles(&either, "5", "top is the number 5, but must be a string or an object");
}

static void
test_wrong_fields(void **state)
{
	(void)state;
	settles(&fields, "{'text': 'x', 'y': 1}", "unknown field \"top.y\"");
	settles(&fields, "{}", "top has no field \"text\", which it must have");
	settles(&fields, "{'word': 'two', 'text': 'x'}", "top has no field \"n\", which it must have");
	settles(&fields, "{'word': 'two', 'text': 'x', 'n': 1, 'x': 1}",
	    "top.x is the number 1, but must be true or false");
	settles(&fields, "{'word': 'three', 'text': 'x'}",
	    "unknown word \"three\" in top.word, which takes one of: one two");
	settles(&fields, "{'word': null, 'text': 'x'}", "top.word is null, but must be a string");
	settles(&fields, "{'text': 'cat'}", "top is about a cat");
	settles(&list, "[{'text': 'x'}, {'text': 5}]", "top[1].text is the number 5, but must be a string or null");
}

static void
test_settled(void **state)
{
	(void)state;
	settles(&any, "{'a': [0.50]}", "{\"a\": [0.50]}");
	settles(&none, "null", "null");
	settles(&ratio, "'25%'", "\"1/4\"");
	settles(&ratio, "4.350", "\"87/20\"");
	settles(&count, "-0", "-0");
	settles(&point, "[1e1, -0.0]", "[\"10\", \"0\"]");
	settles(&named, "{'a': '2/4'}", "{\"a\": \"1/2\"}");
	settles(&either, "'x'", "\"x\"");
	settles(&list, "[]", "[]");
	settles(&fields, "{'x': 0.5, 'text': null}", "{\"x\": \"1/2\", \"text\": null}");
}

/* What is not read is gone, whatever it was. */
static void
test_unread(void **state)
{
	(void)state;
	settles(&fields, "{'n': [], 'text': 'x'}", "{\"text\": \"x\"}");
	settles(&fields, "{'text': 'x', 'word': 'one', 'n': 'y', 'x': 2}",
	    "{\"text\": \"x\", \"word\": \"one\", \"x\": \"2\"}");
	settles(&fields, "{'text': 'x', 'word': 'two', 'n': 1, 'x': true}",
	    "{\"text\": \"x\", \"word\": \"two\", \"n\": 1, \"x\": true}");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_wrong_kinds),
		cmocka_unit_test(test_wrong_fields),
		cmocka_unit_test(test_settled),
		cmocka_unit_test(test_unread),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
