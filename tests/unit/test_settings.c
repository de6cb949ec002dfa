/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read/settings.h"

#include "read/yaml.h"
#include "told.h"

struct thing {
	struct str title;
	int minutes;
	bool draft;
	struct text_list roles;
	const struct value *any, *local;
	struct str hidden;
};

static const struct field rows[] = {
	{ "title", FIELD_TEXT, FIELD_SETTING | FIELD_REQUIRED, offsetof(struct thing, title), 0, "the title" },
	{ "minutes", FIELD_INT, FIELD_SETTING, offsetof(struct thing, minutes), 0, "" },
	{ "draft", FIELD_FLAG, FIELD_SETTING, offsetof(struct thing, draft), 0, "" },
	{ "roles", FIELD_TEXTS, FIELD_SETTING, offsetof(struct thing, roles), 0, "" },
	{ "any", FIELD_VALUE, FIELD_SETTING, offsetof(struct thing, any), 0, "" },
	{ "local-name", FIELD_LOCAL, FIELD_SETTING, offsetof(struct thing, local), 0, "" },
	{ "hidden", FIELD_TEXT, FIELD_VIEW, offsetof(struct thing, hidden), 0, "" },
};
static const struct fields thing_fields = { "thing", rows, sizeof rows / sizeof *rows };

static struct arena arena;
static struct diags diags;
static struct thing thing;

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

static bool
read(const char *yaml)
{
	struct source src = { STR("a.yaml"), str_of(yaml) };

	diags_free(&diags);
	diags = (struct diags)DIAGS_INIT;
	thing = (struct thing){ .title = STR("before"), .minutes = 7 };
	return settings_read(
	    &arena, &thing_fields, &thing, yaml_read(&arena, &src, src.bytes, 1, &diags), &src, &diags);
}

static void
test_all_kinds(void **state)
{
	(void)state;
	assert_true(
	    read("title: 012\nminutes: 12\ndraft: yes\nroles: [a, 2]\nany: {x: 1}\nlocal-name: {nb: Å, en: A}\n"));
	told_nothing(&diags);
	is_text(thing.title, "012");
	assert_int_equal(thing.minutes, 12);
	assert_true(thing.draft);
	assert_int_equal(thing.roles.n, 2);
	is_text(thing.roles.v[1], "2");
	assert_int_equal(value_get(thing.any, "x")->as.integer, 1);
	is_text(value_text(thing.local, STR("nb")), "Å");
}

static void
test_scalars_as_text(void **state)
{
	static const char *const texts[] = { "NO", "true", "1.5", "2026-02-03", "on", "0x1f" };

	(void)state;
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
		assert_true(read(arena_fmt(&arena, "title: %s", texts[i]).p));
		is_text(thing.title, texts[i]);
	}
}

static void
test_flags(void **state)
{
	(void)state;
	assert_true(read("title: a\ndraft: yes") && thing.draft);
	assert_true(read("title: a\ndraft: true") && thing.draft);
	assert_true(read("title: a\ndraft: No") && !thing.draft);
	assert_true(read("title: a\ndraft: FALSE") && !thing.draft);
}

static void
test_unset_keeps(void **state)
{
	(void)state;
	assert_true(read("title: a\nminutes:\ndraft: ~"));
	assert_int_equal(thing.minutes, 7);
}

static void
test_unknown(void **state)
{
	(void)state;
	assert_false(read("title: a\nminuts: 3\n"));
	note_has(told(&diags, DIAG_SETTING_UNKNOWN, 2, 1, 6), "did you mean `minutes`?");
	assert_false(read("title: a\nzzzzzz: 3\n"));
	note_has(told(&diags, DIAG_SETTING_UNKNOWN, 2, 1, 6), "title, minutes, draft, roles, any, local-name");
	assert_false(read("title: a\nhidden: x\n")); /* for templates, not for authors */
	told(&diags, DIAG_SETTING_UNKNOWN, 2, 1, 6);
	assert_false(read("title: a\n<<: {draft: yes}\n"));
	assert_false(thing.draft);
}

static void
test_wrong_kinds(void **state)
{
	static const struct {
		const char *line;
		uint32_t col, len;
		const char *detail;
	} wrong[] = {
		{ "minutes: ten", 10, 3, "a whole number" },
		{ "minutes: -1", 10, 2, "a whole number" },
		{ "minutes: 1.5", 10, 3, "not `1.5`" },
		{ "minutes: 1000001", 10, 7, "1000000" },
		{ "minutes: \"3\"", 10, 3, "a whole number" },
		{ "minutes: [3]", 10, 0, "not a list" },
		{ "draft: on", 8, 2, "`yes` or `no`" },
		{ "draft: 1", 8, 1, "`yes` or `no`" },
		{ "draft: maybe", 8, 5, "not `maybe`" },
		{ "roles: a", 8, 1, "a list of texts" },
		{ "roles: [[a]]", 8, 0, "a list of texts" },
		{ "roles: {a: b}", 8, 0, "not a map" },
		{ "local-name: [a]", 13, 0, "map from language" },
		{ "local-name: {nb: [a]}", 13, 0, "map from language" },
		{ "local-name: {}", 13, 0, "map from language" },
		{ "title: [a]", 8, 0, "`title` wants a text, not a list" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
		bool is_title = str_starts(str_of(wrong[i].line), "title");

		assert_false(read(arena_fmt(&arena, "%s%s\n", is_title ? "" : "title: a\n", wrong[i].line).p));
		detail_has(
		    told(&diags, DIAG_SETTING_VALUE, is_title ? 1 : 2, wrong[i].col, wrong[i].len), wrong[i].detail);
		if (!is_title)
			assert_int_equal(thing.minutes, 7);
	}
}

static void
test_missing(void **state)
{
	static const char *const texts[] = { "minutes: 3\n", "", "title:\n", "title: \"\"\n", "title: ' '\n",
		"# nothing\n" };

	(void)state;
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
		assert_false(read(texts[i]));
		note_has(told(&diags, DIAG_SETTING_MISSING, 1, 1, 0), "write `title: …`: the title");
	}
}

/* A misspelt required setting is one mistake, not two. */
static void
test_misspelt_is_not_missing(void **state)
{
	(void)state;
	assert_false(read("titel: a\n"));
	note_has(told(&diags, DIAG_SETTING_UNKNOWN, 1, 1, 5), "`title`");
}

static void
test_no_map(void **state)
{
	(void)state;
	assert_false(read("title:Streets\n"));
	note_has(told(&diags, DIAG_SETTING_VALUE, 1, 1, 13), "blank");
	assert_false(read("- a\n"));
	detail_has(told(&diags, DIAG_SETTING_VALUE, 1, 1, 0), "not a list");
	assert_false(read("a: \"")); /* no value at all: YAML has told already */
	assert_int_equal(diags.all.n, 1);
}

int
main(void)
{
#define T(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
	const struct CMUnitTest tests[] = {
		T(test_all_kinds),
		T(test_scalars_as_text),
		T(test_flags),
		T(test_unset_keeps),
		T(test_unknown),
		T(test_wrong_kinds),
		T(test_missing),
		T(test_misspelt_is_not_missing),
		T(test_no_map),
	};

	return cmocka_run_group_tests(tests, 0, 0);
}
