/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "localise/bidi.h"

#include "told.h"

static const struct language nb = { .tag = STR_INIT("nb"), .dir = STR_INIT("ltr") },
			     ar = { .tag = STR_INIT("ar"), .dir = STR_INIT("rtl") };

static void
test_apart(void **state)
{
	(void)state;
	assert_false(bidi_apart(&nb, STR("")));
	assert_false(bidi_apart(&nb, STR("Ålesund 2026, +47 22 33 – «ja»")));
	assert_false(bidi_apart(&nb, STR("Рига, ΑΒ, 日本")));
	assert_false(bidi_apart(&nb, STR("\xff\xfe")));
	assert_true(bidi_apart(&nb, STR("حقوقك")));
	assert_true(bidi_apart(&nb, STR("Kurs: حقوق")));
	assert_true(bidi_apart(&nb, STR("שלום")));
	assert_false(bidi_apart(&ar, STR("")));
	assert_false(bidi_apart(&ar, STR("حقوقك في العمل، ٢٠٢٦")));
	assert_false(bidi_apart(&ar, STR("2026")));
	assert_false(bidi_apart(&ar, STR(" – ")));
	assert_true(bidi_apart(&ar, STR("Oslo")));
	assert_true(bidi_apart(&ar, STR("في Oslo")));
	assert_true(bidi_apart(&ar, STR("+47 22 33")));
}

static void
test_text(void **state)
{
	struct arena a = ARENA_INIT;
	struct buf b = BUF_INIT;
	struct str same = STR("حقوقك");

	(void)state;
	is_text(bidi_text(&a, &ar, STR("Oslo (NO)")), "\xe2\x81\xa8Oslo (NO)\xe2\x81\xa9");
	assert_ptr_equal(bidi_text(&a, &ar, same).p, same.p);
	bidi_put(&b, &nb, STR("a "));
	bidi_put(&b, &nb, same);
	is_text(buf_view(&b), "a \xe2\x81\xa8حقوقك\xe2\x81\xa9");
	buf_free(&b);
	arena_free(&a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_apart),
		cmocka_unit_test(test_text),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
