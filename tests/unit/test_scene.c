/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "render/scene.h"

#include "render/lua.h"
#include "rendered.h"

static struct sited s;
static struct rendered h;

static int
setup(void **state)
{
	(void)state;
	sited_open(&s);
	folder_put(&s.folder, "content/data/contacts.yaml",
	    "helpline: {name: {en: Helpline, nb: Hjelpetelefon}, phone: \"116 006\"}\n");
	return 0;
}

static int
teardown(void **state)
{
	(void)state;
	rendered_close(&h);
	sited_close(&s);
	return 0;
}

/* The page a.md with this text, as a reader of the language of ${path} gets it. */
static const char *
html(const char *markdown, const char *path)
{
	folder_put(&s.folder, "content/c/a.md", markdown);
	sited_read(&s);
	rendered_open(&h, &s, path);
	return rendered_html(&h);
}

#define STORY(head, inside) PAGE("A") "\n" head inside ":::ending[It's over]{#end}\nOver.\n:::\n:::\n"
#define START                                                                                                          \
	":::step[First]{#start}\nNow.\n\n- [*Go* on](#end) {outcome=safe}\n  > Well.\n- [Stay](#start) {outcome=risky}\n- [Leave](#end)\n\n:::\n"

static void
has(const char *page, const char *part)
{
	if (!strstr(page, part))
		fail_msg("no \"%s\" in:\n%s", part, page);
}

static void
lacks(const char *page, const char *part)
{
	if (strstr(page, part))
		fail_msg("\"%s\" is in:\n%s", part, page);
}

/* What cannot be played is a plain container with all its words; nothing in it pretends to be a scene. */
static void
test_broken(void **state)
{
	const char *page =
	    html(STORY(":::scenario[S]{#s}\n", ":::step{#start}\nNo way on.\n:::\n"), "en/c/a/index.html");

	(void)state;
	has(page, "No way on.");
	has(page, "Over.");
	lacks(page, "data-story");
	lacks(page, "data-scene");
}

static void
test_front(void **state)
{
	const char *page =
	    html(STORY(":::scenario[S]{#s}\n", "Before.\n\n:::caution\nCare.\n:::\n" START ":::summary\nShort.\n:::\n"),
		"en/c/a/index.html");

	(void)state;
	has(page, "<section id=\"s\" class=\"scenario\"");
	has(page,
	    "<div class=\"story\" data-story=\"s\">\n<div id=\"s--front\" class=\"scene front\" data-scene=\"front\">\n<p>Before.</p>\n<section class=\"callout caution\"");
	has(page,
	    "<a href=\"#s__start\" class=\"button\">Begin</a> <a href=\"#s--summary\">Skip the story and read the summary</a>");
	assert_true(strstr(page, "Care.") < strstr(page, "Begin</a>"));
}

static void
test_step(void **state)
{
	const char *page = html(STORY(":::scenario[S]{#s}\n", START), "en/c/a/index.html");

	(void)state;
	has(page,
	    "<div id=\"s__start\" class=\"scene step\" data-scene=\"step\">\n"
	    "<h3 class=\"scene-title\" tabindex=\"-1\"><span class=\"scene-number\">1</span> First</h3>\n<p>Now.</p>\n");
	has(page,
	    "<li><a href=\"#s__start--1\" data-choice><span><em>Go</em> on</span></a> <span class=\"scene-go\">go to 1.1</span></li>\n");
	has(page, "<a href=\"#s__end\" data-choice><span>Leave</span></a> <span class=\"scene-go\">go to 2</span>");
	lacks(page, "s__start--3");
	lacks(page, "Skip the story");
}

static void
test_turn(void **state)
{
	const char *page = html(STORY(":::scenario[S]{#s}\n", START), "en/c/a/index.html");

	(void)state;
	has(page,
	    "<div id=\"s__start--1\" class=\"scene turn\" data-scene=\"turn\" data-from=\"s__start\">\n"
	    "<h3 class=\"scene-title\" tabindex=\"-1\"><span class=\"scene-number\">1.1</span> <span class=\"scene-name\">You chose: </span>Go on</h3>\n"
	    "<p class=\"outcome outcome-safe\">Safe</p>\n<p>Well.</p>\n<p class=\"scene-on\"><a href=\"#s__end\" class=\"button\">Go on</a> "
	    "<span class=\"scene-go\">go to 2</span></p>\n<p class=\"scene-pause\"><a href=\"#s--pause\">Take a break</a></p>\n</div>\n");
	has(page,
	    "<p class=\"outcome outcome-risky\">Risky</p>\n<p class=\"scene-on\"><a href=\"#s__start\" class=\"button\">Think again</a>");
}

static void
test_ending(void **state)
{
	const char *page = html(STORY(":::scenario[S]{#s}\n", START ":::debrief\nTrue.\n:::\n"), "en/c/a/index.html");

	(void)state;
	has(page,
	    "<div id=\"s__end\" class=\"scene ending\" data-scene=\"ending\">\n<h3 class=\"scene-title\" tabindex=\"-1\"><span class=\"scene-number\">2</span> It&#39;s over</h3>\n<p>Over.</p>\n");
	has(page,
	    "<div id=\"s--debrief\" class=\"debrief\">\n<h3 class=\"scene-title\" tabindex=\"-1\"><span class=\"scene-name\">What really happened</span></h3>\n<p>True.</p>\n");
	has(page, "<div id=\"s--pause\" class=\"scene pause\" data-scene=\"pause\">");
	has(page, "<a href=\"tel:116006\">116 006</a>");
	has(page, "<div class=\"scene-tools\" data-tools hidden>");
	lacks(page, "data-points");
}

static void
test_points(void **state)
{
	(void)state;
	has(html(STORY(":::scenario[S]{#s scoring=end}\n", ":::step{#start}\n- [Go](#end) {score=1}\n:::\n"),
		"en/c/a/index.html"),
	    "<div class=\"story\" data-story=\"s\" data-points=\"Points: %{points} of %{max}\">");
	has(h.html.p, "<span class=\"scene-name\">Step 1</span>");
}

/* The interface speaks the reader's language, and says so. */
static void
test_fallback(void **state)
{
	const char *page = html(STORY(":::scenario[S]{#s}\n", START), "nb/c/a/index.html");

	(void)state;
	has(page, "<p class=\"outcome outcome-safe\" lang=\"nb\" dir=\"ltr\">Trygt</p>");
	has(page, "<span class=\"scene-go\" lang=\"nb\" dir=\"ltr\">gå til 2</span>");
	has(page, "<p class=\"scene-pause\" lang=\"nb\" dir=\"ltr\">");
	has(page, "<span class=\"scene-name\" lang=\"nb\" dir=\"ltr\">Du valgte: </span>Go on</h3>");
}

/* A link in the prose leads to the step, from wherever it stands. */
static void
test_links(void **state)
{
	const char *page = html(STORY("See [there](#s__end).\n\n:::scenario[S]{#s}\n",
				    ":::step{#start}\nOr [here](#end).\n\n- [Go](#end)\n:::\n"),
	    "en/c/a/index.html");

	(void)state;
	has(page, "See <a href=\"#s__end\">there</a>.");
	has(page, "Or <a href=\"#s__end\">here</a>.");
	told_nothing(&s.d);
}

/* A theme that writes the frame itself gets the story with all that belongs to it. */
static void
test_override(void **state)
{
	const char *page;

	(void)state;
	folder_put(&s.folder, "site.yaml", "title: Site\nlanguages: [en, nb]\ntheme: own\n");
	folder_put(
	    &s.folder, "themes/own/blocks/scenario.html", "<article>{{ block.label }}{{ block.body }}</article>");
	folder_put(&s.folder, "content/c/a.md", STORY(":::scenario[S]{#s}\n", START));
	sited_read(&s);
	rendered_open(&h, &s, "en/c/a/index.html");
	h.r.lua = lua_open(&s.site, &s.d);
	assert_non_null(h.r.lua);
	page = rendered_html(&h);
	lua_shut(h.r.lua);
	has(page, "<article>S<div class=\"story\" data-story=\"s\">");
	has(page, "<div id=\"s--pause\"");
	has(page, "<h3 class=\"scene-title\"");
	told_nothing(&s.d);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_broken, setup, teardown),
		cmocka_unit_test_setup_teardown(test_front, setup, teardown),
		cmocka_unit_test_setup_teardown(test_step, setup, teardown),
		cmocka_unit_test_setup_teardown(test_turn, setup, teardown),
		cmocka_unit_test_setup_teardown(test_ending, setup, teardown),
		cmocka_unit_test_setup_teardown(test_points, setup, teardown),
		cmocka_unit_test_setup_teardown(test_fallback, setup, teardown),
		cmocka_unit_test_setup_teardown(test_links, setup, teardown),
		cmocka_unit_test_setup_teardown(test_override, setup, teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
