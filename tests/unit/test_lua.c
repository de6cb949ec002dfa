/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "templated.h"

#include "base/hash.h"

static bool
has(const struct diag *g, const char *part)
{
	if (memmem(g->detail.p, g->detail.n, part, strlen(part)))
		return true;
	for (size_t i = 0; i < g->nnotes; i++)
		if (memmem(g->notes[i].p, g->notes[i].n, part, strlen(part)))
			return true;
	return false;
}

/* fails(h, text, code, line, col, part): page.html being ${text} has that one diag, at that place; it or a note says ${part}. */
static const struct diag *
fails_at(struct house *h, const char *text, enum diag_code code, unsigned at, unsigned col, const char *part,
    const char *file, int line)
{
	const struct diag *g;

	lua_shut(h->l);
	h->l = NULL;
	diags_free(&h->d);
	h->d = (struct diags)DIAGS_INIT;
	if (text)
		tpl(h, "page.html", text);
	if (run(h, "page.html") == 0) {
		print_error("printed: %.*s\n", (int)h->out.n, h->out.p);
		_fail(file, line);
	}
	_assert_int_equal(h->d.all.n, 1, file, line);
	_assert_int_equal(h->out.n, 0, file, line);
	g = &h->d.all.v[0];
	if (((int)code >= 0 && g->code != code) || g->at.line != at || g->at.col != col || !has(g, part)) {
		message_print(&h->d, stderr, false);
		if ((int)code >= 0)
			_assert_string_equal(diag_info(g->code)->name, diag_info(code)->name, file, line);
		_assert_int_equal(g->at.line, at, file, line);
		_assert_int_equal(g->at.col, col, file, line);
		_fail(file, line);
	}
	return g;
}
enum { RUN = DIAG_TEMPLATE_RUN, SYNTAX = DIAG_TEMPLATE_SYNTAX, MISSING = DIAG_TEMPLATE_MISSING };
#define fails(h, text, code, at, col, part) fails_at(h, text, (enum diag_code)(code), at, col, part, __FILE__, __LINE__)

/* -- printing -- */

static void
test_text(void **state)
{
	struct house *h = *state;

	shows(h, "<h1>{{ page.title }}</h1>\n", "<h1>Trade &lt;in&gt; &quot;people&quot;</h1>\n");
	shows(h, "{{ page.body }}", "<p>Body &amp; soul</p>");
	shows(h, "{{ 1 }} {{ 2.5 }} {{ true }} {{ page.minutes + 1 }}", "1 2.5 true 1");
	shows(h, "<p title=\"{{ page.title }}\">", "<p title=\"Trade &lt;in&gt; &quot;people&quot;\">");
	shows(h, "<title>{{ page.title }}</title>", "<title>Trade &lt;in&gt; &quot;people&quot;</title>");
	shows(h, "{{ html(\"<b>\") }}", "<b>");
	shows(h, "{{ tostring(page.body) }}", "&lt;p&gt;Body &amp;amp; soul&lt;/p&gt;");
	shows(h, "{# no {{ page.x }} #}{% raw %}{{ x }}{% endraw %}", "{{ x }}");
}

/* What an attacker's title may do in each place: nothing. */
static void
test_attacks(void **state)
{
	struct house *h = *state;

	h->page.title = STR("\"'><script>alert(1)</script>&");
	shows(h, "<p>{{ page.title }}</p>", "<p>&quot;&#39;&gt;&lt;script&gt;alert(1)&lt;/script&gt;&amp;</p>");
	shows(
	    h, "<p title='{{ page.title }}'>", "<p title='&quot;&#39;&gt;&lt;script&gt;alert(1)&lt;/script&gt;&amp;'>");
	shows(h, "<script type=\"application/json\">{{ page.title }}</script>",
	    "<script type=\"application/json\">\"\\\"'\\u003e\\u003cscript\\u003ealert(1)\\u003c/script\\u003e\\u0026\"</script>");
	shows(h, "<a href=\"{{ page.title }}\">", "<a href=\"%22&#39;%3E%3Cscript%3Ealert(1)%3C/script%3E&amp;\">");
	h->page.title = STR("javascript:alert(1)");
	shows(h, "<a href=\"{{ page.title }}\">", "<a href=\"#\">");
	shows(h, "<a href=\"{{ 'java' }}{{ 'script:alert(1)' }}\">", "<a href=\"javascript%3Aalert(1)\">");
	shows(
	    h, "<a href=\"{% if true %}java{% end %}{{ 'script:alert(1)' }}\">", "<a href=\"javascript%3Aalert(1)\">");
	h->page.title = STR(" JaVaScRiPt:alert(1)");
	shows(h, "<a href=\"{{ page.title }}\">", "<a href=\"#\">");
	h->page.title = STR("java\tscript:alert(1)");
	shows(h, "<a href=\"{{ page.title }}\">", "<a href=\"#\">");
	h->page.title = STR("data:text/html,x");
	shows(h, "<form action=\"{{ page.title }}\">", "<form action=\"#\">");
	shows(h, "<a xlink:href='{{ page.title }}'>", "<a xlink:href='#'>");
	h->page.title = STR("HTTPS://example.org/a b?x=1&y=[\xc3\xa5]#z");
	shows(h, "<a href=\"{{ page.title }}\">", "<a href=\"HTTPS://example.org/a%20b?x=1&amp;y=[%C3%A5]#z\">");
	shows(h, "<a href=\"x?q={{ query('a&b c') }}\">", "<a href=\"x?q=a%26b%20c\">");
}

static void
test_control(void **state)
{
	struct house *h = *state;

	shows(h,
	    "{% if page.next %}{{ page.next.title }}{% else %}none{% end %}|{% if course %}c{% elseif page.prev %}p{% else %}n{% end %}",
	    "Page 2 &amp; more|n");
	shows(h, "{% for x in module.pages %}{{ x.id }},{% end %}", "p1,p2,p3,");
	shows(h, "{% for i, x in module.pages %}{{ i }}{{ x.id }},{% end %}", "1p1,2p2,3p3,");
	shows(h, "{% for x in { 'a', 'b' } %}{{ x }}{% end %}{% for x in {} %}no{% end %}", "ab");
	shows(h, "{% for k, v in pairs { b = 1, a = 2, [10] = 3, [9] = 4 } %}{{ k }}={{ v }};{% end %}",
	    "9=4;10=3;a=2;b=1;");
	shows(h, "{% set n = 0 %}{% for x in module.pages %}{% set n = n + 1 %}{% end %}{{ n }}", "3");
	shows(h, "{{ #module.pages }}{{ module.pages[2].id }}{{ module.pages[4] == nil }}", "3p2true");
	shows(h, "{{ page.next == module.pages[2] }}{{ page.next == module.pages[1] }}{{ page.next ~= page }}",
	    "truefalsetrue");
	shows(h, "<ul>\n  {# one #}\n  {% for x in module.pages %}\n  <li>{{ x.id }}\n  {% end %}\n</ul>\n",
	    "<ul>\n  <li>p1\n  <li>p2\n  <li>p3\n</ul>\n");
	shows(h, "a {% if true %} b {% end %} c\r\n{% set x = 1 %}\r\nd", "a  b  c\r\nd");
	shows(h, "<a{% if page.next %} rel=\"x\"{% end %} href=\"{{ page.next.url }}\">",
	    "<a rel=\"x\" href=\"../p2/index.html\">");
	shows(h, "<a {% if page.next %}rel=\"x\"{% end %} b{% if page.prev %}{% else %} c{% end %}>",
	    "<a rel=\"x\" b c>");
	shows(h, "{{ classes('a', false, '', nil, 'b') }}{{ (pick({ { x = 1 } }, 'x')).x }}", "a b1");
}

static void
test_words(void **state)
{
	struct house *h = *state;
	char hex[17], want[100];

	shows(h, "{{ t('next') }}, {{ t('hello', { name = '<Ada>' }) }}", "Next page, Hello, &lt;Ada&gt;!");
	message(h, "both", "%{name}: %{count} of %{other} %", "%{name}: %{count}, 100 % of %{other}");
	shows(h,
	    "{{ t('both', { count = 1, name = '%{count}', other = 'x' }) }}|{{ t('both', { count = 2, name = 'n', other = 5 }) }}",
	    "%{count}: 1 of x %|n: 2, 100 % of 5");
	message(h, "few", "one", "many");
	fails(h, "{{ t('few') }}", RUN, 1, 7, "whole number `count`");
	shows(h, "{{ t('minutes', { count = 1 }) }}, {{ t('minutes', { count = 12 }) }}", "1 minute, 12 minutes");
	fails(h, "{{ t('nexd') }}", RUN, 1, 7, "did you mean `next`?");
	fails(h, "{{ t('hello') }}", RUN, 1, 7, "needs an argument `name`");
	fails(h, "{{ t('minutes', { count = 'x' }) }}", RUN, 1, 7, "whole number");
	fails(h, "{{ t('hello', { 'x' }) }}", RUN, 1, 0, "have names");
	tpl(h, "assets/theme.css", "body{}");
	hash_hex(hash_bytes(STR("body{}")), hex);
	snprintf(want, sizeof want, "<link href=\"../../assets/theme-%s.css\">", hex);
	shows(h, "<link href=\"{{ asset('theme.css') }}\">", want);
}

/* What runs the other way than the page is set apart, in titles and in sentences of the interface. */
static void
test_isolate(void **state)
{
	struct house *h = *state;

	fails(h, "{{ isolate(page) }}", RUN, 1, 12, "isolate() takes a text");
	fails(h, "{{ isolate() }}", RUN, 1, 0, "isolate() takes a text");
	shows(h, "{{ isolate('') }}{{ isolate('<a> – 5') }}", "&lt;a&gt; – 5");
	shows(h, "<title>{{ isolate('حق') }} – b</title>", "<title>\xe2\x81\xa8حق\xe2\x81\xa9 – b</title>");
	shows(h, "{{ t('hello', { name = 'حق' }) }}", "Hello, \xe2\x81\xa8حق\xe2\x81\xa9!");
	h->lang.dir = STR("rtl");
	shows(h, "{{ isolate('حق') }}{{ isolate('Oslo') }}", "حق\xe2\x81\xa8Oslo\xe2\x81\xa9");
}

/* A text is the same when it is asked for again, with whatever arguments, and in another language. */
static void
test_words_again(void **state)
{
	struct house *h = *state;
	struct catalogue ui = { .lang = STR("nb") };
	struct language nb = { .tag = STR("nb"), .ui = &ui };
	struct message next = { .key = STR("next") };

	for (int i = 0; i < PLURALS; i++)
		next.forms[i] = STR("Neste");
	map_put(&ui.messages, next.key, &next);
	message(h, "of", NULL, "of %{count}");
	shows(h,
	    "{% for n in { 1, 2, 1, 2, 5000, 5000, -1, -1, 1.0, '1' } %}{{ t('minutes', { count = n }) }},{% end %}",
	    "1 minute,2 minutes,1 minute,2 minutes,5,000 minutes,5,000 minutes,-1 minute,-1 minute,1 minute,1 minute,");
	shows(h,
	    "{% for n in { 1, 2, 1, 2, 1.5, 'x' } %}{{ t('of', { count = n }) }},{{ t('next', { count = n }) }},{{ t('next') }},{% end %}",
	    "of 1,Next page,Next page,of 2,Next page,Next page,of 1,Next page,Next page,of 2,Next page,Next page,"
	    "of 1.5,Next page,Next page,of x,Next page,Next page,");
	fails(h, "{{ t('minutes', { count = 1 }) }}{{ t('minutes') }}", RUN, 1, 0, "needs an argument `count`");
	fails(h, "{{ t('of', { count = 1 }) }}{{ t('of') }}", RUN, 1, 0, "needs an argument `count`");
	fails(h, "{{ t('next') }}{{ t('next', 1) }}", RUN, 1, 0, "table expected");
	shows(h, "{{ t('next') }}", "Next page");
	h->call.lang = &nb;
	prints(h, "page.html", "Neste");
	h->call.lang = &h->lang;
	prints(h, "page.html", "Next page");
	map_free(&ui.messages);
}

static void
test_partials(void **state)
{
	struct house *h = *state;

	tpl(h, "partials/item.html", "<li>{{ it.id }} of {{ page.title }}");
	shows(h, "{% for x in module.pages %}{% include \"partials/item.html\" with x %}{% end %}",
	    "<li>p1 of Trade &lt;in&gt; &quot;people&quot;<li>p2 of Trade &lt;in&gt; &quot;people&quot;<li>p3 of Trade &lt;in&gt; &quot;people&quot;");
	tpl(h, "layout.html",
	    "<title>{% block title %}none{% end %}</title>\n<main class=\"{% block kind %}x{% end %}\">{% block main %}empty{% end %}</main>\n");
	shows(h,
	    "{% extends \"layout.html\" %}\n\n{% block title %}{{ page.title }}{% end %}\n{% block main %}\n{{ page.body }}\n{% end %}\n",
	    "<title>Trade &lt;in&gt; &quot;people&quot;</title>\n<main class=\"x\"><p>Body &amp; soul</p>\n</main>\n");
	tpl(h, "mid.html",
	    "{% extends 'layout.html' %}{% block main %}mid {% block inner %}i{% end %}{% end %}{% block kind %}{{ 'm' }}{% end %}");
	shows(h, "{% extends 'mid.html' %}{% set x = 'low' %}{% block inner %}{{ x }}{% end %}",
	    "<title>none</title>\n<main class=\"m\">mid low</main>\n");
}

static void
test_cached(void **state)
{
	struct house *h = *state;

	tpl(h, "nav.html",
	    "{% for x in it.pages %}<a href=\"{{ x.url }}\"{{ current(x.id) }}>{{ x.title }}</a>\n{% end %}{{ t('next') }}");
	shows(h, "{% cached \"nav.html\" with module %}",
	    "<a href=\"../p1/index.html\">Page 1 &amp; more</a>\n<a href=\"../p2/index.html\" aria-current=\"page\">Page 2 &amp; more</a>\n"
	    "<a href=\"../p3/index.html\">Page 3 &amp; more</a>\nNext page");
	/* Kept: what the model says now does not matter, but the mark moves. */
	h->links[0].title = STR("changed");
	h->call.current = STR("p1");
	prints(h, "page.html",
	    "<a href=\"../p1/index.html\" aria-current=\"page\">Page 1 &amp; more</a>\n<a href=\"../p2/index.html\">Page 2 &amp; more</a>\n"
	    "<a href=\"../p3/index.html\">Page 3 &amp; more</a>\nNext page");
	h->call.current = STR("none");
	h->call.root = STR("../");
	prints(h, "page.html",
	    "<a href=\"../p1/index.html\">changed</a>\n<a href=\"../p2/index.html\">Page 2 &amp; more</a>\n"
	    "<a href=\"../p3/index.html\">Page 3 &amp; more</a>\nNext page");
	/* The same without a cache, and a cached partial in another. */
	h->call.current = STR("p3");
	h->module.pages.n = 3;
	tpl(h, "outer.html", "[{% cached \"nav.html\" with it %}]");
	shows(h,
	    "{% include \"nav.html\" with { pages = { module.pages[3] } } %}{% cached \"outer.html\" with module %}",
	    "<a href=\"../p3/index.html\" aria-current=\"page\">Page 3 &amp; more</a>\nNext page["
	    "<a href=\"../p1/index.html\">changed</a>\n<a href=\"../p2/index.html\">Page 2 &amp; more</a>\n"
	    "<a href=\"../p3/index.html\" aria-current=\"page\">Page 3 &amp; more</a>\nNext page]");
	h->call.current = STR("p1");
	prints(h, "page.html",
	    "<a href=\"../p3/index.html\">Page 3 &amp; more</a>\nNext page["
	    "<a href=\"../p1/index.html\" aria-current=\"page\">changed</a>\n<a href=\"../p2/index.html\">Page 2 &amp; more</a>\n"
	    "<a href=\"../p3/index.html\">Page 3 &amp; more</a>\nNext page]");
	tpl(h, "nav.html", "{{ page.title }}");
	fails(h, "\n{% cached 'nav.html' with module %}", RUN, 1, 4, "cannot be seen here");
	tpl(h, "nav.html", "{% if current('x') %}a{% end %}");
	fails(h, "{% cached 'nav.html' with module %}", RUN, 1, 0, "only be printed in a tag");
	fails(h, "{% cached 'nav.html' with page %}", RUN, 1, 4, "`key`");
}

/* -- refusals when a template is compiled -- */

static void
test_contexts(void **state)
{
	struct house *h = *state;

	fails(h, "<p>\n<a href={{ x }}>", SYNTAX, 2, 9, "without quotation marks");
	fails(h, "<a href=a{{ x }}>", SYNTAX, 1, 10, "without quotation marks");
	fails(h, "<{{ x }}>", SYNTAX, 1, 2, "right behind `<`");
	fails(h, "<h{{ x }}>", SYNTAX, 1, 3, "a tag name");
	fails(h, "<p {{ x }}>", SYNTAX, 1, 4, "in a tag");
	fails(h, "<p data-{{ x }}='1'>", SYNTAX, 1, 9, "an attribute name");
	fails(h, "<p onclick='{{ x }}'>", SYNTAX, 1, 13, "event handler");
	fails(h, "<p style='{{ x }}'>", SYNTAX, 1, 11, "`style`");
	fails(h, "<iframe srcdoc='{{ x }}'>", SYNTAX, 1, 17, "srcdoc");
	fails(h, "<img srcset='{{ x }}'>", SYNTAX, 1, 14, "srcset");
	fails(h, "<script>\nvar x = {{ x }};</script>", SYNTAX, 2, 9, "the body of `script`");
	fails(h, "<script type='text/x'>{{ x }}</script>", SYNTAX, 1, 23, "the body of `script`");
	fails(h, "<script type='{{ x }}'>{{ x }}</script>", SYNTAX, 1, 24, "the body of `script`");
	fails(h, "<style>p { color: {{ x }} }</style>", SYNTAX, 1, 19, "the body of `style`");
	fails(h, "<!-- {{ x }} -->", SYNTAX, 1, 6, "a comment");
	fails(h, "<!doctype {{ x }}>", SYNTAX, 1, 11, "a declaration");
	fails(h, "<script type='application/json'>{\"a\": \"{{ x }}\"}</script>", SYNTAX, 1, 40, "quotation marks");
	fails(h, "<a href='javascript:{{ x }}'>", SYNTAX, 1, 21, "`javascript:`");
	fails(h, "<a href='{{ x }}:b'>", SYNTAX, 1, 17, "any scheme");
	fails(h, "{% if x %}<a href='{% end %}", SYNTAX, 1, 20, "begins in text but ends in an attribute value");
	fails(h, "<p {% for x in y %}class='{% end %}", SYNTAX, 1, 27, "begins in a tag");
	fails(h, "<a href='", SYNTAX, 1, 9, "ends in an attribute value");
	fails(h, "<p class='{% include 'page.html' %}'>", SYNTAX, 1, 11, "only stand in text");
	h->page.title = STR("x");
	fails(h, "<p title='{{ page.body }}'>", RUN, 1, 14, "`page.body` is HTML");
	fails(h, "<title>{{ page.body }}</title>", RUN, 1, 11, "`page.body` is HTML");
	fails(h, "{{ page.body .. 'x' }}", RUN, 1, 14, "cannot be joined");
}

static void
test_syntax(void **state)
{
	struct house *h = *state;

	fails(h, "a\nb {{ page.title + }}", SYNTAX, 2, 6, "not Lua");
	fails(h, "{{ a b }}", SYNTAX, 1, 6, "`b` cannot stand here");
	fails(h, "{{ page.end }}", SYNTAX, 1, 9, "not Lua");
	fails(h, "{{ a) foo(b }}", SYNTAX, 1, 7, "not Lua");
	fails(h, "{{ }}", SYNTAX, 1, 3, "missing here");
	fails(h, "{{ a", SYNTAX, 1, 1, "not closed");
	fails(h, "{{ 'a }}", SYNTAX, 1, 4, "not closed");
	fails(h, "{% fro x in y %}", SYNTAX, 1, 4, "did you mean `for`?");
	fails(h, "{% if x %}", SYNTAX, 1, 1, "not closed by");
	fails(h, "{% end %}", SYNTAX, 1, 1, "closes nothing");
	fails(h, "{% else if x %}", SYNTAX, 1, 4, "elseif");
	fails(h, "{{ _w }}", SYNTAX, 1, 4, "reserved");
	fails(h, "{{ x -- y }}", SYNTAX, 1, 6, "comment");
	fails(h, "{% set end = 1 %}", SYNTAX, 1, 8, "Lua's own");
	fails(h, "{% block a %}{% end %}{% block a %}{% end %}", SYNTAX, 1, 32, "already");
	fails(h, "{% include 'nav' %}", MISSING, 1, 13, "there is no template `nav`");
	tpl(h, "partials/nav.html", "x");
	fails(h, "{% include 'partials/naf.html' %}", MISSING, 1, 13, "did you mean `partials/nav.html`?");
	fails(h, "{% extends 'layuot.html' %}", MISSING, 1, 13, "there is no template");
	tpl(h, "layout.html", "{% block main %}{% end %}");
	fails(h, "{% extends 'layout.html' %}{% block mian %}{% end %}", SYNTAX, 1, 37, "did you mean `main`?");
	fails(h, "{% extends 'layout.html' %}\nx", SYNTAX, 2, 1, "outside of the blocks");
	fails(h, "{% extends 'page.html' %}", SYNTAX, 1, 12, "extends itself");
	tpl(h, "layout.html", "\n<p {{ x }}>");
	assert_true(has(fails(h, "{% extends 'layout.html' %}", SYNTAX, 2, 4, "in a tag"), "in a tag"));
	assert_true(str_is(h->d.all.v[0].file, "themes/test/layout.html"));
	/* The next page says the same, without another try. */
	assert_int_equal(run(h, "page.html"), -1);
	assert_int_equal(h->d.all.n, 2);
	diags_sort(&h->d);
	assert_int_equal(h->d.all.n, 1);
	lua_shut(h->l);
	h->l = NULL;
	diags_free(&h->d);
	h->d = (struct diags)DIAGS_INIT;
	assert_int_equal(run(h, "nowhere.html"), -1);
	assert_int_equal(h->d.all.v[0].code, DIAG_TEMPLATE_MISSING);
	assert_true(lua_has(h->l, "page.html"));
	assert_false(lua_has(h->l, "nowhere.html"));
	assert_false(lua_has(h->l, "../page.html"));
}

/* -- errors of a run -- */

static void
test_names(void **state)
{
	struct house *h = *state;

	fails(h, "a\n{{ page.titel }}", RUN, 2, 9, "did you mean `title`?");
	fails(h, "{{ paeg.title }}", RUN, 1, 4, "did you mean `page`?");
	fails(h, "{{ asset('x.css') }}", RUN, 1, 11, "there is no asset `x.css`");
	fails(h, "{{ page.prev.title }}", RUN, 1, 0, "nil");
	fails(h, "{{ course.title }}", RUN, 1, 0, "nil");
	fails(h, "{{ page.prev }}", RUN, 1, 0, "nothing to print");
	fails(h, "{{ module.pages }}", RUN, 1, 0, "a list cannot be printed");
	fails(h, "{{ page }}", RUN, 1, 4, "`page` cannot be printed");
	fails(h, "{{ module.pages.title }}", RUN, 1, 17, "no field `title`");
	fails(h, "{% for x in page.title %}{% end %}", RUN, 1, 0, "a loop needs a list, and this is a text");
	fails(h, "{{ (function() x = 1 end)() }}", RUN, 1, 16, "`x` cannot be set");
	fails(h, "{{ (function() page.title = 1 end)() }}", RUN, 1, 16, "read-only");
	fails(h, "{{ (function() string.rep = 1 end)() }}", RUN, 1, 23, "cannot be set");
	fails(h, "{{ error('my\\nown') }}", RUN, 1, 0, "my own");
	fails(h, "{{ error({}) }}", RUN, 1, 0, "no text");
	tpl(h, "a.html", "\n{{ nope }}");
	tpl(h, "b.html", "{% include 'a.html' %}");
	fails(h, "\n\n{% include 'b.html' %}", RUN, 2, 4, "called from page.html, line 3");
	assert_true(has(&h->d.all.v[0], "called from b.html, line 1"));
	assert_true(has(&h->d.all.v[0], "while rendering content/a.md"));
	assert_true(str_is(h->d.all.v[0].file, "themes/test/a.html"));
	assert_true(str_is(h->d.all.v[0].line, "{{ nope }}"));
}

static void
test_limits(void **state)
{
	struct house *h = *state;

	fails(h, "\n{{ (function() while true do end end)() }}", RUN, 2, 0, "too many steps");
	fails(h, "{{ (function() while true do pcall(function() while true do end end) end end)() }}", RUN, 1, 0,
	    "too many steps");
	fails(h, "{{ (function() local t = {} while true do t[#t + 1] = 'x' .. #t end end)() }}", RUN, 1, 0, "too m");
	fails(h, "{{ (function() local s = 'x' while true do s = s .. s end end)() }}", RUN, 1, 0, "too much memory");
	fails(h,
	    "{{ (function() while true do pcall(function() local s = 'x' while true do s = s .. s end end) end end)() }}",
	    RUN, 1, 0, "too much memory");
	fails(h, "{{ string.rep('x', 1 << 40) }}", RUN, 1, 0, "larger than");
	shows(h, "{{ string.rep('', 1 << 40) }}", "");
	fails(h, "{% for i, x in (function() return 1, 1 end) %}{{ string.rep('x', 100000) }}{% end %}", RUN, 1, 0,
	    "too m");
	fails(h, "{{ (function() local function f() return 1 + f() end return f() end)() }}", RUN, 1, 0, "too m");
	fails(h, "{{ table.unpack({}, 1, 1 << 30) }}", RUN, 1, 0, "too many");
	fails(h, "{{ table.move({}, 1, 1 << 40, 2) }}", RUN, 1, 0, "too many");
	fails(h, "{% include 'page.html' %}", RUN, 1, 0, "nested more than 32 deep");
	/* Garbage does not count, and a page may work hard. */
	shows(h, "{{ #(function() local s for i = 1, 200 do s = ('x'):rep(1000000) .. i end return s end)() }}",
	    "1000003");
	shows(h, "{{ (function() local n = 0 for i = 1, 2000000 do n = n + i end return n end)() }}", "2000001000000");
	/* The state is usable after each of these. */
	tpl(h, "ok.html", "fine");
	prints(h, "ok.html", "fine");
}

/* Ways out of the sandbox: none of these names is there. */
static void
test_sandbox(void **state)
{
	static const char *const gone[] = { "load", "loadstring", "dofile", "loadfile", "require", "package", "io",
		"os", "debug", "collectgarbage", "setmetatable", "getmetatable", "rawset", "rawget", "rawequal",
		"rawlen", "coroutine", "print", "next", "xpcall", "warn", "_G", "_ENV" };
	static const char *const gone_fields[] = { "string.dump", "math.random", "math.randomseed", "string.pack" };
	struct house *h = *state;
	char text[100];

	for (size_t i = 0; i < sizeof gone / sizeof *gone; i++) {
		snprintf(text, sizeof text, "{{ type(%s) }}", gone[i]);
		fails(h, text, gone[i][0] == '_' ? SYNTAX : RUN, 1, 9, gone[i]);
	}
	for (size_t i = 0; i < sizeof gone_fields / sizeof *gone_fields; i++) {
		snprintf(text, sizeof text, "{{ type(%s) }}", gone_fields[i]);
		shows(h, text, "nil");
	}
	shows(h, "{{ ('x').dump == nil }}{{ type(('x').rep) }}", "truefunction");
	fails(h, "{{ (function() ('x').y = 1 end)() }}", RUN, 1, 0, "index");
	shows(h, "{{ tostring({}) }} {{ tostring(type) }} {{ tostring(page) }} {{ string.format('%s', {}) }}",
	    "table function `page` table");
}

/* -- the site's own files -- */

/* opening(h, code, line, part): the state cannot be made. */
static void
refuses_to_open(struct house *h, enum diag_code code, const char *file, unsigned line, const char *part)
{
	diags_free(&h->d);
	h->d = (struct diags)DIAGS_INIT;
	lua_shut(h->l);
	h->l = lua_open(&h->site, &h->d);
	assert_null(h->l);
	assert_int_equal(h->d.all.n, 1);
	if (h->d.all.v[0].code != code || h->d.all.v[0].at.line != line || !has(&h->d.all.v[0], part)) {
		message_print(&h->d, stderr, false);
		fail();
	}
	assert_true(str_is(h->d.all.v[0].file, file));
}

static void
test_helpers(void **state)
{
	struct house *h = *state;

	put(h, "lua/helpers.lua",
	    "local h, kept, old = {}, nil, nil\nfunction h.twice(s) return html('<b>' .. escape(s) .. '</b>') end\n"
	    "function h.keep(x) local was = kept kept = x return was end\n"
	    "function h.title(x)\n\treturn x.titel\nend\nfunction h.peek() return page end\nreturn h\n");
	shows(h, "{{ twice('a&b') }}<p title=\"{{ 1 }}\">", "<b>a&amp;b</b><p title=\"1\">");
	fails(h, "<p title='{{ twice('a') }}'>", RUN, 1, 0, "this is HTML");
	fails(h, "\n{{ title(page) }}", RUN, 2, 0, "lua/helpers.lua:5: there is no field `titel` in `page`");
	fails(h, "{{ peek() }}", RUN, 1, 0, "cannot be seen here");
	fails(h, "{{ classes('a') }}", RUN, 1, 4, "there is no name `classes`");

	/* A view, a list and HTML of a page that is done are refused, not read. */
	shows(h, "{{ keep(page) == nil }}", "true");
	h->page.title = STR("gone");
	tpl(h, "second.html", "{{ keep(page).title }}");
	assert_int_equal(run(h, "second.html"), -1);
	assert_true(has(&h->d.all.v[h->d.all.n - 1], "kept from another page"));
	shows(h, "{{ keep(module.pages) == nil }}", "true");
	for (int i = 0; i < 3; i++) {
		static const char *const again[] = { "{{ #keep(1) }}", "{{ keep(1)[1] }}",
			"{% for x in keep(1) %}{% end %}" };

		tpl(h, "second.html", again[i]);
		shows(h, "{{ keep(module.pages) == nil }}", "true");
		assert_int_equal(run(h, "second.html"), -1);
		assert_true(has(&h->d.all.v[h->d.all.n - 1], "kept from another page"));
	}
	tpl(h, "second.html", "{{ keep(1) }}");
	shows(h, "{{ keep(page.body) == nil }}", "true");
	assert_int_equal(run(h, "second.html"), -1);
	assert_true(has(&h->d.all.v[h->d.all.n - 1], "kept from another page"));
	shows(h, "{{ keep(html('<i>')) == nil }}", "true"); /* but Lua's own HTML is kept by Lua */
	prints(h, "second.html", "<i>");
	tpl(h, "second.html", "{{ keep(1) == page }}{{ page == keep(page) }}");
	shows(h, "{{ keep(page) == nil }}", "true");
	prints(h, "second.html", "falsefalse");

	put(h, "lua/helpers.lua", "return {\n");
	refuses_to_open(h, DIAG_TEMPLATE_RUN, "lua/helpers.lua", 2, "unexpected symbol near <eof>");
	put(h, "lua/helpers.lua", "\nerror('no')");
	refuses_to_open(h, DIAG_TEMPLATE_RUN, "lua/helpers.lua", 2, "no");
	put(h, "lua/helpers.lua", "return { t = 1 }");
	refuses_to_open(h, DIAG_TEMPLATE_RUN, "lua/helpers.lua", 0, "there is a `t` already");
	put(h, "lua/helpers.lua", "return { 1 }");
	refuses_to_open(h, DIAG_TEMPLATE_RUN, "lua/helpers.lua", 0, "names, not items");
	put(h, "lua/helpers.lua", "return 1");
	refuses_to_open(h, DIAG_TEMPLATE_RUN, "lua/helpers.lua", 0, "must return a table");
	put(h, "lua/helpers.lua", "while true do pcall(function() while true do end end) end");
	refuses_to_open(h, DIAG_TEMPLATE_RUN, "lua/helpers.lua", 1, "too many steps");
	put(h, "lua/helpers.lua", "\x1bLua");
	refuses_to_open(h, DIAG_TEMPLATE_RUN, "lua/helpers.lua", 0, "binary");
	put(h, "lua/helpers.lua", "return { x = t('next') }");
	refuses_to_open(h, DIAG_TEMPLATE_RUN, "lua/helpers.lua", 1, "while a page is rendered");
	put(h, "lua/helpers.lua", "x = 1 return {}");
	refuses_to_open(h, DIAG_TEMPLATE_RUN, "lua/helpers.lua", 1, "`x` cannot be set");
}

/* A site's own compiler is watched as everything else is. */
static void
test_compiler(void **state)
{
	struct house *h = *state;

	put(h, "lua/template.lua", "return { compile = function(s) return 'return function() end', {} end }");
	shows(h, "anything", "");
	put(h, "lua/template.lua", "return { compile = function(s) while true do end end }");
	fails(h, "x", RUN, 0, 0, "too many steps");
	put(h, "lua/template.lua", "return {}");
	fails(h, "x", RUN, 0, 0, "call");
	put(h, "lua/template.lua", "return { compile = function(s) return nil end }");
	fails(h, "x", RUN, 0, 0, "lua/template.lua");
	put(h, "lua/template.lua", "return { compile = function(s) return nil, {} end }");
	fails(h, "x", SYNTAX, 0, 0, "");
	put(h, "lua/template.lua", "return { compile = function(s) return '((', {} end, blame = function() end }");
	fails(h, "x", RUN, 0, 0, "lua/template.lua");
	put(h, "lua/template.lua", "return 5");
	refuses_to_open(h, DIAG_TEMPLATE_RUN, "lua/template.lua", 0, "must return a table");
}

static void
test_theme(void **state)
{
	struct house *h = *state;

	put(h, "themes/default/a.html", "site's default");
	shows(h, "{% include 'a.html' %}", "site's default");
	tpl(h, "a.html", "theme's own");
	shows(h, "{% include 'a.html' %}", "theme's own");
	fails(h, "{% include '../test/a.html' %}", MISSING, 1, 13, "there is no template");
	fails(h, "{% include '/etc/passwd' %}", MISSING, 1, 13, "there is no template");
	fails(h, "{% include '.hidden' %}", MISSING, 1, 13, "there is no template");
	fails(h, "{% include '' %}", SYNTAX, 1, 13, "there is no template");
	h->site.theme = STR("nothing");
	refuses_to_open(h, DIAG_THEME_MISSING, "site.yaml", 0, "themes/nothing/");
	h->site.theme = STR("../themes/test");
	refuses_to_open(h, DIAG_THEME_MISSING, "site.yaml", 0, "themes/");
}

/* Templates that are no text, or no files. */
static void
test_bytes(void **state)
{
	struct house *h = *state;
	char path[100];

	shows(h, "\xef\xbb\xbf<p>{{ 1 }}", "<p>1");
	fails(h, "ab\n\xc3\xa5\xff\n", -1, 2, 3, "0xff");
	assert_int_equal(h->d.all.v[0].code, DIAG_UTF8_INVALID);
	tpl(h, "bad.html", "\xff");
	fails(h, "\n{% include 'bad.html' %}", -1, 1, 1, "called from page.html, line 2");
	fails(h, "{% extends 'bad.html' %}", -1, 1, 1, "0xff");
	assert_true(str_is(h->d.all.v[0].file, "themes/test/bad.html"));
	assert_int_equal(run(h, "page.html"), -1); /* no false cycle the second time */
	assert_int_equal(h->d.all.v[1].code, DIAG_UTF8_INVALID);
	snprintf(path, sizeof path, "%s/themes/test/loop.html", h->dir);
	assert_int_equal(symlink("loop.html", path), 0);
	fails(h, "\n{% include 'loop.html' %}", -1, 2, 0, "themes/test/loop.html");
	assert_int_equal(h->d.all.v[0].code, DIAG_FILE_UNREADABLE);
	fails(h, "{{ ('\xc3\xa5'):sub(1, 1) }}", RUN, 1, 0, "cut inside a character");
	fails(h, "<p title='{{ html('\xc3\xa5'):sub(1, 1) }}'>", RUN, 1, 0, "no fields");
	fails(h, "{{ html(('\xc3\xa5'):sub(1, 1)) }}", RUN, 1, 0, "cut inside a character");
}

/* What a failed run leaves behind does not reach the next one; what is kept is bounded. */
static void
test_cache(void **state)
{
	struct house *h = *state;
	char key[20];

	tpl(h, "nav.html", "<a{{ current('p2') }}>{{ it.x.y }}");
	fails(h, "{% cached 'nav.html' with { key = 'a' } %}", RUN, 1, 0, "index a nil value");
	tpl(h, "after.html", "{{ current('p2') }}{% cached 'other.html' with { key = 'a' } %}");
	tpl(h, "other.html", "{{ it.key }}");
	prints(h, "after.html", "truea");
	tpl(h, "self.html", "{% cached 'self.html' with it %}");
	fails(h, "{% cached 'self.html' with { key = 'a' } %}", RUN, 1, 0, "nested more than 32 deep");
	tpl(h, "large.html", "{{ it.key }}{{ ('x'):rep(3000000) }}<a{{ current('p2') }}>");
	tpl(h, "keeper.html", "{% cached 'large.html' with module %}");
	h->module.key = str_of(key);
	for (int i = 0; i < 12; i++) {
		snprintf(key, sizeof key, "key %d", i);
		h->module.key.n = strlen(key);
		assert_int_equal(run(h, "keeper.html"), 0);
		assert_int_equal(h->out.n, h->module.key.n + 3000000 + strlen("<a aria-current=\"page\">"));
		assert_memory_equal(h->out.p, key, h->module.key.n);
		assert_memory_equal(h->out.p + h->out.n - 2, "\">", 2);
	}
	fails(h, "{% cached 'nav.html' with 'a' %}", RUN, 1, 4, "`key`");
	fails(h, "{% cached 'nav.html' with { key = '' } %}", RUN, 1, 4, "`key`");
	fails(h, "{% cached 'nav.html' with { key = 1 } %}", RUN, 1, 4, "`key`");
}

/* -- the same input, the same bytes -- */

static void
test_order(void **state)
{
	struct house *h = *state;

	shows(h,
	    "{% set t = {} %}{% for i, c in { 'q', 'w', 'e', 'r', 't', 'y' } %}{% set _ = (function() t[c] = i end)() %}{% end %}"
	    "{% for k, v in pairs(t) %}{{ k }}{{ v }}{% end %}",
	    "e3q1r4t5w2y6");
	shows(h, "{% for k, v in pairs { [true] = 1, [2.5] = 2, a = 3, [-1] = 4, [false] = 5 } %}{{ v }}{% end %}",
	    "42351");
	fails(h, "{% for k in pairs { [{}] = 1 } %}{% end %}", RUN, 1, 0, "no order");
	/* Lua's own sort is not stable, and asks the clock when it has a long table. */
	shows(h,
	    "{% set t = {} %}{% for i in (function() local r = {} for i = 1, 300 do r[i] = i end return r end)() %}"
	    "{% set _ = (function() t[i] = { i // 100, i } end)() %}{% end %}"
	    "{% set _ = table.sort(t, function(a, b) return a[1] > b[1] end) %}{{ t[1][2] }},{{ t[2][2] }},{{ t[102][2] }},{{ t[300][2] }}",
	    "300,200,100,99");
	shows(h, "{% set t = { 3, 1, 2 } %}{% set _ = table.sort(t) %}{{ table.concat(t) }}", "123");
	fails(h, "{{ table.sort({ 1, 'a' }) }}", RUN, 1, 0, "compare");
	fails(h, "{{ string.format('%p', {}) }}", RUN, 1, 19, "not offered");
	shows(h, "{{ string.format('%s|%5.1f|%d%%|%q', { }, 1, 2, 'a') }}", "table|  1.0|2%|&quot;a&quot;");
	shows(h, "{{ tostring(nil) }}{{ tostring(1.0) }}{{ tostring(module.pages) }}", "nil1.0a list");
}

static void
test_json(void **state)
{
	struct house *h = *state;

	h->page.title = STR("</script>");
	shows(h,
	    "<script type='application/json'>{{ { a = page.title, b = { 1, 2.5, true }, c = {}, d = module.pages[9], e = page.body } }}</script>",
	    "<script type='application/json'>{\"a\":\"\\u003c/script\\u003e\",\"b\":[1,2.5,true],\"c\":[],"
	    "\"e\":\"\\u003cp\\u003eBody \\u0026amp; soul\\u003c/p\\u003e\"}</script>");
	shows(h, "<script type='application/json'>{{ nil }}</script>", "<script type='application/json'>null</script>");
	fails(h, "<script type='application/json'>{{ page }}</script>", RUN, 1, 36, "make a table");
	fails(h, "<script type='application/json'>{{ { 1 / 0 } }}</script>", RUN, 1, 0, "no number");
	fails(h, "<script type='application/json'>{{ { [1.5] = 1 } }}</script>", RUN, 1, 0, "not of both");
	fails(h, "<script type='application/json'>{{ (function() local t = {} t.t = t return t end)() }}</script>", RUN,
	    1, 0, "contains itself");
	fails(h, "<script type='application/json'>{{ type }}</script>", RUN, 1, 0, "a function cannot be printed");
}

/* The example of docs/templates.md. */
static void
test_example(void **state)
{
	struct house *h = *state;
	char *text = NULL;
	size_t n = 0;
	FILE *f;

	h->call.content = STR("content/trafficking/02-what/10-act.md");
	tpl(h, "partials/head.html", "\n\n<h1>{{ page.titel }}</h1>\n");
	fails(h, "\n\n\n\n\n\n{% include \"partials/head.html\" %}", RUN, 3, 13, "titel");
	f = open_memstream(&text, &n);
	message_print(&h->d, f, false);
	fclose(f);
	assert_string_equal(text,
	    "themes/test/partials/head.html:3:13: error: this template failed: there is no field `titel` in `page`; did you mean `title`? [template-run]\n"
	    "    3 | <h1>{{ page.titel }}</h1>\n"
	    "      |             ^~~~~\n"
	    "      = called from page.html, line 7\n"
	    "      = while rendering content/trafficking/02-what/10-act.md\n");
	free(text);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
#define T(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
		T(test_text),
		T(test_attacks),
		T(test_control),
		T(test_words),
		T(test_isolate),
		T(test_words_again),
		T(test_partials),
		T(test_cached),
		T(test_contexts),
		T(test_syntax),
		T(test_names),
		T(test_limits),
		T(test_sandbox),
		T(test_helpers),
		T(test_compiler),
		T(test_theme),
		T(test_bytes),
		T(test_cache),
		T(test_order),
		T(test_json),
		T(test_example),
#undef T
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
