/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "localise/binding.h"

#include "base/buf.h"
#include "roomy.h"
#include "told.h"

/* `_` stands for a blank that binds. */
static const struct {
	const char *lang, *shown;
} rows[] = {
	/* nothing to do */
	{ "nb", "" },
	{ "nb", " " },
	{ "nb", "  " },
	{ "nb", "ord og ord" },
	{ "nb", " 5 " },
	{ "ru", "\xd9 \xdb \xff. \xc2" },
	{ "nb", "\xa9 5 \xe2\x80. \x80" },
	{ "nb", "25%" },
	{ "nb", "5 ord" },
	{ "nb", "fem % av" },
	{ "xx", "kl. 13" },
	{ "xx", "25_% av 3_km" },
	{ "", "§_5" },

	/* numbers, units, paragraphs */
	{ "nb", "25_% av 10_000_kr" },
	{ "nb", "2_500_000_kr." },
	{ "nb", "§_5 og §§_5 til 7" },
	{ "nb", "kl._13.00, nr._7, s._12" },
	{ "nb", "kr_500" },
	{ "nb", "(25_%)" },
	{ "nb", "«25_%»" },
	{ "nb", "25_%, og 3,5_km." },
	{ "nb", "ring 22 34 56 78 eller 800 40 006" },
	{ "lv", "ring 67 686 768" },
	{ "en", "at 5_p.m. on page 5, p._7" },
	{ "ru", "5_кг, 100_руб., в_2026_г." },
	{ "uk", "5_кг, 100_грн, ст._149" },
	{ "ar", "٢٥_٪ و ٥_كم" },
	{ "fa-AF", "۲۵_٪" },
	{ "de", "um 13_Uhr, Art._5 Abs._2" },

	/* days */
	{ "nb", "3._februar 2026" },
	{ "nn", "3._februar" },
	{ "da", "3._marts" },
	{ "sv", "3_februari" },
	{ "fi", "3._helmikuuta" },
	{ "et", "3._veebruaril" },
	{ "lv", "2026._gada 3._februārī" },
	{ "lt", "2026_m. vasario_3_d." },
	{ "pl", "3_lutego 2026_r." },
	{ "ru", "3_февраля" },
	{ "uk", "3_лютого" },
	{ "is", "3._febrúar" },
	{ "de", "3._Februar" },
	{ "en", "3_February and February_3" },
	{ "en", "in February 2026" },
	{ "nb", "i 2026 mars" },
	{ "fa-AF", "۱۴_دلو" },
	{ "ar", "٣_فبراير" },

	/* short forms */
	{ "lv", "maize, piens u._c. un š._g. rudenī" },
	{ "lv", "p._m._ē." },
	{ "de", "z._B. und i._d._R." },
	{ "de", "Z._B. und (d._h. so)" },
	{ "nb", "f._eks. det, bl._a. dette" },
	{ "nb", "f.eks. det" },
	{ "nb", "Det er of. eks." },
	{ "pl", "m._in. to" },
	{ "ru", "и_т._д." },

	/* words of one letter */
	{ "pl", "w_mieście i_na wsi, a_także o_nas" },
	{ "pl", "i_w_mieście" },
	{ "pl", "„W_mieście”" },
	{ "pl", "Iw mieście" },
	{ "ru", "в_городе и_в_селе" },
	{ "uk", "у_місті і_в_селі" },
	{ "nb", "å være i dag" },
	{ "en", "a day I know" },
	{ "lv", "ar to un i tad" },

	/* initials */
	{ "nb", "A._B. Olsen" },
	{ "nb", "Å._Ø. Olsen" },
	{ "ru", "А._П. Чехов" },
	{ "nb", "plan A. Bare" },
	{ "nb", "a. b. Olsen" },
};

/* Row ${i} of the table between ${before} letters and ${behind}, on lines of their own. */
static void
check_row(size_t i, size_t before, size_t behind)
{
	struct touches t = { 0 };
	struct buf text = BUF_INIT, want = BUF_INIT;
	struct str shown;
	size_t k = 0;

	for (size_t n = 0; n < before; n++)
		buf_chr(&text, n + 1 < before ? 'x' : '\n');
	buf_str(&want, buf_view(&text));
	for (const char *p = rows[i].shown; *p; p++) {
		buf_chr(&text, *p == '_' ? ' ' : *p);
		if (*p == '_')
			BUF_LIT(&want, "\xc2\xa0");
		else
			buf_chr(&want, *p);
	}
	for (size_t n = 0; n < behind; n++) {
		buf_chr(&text, n > 0 ? 'x' : '\n');
		buf_chr(&want, n > 0 ? 'x' : '\n');
	}
	binding_mark(buf_view(&text), binding_of(str_of(rows[i].lang)), &t);
	touch_sort(&t);
	shown = touch_part(&arena, buf_view(&text), 0, text.n, &t, &k);
	shown = t.n > 0 ? shown : buf_view(&text);
	if (!str_eq(shown, buf_view(&want)))
		fail_msg("%s: is %.*s, want %.*s", rows[i].lang, STR_ARG(shown), STR_ARG(buf_view(&want)));
	t.n = 0;
	binding_mark(buf_view(&want), binding_of(str_of(rows[i].lang)), &t);
	if (t.n > 0)
		fail_msg("%s: %s: again something at %zu", rows[i].lang, rows[i].shown, t.v[0].at);
	VEC_FREE(&t);
	buf_free(&text);
	buf_free(&want);
}

static void
test_rows(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		check_row(i, 0, 0);
}

/* Texts are looked at sixteen bytes at a time: what binds is found wherever it lies. */
static void
test_anywhere(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		for (size_t before = 0; before < 36; before++)
			check_row(i, before, before % 3 * 9);
}

static void
test_languages(void **state)
{
	(void)state;
	assert_ptr_equal(binding_of(STR("no")), binding_of(STR("nb-NO")));
	assert_ptr_equal(binding_of(STR("prs")), binding_of(STR("fa-AF")));
	assert_ptr_equal(binding_of(STR("n")), binding_of(STR("xx")));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_rows, setup, teardown),
		cmocka_unit_test_setup_teardown(test_anywhere, setup, teardown),
		cmocka_unit_test_setup_teardown(test_languages, setup, teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
