/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "assemble/policy.h"

#include "judged.h"

#define NUMBER(attributes) ":::question{#q type=number answer=5 " attributes "}\nHow many?\n:::\n"

static void
test_text(void **state)
{
	static const struct {
		const char *attribute;
		struct text_policy policy;
	} rows[] = {
		{ "case=ignore accents=match compat=no quotes=fold space=fold typos=none", { 0 } },
		{ "case=match", { .match_case = true } },
		{ "accents=ignore", { .ignore_accents = true } },
		{ "accents=tell", { .ignore_accents = true, .tell_accents = true } },
		{ "compat=yes", { .compat = true } },
		{ "quotes=keep", { .keep_quotes = true } },
		{ "space=keep", { .keep_space = true } },
		{ "typos=h5p", { .typos = true } },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		const struct text_policy *p =
		    &fine(arena_fmt(&asked_arena, ASK("type=text %s", "- a\n"), rows[i].attribute).p)->gaps[0].text;

		assert_memory_equal(p, &rows[i].policy, sizeof *p);
	}
}

static void
test_units(void **state)
{
	const struct number_policy *p = &fine(NUMBER("units=\" m   cm=1/100 μm=1/1000000 \""))->gaps[0].number;

	(void)state;
	assert_int_equal(p->nunits, 3);
	is_text(p->units[0].name, "m");
	is_ratio(p->units[2].factor, 1, 1000000);
	is_ratio(p->unit_penalty, 1, 10);
	is_text(fine(NUMBER("unit=km/h"))->gaps[0].number.units[0].name, "km/h");
	is_text(fine(NUMBER("unit=m2"))->gaps[0].number.units[0].name, "m2");
	assert_int_equal(fine(NUMBER(""))->gaps[0].number.nunits, 0);
}

static void
test_mistakes(void **state)
{
	static const char *const wrong[] = { "units=\"\"", "unit=\"\"", "unit=5", "unit=-m", "units=\"m=x\"",
		"units=\"m=-1\"", "units=\"=1\"", "units=\"m m\"", "units=\"cm=1/100\"", "unit=m unit-policy=never",
		"unit=m unit-position=above", "unit=m unit-penalty=2" };

	(void)state;
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
		remarked(arena_fmt(&asked_arena, NUMBER("%s"), wrong[i]).p, DIAG_ATTRIBUTE_VALUE, 1);
	remarked(NUMBER("unit-position=before"), DIAG_QUESTION_LINT, 1);
	remarked(ASK("type=text typos=many", "- a\n"), DIAG_ATTRIBUTE_VALUE, 1);
}

int
main(void)
{
#define TEST(f) cmocka_unit_test_setup_teardown(f, asked_begin, asked_end)
	const struct CMUnitTest tests[] = {
		TEST(test_text),
		TEST(test_units),
		TEST(test_mistakes),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
