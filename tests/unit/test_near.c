/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "testing.h"

#include <string.h>

#include "base/near.h"

/* The nearest of the names in ${names}, which blanks separate. */
static struct str
nearest(const char *word, const char *names)
{
	struct str rest = str_of(names);
	struct near n;

	near_begin(&n, str_of(word));
	while (rest.n)
		near_try(&n, str_cut(&rest, ' '));
	return near_best(&n);
}

static void
test_kinds_of_slip(void **state)
{
	(void)state;
	assert_true(str_is(nearest("titel", "slug title lang"), "title")); /* swapped */
	assert_true(str_is(nearest("tittle", "slug title"), "title"));     /* one too many */
	assert_true(str_is(nearest("tile", "slug title"), "title"));       /* one missing */
	assert_true(str_is(nearest("tidle", "slug title"), "title"));      /* another */
	assert_true(str_is(nearest("TITLE", "slug title"), "title"));      /* case */
	assert_true(str_is(nearest("scenaroi", "scene scenario"), "scenario"));
	assert_true(str_is(nearest("objectvies", "objectives"), "objectives"));
}

static void
test_not_near(void **state)
{
	(void)state;
	assert_int_equal(nearest("colour", "title slug").n, 0);
	assert_int_equal(nearest("abcde", "abxye").n, 0);           /* two of five */
	assert_true(str_is(nearest("abcdef", "abxyef"), "abxyef")); /* two of six */
	assert_int_equal(nearest("abcdef", "axyzef").n, 0);
	assert_int_equal(nearest("a", "b").n, 0); /* nothing is left of it */
	assert_true(str_is(nearest("ab", "ac"), "ac"));
	assert_int_equal(nearest("", "a b").n, 0);
	assert_int_equal(nearest("x", "").n, 0);
	assert_non_null(nearest("", "").p);
}

static void
test_first_of_equals_and_best(void **state)
{
	(void)state;
	assert_true(str_is(nearest("bat", "cat rat"), "cat"));
	assert_true(str_is(nearest("scenarios", "scenery scenario"), "scenario"));
	assert_true(str_is(nearest("modules", "modale module modules"), "modules"));
}

static void
test_lengths(void **state)
{
	char a[66], b[66];

	(void)state;
	memset(a, 'x', sizeof a);
	memset(b, 'x', sizeof b);
	a[64] = b[64] = '\0';
	b[10] = 'y';
	assert_true(str_is(nearest(a, b), b));
	a[64] = 'x';
	a[65] = '\0';
	assert_int_equal(nearest(a, b).n, 0);
	assert_int_equal(nearest(b, a).n, 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_kinds_of_slip),
		cmocka_unit_test(test_not_near),
		cmocka_unit_test(test_first_of_equals_and_best),
		cmocka_unit_test(test_lengths),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
