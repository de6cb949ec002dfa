/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "i18n/wordmarks.h"

#include "base/buf.h"
#include "testing.h"

static struct arena a;

/* Tokens with `|` between, marked ones with letters in front: n(egation), 5 (number), t(elephone), m(odal). */
static void
gives(const char *text, const char *want)
{
	struct wordmarks m = wordmarks_of(&a, str_of(text), STR("not|apart from|isn't|не"), STR("must|should"));
	struct buf b = BUF_INIT;

	for (size_t i = 0; i < m.n; i++) {
		unsigned k = m.v[i].marks;

		buf_fmt(&b, "%s%s%s%s%s%.*s", i > 0 ? "|" : "", k & WORDMARKS_NEGATION ? "n:" : "",
		    k & WORDMARKS_NUMBER ? "5:" : "", k & WORDMARKS_PHONE ? "t:" : "", k & WORDMARKS_MODAL ? "m:" : "",
		    STR_ARG(m.v[i].text));
	}
	buf_chr(&b, '\0');
	assert_string_equal(b.p, want);
	buf_free(&b);
}

static void
test_words(void **state)
{
	(void)state;
	gives("", "");
	gives("a\xff", "a\xff");
	gives("**Not** so", "*|*|n:Not|*|*| |so");
	gives("It isn’t", "It| |n:isn’t");
	gives("nothing", "nothing");
	gives("Apart  from one", "n:Apart| | |n:from| |one");
	gives("apart, away from", "apart|,| |away| |from");
	gives("apart", "apart");
	gives("ты не must", "ты| |n:не| |m:must");
}

static void
test_numbers(void **state)
{
	(void)state;
	gives("112 or 3a", "5:112| |or| |5:3a");
	gives("0.5 %", "5:0|.|5:5| |%");
	gives("1 234 567", "5:1| |5:234| |5:567");
	gives("12345", "5:12345");
	gives("2015-2019", "5:2015|-|5:2019");
	gives("2026-02-03", "5:2026|-|5:02|-|5:03");
	gives("03-02-2026", "5:03|-|5:02|-|5:2026");
	gives("٣ days", "5:٣| |days");
}

static void
test_phones(void **state)
{
	(void)state;
	gives("22 34 56 78", "t:22| |t:34| |t:56| |t:78");
	gives("02800", "t:02800");
	gives("+371 6700", "+|t:371| |t:6700");
	gives("+371", "+|5:371");
	gives("tel:112)", "tel|:|t:112|)");
	gives("tel:+4712345678", "tel|:|+|t:4712345678");
	gives("(0) 800-12", "(|t:0|)| |t:800|-|t:12");
	gives("22 34 56 78 not 9", "t:22| |t:34| |t:56| |t:78| |n:not| |5:9");
	gives("۰۸۰۰۱", "t:۰۸۰۰۱");
	gives("1 2 3 4 5 6 7 8 9 0 1 2", "t:1| |t:2| |t:3| |t:4| |t:5| |t:6| |t:7| |t:8| |t:9| |t:0| |t:1| |t:2");
}

static void
test_addresses(void **state)
{
	(void)state;
	gives("[a](20-not.md#p2)", "[|a|]|(|20|-|not|.|md|#|p2|)");
	gives("[a](#p2 \"of 3\")", "[|a|]|(|#|p2| |\"|of| |5:3|\"|)");
	gives("[a](tel:112)", "[|a|]|(|tel|:|t:112|)");
	gives("[a](https://a.b/2.md)", "[|a|]|(|https|:|/|/|a|.|b|/|5:2|.|md|)");
	gives("[^a](2014)", "[|^|a|]|(|5:2014|)");
	gives("see (2.md)", "see| |(|5:2|.|md|)");
	gives("](", "]|(");
	gives("[a](2.md", "[|a|]|(|2|.|md");
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
		cmocka_unit_test(test_words),
		cmocka_unit_test(test_numbers),
		cmocka_unit_test(test_phones),
		cmocka_unit_test(test_addresses),
	};

	return cmocka_run_group_tests(tests, NULL, end);
}
