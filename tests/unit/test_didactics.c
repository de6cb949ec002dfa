/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "assemble/didactics.h"

#include "sited.h"

#define QUIZ "---\ntitle: A\ntype: quiz\nmode: self-check\n---\n"
#define Q(id, attrs, options) ":::question[Which is it?]{#" id " " attrs "}\n" options "\n:::\n"

/* What is told of the page ${text}, codes only, each with its line. */
static void
told_of(const char *text, const char *want)
{
	struct sited s;
	struct str all = STR_EMPTY;

	sited_open(&s);
	folder_put(&s.folder, "content/c/a.md", text);
	sited_read(&s);
	diags_sort(&s.d);
	for (size_t i = 0; i < s.d.all.n; i++)
		all = arena_fmt(&s.folder.a, "%.*s%s%u %s", STR_ARG(all), i ? ", " : "", s.d.all.v[i].at.line,
		    diag_info(s.d.all.v[i].code)->name);
	is_text(all, want);
	sited_close(&s);
}

static void
test_nothing(void **state)
{
	(void)state;
	told_of(QUIZ, "");
	told_of(QUIZ "Words.\n", "");
	told_of(QUIZ Q("a", "type=truefalse answer=true", ""), "");
}

static void
test_one_length(void **state)
{
	(void)state;
	told_of(
	    QUIZ Q("a", "type=single", "- [ ] short {#a}\n- [x] one that is twenty-one {#b}\n"), "8 question-longest");
	/* nineteen letters; just twice as long; a wrong one that is long; several right ones */
	told_of(QUIZ Q("a", "type=single", "- [ ] short {#a}\n- [x] nineteen letters!!! {#b}\n"), "");
	told_of(QUIZ Q("a", "type=single", "- [ ] ten letter {#a}\n- [x] twenty letters long! {#b}\n"), "");
	told_of(QUIZ Q("a", "type=single", "- [x] short {#a}\n- [ ] one that is twenty-one {#b}\n"), "");
	told_of(QUIZ Q("a", "type=multiple", "- [ ] short {#a}\n- [x] one that is twenty-one {#b}\n"), "");
	/* letters, not bytes; feedback does not count */
	told_of(QUIZ Q("a", "type=single",
		    "- [ ] пятнадцать букв {#a}\n- [x] twenty letters long! {#b}\n  > Long and long and long.\n"),
	    "7 question-feedback");
}

static void
test_all_lengths(void **state)
{
	(void)state;
	told_of(QUIZ Q("a", "type=single", "- [ ] a {#a}\n- [x] ab {#b}\n") Q("b", "type=single",
		    "- [x] ab {#a}\n- [ ] a {#b}\n") Q("c", "type=single", "- [ ] a {#a}\n- [x] ab {#b}\n")
		    Q("d", "type=single", "- [ ] a {#a}\n- [x] ab {#b}\n"),
	    "6 question-longest");
	told_of(QUIZ Q("a", "type=single", "- [ ] a {#a}\n- [x] ab {#b}\n") Q("b", "type=single",
		    "- [x] b {#a}\n- [ ] a {#b}\n") Q("c", "type=single", "- [ ] a {#a}\n- [x] ab {#b}\n")
		    Q("d", "type=single", "- [ ] a {#a}\n- [x] ab {#b}\n"),
	    "");
}

#define FIRST "- [x] a {#a}\n- [ ] b {#b}\n"

static void
test_places(void **state)
{
	(void)state;
	told_of(QUIZ Q("a", "type=single", FIRST) Q("b", "type=single", FIRST) Q("c", "type=single", FIRST)
		    Q("d", "type=single", FIRST),
	    "6 question-place");
	told_of(QUIZ Q("a", "type=single", FIRST) Q("b", "type=single", FIRST) Q("c", "type=single", FIRST), "");
	told_of(QUIZ Q("a", "type=single shuffle=yes", FIRST) Q("b", "type=single", FIRST) Q("c", "type=single", FIRST)
		    Q("d", "type=single", FIRST),
	    "");
	told_of(QUIZ Q("a", "type=single", FIRST) Q("b", "type=single", FIRST) Q("c", "type=single", FIRST)
		    Q("d", "type=single", "- [ ] a {#a}\n- [x] b {#b}\n"),
	    "");
}

static void
test_feedback(void **state)
{
	(void)state;
	/* the right one needs none; what is told to all who are wrong will do */
	told_of(QUIZ Q("a", "type=single", "- [x] a {#a}\n- [ ] b {#b}\n  > No.\n"), "");
	told_of(QUIZ Q("a", "type=multiple", "- [x] a {#a}\n- [ ] b {#b}\n  > No.\n- [ ] c {#c}\n- [ ] d {#d}\n"),
	    "10 question-feedback");
	told_of(QUIZ Q("a", "type=multiple",
		    "- [x] a {#a}\n  > Yes.\n- [ ] b {#b}\n\n:::feedback{for=incorrect}\nNo.\n:::\n"),
	    "");
	told_of(
	    QUIZ Q("a", "type=multiple", "- [x] a {#a}\n  > Yes.\n- [ ] b {#b}\n\n:::explanation\nWhy.\n:::\n"), "");
	told_of(
	    QUIZ Q("a", "type=multiple", "- [x] a {#a}\n- [ ] b {#b}\n\n:::feedback{for=correct}\nYes.\n:::\n"), "");
}

static void
test_references(void **state)
{
	(void)state;
	told_of(
	    QUIZ Q("a", "type=multiple shuffle=yes",
		"- [x] Both A, and b. {#a}\n- [ ] only c {#b}\n- [ ] a {#c}\n- [ ] A and E numbers {#d}\n- [ ] I or k {#e}\n"
		"- [ ] none of the above is quite right {#f}\n- [ ] none of the above is the right word {#g}\n"),
	    "7 question-reference, 8 question-reference, 12 question-reference");
	told_of(QUIZ Q("a", "type=multiple", "- [x] all of the above {#a}\n- [ ] b {#b}\n"), "");
	told_of(QUIZ Q("a", "type=multiple shuffle=yes", "- [x] all of the above {#a .fixed}\n- [ ] b {#b}\n"), "");
}

static void
test_negation(void **state)
{
	(void)state;
	told_of(QUIZ ":::question[What is never so?]{#a type=multiple}\n- [x] a {#a}\n- [ ] not b {#b}\n\n:::\n",
	    "6 question-negative");
	told_of(QUIZ ":::question{#a type=truefalse answer=true}\nIt is not.\n:::\n", "7 question-negative");
	told_of(QUIZ ":::question[What is *never* so?]{#a type=multiple}\n- [x] a {#a}\n- [ ] b {#b}\n\n:::\n", "");
	told_of(QUIZ ":::question[Tie the knot?]{#a type=truefalse answer=true}\n:::\n", "");
}

static void
test_points(void **state)
{
	(void)state;
	told_of(QUIZ Q("a", "type=single points=0", FIRST), "6 quiz-lint");
	told_of(QUIZ Q("a", "type=single points=0", FIRST) Q("b", "type=single", FIRST), "");
	told_of(PAGE("A") Q("a", "type=single points=0", FIRST), "");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_nothing),
		cmocka_unit_test(test_one_length),
		cmocka_unit_test(test_all_lengths),
		cmocka_unit_test(test_places),
		cmocka_unit_test(test_feedback),
		cmocka_unit_test(test_references),
		cmocka_unit_test(test_negation),
		cmocka_unit_test(test_points),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
