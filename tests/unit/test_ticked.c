/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "package/ticked.h"

#include "exchanged.h"

#define OPTIONS(n) "- [x] a {#a}\n- [x] b {#b}\n" n
#define WRONG3 "- [ ] c {#c}\n- [ ] d {#d}\n- [ ] e {#e}\n"

static void
fractions(const char *markdown, int64_t right_den, int64_t wrong_num, int64_t wrong_den)
{
	struct exchange x;
	struct item *it = exchanged_item(markdown, &x);

	assert_non_null(it);
	assert_int_equal(it->answers.v[0].fraction.num, 1);
	assert_int_equal(it->answers.v[0].fraction.den, right_den);
	assert_int_equal(it->answers.v[it->answers.n - 1].fraction.num, wrong_num);
	assert_int_equal(it->answers.v[it->answers.n - 1].fraction.den, wrong_den);
}

static void
test_rules(void **state)
{
	(void)state;
	fractions(":::question{#q type=multiple}\nA\n\n" OPTIONS(WRONG3) "\n:::\n", 2, -1, 3);
	fractions(":::question{#q type=multiple scoring=cancel}\nA\n\n" OPTIONS(WRONG3) "\n:::\n", 2, -1, 2);
	fractions(":::question{#q type=multiple scoring=strict}\nA\n\n" OPTIONS(WRONG3) "\n:::\n", 2, -1, 1);
	exchanged_told(0, "");
	fractions(":::question{#q type=multiple scoring=exact}\nA\n\n" OPTIONS(WRONG3) "\n:::\n", 2, -1, 1);
	exchanged_told(1, "as `strict`");
	fractions(":::question{#q type=multiple scoring=decisions}\nA\n\n" OPTIONS(WRONG3) "\n:::\n", 2, -1, 3);
	exchanged_told(1, "as `partial`");
	fractions(":::question{#q type=multiple scoring=positive max=2}\nA\n\n" OPTIONS(WRONG3) "\n:::\n", 2, 0, 1);
	exchanged_told(1, "at most");
	fractions(":::question{#q type=single}\nA\n\n- [x] a {#a}\n- [ ] b {#b score=-1/3}\n\n:::\n", 1, -1, 3);
	exchanged_told(0, "");
}

static void
test_rest(void **state)
{
	struct exchange x;

	(void)state;
	exchanged_item(
	    ":::question{#q type=single}\nA\n\n- [x] a {#a}\n- [ ] b {#b}\n  > [ ] n\n  > [?] h\n\n:::\n", &x);
	exchanged_told(2, "a hint");
	exchanged_item(":::question{#q type=single}\nA\n\n- [x] a {#a}\n- [ ] b {#b score=1/11}\n\n:::\n", &x);
	exchanged_told(1, "the credit 1/11: the nearest there is 10 %");
	exchanged_item(":::question{#q type=truefalse}\nA\n\n- [x] yes\n- [ ] no\n\n:::\n", &x);
	exchanged_told(2, "called true or false");
}

int
main(void)
{
	const struct CMUnitTest tests[] = { EXCHANGED_TEST(test_rules), EXCHANGED_TEST(test_rest) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
