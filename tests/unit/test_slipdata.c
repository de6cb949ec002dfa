/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "score/slipdata.h"

#include "asked.h"
#include "base/jsonread.h"
#include "read/locale.h"
#include "score/slipscript.h"

static struct language language;
static struct catalogue *catalogue;
static struct value title = { .kind = VALUE_TEXT, .text = STR_INIT("The \"course\"") };
static struct course course = { .name = STR_INIT("course"), .title = &title };
static struct site site = { .languages = &language, .nlanguages = 1 };
static struct document doc;
static struct text text = { .doc = &doc, .lang = STR_INIT("en") };
static struct text *texts[] = { &text };
static struct question *questions[1];
static struct body body = { .text = &text, .quiz = &asked_quiz, .questions = questions };

static int
setup(void **state)
{
	asked_begin(state);
	catalogue = locale_english(&asked_arena, &asked_diags);
	assert_non_null(catalogue);
	language = (struct language){ .tag = STR("en"), .autonym = STR("English"), .ui = catalogue };
	quiz_init(&asked_quiz, QUIZ_TEST);
	asked_quiz.page = true;
	doc = (struct document){ .name = STR("quiz"), .texts = texts, .ntexts = 1, .course = &course };
	course.certificate = NULL;
	questions[0] = asked(":::question{#one type=single}\nW\n\n- [x] a {#a}\n- [ ] b {#b}\n\n:::\n");
	assert_non_null(questions[0]);
	body.nquestions = 1;
	return 0;
}

static int
teardown(void **state)
{
	catalogue_free(catalogue);
	return asked_end(state);
}

static void
test_wanted(void **state)
{
	(void)state;
	assert_true(slipdata_wanted(&body));
	asked_quiz.page = false;
	assert_false(slipdata_wanted(&body));
	asked_quiz.page = true;
	text.meta.at_risk = true;
	assert_false(slipdata_wanted(&body));
	text.meta.at_risk = false;
	body.nquestions = 0;
	assert_false(slipdata_wanted(&body));
	body.nquestions = 1;
	quiz_init(&asked_quiz, QUIZ_SELF_CHECK);
	asked_quiz.page = true;
	assert_false(slipdata_wanted(&body));
}

/* The member `slip` of the page's data. */
static const struct jvalue *
slip(void)
{
	struct buf b = BUF_INIT;
	struct json_fault fault;
	const struct jvalue *all;

	buf_chr(&b, '{');
	slipdata_write(&b, &site, &body, &language);
	buf_chr(&b, '}');
	all = jsonread_parse(&asked_arena, buf_view(&b), &fault);
	assert_non_null(all);
	buf_free(&b);
	return jsonread_get(all, "slip");
}

static void
test_data(void **state)
{
	const struct jvalue *s = slip();

	(void)state;
	assert_true(jsonread_is(jsonread_get(s, "paper"), slipdata_paper(&asked_arena, &body).mark));
	assert_true(str_eq(jsonread_get(s, "script")->text, slipdata_script(&asked_arena, &language, NULL)));
	assert_true(jsonread_is(jsonread_get(s, "course"), "The \"course\""));
	assert_true(jsonread_is(jsonread_get(s, "language"), "English"));
	assert_null(jsonread_get(s, "certificate"));
}

static void
test_certificate(void **state)
{
	struct value no = { .kind = VALUE_TEXT, .text = STR("no") }, yes = { .kind = VALUE_TEXT, .text = STR("yes") };
	struct value_entry entries[] = {
		{ .key = STR("hours"), .value = { .kind = VALUE_INT, .text = STR("3") } },
		{ .key = STR("issuer"), .value = { .kind = VALUE_TEXT, .text = STR("Riga") } },
	};
	struct value map = { .kind = VALUE_MAP, .text = STR_EMPTY, .as.entries = entries, .n = 2 };

	(void)state;
	course.certificate = &no;
	assert_null(jsonread_get(slip(), "certificate"));
	course.certificate = &yes;
	assert_non_null(jsonread_get(slip(), "certificate"));
	assert_null(jsonread_get(slip(), "hours"));
	course.certificate = &map;
	assert_true(jsonread_is(jsonread_get(slip(), "hours"), "3"));
	assert_true(jsonread_is(jsonread_get(slip(), "issuer"), "Riga"));
}

/* The mark changes with what is scored. */
static void
test_paper(void **state)
{
	struct keyfile_paper_text before = slipdata_paper(&asked_arena, &body), after;

	(void)state;
	after = slipdata_paper(&asked_arena, &body);
	assert_string_equal(before.mark, after.mark);
	assert_true(str_eq(before.json, after.json));
	questions[0]->options[1].right = true;
	after = slipdata_paper(&asked_arena, &body);
	assert_string_not_equal(before.mark, after.mark);
	questions[0]->options[1].right = false;
	text.lang = STR("nb");
	after = slipdata_paper(&asked_arena, &body);
	assert_string_not_equal(before.mark, after.mark);
	text.lang = STR("en");
}

static void
test_script(void **state)
{
	struct str bytes, name = slipdata_script(&asked_arena, &language, &bytes);
	struct buf again = BUF_INIT;

	(void)state;
	assert_true(str_starts(name, "slip-") && str_ends(name, ".js"));
	slipscript_emit(&again, &language);
	assert_true(str_eq(bytes, buf_view(&again)));
	assert_true(str_starts(bytes,
	    "/* SPDX-License-Identifier: MIT */\n(function () {\n'use strict';\n\nconst words = {\n\"slip-title\":"));
	assert_true(str_ends(bytes, "})();\n"));
	for (const char *const *part = (const char *const[]){ "0123456789ABCDEFGHJKMNPQRSTVWXYZ",
		 "http://www.w3.org/2000/svg", "pensum:slip", "\"certificate-hours\":", NULL };
	     *part; part++)
		assert_true(holds(bytes, *part));
	buf_free(&again);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_wanted, setup, teardown),
		cmocka_unit_test_setup_teardown(test_data, setup, teardown),
		cmocka_unit_test_setup_teardown(test_certificate, setup, teardown),
		cmocka_unit_test_setup_teardown(test_paper, setup, teardown),
		cmocka_unit_test_setup_teardown(test_script, setup, teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
