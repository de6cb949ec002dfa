/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "score/asked.h"

#include "base/jsonread.h"
#include "judged.h"
#include "score/scorers.h"

/* What ${response}, as JSON, gets in the question ${markdown}: "1/2", "null". */
static const char *
scored(const char *markdown, const char *response)
{
	struct exacts numbers = EXACTS_INIT;
	struct buf b = BUF_INIT;
	struct json_fault fault = { 0 };
	struct scoring s = { .arena = &asked_arena, .numbers = &numbers };
	const struct jvalue *asked;
	const char *got;

	buf_chr(&b, '{');
	asked_write(&b, fine(markdown));
	buf_chr(&b, '}');
	asked = jsonread_parse(&asked_arena, arena_str(&asked_arena, buf_view(&b)), &fault);
	assert_non_null(asked);
	s.type = jsonread_get(asked, "type")->text;
	s.question = jsonread_get(asked, "question");
	s.rule = jsonread_get(asked, "scoring");
	s.response = jsonread_parse(&asked_arena, str_of(response), &fault);
	assert_non_null(s.response);
	assert_non_null(scorers_find(s.type));
	scorers_find(s.type)->score(&s);
	assert_int_equal(s.error.n, 0);
	buf_reset(&b);
	if (s.score)
		exact_write(&b, s.score);
	else
		buf_cstr(&b, "null");
	got = arena_str(&asked_arena, buf_view(&b)).p;
	buf_free(&b);
	exact_end(&numbers);
	return got;
}

#define SCORES(markdown, response, wanted) assert_string_equal(scored(markdown, response), wanted)

static void
test_ticked(void **state)
{
	static const char one[] = ASK("type=single", "- [x] a {#a}\n- [ ] b {#b score=1/2}\n- [ ] c {#c score=-1}\n");
	static const char two[] = ASK("type=multiple", "- [x] a {#a}\n- [x] b {#b}\n- [ ] c {#c}\n");

	(void)state;
	SCORES(one, "\"a\"", "1");
	SCORES(one, "\"b\"", "1/2");
	SCORES(one, "\"c\"", "0");
	SCORES(two, "[\"a\",\"b\"]", "1");
	SCORES(two, "[\"a\"]", "1/2");
	SCORES(two, "[\"a\",\"b\",\"c\"]", "0");
	SCORES(ASK("type=multiple none=yes", "- [ ] a {#a}\n- [ ] b {#b}\n"), "[]", "1");
	SCORES(":::question{#q type=truefalse answer=false}\nIs it?\n:::\n", "\"false\"", "1");
}

static void
test_placed(void **state)
{
	static const char match[] =
	    ASK("type=match", "| l | r |\n|-|-|\n| a {#a weight=2} | x |\n| b {#b} | y |\n| c {#c} | X |\n| | z |\n");
	static const char sort[] =
	    ASK("type=sort", "- A {#g}\n  - a {#a}\n- B {#h}\n  - b {#b}\n- none {.nowhere}\n  - c {#c}\n");
	static const char matrix[] = "| | A {#g} | B {#h} |\n|-|-|-|\n| a {#a} | x | |\n| b {#b} | | x |\n";
	static const char many[] = "| | A {#g} | B {#h} |\n|-|-|-|\n| a {#a} | x | x |\n| b {#b} | | |\n";

	(void)state;
	SCORES(match, "{\"a\":\"a\",\"b\":\"b\",\"c\":\"a\"}", "1");
	SCORES(match, "{\"a\":\"a\"}", "1/2");
	SCORES(match, "{\"a\":\"4\",\"b\":\"b\"}", "1/4");
	SCORES(sort, "{\"a\":\"g\",\"b\":\"h\"}", "1");
	SCORES(sort, "{\"a\":\"g\",\"b\":\"h\",\"c\":\"g\"}", "2/3");
	SCORES(arena_fmt(&asked_arena, ASK("type=matrix scoring=half", "%s"), matrix).p, "{\"a\":\"g\",\"b\":\"g\"}",
	    "1/2");
	SCORES(arena_fmt(&asked_arena, ASK("type=matrix deduction=1/2", "%s"), matrix).p, "{\"a\":\"g\",\"b\":\"g\"}",
	    "1/4");
	SCORES(arena_fmt(&asked_arena, ASK("type=matrix select=many", "%s"), many).p, "{\"a\":\"g h\"}", "1");
	SCORES(arena_fmt(&asked_arena, ASK("type=matrix select=many", "%s"), many).p, "{\"a\":\"g\",\"b\":\"h\"}", "0");
}

static void
test_order(void **state)
{
	static const char items[] = "1. a {#a}\n2. b {#b}\n3. c {#c}\n";
	static const struct {
		const char *rule, *wanted;
	} rows[] = { { "exact", "0" }, { "position", "0" }, { "adjacent", "1/2" }, { "all-pairs", "1/3" },
		{ "lis", "2/3" } };

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		const char *markdown =
		    arena_fmt(&asked_arena, ASK("type=order scoring=%s", "%s"), rows[i].rule, items).p;

		SCORES(markdown, "[\"a\",\"b\",\"c\"]", "1");
		SCORES(markdown, "[\"b\",\"c\",\"a\"]", rows[i].wanted);
	}
}

static void
test_typed(void **state)
{
	static const char text[] =
	    ASK("type=text case=match accents=tell", "- Ärzte | Doktoren\n- `*zt*` {match=glob score=1/2}\n");
	static const char number[] = ASK("type=number unit=m tolerance=1 unit-penalty=1/4",
	    "- 65\n- (70, 80] {score=1/2}\n- 2.5 {decimals=0 score=1/3}\n");

	(void)state;
	SCORES(text, "\"Arzte\"", "1");
	SCORES(text, "\"Doktoren\"", "1");
	SCORES(text, "\"doktoren\"", "0");
	SCORES(text, "\"arzte\"", "1/2");
	SCORES(number, "\"66 m\"", "1");
	SCORES(number, "{\"value\":\"64\",\"unit\":\"m\"}", "1");
	SCORES(number, "\"64\"", "3/4");
	SCORES(number, "\"70 m\"", "0");
	SCORES(number, "\"80 m\"", "1/2");
	SCORES(number, "\"3 m\"", "1/3");
	SCORES(":::question{#q type=number answer=-1/3 sigfigs=2}\nHow many?\n:::\n", "\"-0.333\"", "1");
}

static void
test_gaps(void **state)
{
	static const char plan[] =
	    ":::question{#q type=gap}\n[[a|b]] [[*c*|d]] [[n]]{#m weight=2} [[e]]\n\n- [[e]] {type=number}\n  - 30\n  - [28, 31] {score=1/2}\n\n:::\n";
	static const char same[] = ":::question{#q type=gap distinct=yes case=match}\n[[a|b]] [[a|b]]\n:::\n";

	(void)state;
	SCORES(plan, "{\"1\":\"B\",\"2\":\"1\",\"m\":\"n\",\"e\":\"30\"}", "1");
	SCORES(plan, "{\"1\":\"c\",\"2\":\"2\",\"m\":\"n\",\"e\":\"29\"}", "1/2");
	SCORES(same, "{\"1\":\"b\",\"2\":\"a\"}", "1");
	SCORES(same, "{\"1\":\"a\",\"2\":\"a\"}", "1/2");
	SCORES(same, "{\"1\":\"A\",\"2\":\"a\"}", "1/2");
}

static void
test_hotspot(void **state)
{
	static const char areas[] =
	    "![a](a.png)\n\n- [x] a {#a area=\"circle 1,1 1\"}\n- [x] b {#b area=\"circle 5,1 1\"}\n- [ ] c {#c area=\"circle 9,1 1\"}\n\n:::\n";
	static const char labels[] =
	    ":::question{#q type=hotspot scoring=markers}\n![a](a.png)\n\n- [x] a {#a area=\"circle 1,1 1\"}\n- [ ] b {#b}\n\n:::\n";

	(void)state;
	SCORES(arena_fmt(&asked_arena, ":::question{#q type=hotspot}\n%s", areas).p, "[\"a\",\"b\"]", "1");
	SCORES(arena_fmt(&asked_arena, ":::question{#q type=hotspot}\n%s", areas).p, "[\"a\",\"c\"]", "1/2");
	SCORES(arena_fmt(&asked_arena, ":::question{#q type=hotspot clicks=1}\n%s", areas).p, "\"b\"", "1");
	SCORES(arena_fmt(&asked_arena, ":::question{#q type=hotspot clicks=1}\n%s", areas).p, "\"c\"", "0");
	SCORES(labels, "{\"a\":\"a\"}", "1");
	SCORES(labels, "{\"b\":\"a\"}", "0");
}

static void
test_unscored(void **state)
{
	(void)state;
	SCORES(":::question{#q type=reflect min=20}\nWhy?\n:::\n", "\"Because.\"", "null");
	SCORES(ASK("type=survey", "| | no {#n} | yes {#y} |\n|-|-|-|\n| a {#a} | | |\n"), "{\"1\":2}", "null");
	SCORES(ASK("type=survey", "- [ ] a {#a}\n- [ ] b {#b}\n"), "{\"1\":1}", "null");
}

int
main(void)
{
#define TEST(f) cmocka_unit_test_setup_teardown(f, asked_begin, asked_end)
	const struct CMUnitTest tests[] = {
		TEST(test_ticked),
		TEST(test_placed),
		TEST(test_order),
		TEST(test_typed),
		TEST(test_gaps),
		TEST(test_hotspot),
		TEST(test_unscored),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
