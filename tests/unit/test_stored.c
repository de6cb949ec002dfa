/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read/stored.h"

#include "base/stock.h"
#include "read/yaml.h"
#include "told.h"

static struct arena arena;
static struct diags diags;

static int
setup(void **state)
{
	(void)state;
	arena = (struct arena)ARENA_INIT;
	diags = (struct diags)DIAGS_INIT;
	return 0;
}

static int
teardown(void **state)
{
	(void)state;
	arena_free(&arena);
	diags_free(&diags);
	return 0;
}

static const struct value *
read(const char *name, struct str text)
{
	struct source src = { str_of(name), text };
	const struct value *v = yaml_read(&arena, &src, text, 1, &diags);

	assert_non_null(v);
	return v;
}

/* -- two values that must be the same -- */

static void
same_span(struct span a, struct span b)
{
	assert_int_equal(a.line, b.line);
	assert_int_equal(a.col, b.col);
	assert_int_equal(a.len, b.len);
}

static void
same_text(struct str a, struct str b)
{
	assert_int_equal(a.n, b.n);
	assert_memory_equal(a.p, b.p, a.n);
	assert_int_equal(b.p[b.n], 0);
}

static void
same(const struct value *a, const struct value *b)
{
	assert_int_equal(a->kind, b->kind);
	same_span(a->at, b->at);
	same_text(a->text, b->text);
	assert_int_equal(a->n, b->n);
	switch (a->kind) {
	case VALUE_LIST:
		for (size_t i = 0; i < a->n; i++)
			same(&a->as.items[i], &b->as.items[i]);
		return;
	case VALUE_MAP:
		for (size_t i = 0; i < a->n; i++) {
			same_text(a->as.entries[i].key, b->as.entries[i].key);
			same_span(a->as.entries[i].key_at, b->as.entries[i].key_at);
			same(&a->as.entries[i].value, &b->as.entries[i].value);
		}
		return;
	default: assert_memory_equal(&a->as, &b->as, sizeof a->as);
	}
}

/* -- tests -- */

static void
test_there_and_back(void **state)
{
	static const char *const texts[] = { "", "~", "a", "\"\"", "true", "false", "0", "-7", "9223372036854775807",
		"-9223372036854775808", "2.5", "-.inf", "[]", "{}", "[a, [b, {c: d}], 1.5, ~]",
		"a: 1\nb:\n  c: [x]\n  d:\n", "æ: \"a\\0b\"\nø: |\n  long\n  text\n" };

	(void)state;
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
		const struct value *v = read("a.yaml", str_of(texts[i]));
		struct buf b = BUF_INIT;

		BUF_LIT(&b, "!"); /* where it lies does not matter */
		stored_write(&b, v);
		same(v, stored_read(&arena, str_sub(buf_view(&b), 1, b.n)));
		buf_free(&b);
	}
}

/* What the program has of each language is what YAML would have said. */
static void
test_languages(void **state)
{
	size_t languages = 0;

	(void)state;
	for (size_t i = 0; i < stock_count; i++) {
		const struct stock_file *yaml = &stock_files[i], *frozen;

		if (!str_starts(yaml->path, "locales/"))
			continue;
		frozen = stock_builtin(arena_fmt(&arena, "frozen/%.*s", STR_ARG(yaml->path)));
		assert_non_null(frozen);
		same(read("locale", yaml->bytes), stored_read(&arena, frozen->bytes));
		languages++;
	}
	assert_true(languages >= 16);
	assert_int_equal(diags.all.n, 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_there_and_back, setup, teardown),
		cmocka_unit_test_setup_teardown(test_languages, setup, teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
