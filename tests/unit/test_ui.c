/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "localise/ui.h"

#include "localise/numeral.h"

#include "told.h"

static struct arena arena;
static struct diags diags;
static struct catalogue catalogue;
static struct language language;

static void
add(const char *key, bool plural, const char *one, const char *other)
{
	static const struct source src = { STR_INIT("locales/nb.yaml"), STR_INIT("nb:\n") };
	struct message *m = ARENA_NEW(&arena, struct message);

	for (int i = 0; i < PLURALS; i++)
		m->forms[i] = STR_EMPTY;
	m->key = str_of(key);
	m->plural = plural;
	m->forms[PLURAL_ONE] = str_of(one);
	m->forms[PLURAL_OTHER] = str_of(other);
	m->src = &src;
	m->at = (struct span){ 1, 1, 2 };
	map_put(&catalogue.messages, m->key, m);
}

static int
setup(void **state)
{
	(void)state;
	arena = (struct arena)ARENA_INIT;
	diags = (struct diags)DIAGS_INIT;
	catalogue = (struct catalogue){ .lang = STR("nb"), .messages = MAP_INIT };
	language = (struct language){ .tag = STR("nb"), .ui = &catalogue };
	add("home", false, "", "Forsiden");
	add("score", false, "", "Du fikk %{points} av %{max} poeng (%{points}).");
	add("odd", false, "", "100 % av %{x, %%{points} %{} %{unknown}%");
	add("minutes", true, "%{count} minutt", "%{count} minutter");
	return 0;
}

/* Small numbers are not asked of ICU: they are what it would say. */
static void
test_number(void **state)
{
	static const char *const tags[] = { "nb", "en", "lv", "pl", "es", "hi", "bn", "ar", "fa-AF", "my", "ne",
		"de-CH", "dz", "pt-PT" };
	static const int64_t numbers[] = { 0, 7, 10, 99, 100, 199, 200, 512, 999, 1000, 1234, -5 };

	(void)state;
	for (size_t t = 0; t < sizeof tags / sizeof *tags; t++) {
		struct language known = { .tag = str_of(tags[t]), .zero = numeral_zero(str_of(tags[t])) };
		struct language asked = { .tag = str_of(tags[t]) };

		assert_int_not_equal(known.zero, 0);
		for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
			assert_true(
			    str_eq(ui_number(&arena, &known, numbers[i]), ui_number(&arena, &asked, numbers[i])));
	}
}

static int
teardown(void **state)
{
	(void)state;
	map_free(&catalogue.messages);
	arena_free(&arena);
	diags_free(&diags);
	return 0;
}

static const struct ui_arg args[] = { { "points", STR_INIT("7") }, { "max", STR_INIT("%{points}") } };

static void
test_text(void **state)
{
	(void)state;
	is_text(ui_text(&language, "home"), "Forsiden");
	assert_non_null(ui_find(&language, STR("home")));
	assert_null(ui_find(&language, STR("hom")));
	language.ui = 0;
	assert_null(ui_find(&language, STR("home")));
}

/* An argument's own text is not searched for arguments. */
static void
test_format(void **state)
{
	(void)state;
	is_text(ui_format(&arena, &language, "score", args, 2), "Du fikk 7 av %{points} poeng (7).");
	is_text(ui_format(&arena, &language, "score", args, 1), "Du fikk 7 av %{max} poeng (7).");
	is_text(ui_format(&arena, &language, "score", 0, 0), "Du fikk %{points} av %{max} poeng (%{points}).");
}

static void
test_odd_placeholders(void **state)
{
	(void)state;
	is_text(ui_format(&arena, &language, "odd", args, 2), "100 % av %{x, %%{points} %{} %{unknown}%");
	add("end", false, "", "x %{points");
	is_text(ui_format(&arena, &language, "end", args, 2), "x %{points");
}

static void
test_count(void **state)
{
	(void)state;
	is_text(ui_count(&arena, &language, "minutes", 1), "1 minutt");
	is_text(ui_count(&arena, &language, "minutes", 0), "0 minutter");
	is_text(ui_count(&arena, &language, "minutes", 1234),
	    "1\xc2\xa0"
	    "234 minutter");
	add("hours", true, "", "%{count} timer"); /* a form that is missing: told by ui_check(), not fatal */
	is_text(ui_count(&arena, &language, "hours", 1), "1 timer");
}

static void
test_check(void **state)
{
	(void)state;
	assert_true(ui_check(&catalogue, &diags));
	told_nothing(&diags);
	add("hours", true, "", "%{count} timer");
	assert_false(ui_check(&catalogue, &diags));
	note_has(told(&diags, DIAG_LOCALE_PLURAL, 1, 1, 2), "it lacks: one");
	detail_has(&diags.all.v[0], "`hours`");
}

static void
test_check_foreign_forms(void **state)
{
	(void)state;
	catalogue.lang = STR("lv");
	assert_false(ui_check(&catalogue, &diags));
	note_has(told(&diags, DIAG_LOCALE_PLURAL, 1, 1, 2), "it lacks: zero");
	((struct message *)map_get(&catalogue.messages, STR("minutes")))->forms[PLURAL_FEW] = STR("x");
	catalogue.lang = STR("nb");
	diags_free(&diags);
	diags = (struct diags)DIAGS_INIT;
	assert_false(ui_check(&catalogue, &diags));
	note_has(told(&diags, DIAG_LOCALE_PLURAL, 1, 1, 2), "does not have: few");
}

int
main(void)
{
#define T(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
	const struct CMUnitTest tests[] = {
		T(test_text),
		T(test_format),
		T(test_odd_placeholders),
		T(test_number),
		T(test_count),
		T(test_check),
		T(test_check_foreign_forms),
	};

	return cmocka_run_group_tests(tests, 0, 0);
}
