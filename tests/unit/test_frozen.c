/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "translate/frozen.h"

#include "inlined.h"

static const char *const messages[] = {
	"a",
	"a _b **c**_ ~~d~~",
	"[a _b_](c.md \"t\"){#i .k l=m} ![n](o.svg)",
	"`a` <br> [^n] [[g|h]]{.k} [s]{lang=nb} :contact[w]{role=x}",
	"a\\\nb c",
};

static struct node *
read_message(struct arena *a, const char *text)
{
	struct str note = STR("n");
	struct diags d = DIAGS_INIT;
	struct node *n = inlined_read(a, str_of(text), &note, 1, &d);

	assert_non_null(n);
	told_nothing(&d);
	diags_free(&d);
	return n;
}

static void
test_back(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof messages / sizeof *messages; i++) {
		struct arena a = ARENA_INIT;
		struct node *n = read_message(&a, messages[i]), *back;
		struct buf b = BUF_INIT;

		frozen_write(&b, n);
		back = frozen_read(&a, arena_str(&a, buf_view(&b)), 9);
		assert_non_null(back);
		assert_int_equal(back->at.line, 9);
		is_text(inlined(&a, back), inlined(&a, n).p);
		is_text(inlined_text(&a, back), messages[i]);
		buf_free(&b);
		arena_free(&a);
	}
}

/* Read from a copy of just these bytes, so that a look behind them is noticed. */
static struct node *
thaw(struct arena *a, struct str bytes)
{
	char *alone = malloc(bytes.n + 1);
	struct node *n;

	memcpy(alone, bytes.p, bytes.n);
	n = frozen_read(a, (struct str){ alone, bytes.n }, 1);
	if (n)
		inlined(a, n);
	free(alone);
	return n;
}

static void
test_cut(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof messages / sizeof *messages; i++) {
		struct arena a = ARENA_INIT;
		struct buf b = BUF_INIT;

		frozen_write(&b, read_message(&a, messages[i]));
		for (size_t n = 0; n < b.n; n++)
			assert_null(thaw(&a, (struct str){ b.p, n }));
		buf_chr(&b, '\0');
		assert_null(thaw(&a, buf_view(&b)));
		buf_free(&b);
		arena_free(&a);
	}
}

/* Damaged bytes are another tree or none, and never more memory than they are worth. */
static void
test_damaged(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof messages / sizeof *messages; i++) {
		struct arena a = ARENA_INIT;
		struct buf b = BUF_INIT;

		frozen_write(&b, read_message(&a, messages[i]));
		for (size_t at = 0; at < 8 * b.n; at++) {
			struct arena trial = ARENA_INIT;

			b.p[at / 8] = (char)(b.p[at / 8] ^ (1 << at % 8));
			thaw(&trial, buf_view(&b));
			assert_true(trial.used < 1 << 16);
			b.p[at / 8] = (char)(b.p[at / 8] ^ (1 << at % 8));
			arena_free(&trial);
		}
		buf_free(&b);
		arena_free(&a);
	}
}

static void
test_deep(void **state)
{
	struct arena a = ARENA_INIT;
	struct buf b = BUF_INIT;

	(void)state;
	for (int i = 0; i < 100000; i++) { /* emphasis in emphasis, no attributes, one child */
		buf_chr(&b, i == 0 ? NODE_PARAGRAPH : NODE_EMPH);
		buf_chr(&b, 0);
		buf_chr(&b, 1);
	}
	assert_null(frozen_read(&a, buf_view(&b), 1));
	buf_free(&b);
	arena_free(&a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_back),
		cmocka_unit_test(test_cut),
		cmocka_unit_test(test_damaged),
		cmocka_unit_test(test_deep),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
