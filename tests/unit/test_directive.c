/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/directive.h"

#include <string.h>

#include "testing.h"

static void
test_find(void **state)
{
	(void)state;
	for (size_t i = 0; i < directive_count; i++)
		assert_ptr_equal(directive_find(str_of(directives[i].name)), &directives[i]);
	assert_null(directive_find(STR("nota")));
	assert_null(directive_find(STR("not")));
	assert_null(directive_find(STR_EMPTY));
}

static void
test_near(void **state)
{
	(void)state;
	assert_true(str_is(directive_near(STR("nota")), "note"));
	assert_true(str_is(directive_near(STR("qestion")), "question"));
	assert_int_equal(directive_near(STR("xyzzyxyzzy")).n, 0);
}

static void
test_allows(void **state)
{
	const struct directive *q = directive_find(STR("question"));

	(void)state;
	assert_true(directive_allows(q, STR("type")));
	assert_true(directive_allows(q, STR("source"))); /* everywhere */
	assert_false(directive_allows(q, STR("typ")));
	assert_false(directive_allows(q, STR("type points")));
	assert_false(directive_allows(q, STR_EMPTY));
}

/* The table keeps its own rules: documentation, reader and checks go by it. */
static void
test_rows(void **state)
{
	(void)state;
	for (size_t i = 0; i < directive_count; i++) {
		const struct directive *d = &directives[i];
		struct str rest = str_of(d->inside);

		assert_true(d->summary && d->summary[0] && d->attributes);
		for (size_t k = 0; k < i; k++)
			assert_string_not_equal(d->name, directives[k].name);
		assert_int_equal((d->flags & DIRECTIVE_INSIDE) != 0, d->inside != NULL);
		while (rest.n > 0) {
			struct str name = str_cut(&rest, ' ');

			assert_true(directive_find(name) || str_is(name, "quiz")); /* `quiz` is a page */
		}
		for (const char *p = d->name; *p; p++)
			assert_true((*p >= 'a' && *p <= 'z') || *p == '-');
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_find),
		cmocka_unit_test(test_near),
		cmocka_unit_test(test_allows),
		cmocka_unit_test(test_rows),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
