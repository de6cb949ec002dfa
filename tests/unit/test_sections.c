/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "testing.h"

#include <string.h>

#include "search/sections.h"
#include "sited.h"

/* What is to be found on the page content/c/page.md in a language, a line a section: kind, anchor, title: text with `|` for line ends. */
static const char *
found(struct sited *s, const char *lang, const char *audience)
{
	struct body *bodies = NULL;
	struct str out = STR_EMPTY;
	const struct language *l;
	const struct output *o;
	struct sections all = { NULL, 0 };

	s->config.audience = str_of(audience);
	sited_read_into(s, &bodies);
	l = site_language(&s->site, str_of(lang));
	o = site_output(&s->site, s->site.docs[s->site.ndocs - 1], l);
	for (size_t i = 0; i < o->doc->ntexts; i++)
		if (o->doc->texts[i] == o->text)
			all = sections_of(&s->a, &s->site, o, &bodies[i]);
	for (size_t i = 0; i < all.n; i++) {
		char *text = strdup(arena_str(&s->a, all.v[i].text).p);

		for (char *p = text; *p; p++)
			*p = *p == '\n' ? '|' : *p;
		out = arena_fmt(&s->a, "%.*s%d #%.*s %.*s: %s%s%.*s\n", STR_ARG(out), (int)all.v[i].kind,
		    STR_ARG(all.v[i].anchor), STR_ARG(all.v[i].title), text, all.v[i].folded.n > 0 ? " folded: " : "",
		    STR_ARG(str_trim(all.v[i].folded)));
		free(text);
	}
	return out.p;
}

static void
assert_found(const char *page, const char *lang, const char *audience, const char *wanted)
{
	struct sited s;

	sited_open(&s);
	folder_put(&s.folder, "content/c/page.md", page);
	assert_string_equal(found(&s, lang, audience), wanted);
	sited_close(&s);
}

static void
test_empty(void **state)
{
	(void)state;
	assert_found(PAGE("A page"), "en", "learner", "0 # A page: \n");
	assert_found(PAGE("A <b>"), "en", "learner", "0 # A <b>: \n");
	assert_found(
	    PAGE("A") "## \n\n:::definition{#x}\nText.\n:::\n", "en", "learner", "0 # A: \n1 #section : Text.|\n");
}

static void
test_prose(void **state)
{
	(void)state;
	assert_found("---\ntitle: A page\nsummary: In short.\nobjectives: [Do it]\n---\n"
		     "Intro *with* `code` and [a link](https://x.org).[^1]\nMore.\n\n"
		     "## One {#one}\n\n- item\n- [ ] other\n\n| a | b |\n|---|---|\n| c | d |\n\n> quote\n\n"
		     "### Two\n\n```\ncode\n```\n\n<b>raw</b>\n\n![A map](map.svg)\n\n[^1]: A note.\n",
	    "en", "learner",
	    "0 # A page: In short.|Do it|Intro with code and a link. More.|A note.|\n"
	    "1 #one One: item|other|a|b|c|d|quote|\n"
	    "1 #two Two: code|raw|A map|\n");
}

static void
test_blocks(void **state)
{
	(void)state;
	assert_found(
	    PAGE(
		"A") "## H\n\nBefore.\n\n:::definition[A **term**]{#term}\nMeans this.\n:::\n\nBetween.\n\n"
		     ":::case[Two boys]{#boys}\n### Abuse {part=abuse}\n\nHarm.\n\n### Outcome {part=outcome}\n\nStory.\n:::\n\n"
		     ":::indicators[Signs]{#signs}\n- [ ] A sign\n\n:::band{from=1}\nSecret band.\n:::\n:::\n\n"
		     ":::practice[Good]\nText.\n:::\n\n:::tip[Label]\nAdvice.\n:::\n",
	    "en", "learner",
	    "0 # A: \n"
	    "1 #h H: Before.|Between.|Label|Advice.|\n"
	    "2 #term A term: Means this.|\n"
	    "3 #boys Two boys: Story.| folded: Abuse\nHarm.\nOutcome\n"
	    "4 #signs Signs: A sign|\n"
	    "5 #h Good: Text.|\n");
}

/* What one asks, and nothing that answers it. */
static void
test_questions(void **state)
{
	(void)state;
	assert_found(
	    PAGE(
		"A") ":::question[Label]{#q1 type=single}\nWhat is asked?\n\n- [x] Right\n- [ ] Wrong\n\n"
		     ":::feedback{for=correct}\nPraise.\n:::\n\n:::explanation\nBecause.\n:::\n\n:::hint\nHelp.\n:::\n:::\n\n"
		     ":::question{#q2 type=gap}\nIt is [[answer]] here.\n:::\n\n"
		     ":::question{#q3 type=order}\nPut in order.\n\n1. First\n2. Second\n:::\n",
	    "en", "learner",
	    "0 # A: \n"
	    "6 #q1 Label: What is asked?|\n"
	    "6 #q2 It is … here.: It is … here.|\n"
	    "6 #q3 Put in order.: Put in order.|\n");
}

static void
test_scenario(void **state)
{
	(void)state;
	assert_found(
	    PAGE(
		"A") "::::scenario[What now]{#s}\n:::summary\nIn short.\n:::\n\n:::step{#one}\nYou see it.\n\n"
		     "- [Go](#end)\n:::\n\n:::ending{#end outcome=safe}\nIt ended well.\n:::\n\n:::debrief\nReally.\n:::\n::::\n",
	    "en", "learner", "0 # A: \n7 #s What now: In short.|You see it.|\n");
}

static void
test_audience(void **state)
{
	static const char page[] =
	    PAGE("A") "Open. :only[Trainers]{audience=facilitator} :only[Norway]{language=nb}\n\n"
		      ":::facilitator\nSecret.\n:::\n\n:::only{audience=learner}\nLearners.\n:::\n";

	(void)state;
	assert_found(page, "en", "learner", "0 # A: Open.|Learners.|\n");
	assert_found(page, "en", "facilitator", "0 # A: Open. Trainers|Secret.|\n");
}

/* In another language than the text: found there, not here. */
static void
test_language(void **state)
{
	(void)state;
	assert_found(
	    PAGE(
		"A") "Yes [nei]{lang=nb} [aye]{lang=en-GB}\n\n:::note{lang=nb}\nNei.\n:::\n\n## Overskrift {#o lang=nb}\n\nText.\n",
	    "en", "learner", "0 # A: Yes  aye|\n1 #o : Text.|\n");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_empty),
		cmocka_unit_test(test_prose),
		cmocka_unit_test(test_blocks),
		cmocka_unit_test(test_questions),
		cmocka_unit_test(test_scenario),
		cmocka_unit_test(test_audience),
		cmocka_unit_test(test_language),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
