/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "score/samples.h"

#include "judged.h"

#define SAMPLES(list) "\n\n:::samples\n" list "\n:::\n"
#define TEXT(head, answers, samples) ASK("type=text " head, answers SAMPLES(samples))

/* What is said once the answers of ${markdown} have been tried out. */
static void
tried(const char *markdown)
{
	struct question *q = fine(markdown);
	struct body body = { .src = asked_source(markdown), .questions = &q, .nquestions = 1 };

	samples_check(&body, NULL, &asked_diags);
}

static const struct diag *
complains(const char *markdown, enum diag_code code, uint32_t line)
{
	tried(markdown);
	return only(markdown, code, line);
}

static void
contents(const char *markdown)
{
	tried(markdown);
	told_nothing(&asked_diags);
}

static void
test_wrong(void **state)
{
	(void)state;
	detail_has(complains(TEXT("", "- a", "- b\n"), DIAG_QUESTION_SAMPLE, 7), "gets 0, not 1");
	detail_has(
	    complains(TEXT("", "- a\n- b {score=1/2}", "- B {score=0}\n"), DIAG_QUESTION_SAMPLE, 8), "gets 1/2, not 0");
	complains(TEXT("case=match", "- a", "- a\n- A\n"), DIAG_QUESTION_SAMPLE, 8);
	detail_has(
	    complains(ASK("type=number", "- 1234" SAMPLES("- 1,234\n")), DIAG_QUESTION_SAMPLE, 7), "cannot be read");
	complains(ASK("type=number tolerance=1 unit=m", "- 5" SAMPLES("- 5 {score=1}\n")), DIAG_QUESTION_SAMPLE, 7);
	complains(":::question{#q type=gap}\n[[a]] [[*b*|c]]" SAMPLES("- a | c\n") ":::\n", DIAG_QUESTION_SAMPLE, 5);
}

static void
test_hidden(void **state)
{
	(void)state;
	note_has(complains(ASK("type=text", "- `*slave*` {score=0 match=glob}\n- slave\n"), DIAG_QUESTION_SAMPLE, 5),
	    "in front");
	complains(ASK("type=text accents=ignore", "- cafe {score=1/2}\n- café\n"), DIAG_QUESTION_SAMPLE, 5);
	complains(":::question{#q type=gap}\nA [[x]].\n\n- [[x]]\n  - `a*` {match=glob}\n  - ab {score=1/2}\n\n:::\n",
	    DIAG_QUESTION_SAMPLE, 6);
	contents(ASK("type=text", "- slave\n- `*slave*` {score=0 match=glob}\n"));
}

static void
test_patterns(void **state)
{
	(void)state;
	complains(ASK("type=text", "- `a(` {match=regex}\n"), DIAG_QUESTION_PATTERN, 4);
	complains(TEXT("", "- a\n- `(?=a)\\1` {match=regex}", "- b\n"), DIAG_QUESTION_PATTERN, 5);
	contents(TEXT("", "- `a+|b` {match=regex}", "- aaa\n- b\n- ab {score=0}\n"));
}

static void
test_fine(void **state)
{
	(void)state;
	contents(TEXT("", "- presumed victim | potential victim\n- victim {score=1/2}",
	    "- Presumed  VICTIM\n- victim {score=1/2}\n- slave {score=0}\n"));
	contents(ASK("type=number tolerance=1 unit=% unit-penalty=1/5",
	    "- 65" SAMPLES("- 66 %\n- 64 {score=4/5}\n- many {score=0}\n")));
	contents(":::question{#q type=gap}\n[[a]] [[*b*|c]] [[3]]{type=number}" SAMPLES(
	    "- a | b | 3.0\n- x | c | 3 {score=1/3}\n") ":::\n");
}

int
main(void)
{
#define TEST(f) cmocka_unit_test_setup_teardown(f, asked_begin, asked_end)
	const struct CMUnitTest tests[] = {
		TEST(test_wrong),
		TEST(test_hidden),
		TEST(test_patterns),
		TEST(test_fine),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
