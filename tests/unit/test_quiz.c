/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "assemble/quiz.h"

#include "asked.h"
#include "model/valuepack.h"
#include "read/settings.h"
#include "read/yaml.h"

static struct document doc;
static struct text texts[2];
static struct text *text_list[2] = { &texts[0], &texts[1] };

static void
forget(void)
{
	diags_free(&asked_diags);
	asked_diags = (struct diags)DIAGS_INIT;
}

static struct text *
text_of(size_t i, const char *front)
{
	struct text *t = &texts[i];
	const struct value *tree;
	struct buf packed = BUF_INIT;

	doc = (struct document){ .type = PAGE_QUIZ, .texts = text_list, .ntexts = 2 };
	*t = (struct text){ .doc = &doc, .lang = i ? STR("en") : STR("nb"), .src = asked_source(front) };
	tree = yaml_read(&asked_arena, &t->src, t->src.bytes, 1, &asked_diags);
	if (tree->kind == VALUE_MAP)
		assert_true(settings_read(&asked_arena, &meta_fields, &t->meta, tree, &t->src, &asked_diags));
	valuepack_write(&packed, tree);
	t->front = arena_str(&asked_arena, buf_view(&packed));
	buf_free(&packed);
	return t;
}

static struct quiz *
read_front(const char *settings, const char *markdown)
{
	struct text *t;
	struct source src = asked_source(markdown);

	forget();
	t = text_of(0, arena_fmt(&asked_arena, "title: t\n%s", settings).p);
	return quiz_read(&asked_arena, t, &src, asked_tree(&src), NULL, &asked_diags);
}

static struct quiz *
settings(const char *front)
{
	return read_front(front, "Text.\n");
}

static void
only(enum diag_code code, const char *detail)
{
	for (size_t i = 0; asked_diags.all.n != 1 && i < asked_diags.all.n; i++)
		print_error("%.*s\n", STR_ARG(asked_diags.all.v[i].detail));
	assert_int_equal(asked_diags.all.n, 1);
	assert_int_equal(asked_diags.all.v[0].code, code);
	detail_has(&asked_diags.all.v[0], detail);
}

static void
test_modes(void **state)
{
	struct quiz *q = settings("");

	(void)state;
	assert_true(q->page);
	assert_int_equal(q->mode, QUIZ_PRACTICE);
	assert_int_equal(q->set.tries, 0);
	assert_false(q->set.scored);
	assert_int_equal(q->set.solution, SOLUTION_ON_REQUEST);
	q = settings("mode: self-check");
	assert_int_equal(q->set.tries, 2);
	assert_int_equal(ratio_cmp(q->set.penalty, RATIO(1, 3)), 0);
	assert_int_equal(q->set.solution, SOLUTION_AFTER_LAST_TRY);
	q = settings("mode: test\nattempts: 1");
	assert_true(q->set.at_end && q->set.scored);
	assert_int_equal(q->set.tries, 1);
	assert_int_equal(q->attempts, 1);
	assert_int_equal(settings("mode: test\nattempts: 2")->attempts, 2);
	told_nothing(&asked_diags);
}

static void
test_settings_override_the_mode(void **state)
{
	struct quiz *q = settings(
	    "mode: self-check\npass: 70%\ntries: 3\npenalty: 25%\nkeep: last\nsolution: never\nfloor: none\npoints: 2\n"
	    "scoring: exact\nshuffle: yes\nattempts: unlimited\n");

	(void)state;
	told_nothing(&asked_diags);
	assert_int_equal(q->set.tries, 3);
	assert_true(q->tries_given);
	assert_int_equal(ratio_cmp(q->set.penalty, RATIO(1, 4)), 0);
	assert_true(q->set.keep_last);
	assert_int_equal(q->set.solution, SOLUTION_NEVER);
	assert_false(q->floored);
	assert_int_equal(ratio_cmp(q->points, RATIO(2, 1)), 0);
	is_text(q->scoring, "exact");
	assert_true(q->has_pass && !q->pass_in_points);
	assert_int_equal(ratio_cmp(q->pass, RATIO(7, 10)), 0);
	assert_int_equal(settings("mode: self-check\ntries: unlimited")->set.tries, 0);
}

static void
test_pass(void **state)
{
	struct quiz *q = settings("mode: self-check\npass: 9 points");

	(void)state;
	assert_true(q->has_pass && q->pass_in_points);
	assert_int_equal(ratio_cmp(q->pass, RATIO(9, 1)), 0);
	q = settings("mode: self-check\npass: 2/3");
	assert_int_equal(ratio_cmp(q->pass, RATIO(2, 3)), 0);
	assert_true(settings("mode: self-check\npass: 0.7")->has_pass);
	told_nothing(&asked_diags);
	assert_false(settings("mode: self-check\npass: 70")->has_pass);
	only(DIAG_SETTING_VALUE, "`70`");
	assert_false(settings("mode: self-check\npass: most of it")->has_pass);
	only(DIAG_SETTING_VALUE, "pass");
	settings("pass: 70%");
	only(DIAG_QUIZ_LINT, "keeps no score");
}

static void
test_mistakes(void **state)
{
	static const char *const bad[] = {
		"tries: 0",
		"tries: -1",
		"tries: often",
		"tries: [1]",
		"penalty: 2",
		"penalty: a",
		"keep: first",
		"solution: soon",
		"floor: 2",
		"points: -1",
		"points: {a: 1}",
		"scoring: halves",
		"scoring: credits",
		"shuffle: perhaps",
		"attempts: 0",
		"draw: twelve",
	};

	(void)state;
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
		settings(arena_fmt(&asked_arena, "mode: self-check\n%s", bad[i]).p);
		only(DIAG_SETTING_VALUE, "");
		assert_int_equal(asked_diags.all.v[0].at.line, 3);
	}
	settings("mode: test");
	only(DIAG_SETTING_MISSING, "attempts");
	settings("mode: test\nattempts: 1\ntries: 2");
	only(DIAG_QUIZ_LINT, "handed in once");
}

static void
test_settings_belong_to_quizzes(void **state)
{
	struct text *t = text_of(0, "title: t\npass: 70%\n");
	struct source src = asked_source("Text.\n");
	struct quiz *q;

	(void)state;
	doc.type = PAGE_LESSON;
	q = quiz_read(&asked_arena, t, &src, asked_tree(&src), NULL, &asked_diags);
	assert_false(q->page);
	assert_false(q->has_pass);
	only(DIAG_SETTING_UNKNOWN, "pass");
}

static void
test_bands(void **state)
{
	struct quiz *q = read_front("mode: self-check",
	    ":::band{from=75%}\nGood.\n:::\n\n:::band{from=0}\nOnce more.\n:::\n\n"
	    ":::indicators{#i}\n- [ ] a\n\n:::band{from=3}\nx\n:::\n\n:::\n");

	(void)state;
	told_nothing(&asked_diags);
	assert_int_equal(q->nbands, 2);
	assert_int_equal(ratio_cmp(q->bands[0].from, RATIO(3, 4)), 0);
	assert_string_equal(asked_words(q->bands[1].node), "Once more.");
	read_front("mode: self-check", ":::band{from=1/2}\na\n:::\n");
	only(DIAG_ATTRIBUTE_VALUE, "begins at 0");
	read_front("mode: self-check", ":::band{from=0}\na\n:::\n\n:::band{from=0%}\na\n:::\n");
	only(DIAG_ATTRIBUTE_VALUE, "another band");
	assert_int_equal(
	    read_front("mode: self-check", ":::band{from=0}\na\n:::\n\n:::band{from=3}\nb\n:::\n")->nbands, 1);
	only(DIAG_ATTRIBUTE_VALUE, "`from`");
	read_front("mode: self-check", ":::band{from=0 of=strong}\na\n:::\n");
	only(DIAG_ATTRIBUTE_VALUE, "`of`");
	read_front("", ":::band{from=0}\na\n:::\n");
	only(DIAG_QUIZ_LINT, "never shown");
}

static struct quiz *
translated(const char *front, const char *markdown, const struct quiz *source)
{
	struct text *t = text_of(1, arena_fmt(&asked_arena, "title: t\n%s", front).p);
	struct source src = asked_source(markdown);

	return quiz_read(&asked_arena, t, &src, asked_tree(&src), source, &asked_diags);
}

static void
test_translation(void **state)
{
	const char *bands = ":::band{from=0}\na\n:::\n\n:::band{from=50%}\nb\n:::\n";
	struct quiz *source = read_front("mode: self-check\npass: 70%", bands), *q;

	(void)state;
	q = translated("", ":::band\na\n:::\n\n:::band{from=1/2}\nb\n:::\n", source);
	told_nothing(&asked_diags);
	assert_int_equal(q->mode, QUIZ_SELF_CHECK);
	assert_true(q->has_pass);
	assert_int_equal(q->nbands, 2);
	assert_string_equal(asked_words(q->bands[0].node), "a");
	translated("pass: 70%", bands, source);
	told_nothing(&asked_diags);
	translated("pass: 60%", bands, source);
	only(DIAG_TRANSLATION_DIFFERS, "pass");
	forget();
	translated("", ":::band{from=0}\na\n:::\n\n:::band{from=60%}\nb\n:::\n", source);
	only(DIAG_TRANSLATION_DIFFERS, "from");
	forget();
	translated("", ":::band{from=0}\na\n:::\n", source);
	only(DIAG_TRANSLATION_DIFFERS, "1 bands here, 2");
}

/* The pass mark ${pass} against questions of these points. */
static void
check(const char *pass, const struct ratio *points, size_t n)
{
	struct question questions[8], *list[8];
	struct quiz *quiz = settings(arena_fmt(&asked_arena, "mode: self-check\npass: %s", pass).p);
	struct body body = { .text = &texts[0], .src = texts[0].src, .quiz = quiz, .questions = list, .nquestions = n };

	for (size_t i = 0; i < n; i++) {
		questions[i] = (struct question){ .points = points[i] };
		list[i] = &questions[i];
	}
	quiz_check(&asked_arena, &body, &asked_diags);
}

static void
test_pass_mark_within_reach(void **state)
{
	static const struct ratio three[] = { { 1, 1 }, { 1, 1 }, { 1, 1 } },
				  halves[] = { { 1, 2 }, { 3, 2 }, { 1, 1 } };
	static const struct ratio huge[] = { { INT64_MAX, 1 }, { INT64_MAX, 1 } },
				  odd[] = { { 1, 99991 }, { 1, 99989 } };

	(void)state;
	check("66.67%", three, 3);
	only(DIAG_QUIZ_LINT, "2/3");
	check("2/3", three, 3);
	check("70%", three, 3);
	check("66.66%", three, 3);
	check("3 points", three, 3);
	told_nothing(&asked_diags);
	check("4 points", three, 3);
	only(DIAG_SETTING_VALUE, "not so many");
	check("50.01%", halves, 3);
	only(DIAG_QUIZ_LINT, "1/2");
	check("50%", huge, 2);
	check("50%", odd, 2);
	check("0%", three, 0);
	told_nothing(&asked_diags);
}

int
main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, asked_begin, asked_end)
	const struct CMUnitTest tests[] = {
		TEST(test_modes),
		TEST(test_settings_override_the_mode),
		TEST(test_pass),
		TEST(test_mistakes),
		TEST(test_settings_belong_to_quizzes),
		TEST(test_bands),
		TEST(test_translation),
		TEST(test_pass_mark_within_reach),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
