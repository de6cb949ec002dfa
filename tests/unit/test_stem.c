/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "assemble/stem.h"

#include "asked.h"

#define OPTIONS "\n\n- [x] not one {#a}\n- [ ] two {#b}\n\n:::hint\nNot this\n:::\n\n:::\n"

/* What the question ${markdown} asks, in line ${line}. */
static void
asks(const char *markdown, uint32_t line, const char *want)
{
	struct question *q = asked(markdown);
	struct span at = { 0 };

	assert_non_null(q);
	is_text(stem_asks(&asked_arena, q, &at), want);
	assert_int_equal(at.line, line);
}

static void
test_paragraph(void **state)
{
	(void)state;
	asks(":::question{#q type=single}\nWhich?" OPTIONS, 2, " which ");
	asks(":::question[Title]{#q type=single}\nFirst.\n\nThey did\nnot. Why [not](#a)?" OPTIONS, 4, " why not ");
	asks(":::question{#q type=single}\nNot at 10.30! \"Why?\" he said: who?" OPTIONS, 2, " why he said who ");
	asks(":::question{#q type=single}\nWho…" OPTIONS, 2, " who ");
}

static void
test_label(void **state)
{
	(void)state;
	asks(":::question[They left. Which?]{#q type=single}" OPTIONS, 1, " which ");
	asks(":::question[Which *not*?]{#q type=single}\n* a list" OPTIONS, 1, " which ");
}

static void
test_emphasis(void **state)
{
	(void)state;
	asks(":::question{#q type=single}\nWhich is **not** or *never* or NOT `so`?" OPTIONS, 2, " which is or or so ");
	asks(":::question{#q type=single}\n**Which is not?**" OPTIONS, 2, " ");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_paragraph, asked_begin, asked_end),
		cmocka_unit_test_setup_teardown(test_label, asked_begin, asked_end),
		cmocka_unit_test_setup_teardown(test_emphasis, asked_begin, asked_end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
