/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "localise/pseudo.h"

#include "base/unicode.h"
#include "told.h"

static struct arena arena;

static int
teardown(void **state)
{
	(void)state;
	arena_free(&arena);
	return 0;
}

#define START "\xe2\x80\x8f\xe2\x80\xae"
#define END "\xe2\x80\xac\xe2\x80\x8f"

static void
test_which(void **state)
{
	(void)state;
	assert_int_equal(pseudo_of(STR("en-XA")), PSEUDO_ACCENTS);
	assert_int_equal(pseudo_of(STR("ar-XB")), PSEUDO_MIRRORED);
	assert_int_equal(pseudo_of(STR("en")), PSEUDO_NONE);
	assert_int_equal(pseudo_of(STR("")), PSEUDO_NONE);
}

static void
test_text(void **state)
{
	(void)state;
	is_text(pseudo_text(&arena, PSEUDO_ACCENTS, STR("")), "");
	is_text(pseudo_text(&arena, PSEUDO_MIRRORED, STR("")), "");
	is_text(pseudo_text(&arena, PSEUDO_NONE, STR("Home")), "Home");
	is_text(pseudo_text(&arena, PSEUDO_ACCENTS, STR("Home")), "[Ĥööɱéé]");
	is_text(pseudo_text(&arena, PSEUDO_ACCENTS, STR("%{a} of %{max}")), "[%{a} ööƒ %{max}]");
	is_text(pseudo_text(&arena, PSEUDO_ACCENTS, STR("100 % %")), "[100 % %]");
	is_text(pseudo_text(&arena, PSEUDO_ACCENTS, STR("%{open")), "[%{open]");
	is_text(pseudo_text(&arena, PSEUDO_MIRRORED, STR("%{a} of %{max}")), "%{a}" START " of " END "%{max}");
}

/* Longer by four tenths, and all of it changed. */
static void
test_length(void **state)
{
	struct str text = STR("Answers are kept on this device only, and can be deleted at any time"), long_text;

	(void)state;
	long_text = pseudo_text(&arena, PSEUDO_ACCENTS, text);
	assert_in_range(unicode_count(long_text) * 10, unicode_count(text) * 13, unicode_count(text) * 15);
	for (size_t i = 0; i < long_text.n; i++)
		assert_false(long_text.p[i] >= 'a' && long_text.p[i] <= 'z');
}

/* Shared messages stay what they are; the forms are those of the language. */
static void
test_catalogue(void **state)
{
	struct message m = { .key = STR("pages"), .plural = true }, home = { .key = STR("home") };
	struct catalogue c = { .lang = STR("ar-XB") };
	const struct message *made;

	(void)state;
	for (int i = 0; i < PLURALS; i++)
		m.forms[i] = home.forms[i] = STR_EMPTY;
	m.forms[PLURAL_ONE] = STR("a page");
	m.forms[PLURAL_OTHER] = STR("pages");
	home.forms[PLURAL_OTHER] = STR("Home");
	map_put(&c.messages, m.key, &m);
	map_put(&c.messages, home.key, &home);
	pseudo_catalogue(&arena, &c, PSEUDO_MIRRORED);
	made = map_get(&c.messages, STR("pages"));
	is_text(made->forms[PLURAL_ONE], START "a page" END);
	is_text(made->forms[PLURAL_FEW], START "pages" END);
	is_text(m.forms[PLURAL_ONE], "a page");
	made = map_get(&c.messages, STR("home"));
	is_text(made->forms[PLURAL_OTHER], START "Home" END);
	is_text(made->forms[PLURAL_FEW], "");
	c.lang = STR("en-XA");
	map_put(&c.messages, m.key, &m);
	pseudo_catalogue(&arena, &c, PSEUDO_ACCENTS);
	made = map_get(&c.messages, STR("pages"));
	is_text(made->forms[PLURAL_FEW], "");
	is_text(made->forms[PLURAL_OTHER], "[þååĝééš]");
	map_free(&c.messages);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_teardown(test_which, teardown),
		cmocka_unit_test_teardown(test_text, teardown),
		cmocka_unit_test_teardown(test_length, teardown),
		cmocka_unit_test_teardown(test_catalogue, teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
