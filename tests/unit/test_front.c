/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read/front.h"

#include "told.h"

static struct diags diags;

static int
teardown(void **state)
{
	(void)state;
	diags_free(&diags);
	return 0;
}

static bool
split(struct str bytes, struct front *out)
{
	struct source src = { STR("a.md"), bytes };

	return front_split(&src, out, &diags);
}

static void
test_split(void **state)
{
	static const struct {
		const char *bytes, *yaml, *body;
		uint32_t line;
	} rows[] = {
		{ "---\ntitle: a\n---\n\nText\n", "title: a\n", "\nText\n", 4 },
		{ "---\r\ntitle: a\r\n---\r\nText", "title: a\r\n", "Text", 4 },
		{ "---  \t\na: b\n...\nText", "a: b\n", "Text", 4 },
		{ "\xef\xbb\xbf---\na: b\n---\nText", "a: b\n", "Text", 4 },
		{ "---\n---\nText", "", "Text", 3 },
		{ "---\na: b\n---", "a: b\n", "", 4 },
		{ "---\na: |\n  ---\n ---\n---\n", "a: |\n  ---\n ---\n", "", 6 },
	};
	struct front f;

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		assert_true(split(str_of(rows[i].bytes), &f));
		assert_true(f.present);
		is_text(f.yaml, rows[i].yaml);
		is_text(f.body, rows[i].body);
		assert_int_equal(f.yaml_line, 2);
		assert_int_equal(f.body_line, rows[i].line);
	}
	told_nothing(&diags);
}

static void
test_no_front_matter(void **state)
{
	static const char *const texts[] = { "", "Text", "\n---\na: b\n---\n", " ---\n", "----\n", "--- a\n", "--" };
	struct front f;

	(void)state;
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
		assert_true(split(str_of(texts[i]), &f));
		assert_false(f.present);
		is_text(f.body, texts[i]);
		assert_int_equal(f.body_line, 1);
	}
	assert_true(split(STR("\xef\xbb\xbfText"), &f));
	is_text(f.body, "Text");
	told_nothing(&diags);
}

static void
test_not_closed(void **state)
{
	struct front f;

	(void)state;
	assert_false(split(STR("---\ntitle: a\n\nText"), &f));
	note_has(told(&diags, DIAG_FRONT_OPEN, 1, 1, 3), "`***`");
}

static void
test_almost_closed(void **state)
{
	static const char *const texts[] = { "---\na: b\n----\nText", "---\na: b\n ---\nText", "---\na: b\n—\nText",
		"---\na: b\n–––\n" };
	struct front f;

	(void)state;
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
		assert_false(split(str_of(texts[i]), &f));
		note_has(told(&diags, DIAG_FRONT_OPEN, 1, 1, 3), "line 3");
		diags_free(&diags);
		diags = (struct diags)DIAGS_INIT;
	}
}

static void
test_only_a_rule(void **state)
{
	struct front f;

	(void)state;
	assert_false(split(STR("---"), &f));
	told(&diags, DIAG_FRONT_OPEN, 1, 1, 3);
}

int
main(void)
{
#define T(name) cmocka_unit_test_teardown(name, teardown)
	const struct CMUnitTest tests[] = {
		T(test_split),
		T(test_no_front_matter),
		T(test_not_closed),
		T(test_almost_closed),
		T(test_only_a_rule),
	};

	return cmocka_run_group_tests(tests, 0, 0);
}
