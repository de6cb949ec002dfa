/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "render/footnotes.h"
#include "render/block.h"

#include "assemble/body.h"
#include "folder.h"
#include "model/catalogue.h"
#include "model/directive.h"
#include "read/locale.h"
#include "read/markdown.h"
#include "read/yaml.h"
#include "render/html.h"
#include "render/lua.h"
#include "render/page.h"
#include "told.h"

/* A site of one page in English, whose reader speaks ${reader}: it is a fallback where that is not English. */
struct house {
	struct folder folder;
	struct arena a;
	struct diags d;
	struct config config;
	struct site site;
	struct language langs[2];
	struct document doc;
	struct course course;
	struct text text, *texts[1];
	struct output out;
	struct body body;
	struct render_kept kept;
	struct render r;
	struct buf html;
	const char *audience;
	const char *
	    assembled; /* for whom the body was made, where that is somebody else: nothing was left out for ${audience} */
	int reader, level;
};

static const char contacts[] =
    "emergency:\n  name: {en: Emergency, nb: Nødnummer}\n  phone: \"+47 112\"\n  hours: Always\n"
    "  valid-until: 2027-12-31\nempty:\n  name: Helpline\n  note: Fill in.\nwrite:\n  name: Office\n  email: a@example.org\n"
    "  url: javascript:alert(1)\nmap-only: {phone: \"<b>\"}\n";
static const char sources[] =
    "one:\n  title: {en: Report <one>, nb: Rapport}\n  year: 2015\n  url: https://example.org/?a&b\n"
    "two:\n  title: Second\nbad:\n  title: Bad\n  url: \"javascript:alert(1)\"\n";

static const struct value *
data(struct house *h, const char *yaml)
{
	struct source src = { STR("data.yaml"), str_of(yaml) };

	return yaml_read(&h->a, &src, src.bytes, 1, &h->d);
}

static void
speak(struct house *h, int i, const char *tag, const char *dir)
{
	struct catalogue *english = NULL;

	h->langs[i] =
	    (struct language){ .tag = str_of(tag), .dir = str_of(dir), .autonym = str_of(tag), .index = (size_t)i };
	h->langs[i].ui = locale_read(&h->a, h->config.root, h->langs[i].tag, &english, NULL, (struct span){ 0 }, &h->d);
	catalogue_free(english);
	assert_non_null(h->langs[i].ui);
}

static int
setup(void **state)
{
	struct house *h = calloc(1, sizeof *h);

	folder_open(&h->folder);
	h->config = (struct config){ .root = str_of(h->folder.path), .out = STR_EMPTY };
	h->site.config = &h->config;
	h->site.theme = STR("test");
	h->site.src = (struct source){ STR("site.yaml"), STR_EMPTY };
	h->site.base_url = STR_EMPTY;
	speak(h, 0, "en", "ltr");
	speak(h, 1, "nb", "ltr");
	h->site.languages = h->langs;
	h->site.nlanguages = 2;
	h->site.contacts = data(h, contacts);
	h->site.sources = data(h, sources);
	told_nothing(&h->d);
	h->course = (struct course){ .path = STR("content/c"), .name = STR("c"), .source_lang = STR("en") };
	h->doc = (struct document){
		.path = STR("content/c/a.md"), .name = STR("a"), .course = &h->course, .texts = h->texts, .ntexts = 1
	};
	h->texts[0] = &h->text;
	h->text = (struct text){ .doc = &h->doc,
		.lang = STR("en"),
		.src = { STR("content/c/a.md"), STR_EMPTY },
		.file = STR_EMPTY,
		.url_part = STR("a") };
	h->text.meta.title = STR("Page");
	h->text.meta.mode = h->text.meta.pass = h->text.meta.attempts = h->text.meta.grade = STR_EMPTY;
	h->out = (struct output){ .kind = OUTPUT_DOCUMENT,
		.path = STR("en/c/a/index.html"),
		.course = &h->course,
		.doc = &h->doc,
		.text = &h->text };
	h->level = 1;
	*state = h;
	return 0;
}

static int
teardown(void **state)
{
	struct house *h = *state;

	lua_shut(h->r.lua);
	page_forget(&h->kept);
	map_free(&((struct catalogue *)(uintptr_t)h->langs[0].ui)->messages);
	map_free(&((struct catalogue *)(uintptr_t)h->langs[1].ui)->messages);
	buf_free(&h->html);
	diags_free(&h->d);
	arena_free(&h->a);
	folder_close(&h->folder);
	free(h);
	return 0;
}

/* The HTML of a page that is ${markdown}. What is wrong with it is not asked here. */
static const char *
html(struct house *h, const char *markdown)
{
	struct source src = { h->text.src.path, str_of(markdown) };
	struct lua *lua = h->r.lua;

	h->config.audience = str_of(h->assembled ? h->assembled : h->audience ? h->audience : "learner");
	h->out.lang = &h->langs[h->reader];
	h->out.fallback = h->reader != 0;
	h->body = (struct body){ .text = &h->text, .src = src };
	h->body.root = markdown_read(&h->a, &src, src.bytes, 1, &h->d);
	assert_non_null(h->body.root);
	body_assemble(&h->a, &h->body, NULL, &h->site, &h->a, &h->d);
	h->config.audience = h->audience ? str_of(h->audience) : STR("learner");
	h->text.harvest = h->body.harvest;
	h->r = (struct render){ .site = &h->site,
		.out = &h->out,
		.body = &h->body,
		.text = &h->text,
		.writers = &block_writers,
		.kept = &h->kept,
		.arena = &h->a,
		.lua = lua,
		.diags = &h->d,
		.level = h->level,
		.script = STR_EMPTY };
	buf_reset(&h->html);
	footnotes_document(&h->r, &h->html, h->body.root);
	if (h->body.nheadings == 0)
		assert_int_equal(h->r.level, h->level);
	buf_chr(&h->html, '\0');
	return h->html.p;
}

#define says(h, markdown, part) assert_non_null(strstr(html(h, markdown), part))
#define hides(h, markdown, part) assert_null(strstr(html(h, markdown), part))

static size_t
times(const char *where, const char *what)
{
	size_t n = 0;

	for (const char *p = where; (p = strstr(p, what)); p += strlen(what))
		n++;
	return n;
}

/* -- regions -- */

static void
test_callout(void **state)
{
	struct house *h = *state;

	assert_string_equal(html(h, ":::tip[Good *advice*]{#t .wide}\nDo.\n:::\n"),
	    "<section id=\"t\" class=\"callout tip wide\" role=\"note\" aria-labelledby=\"t--title\">\n"
	    "<h2 class=\"block-title\" id=\"t--title\"><span class=\"block-kind\">Tip</span><span class=\"visually-hidden\">: </span>"
	    "<span class=\"block-label\">Good <em>advice</em></span></h2>\n<p>Do.</p>\n</section>\n");
	assert_string_equal(html(h, ":::note\nA\n:::\n\n:::note\nB\n:::\n"),
	    "<section class=\"callout note\" role=\"note\" aria-labelledby=\"block--1--title\">\n"
	    "<h2 class=\"block-title\" id=\"block--1--title\"><span class=\"block-kind\">Note</span></h2>\n<p>A</p>\n</section>\n"
	    "<section class=\"callout note\" role=\"note\" aria-labelledby=\"block--2--title\">\n"
	    "<h2 class=\"block-title\" id=\"block--2--title\"><span class=\"block-kind\">Note</span></h2>\n<p>B</p>\n</section>\n");
	says(h, ":::note[1 < 2 \"&]{#n}\nA\n:::\n", "<span class=\"block-label\">1 &lt; 2 &quot;&amp;</span>");
}

/* The words of the interface are marked where the text around them is in another language. */
static void
test_fallback(void **state)
{
	struct house *h = *state;

	h->reader = 1;
	says(h, ":::note\nA\n:::\n", "<span class=\"block-kind\" lang=\"nb\" dir=\"ltr\">Merk</span>");
	says(h, "::contact{role=emergency}\n",
	    "<div class=\"contact\" lang=\"nb\" dir=\"ltr\">\n<p class=\"contact-name\">Nødnummer</p>");
	says(h, ":::actions{source=one}\n- A\n:::\n", "<p class=\"source\" lang=\"nb\" dir=\"ltr\">Kilde: ");
}

static void
test_levels(void **state)
{
	struct house *h = *state;
	const char *page =
	    html(h, "## A\n\n:::practice[P]{#p}\n:::tip[T]{#t}\n### In\n\n#### Deeper\n:::\n:::\n\n## B\n");

	assert_non_null(strstr(page, "<h3 class=\"block-title\" id=\"p--title\""));
	assert_non_null(strstr(page, "<h4 class=\"block-title\" id=\"t--title\""));
	assert_non_null(strstr(page, "<h5>In</h5>"));
	assert_non_null(strstr(page, "<h6>Deeper</h6>"));
	assert_non_null(strstr(page, "<h2 id=\"b\">B</h2>"));
	h->level = 6;
	says(h, ":::note\n### X\n:::\n", "<h6>X</h6>");
	says(h, ":::indicators[I]{#i}\n### G\n- [ ] a\n:::\n", "<legend><h6>G</h6>");
}

static void
test_definition(void **state)
{
	struct house *h = *state;

	says(h, ":::definition[Means]{#means}\nHow.\n:::\n",
	    "<span class=\"block-kind\">Definition</span><span class=\"visually-hidden\">: </span>"
	    "<dfn class=\"block-label\">Means</dfn></h2>\n<p>How.</p>\n</section>\n");
}

static void
test_sources(void **state)
{
	struct house *h = *state;

	says(h, ":::actions{source=one}\n- A\n:::\n",
	    "</ul>\n<p class=\"source\">Source: <a href=\"https://example.org/?a&amp;b\">Report &lt;one&gt;</a> (2015)</p>\n</section>\n");
	says(h, ":::actions{source=two year=2020}\n- A\n:::\n", "<p class=\"source\">Source: Second (2020)</p>");
	says(h, ":::actions{year=2020}\n- A\n:::\n", "<p class=\"source\">As of 2020</p>");
	says(h, ":::actions{source=bad}\n- A\n:::\n", "<p class=\"source\">Source: Bad</p>");
	hides(h, ":::actions{source=none}\n- A\n:::\n", "class=\"source\"");
}

/* What all figures have in common is said once, else each has its own. */
static void
test_facts(void **state)
{
	struct house *h = *state;
	const char *page = html(h, ":::keyfacts\n- A. {source=two year=2015}\n- B. {year=2015 source=two}\n:::\n");

	assert_int_equal(times(page, "Source: Second (2015)"), 1);
	assert_non_null(strstr(page, "<li>B.</li>\n</ul>\n<p class=\"source\">"));
	page = html(h, ":::keyfacts\n- A. {source=two year=2015}\n- B. {year=2016 source=two}\n- C.\n:::\n");
	assert_non_null(strstr(page, "<li>A. <span class=\"source\">Source: Second (2015)</span>\n</li>"));
	assert_non_null(strstr(page, "<li>B. <span class=\"source\">Source: Second (2016)</span>\n</li>"));
	assert_null(strstr(page, "<p class=\"source\">"));
}

/* -- parts -- */

static void
test_case(void **state)
{
	struct house *h = *state;

	assert_string_equal(
	    html(h,
		":::case[Oslo]{#o country=NO years=2012-2015}\nIntro.\n\n### Before {part=happened}\nA\n\nB\n\n"
		"### Harm {part=abuse}\nC\n\n### After {#end part=outcome}\nD\n:::\n"),
	    "<section id=\"o\" class=\"case\" aria-labelledby=\"o--title\">\n<h2 class=\"block-title\" id=\"o--title\">"
	    "<span class=\"block-kind\">From real life</span><span class=\"visually-hidden\">: </span><span class=\"block-label\">Oslo</span></h2>\n"
	    "<p class=\"block-meta\">Norway, 2012\xe2\x80\x93"
	    "2015</p>\n<p>Intro.</p>\n"
	    "<div class=\"part part-happened\">\n<h3>Before</h3>\n<p>A</p>\n<p>B</p>\n</div>\n"
	    "<details class=\"part part-abuse\">\n<summary><h3>Harm</h3>\n</summary>\n<p>C</p>\n</details>\n"
	    "<div class=\"part part-outcome\">\n<h3 id=\"end\">After</h3>\n<p>D</p>\n</div>\n</section>\n");
	says(h, ":::case[X]{country=NO}\n### Odd {part=nonsense}\nA\n:::\n", "<h3>Odd</h3>\n<p>A</p>\n</section>");
	hides(h, ":::case[X]{country=ZZZZZZ}\nA\n:::\n", "Norway");
}

/* A year is said once: by the practice, or by its source. */
static void
test_practice(void **state)
{
	struct house *h = *state;

	hides(h, ":::practice{country=LV year=2014}\nA\n:::\n", "As of");
	says(h, ":::practice{country=LV year=2014}\nA\n:::\n", "<p class=\"block-meta\">Latvia, 2014</p>");
	says(h, ":::practice{country=LV year=2014 source=two}\nA\n:::\n", "<p class=\"block-meta\">Latvia</p>");
	says(h, ":::practice{country=LV year=2014 source=two}\nA\n:::\n", "Source: Second (2014)");
	hides(h, ":::practice\nA\n:::\n", "block-meta");
}

/* -- checklists -- */

static void
test_indicators(void **state)
{
	struct house *h = *state;
	const char *page = html(h,
	    ":::indicators[Signs]{#s}\n### Papers\n- [ ] No *passport* {#p .strong}\n  > It may be kept.\n- [ ] Low pay\n\n"
	    ":::band{from=0}\nNothing.\n:::\n\n:::band{from=1 of=strong}\nAsk.\n:::\n\n:::band{from=3}\nMany.\n:::\n:::\n");

	assert_non_null(strstr(page,
	    "<form method=\"dialog\" autocomplete=\"off\" data-ticks>\n<fieldset>\n<legend><h3>Papers</h3>\n</legend>\n"
	    "<ul class=\"ticks\">\n<li class=\"tick strong\"><label><input type=\"checkbox\" aria-describedby=\"s--1\"> <span>No <em>passport</em></span></label>\n"
	    "<div class=\"tick-why\" id=\"s--1\">\n<p>It may be kept.</p>\n</div>\n</li>\n"
	    "<li class=\"tick\"><label><input type=\"checkbox\"> <span>Low pay</span></label>\n</li>\n</ul>\n</fieldset>\n"));
	assert_non_null(strstr(page, "<div class=\"band\" data-from=\"0\">\n<p>Nothing.</p>"));
	assert_non_null(strstr(page,
	    "<div class=\"band\" data-from=\"1\" data-of=\"strong\">\n<p class=\"band-when\">From 1 strong sign</p><p>Ask.</p>"));
	assert_non_null(strstr(page, "<p class=\"band-when\">From 3 ticks</p>"));
	assert_int_equal(times(page, "<button type=\"reset\">"), 1);
	assert_int_equal(times(page, "<fieldset>"), times(page, "</fieldset>"));
	/* nothing that a browser could send or keep */
	assert_null(strstr(page, " name="));
	assert_null(strstr(page, "action="));
}

/* Ids of items are theirs only within one list: two lists may share them, the page may not. */
static void
test_indicator_ids(void **state)
{
	struct house *h = *state;
	const char *page = html(
	    h, ":::checklist{#a}\n- [ ] x {#same}\n  > why\n:::\n\n:::checklist{#b}\n- [ ] x {#same}\n  > why\n:::\n");

	assert_null(strstr(page, "id=\"same\""));
	assert_int_equal(times(page, "id=\"a--1\""), 1);
	assert_int_equal(times(page, "id=\"b--1\""), 1);
}

/* A form does not stand in a form. */
static void
test_nested_checklist(void **state)
{
	struct house *h = *state;

	assert_int_equal(
	    times(html(h, ":::checklist{#a}\n- [ ] x\n\n:::checklist{#b}\n- [ ] y\n:::\n:::\n"), "<form"), 1);
	says(h, ":::checklist{#a}\nOnly words.\n:::\n", "<p>Only words.</p>");
	hides(h, ":::checklist{#a}\nOnly words.\n:::\n", "<button");
}

/* -- tables -- */

static void
test_table(void **state)
{
	struct house *h = *state;

	says(h, ":::table[Counts]{#c source=two}\n\n| a | b |\n|---|--:|\n| 1 | 2 |\n\n:::\n",
	    "<figure id=\"c\" class=\"table\">\n<figcaption id=\"c--title\">Counts</figcaption>\n"
	    "<div class=\"table-scroll\" tabindex=\"0\" role=\"region\" aria-labelledby=\"c--title\">\n<table aria-labelledby=\"c--title\">\n");
	says(h, ":::table{#c}\n\n| a | b |\n|---|--:|\n| 1 | 2 |\n\n:::\n", "role=\"group\" aria-label=\"Table\"");
	hides(h, ":::table[Counts]{#c}\n\n| a | b |\n|---|--:|\n| 1 | 2 |\n\n:::\n", "style=");
}

#define GRID "Before.\n\n### R1 {#r1}\n#### Who\n- a\n#### When {#first}\nb\n\n### R2\n#### When\nc\n"

static void
test_grid_rows(void **state)
{
	struct house *h = *state;

	assert_string_equal(html(h, ":::grid[G]{#g}\n" GRID ":::\n"),
	    "<figure id=\"g\" class=\"grid\">\n<figcaption id=\"g--title\">G</figcaption>\n<p>Before.</p>\n"
	    "<div class=\"table-scroll\" tabindex=\"0\" role=\"region\" aria-labelledby=\"g--title\">\n"
	    "<table class=\"grid-table\" aria-labelledby=\"g--title\">\n"
	    "<thead>\n<tr><td></td><th scope=\"col\">Who</th><th scope=\"col\">When</th></tr>\n</thead>\n<tbody>\n"
	    "<tr><th id=\"r1\" scope=\"row\">R1</th>\n<td><span class=\"cell-label\">Who</span>\n<ul>\n<li>a</li>\n</ul>\n</td>\n"
	    "<td id=\"first\"><span class=\"cell-label\">When</span>\n<p>b</p>\n</td>\n</tr>\n"
	    "<tr><th scope=\"row\">R2</th>\n<td></td>\n<td><span class=\"cell-label\">When</span>\n<p>c</p>\n</td>\n</tr>\n"
	    "</tbody>\n</table>\n</div>\n</figure>\n");
}

static void
test_grid_columns(void **state)
{
	struct house *h = *state;

	says(h, ":::grid[G]{by=columns}\n" GRID ":::\n",
	    "<thead>\n<tr><td></td><th id=\"r1\" scope=\"col\">R1</th><th scope=\"col\">R2</th></tr>\n</thead>\n<tbody>\n"
	    "<tr><th scope=\"row\">Who</th>\n<td><span class=\"cell-label\">R1</span>\n");
	says(h, ":::grid{by=columns}\n### A\na\n\n### B\nb\n:::\n",
	    "<tr><th scope=\"col\">A</th><th scope=\"col\">B</th></tr>\n</thead>\n<tbody>\n<tr>\n<td><span class=\"cell-label\">A</span>\n<p>a</p>");
	says(h, ":::grid\n### A\na\n\n### B\nb\n:::\n",
	    "<div class=\"table-scroll\" tabindex=\"0\" role=\"group\" aria-label=\"Table\">\n"
	    "<table class=\"grid-table\">\n<tbody>\n<tr><th scope=\"row\">A</th>\n<td><p>a</p>\n</td>\n</tr>\n");
}

/* A cell runs on over lines that have nothing there, never over another cell. */
static void
test_grid_span(void **state)
{
	struct house *h = *state;
	const char *page = html(
	    h, ":::grid\n### R1\n#### A {rows=3}\nx\n#### B\ny\n\n### R2\n#### B\nz\n\n### R3\n#### A\nown\n:::\n");

	assert_non_null(strstr(page, " rowspan=\"2\">"));
	assert_non_null(strstr(page, "<p>own</p>"));
	assert_int_equal(times(page, "<td"), 1 + 6 - 1);
}

/* Any number of names stays affordable: what is too many falls into the last column, and is still there. */
static void
test_grid_names(void **state)
{
	struct house *h = *state;
	struct buf b = BUF_INIT;
	const char *page;

	BUF_LIT(&b, ":::grid\n");
	for (int i = 0; i < 200; i++)
		buf_fmt(&b, "### R%d\n#### C%d\nword%d.\n\n", i, i, i);
	buf_put(&b, ":::\n", 5);
	page = html(h, b.p);
	assert_int_equal(times(page, "scope=\"col\""), 24);
	assert_non_null(strstr(page, ">C199</h"));
	assert_non_null(strstr(page, "word199."));
	buf_free(&b);
}

static void
test_grid_odd(void **state)
{
	struct house *h = *state;

	says(h, ":::grid\nNo heading.\n:::\n", "<p>No heading.</p>\n</figure>");
	says(h, ":::grid\n#### Low\na\n\n### High\nb\n:::\n", "<th scope=\"row\">High</th>");
	says(h, ":::grid\n#### Low\na\n\n### High\nb\n:::\n", "<p>a</p>");
}

/* -- contacts -- */

static void
test_contact(void **state)
{
	struct house *h = *state;

	assert_string_equal(html(h, "::contact{role=emergency}\n"),
	    "<div class=\"contact\">\n<p class=\"contact-name\">Emergency</p>\n<p class=\"contact-phone\"><a href=\"tel:+47112\">+47 112</a></p>\n"
	    "<dl>\n<div><dt>Hours</dt><dd>Always</dd></div>\n</dl>\n<p class=\"contact-until\">Valid until 31 December 2027</p>\n</div>\n");
	assert_string_equal(html(h, "::contact{role=empty}\n"),
	    "<div class=\"contact contact-open\">\n<p class=\"contact-name\">Helpline</p>\n<p class=\"contact-empty\">To be filled in locally.</p>\n"
	    "<p class=\"contact-note\">Fill in.</p>\n</div>\n");
	assert_string_equal(html(h, "::contact{role=nobody}\n"), "");
	says(h, "::contact{role=write}\n", "<a href=\"mailto:a@example.org\">a@example.org</a>");
	hides(h, "::contact{role=write}\n", "javascript");
	says(h, "::contact{role=map-only}\n", "<p class=\"contact-phone\">&lt;b&gt;</p>");
}

static void
test_roles(void **state)
{
	struct house *h = *state;

	says(h, "Call :contact{role=emergency} now.\n",
	    "Call <span class=\"contact-name\">Emergency</span> (<a href=\"tel:+47112\">+47 112</a>) now.");
	says(h, "Call :contact[us]{role=write}.\n", "Call us (<a href=\"mailto:a@example.org\">a@example.org</a>).");
	says(h, "Call :contact{role=empty}.\n", "<span class=\"contact-name\">Helpline</span>.");
	says(h, "On :date{on=2026-02-03}.\n", "<time datetime=\"2026-02-03\">3 February 2026</time>");
	says(h, "On :date[that day]{on=2026-02-03}.\n", "<time datetime=\"2026-02-03\">that day</time>");
	says(h, "On :date[some day]{on=soon}.\n", "<p>On some day.</p>");
	says(h, "In :slot{name=town}.\n", "<span class=\"slot\">[town]</span>");
	says(h, "A :only[x]{language=en}:only[y]{language=nb}.\n", "<p>A x.</p>");
}

/* -- conditions -- */

static void
test_only(void **state)
{
	struct house *h = *state;

	assert_string_equal(html(h, ":::only{language=en}\nA\n:::\n"), "<p>A</p>\n");
	assert_string_equal(html(h, ":::only{language=nb}\nA\n:::\n"), "");
	assert_string_equal(html(h, ":::only{language=\"nb en\"}\nA\n:::\n"), "<p>A</p>\n");
	assert_string_equal(html(h, ":::only{language=\"!en\"}\nA\n:::\n"), "");
	assert_string_equal(html(h, ":::only{language=\"!nb\" output=site}\nA\n:::\n"), "<p>A</p>\n");
	assert_string_equal(html(h, ":::only{language=en output=print}\nA\n:::\n"), "");
	assert_string_equal(html(h, ":::only{edition=riga}\nA\n:::\n"), "");
	assert_string_equal(html(h, ":::only{edition=\"!riga\"}\nA\n:::\n"), "<p>A</p>\n");
	assert_string_equal(
	    html(h, ":::only{#x language=en}\nA\n:::\n"), "<div id=\"x\" class=\"only\">\n<p>A</p>\n</div>\n");
	h->reader = 1;
	assert_string_equal(html(h, ":::only{language=nb}\nA\n:::\n"), "<p>A</p>\n");
}

static void
test_facilitator(void **state)
{
	struct house *h = *state;

	assert_string_equal(html(h, ":::facilitator\nSecret.\n:::\n\n:::only{audience=facilitator}\nToo.\n:::\n"), "");
	told_nothing(&h->d);
	h->assembled = "facilitator";
	assert_string_equal(html(h, ":::facilitator\nSecret.\n:::\n\n:::only{audience=facilitator}\nToo.\n:::\n"), "");
	assert_int_equal(h->d.all.n, 2); /* they should not have come so far */
	assert_string_equal(html(h, "A :only[secret]{audience=facilitator}\n"), "<p>A </p>\n");
	assert_int_equal(h->d.all.n, 3);
	for (size_t i = 0; i < h->d.all.n; i++)
		assert_int_equal(h->d.all.v[i].code, DIAG_LEAK);
	h->assembled = NULL;
	h->audience = "facilitator";
	says(h, ":::facilitator\nSecret.\n:::\n", "<p>Secret.</p>");
	says(h, ":::only{audience=facilitator}\nToo.\n:::\n", "<p>Too.</p>");
}

/* -- others -- */

static void
test_container(void **state)
{
	struct house *h = *state;

	assert_string_equal(html(h, "::: {#x .wide}\nA\n:::\n"), "<div id=\"x\" class=\"wide\">\n<p>A</p>\n</div>\n");
	assert_string_equal(html(h, ":::challenge[Try *it*]{#c}\nA\n:::\n"),
	    "<section id=\"c\" class=\"challenge\" aria-labelledby=\"c--title\">\n<h2 class=\"block-title\" id=\"c--title\">"
	    "<span class=\"block-label\">Try <em>it</em></span></h2>\n<p>A</p>\n</section>\n");
}

static void
test_details(void **state)
{
	struct house *h = *state;

	assert_string_equal(html(h, ":::details[Words]{#d}\nA\n:::\n"),
	    "<details id=\"d\" class=\"details\">\n<summary>Words</summary>\n<p>A</p>\n</details>\n");
	assert_string_equal(html(h, ":::details{open=yes}\nA\n:::\n"),
	    "<details class=\"details\" open>\n<summary>More about this</summary>\n<p>A</p>\n</details>\n");
}

/* Whatever the directive: its words are on the page, or it is one of those that the question or the audience hides. */
static void
test_all_directives(void **state)
{
	static const char *const silent[] = { "facilitator", "hint", "feedback", "explanation", "samples", "band",
		"contact", "image" };
	struct house *h = *state;

	for (size_t i = 0; i < directive_count; i++) {
		const char *name = directives[i].name;
		bool hidden = false, shown;
		char markdown[200];

		for (size_t k = 0; k < sizeof silent / sizeof *silent; k++)
			hidden |= strcmp(silent[k], name) == 0;
		snprintf(markdown, sizeof markdown, ":::%s[Label]{#id1}\nWords inside.\n:::\n", name);
		shown = strstr(html(h, markdown), "Words inside.") != NULL;
		if (shown == hidden)
			fail_msg("%s: %s", name, h->html.p);
	}
}

/* -- themes -- */

static void
theme(struct house *h, const char *path, const char *text)
{
	folder_put(&h->folder, path, text);
	lua_shut(h->r.lua);
	h->r.lua = lua_open(&h->site, &h->d);
	assert_non_null(h->r.lua);
}

static void
test_override(void **state)
{
	struct house *h = *state;

	diags_free(&h->d);
	h->d = (struct diags)DIAGS_INIT;
	theme(h, "themes/test/blocks/note.html",
	    "<aside id=\"{{ block.id }}\" class=\"{{ block.classes }}\"><b>{{ block.label }}</b>{% for a in block.attributes %}[{{ a.key }}={{ a.value }}]{% end %}"
	    "{{ block.body }}{{ t(\"tip\") }}</aside>");
	assert_string_equal(html(h, ":::note[A *b*]{#n .c .d year=2015}\nText & more.\n:::\n"),
	    "<aside id=\"n\" class=\"c d\"><b>A <em>b</em></b>[year=2015]<p>Text &amp; more.</p>\nTip</aside>");
	says(h, ":::tip\nOurs.\n:::\n", "<section class=\"callout tip\"");
	says(h, ":::tip\n:::note\nIn it.\n:::\n:::\n", "<aside id=\"\" class=\"\"><b></b><p>In it.</p>");
	told_nothing(&h->d);
}

static void
test_override_fails(void **state)
{
	struct house *h = *state;

	diags_free(&h->d);
	h->d = (struct diags)DIAGS_INIT;
	theme(h, "themes/test/blocks/note.html", "{{ block.titel }}");
	assert_string_equal(html(h, ":::note\nA\n:::\n"), "");
	assert_int_equal(h->d.all.n, 1);
	assert_int_equal(h->d.all.v[0].code, DIAG_TEMPLATE_RUN);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
#define T(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
		T(test_callout),
		T(test_fallback),
		T(test_levels),
		T(test_definition),
		T(test_sources),
		T(test_facts),
		T(test_case),
		T(test_practice),
		T(test_indicators),
		T(test_indicator_ids),
		T(test_nested_checklist),
		T(test_table),
		T(test_grid_rows),
		T(test_grid_columns),
		T(test_grid_span),
		T(test_grid_names),
		T(test_grid_odd),
		T(test_contact),
		T(test_roles),
		T(test_only),
		T(test_facilitator),
		T(test_container),
		T(test_details),
		T(test_all_directives),
		T(test_override),
		T(test_override_fails),
#undef T
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
