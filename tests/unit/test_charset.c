/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/charset.h"

#include "testing.h"

static bool
has(struct charset *s, uint32_t c)
{
	for (size_t i = 0; i < charset_ranges(s); i++) {
		uint32_t from, to;

		charset_range(s, i, &from, &to);
		if (c >= from && c <= to)
			return true;
	}
	return false;
}

static void
test_bad_properties(void **state)
{
	static const char *const bad[][2] = { { "", "" }, { "lu", "" }, { "Greek", "" }, { "Lu ", "" },
		{ "uppercase", "" }, { "WSpace", "" }, { "alnum", "" }, { "Hyphen", "" }, { "nfdinert", "" },
		{ "RGI_Emoji", "" }, { "Script", "greek" }, { "Script", "Afak" }, { "Script", "Katakana_Or_Hiragana" },
		{ "script", "Greek" }, { "gc", "Greek" }, { "Upper", "yes" }, { "ccc", "230" },
		{ "Block", "Basic_Latin" },
		{ "a_name_longer_than_any_property_that_there_ever_was_or_that_there_will_be", "" } };
	struct charset *s = charset_new();

	(void)state;
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
		if (charset_property(s, str_of(bad[i][0]), str_of(bad[i][1])))
			fail_msg("%s=%s was taken", bad[i][0], bad[i][1]);
	assert_int_equal(charset_ranges(s), 0);
	charset_end(s);
	charset_end(NULL);
}

static void
property(const char *name, const char *value, uint32_t in, uint32_t out)
{
	struct charset *s = charset_new();

	if (!charset_property(s, str_of(name), str_of(value)))
		fail_msg("%s=%s was refused", name, value);
	assert_true(has(s, in));
	if (out)
		assert_false(has(s, out));
	charset_end(s);
}

static void
test_properties(void **state)
{
	(void)state;
	property("Lu", "", 'A', 'a');
	property("Uppercase_Letter", "", 'A', 'a');
	property("L", "", 0xe9, '1');
	property("LC", "", 0x1c5, 0xaa);
	property("punct", "", '!', '+');
	property("gc", "Nd", 0x663, 0xb2);
	property("General_Category", "Combining_Mark", 0x301, 'a');
	property("Script", "Greek", 0x3b1, 0x342);
	property("sc", "Latn", 'a', '1');
	property("Script_Extensions", "Greek", 0x342, 'a');
	property("scx", "Deva", 0x964, 'a');
	property("Any", "", 0x10ffff, 0);
	property("ASCII", "", 0x7f, 0x80);
	property("Assigned", "", 'a', 0x378);
	property("White_Space", "", 0x85, 0x200b);
	property("space", "", ' ', 'a');
	property("Emoji", "", 0x1f600, 'a');
	property("Term", "", '.', '-');
	property("Ideographic", "", 0x4e00, 'a');
}

static void
test_sets(void **state)
{
	struct charset *s = charset_new(), *more = charset_new();
	uint32_t from, to;

	(void)state;
	charset_add(s, 'A', 'C');
	charset_add(s, 'B', 'F');
	charset_add(more, 0x212a, 0x212a);
	charset_join(s, more);
	assert_int_equal(charset_ranges(s), 2);
	charset_range(s, 0, &from, &to);
	assert_int_equal(from, 'A');
	assert_int_equal(to, 'F');
	charset_fold(s);
	assert_true(has(s, 'f'));
	assert_true(has(s, 'k'));
	assert_false(has(s, 'K'));
	charset_invert(s);
	assert_false(has(s, 'k'));
	assert_true(has(s, 'K'));
	assert_false(has(s, 0xd800)); /* of surrogates there are none */
	charset_end(s);
	charset_end(more);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_bad_properties),
		cmocka_unit_test(test_properties),
		cmocka_unit_test(test_sets),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
