/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "testing.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/slug.h"
#include "base/unicode.h"
#include "search/folding.h"

static void
assert_folds(struct str word, struct str folded)
{
	struct buf b = BUF_INIT;

	BUF_LIT(&b, "=");
	folding_word(&b, word);
	if (!str_eq(str_sub(buf_view(&b), 1, b.n), folded))
		fail_msg("`%.*s` became `%.*s`, not `%.*s`", STR_ARG(word), STR_ARG(str_sub(buf_view(&b), 1, b.n)),
		    STR_ARG(folded));
	buf_free(&b);
}

static void
test_bad(void **state)
{
	(void)state;
	assert_folds(STR_EMPTY, STR_EMPTY);
	assert_folds(STR("\xff\xfe"), STR("\ufffd\ufffd"));
	assert_folds(STR("a\xc3"), STR("a\ufffd"));
	assert_folds(STR("\xcc\x81"), STR_EMPTY);
	assert_folds(STR("a\0b"), STR("ab"));
}

/* The list that fold.js is held to as well. */
static void
test_list(void **state)
{
	const char *root = getenv("ROOT");
	struct arena a = ARENA_INIT;
	FILE *f = fopen(arena_fmt(&a, "%s/tests/search/folds.txt", root ? root : ".").p, "r");
	char line[200];
	int n = 0;

	(void)state;
	assert_non_null(f);
	while (fgets(line, sizeof line, f)) {
		struct str rest = str_of(line), word;

		rest.n -= rest.n > 0 && rest.p[rest.n - 1] == '\n';
		if (rest.n == 0 || *rest.p == '#')
			continue;
		word = str_cut(&rest, '\t');
		assert_folds(word, rest);
		assert_folds(rest, rest);
		n++;
	}
	assert_true(n > 50);
	fclose(f);
	arena_free(&a);
}

/* The short way for Latin letters says the same as the long one, which a letter of another script makes it take. */
static void
test_ways(void **state)
{
	(void)state;
	for (uint32_t c = 0xc0; c < 0x180; c++) {
		struct buf word = BUF_INIT, folded = BUF_INIT;

		unicode_put(&word, c);
		folding_word(&folded, buf_view(&word));
		unicode_put(&word, 0x436);
		unicode_put(&folded, 0x436);
		assert_folds(buf_view(&word), buf_view(&folded));
		buf_free(&word);
		buf_free(&folded);
	}
}

static void
test_also(void **state)
{
	static const struct {
		const char *lang, *word, *also;
	} cases[] = {
		{ "de", "mädchen", "maedchen" },
		{ "de-AT", "Übung", "uebung" },
		{ "de", "straße", "" },
		{ "de", "", "" },
		{ "nb", "mädchen", "" },
		{ "nb", "på", "" },
		{ "ru", "торговля", "torgovlya" },
		{ "ru", "ёлка", "yelka" },
		{ "uk", "торгівля", "torhivlya" },
		{ "nb", "торговля", "torgovla" },
		{ "ru", "abc", "" },
		{ "xx", "Ж", "z" },
		{ "", "Ж", "z" },
		{ "ar", "قانون", "" },
		{ "ar", "الضحية", "ضحیه" },
		{ "ar", "الأم", "" },
		{ "fa-AF", "القاب", "" },
	};
	struct arena a = ARENA_INIT;

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct str also = folding_also(&a, str_of(cases[i].word), str_of(cases[i].lang));

		if (!str_is(also, cases[i].also))
			fail_msg("%s %s: `%.*s`", cases[i].lang, cases[i].word, STR_ARG(also));
	}
	arena_free(&a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_bad),
		cmocka_unit_test(test_list),
		cmocka_unit_test(test_ways),
		cmocka_unit_test(test_also),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
