/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "repair/giving.h"

#include "told.h"

static struct arena a;

/* What becomes of ${text} where the page has the id `taken` and the course `used`; with ${left} things that get no id. */
static void
becomes(const char *lang, const char *text, size_t left, const char *want)
{
	struct trial t = trial_open(&a, STR("q.md"), str_of(text));
	struct map page = MAP_INIT, course = MAP_INIT;
	struct changes c = { 0 };
	struct lefts lefts = { 0 };

	map_put(&page, STR("taken"), &t);
	map_put(&course, STR("used"), &t);
	giving_taken(t.root, &page);
	giving_new(&a, &a, &t, str_of(lang), &page, &course, &c, &lefts);
	trial_make(&a, &t, &c, giving_rule);
	is_text(t.src.bytes, want);
	assert_int_equal(lefts.n, left);
	VEC_FREE(&lefts);
	VEC_FREE(&c);
	map_free(&page);
	map_free(&course);
	trial_close(&t);
}

static void
copied(const char *source, const char *text, size_t left, const char *want)
{
	struct trial s = trial_open(&a, STR("q.md"), str_of(source)), t = trial_open(&a, STR("q.nb.md"), str_of(text));
	struct changes c = { 0 };
	struct lefts lefts = { 0 };

	giving_copied(&a, &t, &s, &c, &lefts);
	trial_make(&a, &t, &c, giving_rule);
	is_text(t.src.bytes, want);
	assert_int_equal(lefts.n, left);
	VEC_FREE(&lefts);
	VEC_FREE(&c);
	trial_close(&s);
	trial_close(&t);
}

#define Q(attrs, list) ":::question[Q]{" attrs "}\n" list "\n:::\n"

static void
test_nothing(void **state)
{
	(void)state;
	becomes("en", "- [x] a\n\n:::tip\n- [x] b\n\n:::\n", 0, "- [x] a\n\n:::tip\n- [x] b\n\n:::\n");
	becomes("en", ":::question{type=single}\n- [x] open\n", 0, ":::question{type=single}\n- [x] open\n");
	becomes("en", Q("#q type=truefalse", "- [x] a\n- [ ] b\n"), 0, Q("#q type=truefalse", "- [x] a\n- [ ] b\n"));
	becomes("en", Q("#q type=text", "- a\n"), 0, Q("#q type=text", "- a\n"));
	becomes("en", Q("#q type=single", "- no\n- mark\n"), 0, Q("#q type=single", "- no\n- mark\n"));
	becomes("en", Q("#q", "- [x] a\n"), 0, Q("#q", "- [x] a\n"));
	becomes("en", "```\n:::question\n:::\n```\n", 0, "```\n:::question\n:::\n```\n");
}

static void
test_scopes(void **state)
{
	(void)state;
	becomes("en", ":::definition[Taken]\nx\n:::\n", 0, ":::definition[Taken]{#taken-2}\nx\n:::\n");
	becomes("en", ":::definition[Used]\nx\n:::\n", 0, ":::definition[Used]{#used-2}\nx\n:::\n");
	becomes("en",
	    "## H {#a}\n\n:::question[A]{type=single}\n- [x] a\n- [ ] A!\n- [ ] a-2\n- [ ] taken {#a-2}\n\n:::\n", 0,
	    "## H {#a}\n\n:::question[A]{#a-2 type=single}\n- [x] a {#a}\n- [ ] A! {#a-3}\n- [ ] a-2 {#a-2-2}\n"
	    "- [ ] taken {#a-2}\n\n:::\n");
	becomes("en", ":::definition[A]\nx\n:::\n\n:::definition[A]\ny\n:::\n", 0,
	    ":::definition[A]{#a}\nx\n:::\n\n:::definition[A]{#a-2}\ny\n:::\n");
	becomes("en", ":::scenario[S]{#s}\n:::step\nFirst words\n:::\n:::ending[First words]\nx\n:::\n:::\n", 0,
	    ":::scenario[S]{#s}\n:::step{#first-words}\nFirst words\n:::\n:::ending[First words]{#first-words-2}\nx\n:::\n:::\n");
}

static void
test_words(void **state)
{
	(void)state;
	becomes("uk", Q("#q type=single", "- [x] Борщ\n- [ ] 30\n- [ ] …\n- [ ] …?\n"), 0,
	    Q("#q type=single",
		"- [x] Борщ {#borshch}\n- [ ] 30 {#option-30}\n- [ ] … {#option}\n- [ ] …? {#option-2}\n"));
	becomes("ar", Q("#q type=single", "- [x] عبور\n"), 0, Q("#q type=single", "- [x] عبور {#bwr}\n"));
	becomes("en", Q("#q type=single", "- [x] one two three four five six seven eight nine\n"), 0,
	    Q("#q type=single",
		"- [x] one two three four five six seven eight nine {#one-two-three-four-five-six-seven-eight}\n"));
	becomes("en", Q("#q type=single", "- [x] ![Alt words](a.png) **b**\n  > not this\n"), 0,
	    Q("#q type=single", "- [x] ![Alt words](a.png) **b** {#alt-words-b}\n  > not this\n"));
}

static void
test_types(void **state)
{
	(void)state;
	becomes("en", Q("#q type=order", "1. a\n2. b\n"), 0, Q("#q type=order", "1. a {#a}\n2. b {#b}\n"));
	becomes("en", Q("#q type=sort", "- a\n  - b\n- c {.nowhere}\n  - b\n"), 0,
	    Q("#q type=sort", "- a {#a}\n  - b {#b}\n- c {.nowhere}\n  - b {#b-2}\n"));
	becomes("en", Q("#q type=match", "\n| L | R |\n|---|---|\n| a | 1 |\n| | 2 |\n"), 0,
	    Q("#q type=match", "\n| L | R |\n|---|---|\n| a {#a} | 1 |\n| | 2 |\n"));
	becomes("en", Q("#q type=matrix", "\n| | c | why {.feedback} |\n|---|---|---|\n| a {weight=2} | x | |\n"), 0,
	    Q("#q type=matrix", "\n| | c {#c} | why {.feedback} |\n|---|---|---|\n| a {#a weight=2} | x | |\n"));
	becomes("en", ":::indicators[S]{#s}\n### H\n- [ ] a\n- b\n\n:::band{from=0}\n- [ ] c\n\n:::\n:::\n", 0,
	    ":::indicators[S]{#s}\n### H\n- [ ] a {#a}\n- b\n\n:::band{from=0}\n- [ ] c\n\n:::\n:::\n");
	becomes("en", ":::checklist[S]\n- [ ] a\n\n:::\n", 0, ":::checklist[S]\n- [ ] a {#a}\n\n:::\n");
	becomes("en", Q("#q type=single", "- [x] a\n- [ ] # b\n- [ ] c\n"), 0,
	    Q("#q type=single", "- [x] a {#a}\n- [ ] # b {#b}\n- [ ] c {#c}\n"));
}

static void
test_translation(void **state)
{
	(void)state;
	copied(Q("#q type=single", "- [x] a {#a}\n- [ ] b {#b}\n"), ":::question[Q nb]\n- x\n- y\n\n:::\n", 0,
	    ":::question[Q nb]{#q}\n- x {#a}\n- y {#b}\n\n:::\n");
	/* what was written agrees */
	copied(Q("#q type=order", "1. a {#a}\n2. b {#b}\n"), Q("#q", "1. x\n2. y {#b}\n"), 0,
	    Q("#q", "1. x {#a}\n2. y {#b}\n"));
	/* another order, another number */
	copied(Q("#q type=order", "1. a {#a}\n2. b {#b}\n"), Q("#q", "1. x\n2. y {#a}\n"), 1,
	    Q("#q", "1. x\n2. y {#a}\n"));
	copied(Q("#q type=order", "1. a {#a}\n2. b {#b}\n"), Q("#q", "1. x\n"), 1, Q("#q", "1. x\n"));
	/* none in the source */
	copied(Q("#q type=order", "1. a\n2. b {#b}\n"), Q("#q", "1. x\n2. y\n"), 1, Q("#q", "1. x\n2. y {#b}\n"));
	/* more of them here: told by id, or not at all */
	copied(Q("#q type=order", "1. a {#a}\n"), ":::definition[D]\nx\n:::\n\n" Q("#q", "1. x\n"), 1,
	    ":::definition[D]\nx\n:::\n\n" Q("#q", "1. x {#a}\n"));
	/* the id is another's */
	copied(":::definition[D]{#d}\nx\n:::\n", "## D {#d}\n\n:::definition[D]\nx\n:::\n", 1,
	    "## D {#d}\n\n:::definition[D]\nx\n:::\n");
}

static int
end(void **state)
{
	(void)state;
	arena_free(&a);
	return 0;
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_nothing),
		cmocka_unit_test(test_scopes),
		cmocka_unit_test(test_words),
		cmocka_unit_test(test_types),
		cmocka_unit_test(test_translation),
	};

	return cmocka_run_group_tests(tests, NULL, end);
}
