/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "package/offer.h"

#include "exchanged.h"

static struct exchange x;

static void
test_nothing(void **state)
{
	(void)state;
	assert_null(exchanged_item(":::question{#q type=survey}\nA\n\n- [ ] a {#a}\n- [ ] b {#b}\n\n:::\n", &x));
	exchanged_told(1, "survey");
	assert_null(
	    exchanged_item(":::question{#q type=multiple none=yes}\nA\n\n- [ ] a {#a}\n- [ ] b {#b}\n\n:::\n", &x));
	exchanged_told(1, "none=yes");
	assert_null(exchanged_item(":::question{#q type=text}\nA\n\n- a+ {match=regex}\n\n:::\n", &x));
	exchanged_told(2, "none of its answers");
	assert_null(exchanged_item(
	    ":::question{#q type=hotspot scoring=markers}\n![a](a.png)\n\n- [x] a {#a area=\"circle 1,1 1\"}\n\n:::\n",
	    &x));
	exchanged_told(1, "places in a picture");
}

static void
test_settings(void **state)
{
	struct item *it =
	    exchanged_item(":::question[L]{#q type=reflect tries=3 tags=\"a  b\" objective=o}\nA\n:::\n", &x);

	(void)state;
	exchanged_told(2, "objective=");
	assert_true(str_is(it->name, "L") && str_is(it->text.s, "A") && it->ntags == 2);
	it = exchanged_item(":::question[L *m*]{#q type=reflect}\n:::\n", &x);
	assert_true(it->name.n == 0 && str_is(it->text.s, "L <em>m</em>"));
}

int
main(void)
{
	const struct CMUnitTest tests[] = { EXCHANGED_TEST(test_nothing), EXCHANGED_TEST(test_settings) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
