/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "score/fingerprint.h"

#include "asked.h"

#define HEAD ":::question{#one type=multiple}\nWhich?\n\n"
#define PLAIN HEAD "- [x] an act {#act}\n- [ ] a border {#border}\n- [x] a means {#means}\n\n:::\n"

static const char *
of(const char *markdown)
{
	char hash[FINGERPRINT_QUESTION + 1];
	struct question *q = asked(markdown);

	assert_non_null(q);
	fingerprint_question(q, hash);
	return arena_str(&asked_arena, str_of(hash)).p;
}

static void
test_what_is_the_same_question(void **state)
{
	(void)state;
	assert_string_equal(
	    of(PLAIN), of(HEAD "- [x] a means {#means}\n- [x] an act {#act}\n- [ ] a border {#border}\n\n:::\n"));
	assert_string_equal(of(PLAIN),
	    of(HEAD
		"- [x] an act {#act}\n  > Yes.\n- [ ] a border {#border .fixed}\n- [x] a means {#means}\n\n:::explanation\nE\n:::\n\n:::\n"));
	assert_string_equal(of(PLAIN),
	    of(":::question{#one type=multiple points=3 tries=4 tags=x}\nWhich?\n\n"
	       "- [x] an act {#act}\n- [ ] a border {#border}\n- [x] a means {#means}\n\n:::\n"));
	assert_int_equal(strlen(of(PLAIN)), FINGERPRINT_QUESTION);
}

static void
test_what_is_another_one(void **state)
{
	static const char *const others[] = {
		":::question{#one type=multiple}\nWhich ones?\n\n- [x] an act {#act}\n- [ ] a border {#border}\n- [x] a means {#means}\n\n:::\n",
		HEAD "- [x] an act {#act}\n- [x] a border {#border}\n- [x] a means {#means}\n\n:::\n",
		HEAD "- [x] an act {#act}\n- [ ] a border {#border}\n- [x] some means {#means}\n\n:::\n",
		HEAD "- [x] an act {#act}\n- [ ] a border {#b}\n- [x] a means {#means}\n\n:::\n",
		HEAD
		"- [x] an act {#act}\n- [ ] a border {#border}\n- [x] a means {#means}\n- [ ] more {#more}\n\n:::\n",
		HEAD
		"- [x] an act {#act score=1/2}\n- [ ] a border {#border}\n- [x] a means {#means score=1/2}\n\n:::\n",
		":::question{#one type=multiple scoring=exact}\nWhich?\n\n- [x] an act {#act}\n- [ ] a border {#border}\n- [x] a means {#means}\n\n:::\n",
	};

	(void)state;
	for (size_t i = 0; i < sizeof others / sizeof *others; i++)
		if (strcmp(of(PLAIN), of(others[i])) == 0)
			fail_msg("the same as: %s", others[i]);
}

static void
test_a_translation_is_the_same(void **state)
{
	struct question *source = asked(PLAIN);
	struct question *q = asked_translation(
	    ":::question{#one}\nHva?\n\n- [ ] handling {#act}\n- [ ] grense {#border}\n- [ ] middel {#means}\n\n:::\n",
	    source);
	char hash[FINGERPRINT_QUESTION + 1];

	(void)state;
	assert_non_null(q);
	fingerprint_question(q, hash);
	assert_string_equal(hash, of(PLAIN));
}

int
main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, asked_begin, asked_end)
	const struct CMUnitTest tests[] = {
		TEST(test_what_is_the_same_question),
		TEST(test_what_is_another_one),
		TEST(test_a_translation_is_the_same),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
