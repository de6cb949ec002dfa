/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/value.h"

#include "told.h"

static struct value_entry entries[] = {
	{ STR_INIT("nb"), { 0 }, { .kind = VALUE_TEXT, .text = STR_INIT("Hei") } },
	{ STR_INIT("en"), { 0 }, { .kind = VALUE_NULL, .text = STR_INIT("~") } },
	{ STR_INIT("lv"), { 0 }, { .kind = VALUE_LIST, .text = STR_INIT("") } },
	{ STR_INIT("is"), { 0 }, { .kind = VALUE_INT, .text = STR_INIT("012") } },
};
static const struct value map = { .kind = VALUE_MAP, .text = STR_INIT(""), .as.entries = entries, .n = 4 };
static const struct value text = { .kind = VALUE_TEXT, .text = STR_INIT("one for all") };

static void
test_get(void **state)
{
	(void)state;
	assert_ptr_equal(value_get(&map, "nb"), &entries[0].value);
	assert_null(value_get(&map, "en")); /* null is absent */
	assert_null(value_get(&map, "n"));
	assert_null(value_get(&text, "nb"));
	assert_null(value_get(0, "nb"));
}

static void
test_text(void **state)
{
	(void)state;
	is_text(value_text(&text, STR("lv")), "one for all");
	is_text(value_text(&map, STR("nb")), "Hei");
	is_text(value_text(&map, STR("is")), "012");
	is_text(value_text(&map, STR("en")), "");
	is_text(value_text(&map, STR("lv")), "");
	is_text(value_text(&map, STR("ru")), "");
	is_text(value_text(&entries[2].value, STR("nb")), "");
	is_text(value_text(0, STR("nb")), "");
}

static void
test_kind_names(void **state)
{
	(void)state;
	for (enum value_kind k = VALUE_NULL; k <= VALUE_MAP; k++)
		assert_non_null(value_kind_name(k));
	assert_string_equal(value_kind_name(VALUE_LIST), "a list");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_get),
		cmocka_unit_test(test_text),
		cmocka_unit_test(test_kind_names),
	};

	return cmocka_run_group_tests(tests, 0, 0);
}
