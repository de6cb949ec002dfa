/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/attrs.h"

#include "told.h"

static void
test_attrs(void **state)
{
	struct str classes[] = { STR("strong"), STR("fixed") };
	struct attr keys[] = { { STR("score"), STR("1/2"), { 0 } }, { STR("empty"), STR_EMPTY, { 0 } } };
	struct attrs a = { STR("passport"), { 0 }, false, classes, 2, keys, 2 };

	(void)state;
	is_text(attrs_id(&a), "passport");
	is_text(attrs_value(&a, "score"), "1/2");
	is_text(attrs_value(&a, "empty"), "");
	assert_ptr_equal(attrs_get(&a, "empty"), &keys[1]);
	assert_null(attrs_get(&a, "scor"));
	assert_null(attrs_get(&a, "scores"));
	assert_true(attrs_class(&a, "fixed"));
	assert_false(attrs_class(&a, "fix"));
}

/* Most nodes have none. */
static void
test_none(void **state)
{
	(void)state;
	is_text(attrs_id(0), "");
	is_text(attrs_value(0, "score"), "");
	assert_null(attrs_get(0, "score"));
	assert_false(attrs_class(0, "fixed"));
}

int
main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_attrs), cmocka_unit_test(test_none) };

	return cmocka_run_group_tests(tests, 0, 0);
}
