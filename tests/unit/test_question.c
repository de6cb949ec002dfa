/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "assemble/question.h"

#include "judged.h"

#define COLOURS "- [x] red {#red}\n- [ ] green {#green}\n- [ ] blue {#blue}\n"
#define MANY "- [x] a {#a}\n- [x] b {#b}\n- [ ] c {#c}\n- [ ] d {#d}\n"
/* -- what is read -- */

static void
test_single(void **state)
{
	struct question *q = fine(ASK("type=single", COLOURS));

	(void)state;
	is_text(q->id, "q");
	assert_true(q->id_given);
	assert_int_equal(q->type, QUESTION_SINGLE);
	assert_int_equal(q->scoring, SCORING_EXACT);
	assert_int_equal(q->noptions, 3);
	is_text(q->options[0].id, "red");
	assert_true(q->options[0].right);
	assert_false(q->options[1].right);
	assert_false(q->options[2].has_credit);
	is_ratio(q->points, 1, 1);
	assert_int_equal(q->tries, 2);
	is_ratio(q->penalty, 1, 3);
}

static void
test_multiple_with_everything(void **state)
{
	struct question *q = fine(
	    ":::question[The title]{#three type=multiple points=3/2 scoring=cancel max=3 tries=3 penalty=25% keep=last "
	    "solution=never floor=-1/4}\n"
	    "Text.\n\n* a list\n* in it\n\n"
	    "- [x] a {#a}\n- [x] b {#b .fixed}\n- [ ] c {#c}\n- [ ] d {#d}\n\n"
	    ":::hint{penalty=1/10 show-count=yes clear-wrong=no}\nHint one.\n:::\n\n:::hint\nHint two.\n:::\n\n"
	    ":::feedback{for=correct}\nYes.\n:::\n\n:::feedback{for=partial}\nNearly.\n:::\n\n"
	    ":::feedback{for=incorrect}\nNo.\n:::\n\n:::explanation\nBecause.\n:::\n\n:::\n");

	(void)state;
	is_ratio(q->points, 3, 2);
	assert_int_equal(q->scoring, SCORING_CANCEL);
	assert_int_equal(q->max, 3);
	assert_int_equal(q->tries, 3);
	is_ratio(q->penalty, 1, 4);
	assert_true(q->keep_last);
	assert_int_equal(q->solution, SOLUTION_NEVER);
	assert_true(q->floored);
	is_ratio(q->floor, -1, 4);
	assert_true(q->options[1].fixed);
	assert_false(q->options[0].fixed);
	assert_int_equal(q->nhints, 2);
	is_ratio(q->hints[0].penalty, 1, 10);
	is_ratio(q->hints[1].penalty, 0, 1);
	assert_true(q->hints[0].show_count && !q->hints[0].clear_wrong && !q->hints[1].show_count);
	assert_string_equal(asked_words(q->hints[1].node), "Hint two.");
	assert_string_equal(asked_words(q->correct), "Yes.");
	assert_string_equal(asked_words(q->partial), "Nearly.");
	assert_string_equal(asked_words(q->incorrect), "No.");
	assert_string_equal(asked_words(q->explanation), "Because.");
	assert_string_equal(asked_words(q->answers->first->next), "b");
}

static void
test_truefalse(void **state)
{
	struct question *q = fine(ASK("type=truefalse", "- [ ] Riktig\n- [x] Galt\n"));

	(void)state;
	is_text(q->options[0].id, "true");
	is_text(q->options[1].id, "false");
	assert_false(q->options[0].right);
	assert_true(q->options[1].right);
	assert_int_equal(q->tries, 1); /* a second try between two would be a gift */
}

static void
test_truefalse_in_head(void **state)
{
	struct question *q = fine(
	    ":::question{#q type=truefalse answer=false}\nIt needs:\n\n- a border\n- a lock\n\n:::explanation\nNo.\n:::\n\n:::\n");

	(void)state;
	assert_null(q->answers);
	assert_null(q->options[0].item);
	assert_true(q->options[1].right);
	assert_string_equal(asked_words(q->explanation), "No.");
}

static void
test_label_is_the_question(void **state)
{
	(void)state;
	fine(":::question[Which?]{#q type=single}\n" COLOURS ":::\n");
	refused(":::question{#q type=single}\n" COLOURS ":::\n", DIAG_QUESTION_TEXT, 1);
	refused(":::question{#q type=single}\n:::hint\nx\n:::\n\n" COLOURS ":::\n", DIAG_QUESTION_TEXT, 1);
}

static void
test_page_settings_are_defaults(void **state)
{
	struct question *q;

	(void)state;
	asked_quiz.points = RATIO(2, 1);
	asked_quiz.scoring = STR("exact");
	asked_quiz.floored = false;
	asked_quiz.tries_given = true;
	q = fine(ASK("type=multiple", MANY));
	is_ratio(q->points, 2, 1);
	assert_int_equal(q->scoring, SCORING_EXACT);
	assert_false(q->floored);
	assert_int_equal(fine(ASK("type=single", COLOURS))->scoring, SCORING_EXACT);
	assert_int_equal(fine(ASK("type=multiple scoring=partial floor=0", MANY))->scoring, SCORING_PARTIAL);
}

static void
test_ids(void **state)
{
	struct question *q;

	(void)state;
	q = asked(":::question{type=single}\nWhich?\n\n- [x] a\n- [ ] b {#1}\n- [ ] c\n\n:::\n");
	is_text(q->id, "q1");
	assert_false(q->id_given);
	is_text(q->options[0].id, "1-");
	is_text(q->options[1].id, "1");
	is_text(q->options[2].id, "3");
	told(&asked_diags, DIAG_ID_MISSING, 4, 1, 0);
	asked(ASK("type=single", "- [x] a\n- [ ] b\n"));
	assert_int_equal(asked_diags.all.n, 1); /* once a page */
}

static void
test_misplaced_id(void **state)
{
	(void)state;
	note_has(
	    remarked(ASK("type=single", "- [x] a {#a}\n  more\n- [ ] b {#b}\n- [ ] c {#c}\n"), DIAG_ATTRIBUTE_TEXT, 4),
	    "put `{#a}` behind the last word of the option");
}

static void
test_credits(void **state)
{
	struct question *q =
	    fine(ASK("type=single", "- [x] a {#a}\n- [ ] b {#b score=1/2}\n- [ ] c {#c score=-20%}\n"));

	(void)state;
	assert_int_equal(q->scoring, SCORING_CREDITS);
	is_ratio(q->options[0].credit, 1, 1);
	is_ratio(q->options[1].credit, 1, 2);
	is_ratio(q->options[2].credit, -1, 5);
	q = fine(ASK("type=single", "- [x] a {#a score=1}\n- [x] b {#b score=1}\n- [ ] c {#c}\n"));
	is_ratio(q->options[2].credit, 0, 1);
	q = fine(ASK("type=multiple", "- [x] a {#a score=1/2}\n- [x] b {#b score=1/2}\n- [ ] c {#c score=-1}\n"));
	assert_int_equal(q->scoring, SCORING_CREDITS);
}

static void
test_nothing_is_right(void **state)
{
	(void)state;
	assert_true(fine(ASK("type=multiple none=yes", "- [ ] a {#a}\n- [ ] b {#b}\n"))->none);
	refused(ASK("type=multiple none=yes", MANY), DIAG_QUESTION_OPTION, 4);
}

/* -- feedback -- */

static void
test_feedback(void **state)
{
	struct option *o = fine(
	    ASK("type=single",
		"- [x] a {#a}\n  > Ticked.\n  > More.\n  >\n  > - a list\n  >\n  > [ ] Not ticked.\n  > [?] A **hint**.\n  > Its second line.\n"
		"- [ ] b {#b}\n  > [ ] Only that.\n- [ ] c {#c}\n"))
			       ->options;

	(void)state;
	assert_string_equal(asked_words(o[0].feedback->first), "Ticked. More.");
	assert_int_equal(o[0].feedback->last->kind, NODE_LIST);
	assert_string_equal(asked_words(o[0].feedback_not), "Not ticked.");
	assert_string_equal(asked_words(o[0].hint), "A hint. Its second line.");
	assert_null(o[1].feedback);
	assert_string_equal(asked_words(o[1].feedback_not), "Only that.");
	assert_null(o[2].feedback);
	assert_string_equal(asked_words(o[0].item->first), "a");
}

static void
test_feedback_marks(void **state)
{
	struct option *o = fine(
	    ASK("type=single",
		"- [x] a {#a}\n  > [X] One.\n  >\n  > [?]\n  > Two.\n  >\n  > [x] Three.\n  > [y] no mark, [ ] nor this, nor\n  > [x]this.\n- [ ] b {#b}\n"))
			       ->options;

	(void)state;
	assert_int_equal(o[0].feedback->first->kind, NODE_PARAGRAPH);
	assert_string_equal(asked_words(o[0].feedback->first), "One.");
	assert_string_equal(asked_words(o[0].feedback->last), "Three. [y] no mark, [ ] nor this, nor [x]this.");
	assert_string_equal(asked_words(o[0].hint), "Two.");
	assert_null(o[0].feedback_not);
}

static void
test_feedback_stays_in_the_tree(void **state)
{
	struct option *o = fine(
	    ASK("type=single", "- [x] a {#a}\n  > See [this](#here).\n  > [ ] And [that](#there).\n- [ ] b {#b}\n"))
			       ->options;
	size_t links = 0;

	(void)state;
	for (struct node *n = o->item; n; n = node_next(n, o->item))
		links += n->kind == NODE_LINK;
	assert_int_equal(links, 2);
	assert_ptr_equal(o->feedback->parent, o->item);
	assert_ptr_equal(o->feedback_not->parent, o->item);
}

static void
test_feedback_cyrillic_mark(void **state)
{
	(void)state;
	remarked(ASK("type=single", "- [x] a {#a}\n  > [ ] No.\n  > [\xd1\x85] Yes.\n- [ ] b {#b}\n"),
	    DIAG_MARK_CYRILLIC, 6);
}

static void
test_lost_feedback(void **state)
{
	const struct diag *g;

	(void)state;
	asked_ids_told = true;
	refused(ASK("type=single", "- [x] a\n      > lost\n- [ ] b {#b}\n"), DIAG_QUESTION_STRAY, 5);
	refused(ASK("type=single", "- [x] a {#a}\n\n      > lost\n- [ ] b {#b}\n"), DIAG_QUESTION_STRAY, 6);
	g = refused(ASK("type=single", "- [x] a {#a}\n\n> lost\n\n- [ ] b {#b}\n"), DIAG_QUESTION_STRAY, 6);
	note_has(g, "indent it by 2 blanks");
	g = refused(ASK("type=single", "1. [x] a {#a}\n  > lost\n2. [ ] b {#b}\n"), DIAG_QUESTION_STRAY, 5);
	note_has(g, "indent it by 3 blanks");
	g = remarked(ASK("type=single", " 10. [x] a {#a}\n 11. [ ] b {#b}\n 12. [ ] c {#c}\n\n> lost\n"),
	    DIAG_QUESTION_STRAY, 8);
	note_has(g, "indent it by 5 blanks");
	g = refused(ASK("type=single", "1. [x] a\n       > lost\n2. [ ] b {#b}\n"), DIAG_QUESTION_STRAY, 5);
	note_has(g, "by 3 blanks");
	refused(ASK("type=single", "- [x] a {#a}\n> lost\n- [ ] b {#b}\n"), DIAG_QUESTION_STRAY, 5);
	remarked(ASK("type=single", "- [x] a {#a}\n- [ ] b {#b}\n- [ ] c {#c}\n\n> lost\n"), DIAG_QUESTION_STRAY, 8);
	fine(ASK("type=single", "- [x] a {#a}\n\n  ```\n  > a quotation in code\n  ```\n- [ ] b {#b}\n"));
}

/* -- mistakes -- */

static void
test_type(void **state)
{
	(void)state;
	note_has(
	    remarked(ASK("type=single", "- [x] [[red]] {#r}\n- [ ] blue {#b}\n"), DIAG_QUESTION_STRAY, 4), "type=gap");
	note_has(refused(ASK("type=singel", COLOURS), DIAG_QUESTION_TYPE, 1), "`single`");
	note_has(refused(ASK("type=riddle", COLOURS), DIAG_QUESTION_TYPE, 1),
	    "there are: single, multiple, truefalse, match");
	refused(ASK("type=“single”", COLOURS), DIAG_ATTRIBUTE_SYNTAX, 1);
	refused(ASK("points=1", COLOURS), DIAG_QUESTION_TYPE, 1);
}

static void
test_answers(void **state)
{
	(void)state;
	refused(":::question{#q type=single}\nWhich?\n:::\n", DIAG_QUESTION_ANSWERS, 1);
	refused(ASK("type=single", "- a\n- b\n"), DIAG_QUESTION_MARK, 4);
	refused(ASK("type=single", "- [x] a {#a}\n- b\n- [ ] c {#c}\n"), DIAG_QUESTION_MARK, 5);
	refused(ASK("type=single", "- [x] a {#a}\n- [?] b\n"), DIAG_QUESTION_MARK, 5);
	note_has(refused(ASK("type=single", "- one\n- two\n\n- [x] a {#a}\n- [ ] b {#b}\n"), DIAG_QUESTION_MARK, 4),
	    "another bullet");
	refused(
	    ASK("type=single", "- [x] a {#a}\n- [ ] b {#b}\n\n* [ ] c {#c}\n* [ ] d {#d}\n"), DIAG_QUESTION_STRAY, 7);
	refused(ASK("type=single", "- [x] a {#a}\n- [ ] b {#b}\n\nText.\n\n- [ ] c {#c}\n"), DIAG_QUESTION_STRAY, 9);
	remarked(ASK("type=single", COLOURS "\nText behind.\n"), DIAG_QUESTION_STRAY, 8);
	fine(ASK("type=single", COLOURS "\n:::facilitator\nA note.\n:::\n"));
}

static void
test_key(void **state)
{
	(void)state;
	refused(ASK("type=single", "- [ ] a {#a}\n- [ ] b {#b}\n"), DIAG_QUESTION_KEY, 4);
	note_has(refused(ASK("type=multiple", "- [ ] a {#a}\n- [ ] b {#b}\n"), DIAG_QUESTION_KEY, 4), "none=yes");
	note_has(refused(ASK("type=single", "- [x] a {#a}\n- [x] b {#b}\n- [ ] c {#c}\n"), DIAG_QUESTION_OPTION, 5),
	    "type=multiple");
	refused(ASK("type=single", "- [x] a {#a score=1}\n- [x] b {#b}\n- [ ] c {#c}\n"), DIAG_QUESTION_OPTION, 5);
	refused(ASK("type=single", "- [x] a {#a score=1/2}\n- [ ] b {#b}\n- [ ] c {#c}\n"), DIAG_QUESTION_OPTION, 1);
	refused(ASK("type=multiple", "- [x] a {#a score=1/2}\n- [x] b {#b}\n"), DIAG_QUESTION_OPTION, 1);
	refused(ASK("type=multiple", "- [x] a {#a score=1/2}\n- [x] b {#b score=1/3}\n"), DIAG_QUESTION_OPTION, 1);
	refused(ASK("type=multiple max=1", MANY), DIAG_QUESTION_OPTION, 1);
	refused(
	    ASK("type=multiple",
		"- [x] a {#a score=1/9223372036854775807}\n- [x] b {#b score=1/9223372036854775806}\n- [x] c {#c score=1}\n"),
	    DIAG_QUESTION_OPTION, 1);
}

static void
test_options_alike(void **state)
{
	(void)state;
	refused(ASK("type=single", "- [x] The same {#a}\n- [ ] the  SAME {#b}\n"), DIAG_QUESTION_OPTION, 5);
	refused(ASK("type=single", "- [x] caf\xc3\xa9 {#a}\n- [ ] cafe\xcc\x81 {#b}\n"), DIAG_QUESTION_OPTION, 5);
	refused(ASK("type=single", "- [x] **a** b {#a}\n- [ ] a\n  b {#b}\n  > Feedback\n"), DIAG_QUESTION_OPTION, 5);
	refused(ASK("type=single", "- [x] a {#a}\n- [ ] ![](a.png) {#b}\n"), DIAG_QUESTION_OPTION, 5);
	fine(ASK("type=single", "- [x] ![a tower](a.png) {#a}\n- [ ] ![a bridge](a.png) {#b}\n"));
}

static void
test_truefalse_mistakes(void **state)
{
	(void)state;
	refused(ASK("type=truefalse", COLOURS), DIAG_QUESTION_OPTION, 1);
	refused(ASK("type=truefalse", "- [x] False {#false}\n- [ ] True {#true}\n"), DIAG_QUESTION_OPTION, 4);
	refused(ASK("type=truefalse", "- [x] True {#true}\n- [x] False {#false}\n"), DIAG_QUESTION_OPTION, 5);
	refused(
	    ASK("type=truefalse answer=true", "- [x] True {#true}\n- [ ] False {#false}\n"), DIAG_ATTRIBUTE_VALUE, 1);
	refused(":::question{#q type=truefalse answer=sant}\nIs it?\n:::\n", DIAG_ATTRIBUTE_VALUE, 1);
	refused(":::question{#q type=truefalse}\nIs it?\n:::\n", DIAG_QUESTION_ANSWERS, 1);
}

static void
test_attributes(void **state)
{
	(void)state;
	note_has(remarked(ASK("type=multiple scoring=halves", MANY), DIAG_ATTRIBUTE_VALUE, 1), "partial");
	remarked(ASK("type=single scoring=partial", COLOURS), DIAG_ATTRIBUTE_VALUE, 1);
	remarked(ASK("type=single points=-1", COLOURS), DIAG_ATTRIBUTE_VALUE, 1);
	remarked(ASK("type=single points=many", COLOURS), DIAG_ATTRIBUTE_VALUE, 1);
	remarked(ASK("type=multiple max=0", MANY), DIAG_ATTRIBUTE_VALUE, 1);
	remarked(ASK("type=multiple none=maybe", MANY), DIAG_ATTRIBUTE_VALUE, 1);
	remarked(ASK("type=single tries=0", COLOURS), DIAG_ATTRIBUTE_VALUE, 1);
	remarked(ASK("type=single penalty=2", COLOURS), DIAG_ATTRIBUTE_VALUE, 1);
	remarked(ASK("type=single keep=first", COLOURS), DIAG_ATTRIBUTE_VALUE, 1);
	remarked(ASK("type=single solution=soon", COLOURS), DIAG_ATTRIBUTE_VALUE, 1);
	remarked(ASK("type=single shuffle=perhaps", COLOURS), DIAG_ATTRIBUTE_VALUE, 1);
	remarked(ASK("type=single max=2", COLOURS), DIAG_ATTRIBUTE_UNKNOWN, 1);
	assert_int_equal(asked(ASK("type=single max=2", COLOURS))->max, 0);
	assert_false(asked(ASK("type=single none=yes", COLOURS))->none);
	remarked(ASK("type=single", "- [x] a {#a score=2}\n- [ ] b {#b}\n- [ ] c {#c}\n"), DIAG_ATTRIBUTE_VALUE, 4);
	note_has(remarked(ASK("type=single", "- [x] a {#a scor=1}\n- [ ] b {#b}\n- [ ] c {#c}\n"),
		     DIAG_ATTRIBUTE_UNKNOWN, 4),
	    "`score`");
	remarked(ASK("type=single", COLOURS "\n:::feedback\nx\n:::\n"), DIAG_ATTRIBUTE_VALUE, 8);
	remarked(ASK("type=single", COLOURS "\n:::feedback{for=wrong}\nx\n:::\n"), DIAG_ATTRIBUTE_VALUE, 8);
	remarked(ASK("type=single", COLOURS "\n:::explanation\nx\n:::\n\n:::explanation\ny\n:::\n"),
	    DIAG_QUESTION_STRAY, 12);
	remarked(ASK("type=single", COLOURS "\n:::hint{penalty=no}\nx\n:::\n"), DIAG_ATTRIBUTE_VALUE, 8);
	assert_int_equal(fine(ASK("type=single tries=unlimited", COLOURS))->tries, 0);
}

static void
test_lint(void **state)
{
	(void)state;
	remarked(ASK("type=multiple scoring=positive", MANY), DIAG_QUESTION_LINT, 1);
	remarked(
	    ASK("type=multiple scoring=cancel", "- [x] a {#a}\n- [x] b {#b}\n- [ ] c {#c}\n"), DIAG_QUESTION_LINT, 1);
	remarked(ASK("type=multiple", "- [x] a {#a}\n- [x] b {#b}\n"), DIAG_QUESTION_LINT, 1);
	remarked(ASK("type=multiple", "- [x] a {#a score=1/2}\n- [x] b {#b score=1/2}\n- [ ] c {#c}\n"),
	    DIAG_QUESTION_LINT, 1);
	remarked(ASK("type=truefalse tries=2", "- [x] True\n- [ ] False\n"), DIAG_QUESTION_LINT, 1);
	remarked(ASK("type=single tries=3", COLOURS), DIAG_QUESTION_LINT, 1);
	remarked(ASK("type=single tries=1", "- [x] a {#a}\n"), DIAG_QUESTION_LINT, 4);
	remarked(ASK("type=single", COLOURS "\n:::feedback{for=partial}\nx\n:::\n"), DIAG_QUESTION_LINT, 8);
	remarked(ASK("type=single", COLOURS "\n:::samples\n- red\n:::\n"), DIAG_QUESTION_LINT, 8);
	fine(ASK("type=multiple scoring=positive max=2", MANY));
	quiz_init(&asked_quiz, QUIZ_PRACTICE);
	fine(ASK("type=truefalse tries=2", "- [x] True\n- [ ] False\n"));
}

static void
test_too_many_options(void **state)
{
	struct buf b = BUF_INIT;

	(void)state;
	buf_cstr(&b, ":::question{#q type=multiple}\nWhich?\n\n");
	for (int i = 0; i < 5000; i++)
		buf_fmt(&b, "- [x] option %d {#o%d}\n", i, i);
	buf_cstr(&b, "\n:::\n");
	buf_chr(&b, 0);
	refused(b.p, DIAG_QUESTION_OPTION, 4);
	buf_free(&b);
}

/* -- translations -- */

static void
test_translation(void **state)
{
	struct question *source = fine(
	    ":::question[T]{#q type=multiple points=2 scoring=exact}\nW\n\n- [x] a {#a score=1}\n- [ ] b {#b score=-1}\n\n:::hint{penalty=1/2}\nh\n:::\n\n:::\n");
	struct question *q = asked_translation(
	    ":::question[Ü]{#q}\nWas?\n\n- [ ] eins {#a}\n  > Ja.\n- [ ] zwei\n\n:::hint\nTipp\n:::\n\n:::\n", source);

	(void)state;
	told_nothing(&asked_diags);
	assert_int_equal(q->type, QUESTION_MULTIPLE);
	assert_int_equal(q->scoring, SCORING_CREDITS);
	is_ratio(q->points, 2, 1);
	is_text(q->options[0].id, "a");
	assert_true(q->options[0].right);
	is_ratio(q->options[0].credit, 1, 1);
	assert_string_equal(asked_words(q->options[0].feedback), "Ja.");
	is_text(q->options[1].id, "b");
	assert_false(q->options[1].right);
	is_ratio(q->hints[0].penalty, 1, 2);
	assert_string_equal(asked_words(q->hints[0].node), "Tipp");
}

static void
test_translation_in_another_order(void **state)
{
	struct question *source = fine(ASK("type=single", COLOURS));
	struct question *q = asked_translation(
	    ASK("type=single", "- [ ] blau {#blue}\n- [x] rot {#red}\n- [ ] gruen {#green}\n"), source);

	(void)state;
	told_nothing(&asked_diags);
	is_text(q->options[1].id, "red");
	assert_true(q->options[1].right);
}

static void
test_translation_without_marks_or_list(void **state)
{
	struct question *q = asked_translation(ASK("", "- rot\n- gruen\n- blau\n"), fine(ASK("type=single", COLOURS)));

	(void)state;
	told_nothing(&asked_diags);
	assert_true(q->options[0].right);
	q = asked_translation(
	    ":::question{#q}\nIst es so?\n:::\n", fine(":::question{#q type=truefalse answer=false}\nIs it?\n:::\n"));
	told_nothing(&asked_diags);
	assert_true(q->options[1].right);
}

static void
differs(const char *source, const char *translation, bool usable, uint32_t line)
{
	struct question *s = fine(source);
	struct question *q = asked_translation(translation, s);

	assert_int_equal(q != NULL, usable);
	only(translation, DIAG_TRANSLATION_DIFFERS, line);
	forget();
}

static void
test_translation_differs(void **state)
{
	(void)state;
	differs(ASK("type=single", COLOURS), ASK("type=multiple", COLOURS), false, 1);
	differs(ASK("type=single points=2", COLOURS), ASK("type=single points=3", COLOURS), true, 1);
	differs(ASK("type=single", COLOURS), ASK("type=single points=1", COLOURS), true, 1);
	differs(ASK("type=single", COLOURS), ASK("type=single", "- [x] a {#red}\n- [ ] b {#green}\n"), false, 4);
	differs(ASK("type=single", COLOURS), ASK("", "- [ ] a {#red}\n- [ ] b {#grey}\n- [ ] c {#blue}\n"), false, 5);
	differs(
	    ASK("type=multiple", MANY), ASK("", "- [x] a {#a}\n- [ ] b {#b}\n- [ ] c {#c}\n- [ ] d {#d}\n"), true, 5);
	differs(ASK("type=single", COLOURS), ASK("", "- [x] a {#red score=1}\n- [ ] b {#green}\n- [ ] c {#blue}\n"),
	    true, 4);
	differs(ASK("type=single", COLOURS), ASK("", COLOURS "\n:::hint\nx\n:::\n"), true, 1);
}

int
main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, asked_begin, asked_end)
	const struct CMUnitTest tests[] = {
		TEST(test_single),
		TEST(test_multiple_with_everything),
		TEST(test_truefalse),
		TEST(test_truefalse_in_head),
		TEST(test_label_is_the_question),
		TEST(test_page_settings_are_defaults),
		TEST(test_ids),
		TEST(test_misplaced_id),
		TEST(test_credits),
		TEST(test_nothing_is_right),
		TEST(test_feedback),
		TEST(test_feedback_marks),
		TEST(test_feedback_stays_in_the_tree),
		TEST(test_feedback_cyrillic_mark),
		TEST(test_lost_feedback),
		TEST(test_type),
		TEST(test_answers),
		TEST(test_key),
		TEST(test_options_alike),
		TEST(test_truefalse_mistakes),
		TEST(test_attributes),
		TEST(test_lint),
		TEST(test_too_many_options),
		TEST(test_translation),
		TEST(test_translation_in_another_order),
		TEST(test_translation_without_marks_or_list),
		TEST(test_translation_differs),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
