/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "score/script.h"

#include "asked.h"
#include "base/stock.h"
#include "localise/ui.h"
#include "read/locale.h"

static struct language language;
static struct catalogue *catalogue;
static struct buf out;
static struct str page_salt;
static struct value site_name = { .kind = VALUE_TEXT, .text = STR_INIT("Site") };
static struct site site = { .title = &site_name, .languages = &language, .nlanguages = 1 };
static struct document doc;
static struct text text = { .doc = &doc };
static struct text *texts[] = { &text };

static int
setup(void **state)
{
	asked_begin(state);
	catalogue = locale_english(&asked_arena, &asked_diags);
	assert_non_null(catalogue);
	language = (struct language){ .tag = STR("en"), .ui = catalogue };
	out = (struct buf)BUF_INIT;
	return 0;
}

static int
teardown(void **state)
{
	buf_free(&out);
	catalogue_free(catalogue);
	return asked_end(state);
}

/* The script of a page with these questions. */
static struct str
script(const char *const *markdown, size_t n)
{
	struct question *questions[4];
	struct body body = {
		.salt = page_salt, .text = &text, .quiz = &asked_quiz, .questions = questions, .nquestions = n
	};

	doc = (struct document){ .name = STR("quiz"), .texts = texts, .ntexts = 1 };

	for (size_t i = 0; i < n; i++)
		assert_non_null(questions[i] = asked(markdown[i]));
	told_nothing(&asked_diags);
	buf_reset(&out);
	script_emit(&out, &site, &body, &language);
	return buf_view(&out);
}

static void
has(struct str s, const char *part)
{
	if (!holds(s, part))
		fail_msg("no \"%s\" in:\n%.*s", part, (int)(s.n < 3000 ? s.n : 3000), s.p);
}

static void
lacks(struct str s, const char *part)
{
	if (holds(s, part))
		fail_msg("\"%s\" is in the script", part);
}

/* A piece of the browser runtime, as it was made small. */
static struct str
piece(const char *name)
{
	const struct stock_file *file =
	    stock_builtin(arena_fmt(&asked_arena, "minified/generator/score/js/%s.js", name));

	assert_non_null(file);
	assert_true(file->bytes.n > 0);
	return file->bytes;
}

static void
has_piece(struct str s, const char *name)
{
	if (!memmem(s.p, s.n, piece(name).p, piece(name).n))
		fail_msg("%s is not in the script", name);
}

static void
lacks_piece(struct str s, const char *name)
{
	if (memmem(s.p, s.n, piece(name).p, piece(name).n))
		fail_msg("%s is in the script", name);
}

#define SINGLE ":::question{#one type=single}\nW\n\n- [x] a {#a}\n- [ ] b {#b}\n- [ ] c {#c}\n\n:::\n"

static void
test_nothing_for_nothing(void **state)
{
	(void)state;
	assert_int_equal(script(NULL, 0).n, 0);
}

/* Lists to tick need no data and nothing of the questions. */
static void
test_ticks(void **state)
{
	struct body body = { .quiz = &asked_quiz, .has_indicators = true };
	struct str s;

	(void)state;
	asked_quiz.page = true;
	script_emit(&out, &site, &body, &language);
	s = buf_view(&out);
	assert_true(str_starts(s, "/* SPDX-License-Identifier: MIT */\n(function () {\n'use strict';\n"));
	has_piece(s, "page/ticks");
	has_piece(s, "page/startticks");
	lacks(s, "const data");
	lacks_piece(s, "page/quiz");
	lacks(s, "localStorage");
	lacks(s, "fetch");
	body.has_indicators = false;
	buf_reset(&out);
	script_emit(&out, &site, &body, &language);
	assert_int_equal(out.n, 0);
}

/* A scenario needs no data, unless it has points. */
static void
test_story(void **state)
{
	struct node *directive = node_new(&asked_arena, NODE_DIRECTIVE, (struct span){ 0 });
	struct place places[] = { { .id = STR("a"), .node = directive }, { .id = STR("end"), .ending = true } };
	struct turn turn = { .to = &places[1], .score = RATIO_ONE };
	struct scenario story = { .id = STR("s"), .sound = true, .places = places, .nplaces = 2, .start = places };
	struct scenario *all[] = { &story };
	struct body body = { .quiz = &asked_quiz, .scenarios = all, .nscenarios = 1 };
	struct str s;

	(void)state;
	places[0].turns = &turn;
	places[0].nturns = 1;
	script_emit(&out, &site, &body, &language);
	s = buf_view(&out);
	has_piece(s, "page/scenario");
	has_piece(s, "page/startscenario");
	lacks(s, "const data");
	lacks(s, "const stories");
	lacks_piece(s, "page/points");
	lacks(s, "localStorage");
	story.scoring = SCENARIO_PATH;
	buf_reset(&out);
	script_emit(&out, &site, &body, &language);
	s = buf_view(&out);
	has(s, "const stories = {\"s\":{\"type\":\"branching\"");
	has_piece(s, "engine/branching");
	has_piece(s, "page/points");
	lacks(s, "const data");
}

static void
test_a_question(void **state)
{
	static const char *const page[] = { SINGLE };
	struct str s = script(page, 1);

	(void)state;
	assert_true(str_starts(s, "/* SPDX-License-Identifier: MIT */\n(function () {\n'use strict';\n"));
	assert_true(str_ends(s, "})();\n"));
	has(s,
	    "\"quiz\":{\"page\":false,\"scored\":true,\"atEnd\":false,\"each\":{\"points\":\"1\",\"tries\":2,\"penalty\":\"1/3\",\"keep\":\"best\",\"solution\":\"after-last-try\"}},\"questions\":[\n"
	    "{\"id\":\"one\",\"hash\":\"q3i3d\",\"type\":\"single\",\"question\":{\"options\":[{\"id\":\"a\",\"correct\":true},{\"id\":\"b\"},{\"id\":\"c\"}]},"
	    "\"scoring\":{}}],\"text\":{");
	has(s, "\"tries-left\":{\"one\":\"You have %{count} try left.\",\"other\":\"You have %{count} tries left.\"}");
	lacks_piece(s, "page/total");
	lacks(s, "\"total\":");
	lacks(s, "eval");
	lacks(s, "import ");
	lacks(s, "fetch");
	lacks(s, "innerHTML");
}

static void
test_a_quiz(void **state)
{
	static const char *const page[] = {
		SINGLE,
		":::question{#two type=multiple points=3/2 max=2 tries=unlimited floor=none keep=last solution=never}\nW\n\n- [x] a {#a score=1}\n"
		"- [ ] b {#b score=-1/4}\n\n:::hint\nh\n:::\n\n:::hint{penalty=1/4}\nh\n:::\n\n:::\n",
		":::question{#three type=multiple none=yes}\nW\n\n- [ ] a {#a}\n- [ ] b {#b}\n\n:::\n",
	};
	struct band bands[] = { { RATIO_ZERO, NULL }, { RATIO(7, 10), NULL } };
	struct str s;

	(void)state;
	asked_quiz.page = asked_quiz.has_pass = true;
	asked_quiz.attempts = 1;
	asked_quiz.pass = RATIO(7, 10);
	asked_quiz.bands = bands;
	asked_quiz.nbands = 2;
	s = script(page, 3);
	has(s,
	    "\"quiz\":{\"page\":true,\"scored\":true,\"atEnd\":false,\"each\":{\"points\":\"1\",\"tries\":2,\"penalty\":\"1/3\",\"keep\":\"best\",\"solution\":\"after-last-try\"},\"pass\":\"7/10\",\"attempts\":1,\"bands\":[{\"from\":\"0\"},{\"from\":\"7/10\"}]}");
	has(s,
	    "\n{\"id\":\"two\",\"hash\":\"ihohk\",\"type\":\"multiple\",\"question\":{\"options\":[{\"id\":\"a\",\"correct\":true},{\"id\":\"b\"}]},"
	    "\"scoring\":{\"mode\":\"mapping\",\"entries\":{\"a\":\"1\",\"b\":\"-1/4\"},\"ceil\":\"1\",\"floor\":null},"
	    "\"max\":2,\"points\":\"3/2\",\"tries\":0,\"keep\":\"last\",\"solution\":\"never\",\"hints\":[\"0\",\"1/4\"]}");
	has(s, "\"scoring\":{\"mode\":\"partial\",\"none_allowed\":true}}");
	has_piece(s, "page/total");
	has(s, "\"total\":");
}

/* What stands in a locale cannot end a string, nor the script where a theme puts it into the page. */
static void
test_strings_are_escaped(void **state)
{
	static const char *const page[] = { SINGLE };
	struct message *m = map_get(&catalogue->messages, STR("right"));
	struct message copy = *m;
	struct str s;

	(void)state;
	copy.forms[PLURAL_OTHER] = STR("a\"b\\c\n</script>\x01");
	map_put(&catalogue->messages, STR("right"), &copy);
	s = script(page, 1);
	has(s, "\"right\":\"a\\\"b\\\\c\\u000a\\u003c/script>\\u0001\"");
}

/* In a test no key stands in clear: ticks are hashes, the rest is covered. */
static void
test_keys_of_a_test(void **state)
{
	static const char *const page[] = {
		SINGLE,
		":::question{#two type=multiple}\nW\n\n- [x] a {#a score=1}\n- [ ] b {#b score=-1}\n\n:::\n",
		":::question{#three type=text}\nW\n\n- secret word\n\n:::\n",
	};
	struct str s;

	(void)state;
	asked_quiz.page = asked_quiz.set.at_end = true;
	page_salt = STR("salt");
	s = script(page, 3);
	page_salt = STR_EMPTY;
	has(s, "\"salt\":\"salt\"");
	has(s, "{\"id\":\"a\",\"key\":\"");
	has(s, "\"id\":\"two\",\"hash\":");
	has(s, "\"sealed\":\"");
	has_piece(s, "page/seal");
	lacks(s, "\"correct\":true");
	lacks(s, "secret word");
	lacks(s, "\"entries\"");
	lacks_piece(script(page, 3), "page/seal");
}

static void
test_same_bytes_each_time(void **state)
{
	static const char *const page[] = { SINGLE };
	struct str first = arena_str(&asked_arena, script(page, 1));

	(void)state;
	assert_true(str_eq(first, script(page, 1)));
}

int
main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
	const struct CMUnitTest tests[] = {
		TEST(test_nothing_for_nothing),
		TEST(test_ticks),
		TEST(test_story),
		TEST(test_a_question),
		TEST(test_a_quiz),
		TEST(test_strings_are_escaped),
		TEST(test_keys_of_a_test),
		TEST(test_same_bytes_each_time),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
