/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "score/pieces.h"

#include "asked.h"
#include "base/stock.h"
#include "base/words.h"

static struct document doc;
static struct text text = { .doc = &doc };
static struct text *texts[] = { &text };

/* Files and words of a page with these questions, blank between, each list behind a blank. */
static struct buf files, words;

static int
setup(void **state)
{
	asked_begin(state);
	doc = (struct document){ .name = STR("quiz"), .texts = texts, .ntexts = 1 };
	files = words = (struct buf)BUF_INIT;
	return 0;
}

static int
teardown(void **state)
{
	buf_free(&files);
	buf_free(&words);
	return asked_end(state);
}

static void
put_together(const struct body *body)
{
	const struct piece *p;

	buf_reset(&files);
	buf_reset(&words);
	for (size_t at = 0; (p = pieces_next(body, &at)) != NULL;) {
		buf_fmt(&files, "%s ", p->file ? p->file : "");
		buf_fmt(&words, "%s ", p->words);
	}
}

static void
page(const char *markdown)
{
	struct question *question = markdown ? asked(markdown) : NULL;
	struct body body = {
		.text = &text, .quiz = &asked_quiz, .questions = &question, .nquestions = markdown ? 1 : 0
	};

	put_together(&body);
}

static bool
has(const char *file)
{
	return words_has(buf_view(&files), str_of(file));
}

static bool
says(const char *word)
{
	return words_has(buf_view(&words), str_of(word));
}

/* A plain question of each family, and one that needs the piece. */
static void
test_pieces_of_questions(void **state)
{
#define TICKS "\nW\n\n- [x] a {#a}\n- [ ] b {#b}\n- [ ] c {#c}\n\n:::\n"
#define PAIRS "\nW\n\n| A | B |\n|---|---|\n| a {#a} | x {#x} |\n| b {#b} | y {#y} |\n\n:::\n"
#define STEPS "\nW\n\n1. a {#a}\n2. b {#b}\n3. c {#c}\n\n:::\n"
#define WORD "\nW\n\n- word\n\n:::\n"
	static const struct {
		const char *file, *with, *without;
	} cases[] = {
		{ "engine/choicerules", ":::question{#q type=multiple scoring=strict}" TICKS,
		    ":::question{#q type=multiple}" TICKS },
		{ "engine/choicecredits",
		    ":::question{#q type=multiple}\nW\n\n- [x] a {#a score=1}\n- [ ] b {#b score=-1}\n\n:::\n",
		    ":::question{#q type=multiple}" TICKS },
		{ "engine/pairrules", ":::question{#q type=match scoring=half}" PAIRS,
		    ":::question{#q type=match}" PAIRS },
		{ "engine/orderrules", ":::question{#q type=order scoring=lis}" STEPS,
		    ":::question{#q type=order}" STEPS },
		{ "engine/typos", ":::question{#q type=text typos=h5p}" WORD, ":::question{#q type=text}" WORD },
		{ "engine/patterns", ":::question{#q type=text}\nW\n\n- wor* {match=glob}\n\n:::\n",
		    ":::question{#q type=text}" WORD },
		{ "page/accents", ":::question{#q type=text accents=tell}" WORD,
		    ":::question{#q type=text accents=ignore}" WORD },
		{ "engine/number",
		    ":::question{#q type=gap}\nIt takes [[days]] days.\n\n- [[days]] {type=number}\n  - 5\n\n:::\n",
		    ":::question{#q type=gap}\nIt is [[five]].\n:::\n" },
		{ "engine/rounding", ":::question{#q type=number answer=5 decimals=1}\nW\n:::\n",
		    ":::question{#q type=number answer=5}\nW\n:::\n" },
		{ "engine/distinct", ":::question{#q type=gap distinct=yes}\nThey are [[a|b]] and [[a|b]].\n:::\n",
		    ":::question{#q type=gap}\nThey are [[a]] and [[b]].\n:::\n" },
		{ "page/reveal", ":::question{#q type=text solution=on-request}" WORD,
		    ":::question{#q type=text}" WORD },
		{ "page/hints", ":::question{#q type=text}\nW\n\n- word\n\n:::hint\nh\n:::\n\n:::\n",
		    ":::question{#q type=text}" WORD },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		page(cases[i].without);
		if (has(cases[i].file))
			fail_msg("%s is there without need", cases[i].file);
		page(cases[i].with);
		told_nothing(&asked_diags);
		if (!has(cases[i].file))
			fail_msg("%s is missing", cases[i].file);
	}
}

/* Only what can be said there. */
static void
test_words(void **state)
{
	static const char question[] = ":::question{#q type=multiple}" TICKS;

	(void)state;
	page(question);
	assert_true(says("right") && says("tries-left") && says("verdict-points"));
	assert_false(says("verdict") || says("choose-max") || says("not-a-number") || says("answer-noted"));
	assert_false(says("total") || says("all-answered") || says("grade-best"));
	page(":::question{#q type=multiple max=2 points=0 tries=1}" TICKS);
	assert_true(says("choose-max") && says("verdict"));
	assert_false(says("tries-left") || says("no-tries-left"));
	asked_quiz.page = true;
	page(question);
	assert_true(says("total") && says("grade-best"));
	assert_false(says("passed-sentence") || says("failed-sentence") || says("all-answered") || says("unanswered"));
	asked_quiz.has_pass = asked_quiz.set.at_end = true;
	asked_quiz.attempts = 2;
	asked_quiz.grade = GRADE_AVERAGE;
	page(question);
	assert_true(
	    says("not-passed-sentence") && says("failed-sentence") && says("unanswered") && says("grade-average"));
	assert_false(says("grade-best"));
	asked_quiz.attempts = 1;
	page(question);
	assert_true(says("failed-sentence"));
	assert_false(says("grade-average"));
	asked_quiz.set.scored = false;
	page(question);
	assert_true(says("verdict") && says("all-answered"));
	assert_false(says("verdict-points") || says("total") || says("passed-sentence"));
}

static void
test_nothing(void **state)
{
	(void)state;
	asked_quiz.page = true;
	page(NULL);
	assert_true(str_is(buf_view(&files), "page/ready "));
}

/* Each file of the browser's is somewhere, none twice. */
static void
test_every_file_is_there(void **state)
{
	const struct piece *p;
	struct question *questions[QUESTION_TYPES];
	struct question of[QUESTION_TYPES];
	struct body body = { .text = &text, .quiz = &asked_quiz, .questions = questions, .nquestions = QUESTION_TYPES };

	(void)state;
	for (int i = 0; i < QUESTION_TYPES; i++) {
		of[i] = (struct question){ .id = STR("q"), .type = i, .points = RATIO_ONE };
		questions[i] = &of[i];
	}
	for (size_t at = 0; (p = pieces_next(&body, &at)) != NULL;)
		if (p->file != NULL &&
		    stock_builtin(arena_fmt(&asked_arena, "minified/generator/score/js/%s.js", p->file)) == NULL)
			fail_msg("no %s", p->file);
	put_together(&body);
	for (int i = 0; i < QUESTION_TYPES; i++) {
		struct str rest = str_of(question_kinds[i].pieces);

		while (rest.n > 0) {
			struct str file = str_cut(&rest, ' ');

			if (!str_is(file, "engine/number") && !words_has(buf_view(&files), file))
				fail_msg("%.*s is in no row", STR_ARG(file));
		}
	}
}

int
main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
	const struct CMUnitTest tests[] = {
		TEST(test_nothing),
		TEST(test_pieces_of_questions),
		TEST(test_words),
		TEST(test_every_file_is_there),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
