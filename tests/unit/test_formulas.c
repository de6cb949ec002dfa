/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "localise/formulas.h"

#include "localise/pluralcheck.h"
#include "told.h"

/* What is proposed counts as CLDR does, in each language of the interface. */
static void
test_agree(void **state)
{
	static const char *const langs[] = { "nb", "nn", "en", "lv", "ru", "et", "lt", "pl", "sv", "fi", "da", "de",
		"is", "uk", "ar", "fa-AF" };

	(void)state;
	for (size_t i = 0; i < sizeof langs / sizeof *langs; i++) {
		struct pluralforms f;
		const char *why;

		assert_true(pluralforms_read(&f, str_of(formulas_of(str_of(langs[i]))), &why));
		assert_true(pluralcheck_of(&f, str_of(langs[i])).agrees);
	}
}

static void
test_unknown(void **state)
{
	(void)state;
	is_text(str_of(formulas_of(STR("tlh"))), "");
	is_text(str_of(formulas_of(STR_EMPTY)), "");
	is_text(str_of(formulas_of(STR("-"))), "");
}

int
main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_agree), cmocka_unit_test(test_unknown) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
