/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/fields.h"

#include "model/meta.h"
#include "told.h"

static void
test_find(void **state)
{
	const struct field *f = fields_find(&meta_fields, STR("content-note"));

	(void)state;
	assert_non_null(f);
	assert_int_equal(f->offset, offsetof(struct meta, content_note));
	assert_null(fields_find(&meta_fields, STR("content_note")));
	assert_null(fields_find(&meta_fields, STR("content")));
	assert_null(fields_find(&meta_fields, STR("")));
}

/* Each row is whole: a name of its own, a line for the reference page. */
static void
test_rows(void **state)
{
	(void)state;
	for (size_t i = 0; i < meta_fields.n; i++) {
		const struct field *f = &meta_fields.v[i];

		assert_ptr_equal(fields_find(&meta_fields, str_of(f->name)), f);
		assert_true(f->doc && *f->doc);
		assert_true(f->flags & FIELD_SETTING);
		assert_true(f->offset < sizeof(struct meta));
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_find), cmocka_unit_test(test_rows) };

	return cmocka_run_group_tests(tests, 0, 0);
}
