/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "testing.h"

#include "model/valuepack.h"
#include "read/yaml.h"

static const char yaml[] = "title: Ærlig arbeid\nminutes: 12\nhalf: 0.5\ndraft: true\nnone: ~\n"
			   "objectives:\n  see: {nb: Se, en: See}\n  act: [call, \"write\"]\n";

static const struct value *
read(struct arena *a, struct diags *d)
{
	struct source src = { STR("a.yaml"), STR(yaml) };

	return yaml_read(a, &src, src.bytes, 1, d);
}

static void
same(const struct value *a, const struct value *b)
{
	assert_int_equal(a->kind, b->kind);
	assert_true(str_eq(a->text, b->text));
	assert_memory_equal(&a->at, &b->at, sizeof a->at);
	switch (a->kind) {
	case VALUE_BOOL: assert_int_equal(a->as.flag, b->as.flag); break;
	case VALUE_INT: assert_true(a->as.integer == b->as.integer); break;
	case VALUE_FLOAT: assert_memory_equal(&a->as.real, &b->as.real, sizeof a->as.real); break;
	case VALUE_LIST:
	case VALUE_MAP:
		assert_int_equal(a->n, b->n);
		for (size_t i = 0; i < a->n; i++) {
			if (a->kind == VALUE_MAP) {
				assert_true(str_eq(a->as.entries[i].key, b->as.entries[i].key));
				assert_memory_equal(
				    &a->as.entries[i].key_at, &b->as.entries[i].key_at, sizeof(struct span));
			}
			same(a->kind == VALUE_MAP ? &a->as.entries[i].value : &a->as.items[i],
			    a->kind == VALUE_MAP ? &b->as.entries[i].value : &b->as.items[i]);
		}
		break;
	default: break;
	}
}

static void
there_and_back(void **state)
{
	struct arena a = ARENA_INIT;
	struct diags d = DIAGS_INIT;
	struct buf b = BUF_INIT;
	const struct value *v = read(&a, &d), *back;
	struct pack_reader r;

	(void)state;
	assert_non_null(v);
	assert_int_equal(v->n, 6);
	valuepack_write(&b, v);
	r = pack_reader(buf_view(&b));
	back = valuepack_read(&a, &r);
	assert_false(r.wrong);
	assert_ptr_equal(r.p, r.end);
	same(v, back);
	for (size_t n = 0; n < b.n; n++) { /* what is cut off is noticed */
		r = pack_reader(str_sub(buf_view(&b), 0, n));
		valuepack_read(&a, &r);
		assert_true(r.wrong);
	}
	buf_free(&b);
	diags_free(&d);
	arena_free(&a);
}

/* Lists in lists without end are no settings. */
static void
not_too_deep(void **state)
{
	struct arena a = ARENA_INIT;
	struct buf b = BUF_INIT;
	struct pack_reader r;

	(void)state;
	for (int i = 0; i < 10000; i++) {
		pack_number(&b, VALUE_LIST);
		for (int k = 0; k < 4; k++)
			pack_number(&b, 0); /* place and text */
		pack_number(&b, 1);
	}
	r = pack_reader(buf_view(&b));
	valuepack_read(&a, &r);
	assert_true(r.wrong);
	buf_free(&b);
	arena_free(&a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(there_and_back),
		cmocka_unit_test(not_too_deep),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
