/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/meta.h"

#include "read/settings.h"
#include "read/yaml.h"
#include "told.h"

static struct arena arena;
static struct diags diags;
static struct meta meta;

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
	arena_free(&arena);
	diags_free(&diags);
	return 0;
}

/* Reads and checks; the settings themselves must be right. */
static bool
check(const char *yaml)
{
	struct source src = { STR("a.md"), str_of(yaml) };
	const struct value *front;

	diags_free(&diags);
	diags = (struct diags)DIAGS_INIT;
	meta = (struct meta){ 0 };
	front = yaml_read(&arena, &src, src.bytes, 1, &diags);
	assert_true(settings_read(&arena, &meta_fields, &meta, front, &src, &diags));
	return meta_check(&meta, front, &src, &diags);
}

static void
test_every_setting(void **state)
{
	(void)state;
	assert_true(check(
	    "title: Prøve\ntype: quiz\nsummary: s\nminutes: 8\nobjectives: [a]\naudience: learner\nroles: [teacher]\n"
	    "slug: quiz-1\ndraft: no\ncontent-note: {what: w}\nat-risk: yes\nreviewed: 2026-02-03\nreview-by: 2027-02-28\n"
	    "translates: {a: 1}\nmode: self-check\npass: 7/10\ndraw: {from: m1, take: 3}\nshuffle: yes\nattempts: 2\ngrade: best\n"
	    "tries: 2\npenalty: 1/3\nkeep: best\nsolution: never\nfloor: 0\npoints: 2\nscoring: exact\n"));
	told_nothing(&diags);
	is_text(meta.pass, "7/10");
	is_text(meta.reviewed, "2026-02-03");
	assert_int_equal(meta.minutes, 8);
	assert_true(meta.at_risk && !meta.draft);
	assert_non_null(meta.scoring);
}

static void
test_types(void **state)
{
	static const char *const words[] = { "lesson", "definitions", "cases", "indicators", "quiz", "worksheet",
		"glossary", "booklet" };

	(void)state;
	for (int i = 0; i < 8; i++) {
		assert_true(check(arena_fmt(&arena, "title: a\ntype: %s", words[i]).p));
		assert_int_equal(meta_type(&meta, STR("content/c/10-a.md")), i);
		assert_string_equal(meta_type_name((enum page_type)i), words[i]);
	}
	assert_true(check("title: a"));
	assert_int_equal(meta_type(&meta, STR("content/c/10-a.md")), PAGE_LESSON);
	assert_int_equal(meta_type(&meta, STR("content/c/index.md")), PAGE_MODULE);
	assert_int_equal(meta_type(&meta, STR("content/c/index.en.md")), PAGE_MODULE);
	assert_int_equal(meta_type(&meta, STR("content/c/index.fa-AF.md")), PAGE_MODULE);
	assert_int_equal(meta_type(&meta, STR("content/index/a.md")), PAGE_LESSON);
	assert_int_equal(meta_type(&meta, STR("content/c/my-index.md")), PAGE_LESSON);
	assert_int_equal(meta_type(&meta, STR("content/c/index.a.b.md")), PAGE_LESSON);
	assert_string_equal(meta_type_name(PAGE_MODULE), "module");
}

static void
test_wrong_words(void **state)
{
	static const struct {
		const char *line;
		uint32_t col, len;
		const char *note;
	} rows[] = {
		{ "type: leson", 7, 5, "did you mean `lesson`?" },
		{ "type: module", 7, 6, "lesson, definitions, cases" },
		{ "type: Quiz", 7, 4, "did you mean `quiz`?" },
		{ "audience: trainer", 11, 7, "learner or facilitator" },
		{ "mode: selfcheck", 7, 9, "did you mean `self-check`?" },
		{ "grade: bes", 8, 3, "did you mean `best`?" },
		{ "reviewed: 3.2.2026", 11, 8, "2026-02-03" },
		{ "reviewed: 2026-13-01", 11, 10, "2026-02-03" },
		{ "review-by: 2026-02-30", 12, 10, "2026-02-03" },
		{ "review-by: 2026-02-29", 12, 10, "2026-02-03" },
		{ "review-by: 1900-02-29", 12, 10, "2026-02-03" },
		{ "review-by: 2026", 12, 4, "2026-02-03" },
		{ "slug: a/b", 7, 3, "one part" },
		{ "slug: ..", 7, 2, "one part" },
		{ "slug: På norsk", 7, 9, "`pa-norsk`" },
		{ "slug: \"\\0\"", 7, 4, "one part" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		assert_false(check(arena_fmt(&arena, "title: a\n%s\n", rows[i].line).p));
		note_has(told(&diags, DIAG_SETTING_VALUE, 2, rows[i].col, rows[i].len), rows[i].note);
	}
}

static void
test_dates(void **state)
{
	(void)state;
	assert_true(meta_is_date(STR("2026-12-31")));
	assert_true(meta_is_date(STR("2024-02-29")));
	assert_true(meta_is_date(STR("2000-02-29")));
	assert_false(meta_is_date(STR("2026-00-10")));
	assert_false(meta_is_date(STR("2026-04-31")));
	assert_false(meta_is_date(STR("0000-01-01")));
	assert_false(meta_is_date(STR("2026-4-1")));
	assert_false(meta_is_date(STR_EMPTY));
}

int
main(void)
{
#define T(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
	const struct CMUnitTest tests[] = { T(test_every_setting), T(test_types), T(test_wrong_words), T(test_dates) };

	return cmocka_run_group_tests(tests, 0, 0);
}
