/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "i18n/worddiff.h"

#include "sited.h"

static struct arena a;

static const struct worddiff_words english = { STR_INIT("not|never"), STR_INIT("must|can") };

static const struct {
	const char *before, *after, *want;
} cases[] = {
	{ "", "", "" },
	{ "same", "same", "same" },
	{ "", "new", "{+new+}" },
	{ "old", "", "[-old-]" },
	{ "\xff old", "\xff new", "\xff [-old-] {+new+}" },
	/* A small change of great meaning, and a great one of little. */
	{ "You must not pay.", "You must pay.", "You must ![-not-] pay." },
	{ "You must pay.", "You must not pay.", "You must !{+not+} pay." },
	{ "Call 112 now", "Call 113 now", "Call ![-112-] !{+113+} now" },
	{ "You can go", "You must go", "You ![-can-] !{+must+} go" },
	{ "a small house", "a little house", "a [-small-] {+little+} house" },
	{ "This is it.", "this is it", "[-This-] {+this+} is it[-.-]" },
	/* Two words that were changed, with a blank between, are one piece; with a word between, two. */
	{ "red fish swim", "blue birds swim", "[-red fish-] {+blue birds+} swim" },
	{ "red fish swim", "blue fish fly", "[-red-] {+blue+} fish [-swim-] {+fly+}" },
	{ "the end", "the very end", "the {+very+} end" },
	{ "**a** b", "_a_ b", "[-**-] {+_+}a[-**-] {+_+} b" },
};

static void
test_text(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct worddiff w = worddiff_of(&a, str_of(cases[i].before), str_of(cases[i].after), &english);
		struct buf b = BUF_INIT;

		worddiff_text(&b, &w);
		buf_chr(&b, '\0');
		assert_string_equal(b.p, cases[i].want);
		buf_free(&b);
	}
}

/* What is not the new text is the old one, and the other way round, whatever the texts. */
static void
is_whole(struct str before, struct str after)
{
	struct worddiff w = worddiff_of(&a, before, after, &english);
	struct buf old = BUF_INIT, new = BUF_INIT;

	for (size_t i = 0; i < w.n; i++) {
		if (w.v[i].kind != WORDDIFF_IN)
			buf_str(&old, w.v[i].text);
		if (w.v[i].kind != WORDDIFF_OUT)
			buf_str(&new, w.v[i].text);
		if (w.v[i].kind == WORDDIFF_SAME)
			assert_int_equal(w.v[i].marks, 0);
	}
	assert_true(str_eq(buf_view(&old), before));
	assert_true(str_eq(buf_view(&new), after));
	buf_free(&old);
	buf_free(&new);
}

static void
test_whole(void **state)
{
	static const char *const words[] = { "a", "b", " ", ".", "not", "1", "\xc3", "ø" };
	uint32_t seed = 1;

	(void)state;
	for (int round = 0; round < 2000; round++) {
		struct buf b[2] = { BUF_INIT, BUF_INIT };

		for (int side = 0; side < 2; side++)
			for (int n = round % 23; n > 0; n--)
				buf_cstr(&b[side], words[(seed = seed * 1103515245 + 12345) >> 16 & 7]);
		is_whole(arena_str(&a, buf_view(&b[0])), arena_str(&a, buf_view(&b[1])));
		buf_free(&b[0]);
		buf_free(&b[1]);
	}
}

/* Two long texts that have nothing in common take no longer for it. */
static void
test_long(void **state)
{
	struct buf b[2] = { BUF_INIT, BUF_INIT };
	struct worddiff w;

	(void)state;
	for (int i = 0; i < 100000; i++) {
		BUF_LIT(&b[0], "a,");
		BUF_LIT(&b[1], "b;");
	}
	w = worddiff_of(&a, buf_view(&b[0]), buf_view(&b[1]), &english);
	assert_int_equal(w.n, 2);
	buf_free(&b[0]);
	buf_free(&b[1]);
}

static void
test_locale(void **state)
{
	struct sited s;
	struct worddiff_words w;

	(void)state;
	sited_open(&s);
	sited_plan(&s);
	w = worddiff_words_of(&s.site, STR("en"));
	assert_true(holds(w.negations, "never"));
	w = worddiff_words_of(&s.site, STR("xx"));
	assert_true(w.negations.n == 0 && w.modals.n == 0);
	sited_close(&s);
}

static int
end(void **state)
{
	(void)state;
	arena_free(&a);
	return 0;
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_text),
		cmocka_unit_test(test_whole),
		cmocka_unit_test(test_long),
		cmocka_unit_test(test_locale),
	};

	return cmocka_run_group_tests(tests, NULL, end);
}
