/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "assemble/scenario.h"

#include "base/buf.h"
#include "read/markdown.h"
#include "told.h"

static struct arena arena;
static struct diags diags;

static int
setup(void **state)
{
	(void)state;
	arena = (struct arena)ARENA_INIT;
	diags = (struct diags)DIAGS_INIT;
	return 0;
}

static int
teardown(void **state)
{
	(void)state;
	diags_free(&diags);
	arena_free(&arena);
	return 0;
}

/* The scenarios of ${markdown}, as a translation of ${source} where that is not NULL. */
static struct body *
read_as(const char *markdown, const struct body *source)
{
	struct body *body = ARENA_NEW(&arena, struct body);

	*body = (struct body){ .src = { STR("s.md"), str_of(markdown) } };
	body->root = markdown_read(&arena, &body->src, body->src.bytes, 1, &diags);
	assert_non_null(body->root);
	scenario_read_all(&arena, body, source, &diags);
	return body;
}

static struct scenario *
scenario(const char *markdown)
{
	struct body *body = read_as(markdown, NULL);

	assert_int_equal(body->nscenarios, 1);
	return body->scenarios[0];
}

static struct scenario *
fine(const char *markdown)
{
	struct scenario *s = scenario(markdown);

	told_nothing(&diags);
	assert_true(s->sound);
	return s;
}

/* It cannot be played, for this one reason. */
static const struct diag *
refused(const char *markdown, enum diag_code code, uint32_t line)
{
	const struct diag *g;

	diags_free(&diags);
	diags = (struct diags)DIAGS_INIT;
	assert_false(scenario(markdown)->sound);
	g = diags.all.v;
	if (diags.all.n == 1 && g->code == code && g->at.line == line)
		return g;
	for (size_t i = 0; i < diags.all.n; i++)
		print_error("%u: %s: %.*s\n", g[i].at.line, diag_info(g[i].code)->name, STR_ARG(g[i].detail));
	fail_msg("wanted %s in line %u of:\n%s", diag_info(code)->name, line, markdown);
	return NULL;
}

static const struct diag *
remarked(const char *markdown, enum diag_code code, uint32_t line)
{
	const struct diag *g;

	diags_free(&diags);
	diags = (struct diags)DIAGS_INIT;
	assert_true(scenario(markdown)->sound);
	g = diags.all.v;
	if (diags.all.n != 1 || g->code != code || g->at.line != line)
		fail_msg("%zu things were said, wanted %s in line %u of:\n%s", diags.all.n, diag_info(code)->name, line,
		    markdown);
	return g;
}

#define STORY(head, inside) ":::scenario[S]{#s " head "}\n" inside "\n:::\n"
#define STEP(id, choices) ":::step{#" id "}\nWhat now?\n\n" choices "\n\n:::\n"
#define END ":::ending{#end}\nOver.\n:::\n"

/* -- what is wrong with it -- */

static void
test_parts(void **state)
{
	(void)state;
	note_has(refused(STORY("", END), DIAG_SCENARIO_PARTS, 1), ":::step{#start}");
	note_has(refused(STORY("", STEP("a", "- [go](#a)")), DIAG_SCENARIO_PARTS, 1), ":::ending{#how-it-ends}");
	detail_has(refused(STORY("", STEP("a", "- [go](#end)") "\nA word.\n\n" END), DIAG_SCENARIO_PARTS, 9),
	    "a paragraph between");
	detail_has(refused(STORY("", STEP("a", "- [go](#end)") END ":::note\nA word.\n:::\n"), DIAG_SCENARIO_PARTS, 11),
	    "a directive between");
	detail_has(refused(STORY("", STEP("a", "- [go](#end)") END ":::summary\nA.\n:::\n:::summary\nB.\n:::\n"),
		       DIAG_SCENARIO_PARTS, 14),
	    "`summary` already");
}

static void
test_place(void **state)
{
	(void)state;
	refused(STORY("", STEP("a", "- [go](#end)") ":::only{audience=learner}\n" END ":::\n" END),
	    DIAG_DIRECTIVE_PLACE, 9);
}

/* Ids of the course, and steps inside something else. */
static void
test_inside(void **state)
{
	(void)state;
	refused(STORY("", ":::step{#a}\n:::definition[T]{#t}\nx\n:::\n\n- [go](#end)\n\n:::\n" END),
	    DIAG_DIRECTIVE_PLACE, 3);
	refused(STORY("", ":::step{#a}\n:::step{#b}\nx\n:::\n\n- [go](#end)\n\n:::\n" END), DIAG_DIRECTIVE_PLACE, 3);
	assert_false(
	    scenario(":::scenario{#s}\n:::step{#a}\n:::scenario{#t}\nx\n:::\n\n- [go](#end)\n\n:::\n" END ":::\n")
		->sound);
}

static void
test_choices(void **state)
{
	(void)state;
	detail_has(refused(STORY("", STEP("a", "Nothing.") END), DIAG_SCENARIO_CHOICES, 2), "no list");
	detail_has(refused(STORY("", STEP("a", "- one\n- two") END), DIAG_SCENARIO_CHOICES, 2), "no links");
	detail_has(
	    refused(STORY("", STEP("a", "- [go](#end)\n\nMore.") END), DIAG_SCENARIO_CHOICES, 7), "a paragraph behind");
	note_has(refused(STORY("", STEP("a", "- [go](#end)\n\n> Why.") END), DIAG_SCENARIO_CHOICES, 7), "two blanks");
	detail_has(refused(STORY("", STEP("a", "- [go](#end)\n\nOr:\n\n- [stay](#a)") END), DIAG_SCENARIO_CHOICES, 9),
	    "second list");
}

static void
test_choice(void **state)
{
	(void)state;
	detail_has(refused(STORY("", STEP("a", "- [go](#end)\n- stay") END), DIAG_SCENARIO_CHOICE, 6), "no link");
	detail_has(
	    refused(STORY("", STEP("a", "- [go](#end) or [stay](#a)") END), DIAG_SCENARIO_CHOICE, 5), "second link");
	note_has(refused(STORY("", STEP("a", "- [go](#ent)") END), DIAG_SCENARIO_CHOICE, 5), "did you mean `#end`?");
	note_has(refused(STORY("", STEP("a", "- [go](other.md)") END), DIAG_SCENARIO_CHOICE, 5), "the id of a step");
	detail_has(refused(STORY("", STEP("a", "- [go](#end)\n\n  More.") END), DIAG_SCENARIO_CHOICE, 7),
	    "a paragraph stands in it");
	note_has(remarked(STORY("", STEP("a", "- [go](#end) {outcome=save}") END), DIAG_ATTRIBUTE_VALUE, 5),
	    "did you mean `safe`?");
	note_has(remarked(STORY("", STEP("a", "- [go](#end){outcome=good}") END), DIAG_ATTRIBUTE_VALUE, 5),
	    "safe, partly or risky");
	note_has(remarked(STORY("", STEP("a", "- [go](#end) {outcom=safe}") END), DIAG_ATTRIBUTE_UNKNOWN, 5),
	    "did you mean `outcome`?");
	remarked(STORY("scoring=path", STEP("a", "- [go](#end) {score=much}\n- [stay](#a) {score=1}") END),
	    DIAG_ATTRIBUTE_VALUE, 5);
}

static void
test_reach(void **state)
{
	(void)state;
	detail_has(
	    refused(STORY("", STEP("a", "- [go](#end)") STEP("b", "- [go](#end)") END), DIAG_SCENARIO_UNREACHED, 8),
	    "`#b`");
	detail_has(refused(STORY("", STEP("a", "- [go](#end)") END ":::ending{#other}\nx\n:::\n"),
		       DIAG_SCENARIO_UNREACHED, 11),
	    "`#other`");
	note_has(refused(STORY("", STEP("a", "- [go](#end)") END ":::ending\nx\n:::\n"), DIAG_SCENARIO_UNREACHED, 11),
	    "{#pickup}");
	detail_has(
	    refused(
		STORY("", STEP("a", "- [go](#end)\n- [lose](#b)") STEP("b", "- [on](#c)") STEP("c", "- [on](#b)") END),
		DIAG_SCENARIO_DEAD_END, 9),
	    "from `#b`");
}

static void
test_no_way_out(void **state)
{
	(void)state;
	detail_has(refused(STORY("", STEP("a", "- [again](#a)") END), DIAG_SCENARIO_DEAD_END, 2),
	    "no way from the first step");
}

static void
test_lint(void **state)
{
	(void)state;
	remarked(STORY("", ":::step\nWhat now?\n\n- [go](#end)\n\n:::\n" END), DIAG_ID_MISSING, 2);
	note_has(
	    remarked(STORY("", STEP("a", "- [go](#end) {score=1}\n- [stay](#a) {score=2}") END), DIAG_SCENARIO_LINT, 5),
	    "scoring=path");
	note_has(remarked(STORY("scoring=end", STEP("a", "- [go](#end) {score=1}\n- [stay](#a) {score=2}") END),
		     DIAG_SCENARIO_LINT, 6),
	    "the choice counts that leads to an ending");
	remarked(STORY("scoring=path", STEP("a", "- [go](#end)\n- [stay](#a) {score=-2}") END), DIAG_SCENARIO_LINT, 1);
}

/* As many as nobody can read; circles everywhere. */
static void
test_many(void **state)
{
	struct buf b = BUF_INIT;

	(void)state;
	buf_cstr(&b, ":::scenario{#s}\n");
	for (int i = 0; i < 500; i++)
		buf_fmt(&b, ":::step{#s%d}\n- [on](#s%d)\n- [back](#s%d)\n:::\n", i, i + 1, i / 2);
	buf_cstr(&b, ":::ending{#s500}\nx\n:::\n:::\n");
	buf_chr(&b, '\0');
	detail_has(refused(b.p, DIAG_SCENARIO_PARTS, 1), "501 steps and endings; a scenario may have 500");
	buf_reset(&b);
	buf_cstr(&b, ":::scenario{#s}\n");
	for (int i = 0; i < 499; i++)
		buf_fmt(&b, ":::step{#s%d}\n- [on](#s%d)\n- [back](#s%d)\n:::\n", i, i + 1, i / 2);
	buf_cstr(&b, ":::ending{#s499}\nx\n:::\n:::\n");
	buf_chr(&b, '\0');
	diags_free(&diags);
	diags = (struct diags)DIAGS_INIT;
	assert_int_equal(fine(b.p)->nplaces, 500);
	buf_reset(&b);
	buf_cstr(&b, ":::scenario{#s}\n:::step{#a}\n");
	for (int i = 0; i < 51; i++)
		buf_cstr(&b, "- [go](#end)\n");
	buf_cstr(&b, "\n:::\n" END ":::\n");
	buf_chr(&b, '\0');
	detail_has(refused(b.p, DIAG_SCENARIO_CHOICES, 3), "51 choices");
	buf_free(&b);
}

/* -- what it is -- */

#define WHOLE                                                                                                          \
	STORY("scoring=path",                                                                                          \
	    "Before.\n\n:::caution\nCare.\n:::\n"                                                                      \
	    ":::step[First]{#a}\nSee [the second](#b).\n\n- [*Go* on](#b) {outcome=safe score=1/2}\n  > Good.\n"       \
	    "- [Stay](#a){outcome=risky}\n- [Leave](#end)\n\n:::\n"                                                    \
	    ":::step{#b}\nBack: [to the first](#a), [elsewhere](#x).\n\n1. [Go](#end) {outcome=partly}\n\n:::\n"       \
	    ":::ending{#end}\nA list:\n\n- [the first](#a)\n- nothing\n\n:::\n"                                        \
	    ":::summary\nShort.\n:::\n:::debrief\nTrue.\n:::\n")

static void
is_turn(const struct turn *t, const char *to, enum outcome outcome, bool told_of)
{
	assert_true(str_is(t->to->id, to));
	assert_int_equal(t->outcome, outcome);
	assert_int_equal(t->told, told_of);
	assert_int_equal(t->link->kind, NODE_SPAN);
}

static void
test_whole(void **state)
{
	const struct scenario *s = fine(WHOLE);

	(void)state;
	assert_true(str_is(s->id, "s"));
	assert_int_equal(s->scoring, SCENARIO_PATH);
	assert_int_equal(s->nplaces, 3);
	assert_ptr_equal(s->start, &s->places[0]);
	assert_true(s->places[2].ending);
	assert_int_equal(s->places[2].number, 3);
	assert_null(s->places[2].list);
	assert_non_null(s->summary);
	assert_non_null(s->debrief);
	assert_int_equal(s->places[0].nturns, 3);
	is_turn(&s->places[0].turns[0], "b", OUTCOME_SAFE, true);
	is_turn(&s->places[0].turns[1], "a", OUTCOME_RISKY, true);
	is_turn(&s->places[0].turns[2], "end", OUTCOME_NONE, false);
	is_turn(&s->places[1].turns[0], "end", OUTCOME_PARTLY, true);
	assert_true(s->places[0].turns[0].has_score);
	assert_int_equal(s->places[0].turns[0].score.den, 2);
	assert_false(s->places[0].turns[1].has_score);
}

/* Links in the prose lead to steps first, others stay as they are. */
static void
test_links(void **state)
{
	const struct scenario *s = fine(WHOLE);
	const char *const want[] = { "#s__b", "#s__a", "#x", "#s__a" };
	size_t n = 0;

	(void)state;
	for (const struct node *i = s->node->first; i; i = node_next(i, s->node))
		if (i->kind == NODE_LINK) {
			assert_true(n < 4);
			assert_true(str_is(i->as.link.url, want[n++]));
		}
	assert_int_equal(n, 4);
}

static void
test_several(void **state)
{
	const struct body *body;

	(void)state;
	body = read_as(":::scenario\n" STEP("a", "- [go](#end)") END ":::\n\n:::scenario\n" STEP("a", "- [go](#end)")
			   END ":::\n",
	    NULL);
	told_nothing(&diags);
	assert_int_equal(body->nscenarios, 2);
	assert_true(str_is(body->scenarios[1]->id, "scenario-2"));
	assert_false(body->scenarios[1]->id_given);
	assert_ptr_equal(body->scenarios[1]->node->as.directive.block, body->scenarios[1]);
}

/* -- translations -- */

#define SOURCE                                                                                                         \
	STORY("scoring=end",                                                                                           \
	    STEP("a", "- [on](#b) {outcome=risky}\n- [go](#end) {outcome=safe score=2}") STEP("b", "- [go](#end)")     \
		END)

static struct scenario *
translated(const char *markdown)
{
	const struct body *source = read_as(SOURCE, NULL);

	told_nothing(&diags);
	return read_as(markdown, source)->scenarios[0];
}

static void
differs(const char *markdown, uint32_t line, const char *detail)
{
	diags_free(&diags);
	diags = (struct diags)DIAGS_INIT;
	assert_false(translated(markdown)->sound);
	assert_int_equal(diags.all.n, 1);
	assert_int_equal(diags.all.v[0].code, DIAG_TRANSLATION_DIFFERS);
	assert_int_equal(diags.all.v[0].at.line, line);
	detail_has(&diags.all.v[0], detail);
}

static void
test_translation(void **state)
{
	const struct scenario *s =
	    translated(STORY("", STEP("a", "- [videre](#b)\n- [ut](#end)\n  > Bra.") STEP("b", "- [ut](#end)") END));

	(void)state;
	told_nothing(&diags);
	assert_true(s->sound);
	assert_int_equal(s->scoring, SCENARIO_END);
	is_turn(&s->places[0].turns[0], "b", OUTCOME_RISKY, true);
	is_turn(&s->places[0].turns[1], "end", OUTCOME_SAFE, true);
	assert_int_equal(s->places[0].turns[1].score.num, 2);
}

static void
test_translation_differs(void **state)
{
	(void)state;
	differs(STORY("", STEP("a", "- [ut](#end)\n- [videre](#b)") STEP("b", "- [ut](#end)") END), 5, "leads to `#b`");
	differs(
	    STORY("", STEP("a", "- [videre](#b)") STEP("b", "- [ut](#end)") END), 5, "1 choices here, 2 in the source");
	differs(STORY("", STEP("a", "- [ut](#end)\n- [ut](#end)") END), 1, "2 steps and endings here, 3 in the source");
	differs(STORY("", STEP("b", "- [ut](#end)") STEP("a", "- [videre](#b)\n- [ut](#end)") END), 2,
	    "in the source this is `#a`");
}

static void
test_translation_outcome(void **state)
{
	(void)state;
	assert_true(translated(
	    STORY("", STEP("a", "- [videre](#b){outcome=safe}\n- [ut](#end){score=3}") STEP("b", "- [ut](#end)") END))
			->sound);
	assert_int_equal(diags.all.n, 2);
	detail_has(&diags.all.v[0], "`outcome` is not");
	detail_has(&diags.all.v[1], "`score` is not");
}

static void
test_translation_extra(void **state)
{
	const struct body *source = read_as("Nothing.\n", NULL);

	(void)state;
	assert_int_equal(read_as(SOURCE, source)->nscenarios, 0);
	detail_has(told(&diags, DIAG_TRANSLATION_DIFFERS, 1, 4, 8), "no such scenario");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_parts, setup, teardown),
		cmocka_unit_test_setup_teardown(test_place, setup, teardown),
		cmocka_unit_test_setup_teardown(test_inside, setup, teardown),
		cmocka_unit_test_setup_teardown(test_choices, setup, teardown),
		cmocka_unit_test_setup_teardown(test_choice, setup, teardown),
		cmocka_unit_test_setup_teardown(test_reach, setup, teardown),
		cmocka_unit_test_setup_teardown(test_no_way_out, setup, teardown),
		cmocka_unit_test_setup_teardown(test_lint, setup, teardown),
		cmocka_unit_test_setup_teardown(test_many, setup, teardown),
		cmocka_unit_test_setup_teardown(test_whole, setup, teardown),
		cmocka_unit_test_setup_teardown(test_links, setup, teardown),
		cmocka_unit_test_setup_teardown(test_several, setup, teardown),
		cmocka_unit_test_setup_teardown(test_translation, setup, teardown),
		cmocka_unit_test_setup_teardown(test_translation_differs, setup, teardown),
		cmocka_unit_test_setup_teardown(test_translation_outcome, setup, teardown),
		cmocka_unit_test_setup_teardown(test_translation_extra, setup, teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
