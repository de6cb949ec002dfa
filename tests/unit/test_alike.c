/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "assemble/alike.h"

#include "asked.h"

static void
test_text(void **state)
{
	static const struct {
		const char *text, *alike;
	} rows[] = {
		{ "", "" },
		{ " \t\n", "" },
		{ "Red  and\nblue ", "red and blue" },
		{ "STRASSE", "strasse" },
		{ "Straße", "strasse" },
		{ "e\u0301", "\u00e9" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		is_text(alike_text(&asked_arena, str_of(rows[i].text)), rows[i].alike);
}

/* The words of the first item of ${markdown}. */
static struct str
words(const char *markdown, bool lists)
{
	struct source src = asked_source(markdown);
	struct node *root = asked_tree(&src);

	return alike_words(&asked_arena, root->first->first, lists);
}

static void
test_words(void **state)
{
	(void)state;
	is_text(words("- *Red*\n  > quoted\n", true), "red");
	is_text(words("- ![A house](a.png)\n", true), "a house");
	is_text(words("- Red\n  - blue\n", true), "red blue");
	is_text(words("- Red\n  - blue\n", false), "red");
	is_text(words("-\n", true), "");
}

int
main(void)
{
#define TEST(f) cmocka_unit_test_setup_teardown(f, asked_begin, asked_end)
	const struct CMUnitTest tests[] = {
		TEST(test_text),
		TEST(test_words),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
