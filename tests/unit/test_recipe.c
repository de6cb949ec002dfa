/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "testing.h"

#include <string.h>

#include "render/recipe.h"

static struct arena arena;

static struct recipe *
reads(const char *bytes)
{
	return recipe_read(&arena, str_of(bytes));
}

/* What is no recipe, and each that ends too early. */
static void
test_bad(void **state)
{
	/* two local names; `w` hi; `? i` p t 7 else nothing; `* 1 2 .it pages` v main; u x { a = l2 } */
	static const char whole[] = "\x02w\x02hi?ipti;;*\x01\x02.i\x05pagesv\x04main;;u\x01xb\x01\x01"
				    "al\x02;";

	(void)state;
	assert_non_null(reads(whole));
	for (size_t n = 0; n + 1 < sizeof whole; n++)
		assert_null(recipe_read(&arena, (struct str){ whole, n }));
	assert_null(reads("\x01pt;"));          /* no expression */
	assert_null(reads("\x01:\x02n;"));      /* a name beyond those that there are */
	assert_null(reads("\x01ptl\x02;"));     /* the same */
	assert_null(reads("\x01*\x02\x01n;;")); /* the same */
	assert_null(reads("\x01;;"));           /* something behind the end */
	assert_null(reads("\x01q;"));           /* no statement */
	assert_null(reads(""));
}

static void
test_statements(void **state)
{
	const struct recipe *r = reads("\x05"
				       "e\x04"
				       "basev\x01"
				       "awx;d\x01"
				       "b:\x05=c\x07s\x01z;;");

	(void)state;
	assert_null(r); /* `x` is the length of a text that is not there */
	r = reads("\x05"
		  "e\x04"
		  "basev\x01"
		  "aw\x01x;d\x01"
		  "b:\x05=c\x07s\x01z;;");
	assert_non_null(r);
	assert_int_equal(r->nslots, 5);
	assert_true(str_is(r->extends->text, "base"));
	assert_ptr_equal(r->steps, r->extends);
	assert_int_equal(r->steps->next->what, RECIPE_BLOCK);
	assert_true(str_is(r->steps->next->body->text, "x"));
	r = &(struct recipe){ .steps = r->steps->next->next };
	assert_int_equal(r->steps->what, RECIPE_GIVEN);
	assert_int_equal(r->steps->body->slot, 5);
	assert_int_equal(r->steps->body->expr->op, RECIPE_EQUAL);
	assert_int_equal(r->steps->body->expr->a->number, 7);
	assert_true(str_is(r->steps->body->expr->b->text, "z"));
	assert_null(r->steps->next);
}

static int
close_arena(void **state)
{
	(void)state;
	arena_free(&arena);
	return 0;
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_bad),
		cmocka_unit_test(test_statements),
	};

	return cmocka_run_group_tests(tests, NULL, close_arena);
}
