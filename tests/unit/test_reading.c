/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "check/reading.h"

#include "sited.h"

/* Counted by hand. */
static const struct {
	const char *what, *text;
	size_t words, long_words, sentences;
} texts[] = {
	{ "nothing", "", 0, 0, 0 },
	{ "one sentence", "We go home.", 3, 0, 1 },
	{ "no mark at the end", "We go home", 3, 0, 1 },
	{ "two", "We go home. Another sentence follows!", 6, 3, 2 },
	{ "a mark inside a word or number", "See 3.5 of example.org today.", 5, 1, 1 },
	{ "six letters are not long", "Abcdef abcdefg", 2, 1, 1 },
	{ "letters of any script", "Муниципалитет отвечает.", 2, 2, 1 },
	{ "items are sentences", "- One thing\n- Another thing\n", 4, 1, 2 },
	{ "what is no prose",
	    "Words.\n\n## A heading of words\n\n```\ncode here\n```\n\n| a | b |\n|---|---|\n| c | d |\n", 1, 0, 1 },
	{ "what is inside of a box", ":::note\nTwo words.\n:::\n", 2, 0, 1 },
	{ "a question is none", ":::question{#q type=truefalse answer=true}\nIs it so?\n:::\n\nEnd.\n", 1, 0, 1 },
	{ "emphasis joins", "*We* go **home**.", 3, 0, 1 },
	{ "a line break is no end", "We go\nhome.", 3, 0, 1 },
};

static void
counts(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
		struct sited s;
		struct body *bodies = NULL;
		struct reading r;

		sited_open(&s);
		folder_put(&s.folder, "content/c/a.md", arena_fmt(&s.folder.a, PAGE("A") "%s\n", texts[i].text).p);
		sited_read_into(&s, &bodies);
		r = reading_of(&bodies[0]);
		if (r.words != texts[i].words || r.long_words != texts[i].long_words ||
		    r.sentences != texts[i].sentences)
			fail_msg("%s: %zu words, %zu long, %zu sentences", texts[i].what, r.words, r.long_words,
			    r.sentences);
		sited_close(&s);
	}
}

static void
lix(void **state)
{
	(void)state;
	assert_true(reading_lix(&(struct reading){ 100, 25, 10 }) == 35);
	assert_true(reading_lix(&(struct reading){ 0 }) == 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(counts),
		cmocka_unit_test(lix),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
