/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "assemble/placing.h"

#include "judged.h"

#define HEAD ":::question{#q type=match}\nWhich?\n\n| l | r |\n|---|---|\n"

static void
test_too_many(void **state)
{
	struct buf b = BUF_INIT;

	(void)state;
	BUF_LIT(&b, HEAD);
	for (int i = 0; i < 1001; i++)
		buf_fmt(&b, "| a%d {#a%d} | b%d |\n", i, i, i);
	BUF_LIT(&b, "\n:::\n");
	buf_chr(&b, '\0');
	detail_has(refused(b.p, DIAG_QUESTION_OPTION, 4), "1001 rows;");
	buf_free(&b);
}

static void
test_weights(void **state)
{
	struct buf b = BUF_INIT;
	static const char *const primes[] = { "1000003", "1000033", "1000037", "1000039" };

	(void)state;
	BUF_LIT(&b, HEAD);
	for (size_t i = 0; i < 4; i++)
		buf_fmt(&b, "| a%zu {#a%zu weight=1/%s} | b%zu |\n", i, i, primes[i], i);
	BUF_LIT(&b, "\n:::\n");
	buf_chr(&b, '\0');
	detail_has(refused(b.p, DIAG_QUESTION_OPTION, 1), "cannot be added up");
	buf_free(&b);
}

/* Ids that are written are never taken by others. */
static void
test_ids(void **state)
{
	struct question *q;

	(void)state;
	forget();
	q = asked(HEAD "| a | x |\n| b {#1} | y |\n| | z {#1-} |\n\n:::\n");
	only("a row without id", DIAG_ID_MISSING, 6);
	is_text(q->entries[0].id, "1-");
	is_text(q->entries[1].id, "1");
	is_text(q->targets[0].id, "1--");
	is_text(q->targets[1].id, "1");
	is_text(q->targets[2].id, "1-");
	forget();
	assert_null(asked(HEAD "| a {#a} | x |\n| b {#a} | y |\n\n:::\n"));
	told_nothing(&asked_diags); /* ids.c tells of it */
}

int
main(void)
{
#define TEST(f) cmocka_unit_test_setup_teardown(f, asked_begin, asked_end)
	const struct CMUnitTest tests[] = {
		TEST(test_too_many),
		TEST(test_weights),
		TEST(test_ids),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
