/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "testing.h"

#include "search/latvian.h"

static void
assert_stem(const char *word, const char *stem)
{
	struct buf b = BUF_INIT;

	latvian_stem(&b, str_of(word));
	if (!str_is(buf_view(&b), stem))
		fail_msg("the stem of %s is %.*s, not %s", word, STR_ARG(buf_view(&b)), stem);
	buf_free(&b);
}

static void
test_short(void **state)
{
	(void)state;
	assert_stem("", "");
	assert_stem("s", "s");
	assert_stem("un", "un");
	assert_stem("acs", "acs");
	assert_stem("kas", "kas");
	assert_stem("\xff\xc4", "\xff\xc4");
	assert_stem("2024", "2024");
	assert_stem("brrrs", "brrrs"); /* a stem has a vowel */
}

/* All cases of a word have one stem. */
static void
test_cases(void **state)
{
	static const char *const words[][12] = {
		{ "darb", "darbs", "darba", "darbam", "darbu", "darbā", "darbi", "darbiem", "darbus", "darbos" },
		{ "līdzekl", "līdzeklis", "līdzekļa", "līdzeklim", "līdzekli", "līdzeklī", "līdzekļi", "līdzekļu",
		    "līdzekļiem", "līdzekļus", "līdzekļos" },
		{ "upur", "upuris", "upura", "upurim", "upuri", "upurī", "upuru", "upuriem", "upurus", "upuros" },
		{ "tirg", "tirgus", "tirgum", "tirgu", "tirgū", "tirgi", "tirgiem", "tirgos" },
		{ "sieviet", "sieviete", "sievietes", "sievietei", "sievieti", "sievietē", "sievietēm", "sievietēs" },
		{ "pašvaldīb", "pašvaldība", "pašvaldības", "pašvaldībai", "pašvaldību", "pašvaldībā", "pašvaldībām",
		    "pašvaldībās" },
		{ "valst", "valsts", "valstij", "valsti", "valstī", "valstis", "valstīm", "valstīs" },
		{ "gulb", "gulbis", "gulbja", "gulbim", "gulbji", "gulbjiem", "gulbjos" },
		{ "cietus", "cietušais", "cietušā", "cietušajam", "cietušo", "cietušajā", "cietušie", "cietušajiem",
		    "cietušos", "cietušajos" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		for (size_t k = 1; k < 12 && words[i][k]; k++)
			assert_stem(words[i][k], words[i][0]);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_short),
		cmocka_unit_test(test_cases),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
