/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "templated.h"

#include "base/stock.h"

static void
test_statements(void **state)
{
	struct house *h = *state;

	direct(h, "{% if page.lang == 'xx' %}a{% elseif page.next %}b{% elseif x.y %}c{% else %}d{% end %}e", "be");
	direct(h, "{% if nil %}a{% elseif nil %}b{% else %}{% if 1 %}c{% end %}d{% end %}e", "cde");
	direct(h, "{% if nil %}a{% elseif nil %}b{% end %}e", "e");
	direct(h, "{% for x in module.pages %}{{ x.id }}{% if x.id == 'p2' %}!{% end %}{% end %}", "p1p2!p3");
	direct(h,
	    "{% for i, x in module.pages %}{{ i }}{% for y in page.breadcrumb %}{{ x.id }}{{ y.id }} {% end %}{% end %}",
	    "1p1p1 p1p2 2p2p1 p2p2 3p3p1 p3p2 ");
	direct(h, "{% set a = 1 %}{% if a == 1 %}{% set a = 2 %}{% set b = a %}{{ b }}{% end %}{{ a }}", "22");
	direct(h, "{% set x = 'x' %}{% for x in page.breadcrumb %}{{ x.id }}{% end %}{{ x }}", "p1p2x");
	direct(h, "{% set t = 'mine' %}{{ t }}", "mine");
	direct(h, "<a{{ current('p2') }}><a {{ current(page.next.id) }} x><a{{ current('p1') }}>",
	    "<a aria-current=\"page\"><a  aria-current=\"page\" x><a>");
	direct(h, "{# only a comment #}", "");
	direct(h, "", "");
}

static void
test_templates(void **state)
{
	struct house *h = *state;

	tpl(h, "base.html", "[{% block a %}A{% end %}{% set x = it %}{% block b %}B{% end %}]{% block c %}{% end %}");
	tpl(h, "middle.html",
	    "{% extends \"base.html\" %}{% set m = 'M' %}{% block b %}{{ m }}{% block c %}{% end %}{% end %}");
	direct(h, "{% extends \"middle.html\" %}{% set v = page.lang %}{% block b %}{{ v }}{% end %}", "[Anb]");
	direct(h, "{% extends \"middle.html\" %}{% block c %}C{% end %}", "[AMC]C");
	tpl(h, "p.html", "({{ it.a }}{% if it.b %}{{ it.b.title }}{% end %}{{ it.c == nil }})");
	direct(h,
	    "{% include 'p.html' with { a = 'x', b = page.next } %}{% include \"p.html\" with { a = 1, a = 2 } %}",
	    "(xPage 2 &amp; moretrue)(2true)");
	tpl(h, "i.html", "{{ it == nil }}{{ page.lang }}");
	direct(h, "{% include 'i.html' %}", "truenb");
	tpl(h, "k.html", "{% for x in it.pages %}<a{{ current(x.id) }}>{{ x.id }}</a>{% end %}");
	direct(h, "{% cached \"k.html\" with module %}{% cached 'k.html' with module %}",
	    "<a>p1</a><a aria-current=\"page\">p2</a><a>p3</a><a>p1</a><a aria-current=\"page\">p2</a><a>p3</a>");
}

/* What needs Lua, and a template in Lua that is given each kind of value. */
static void
test_with_lua(void **state)
{
	struct house *h = *state;

	by_lua(h, "{{ page.lang .. 'x' }}", "nbx");
	by_lua(h, "{{ 1 + 1 }}{{ -1 }}{{ 1.5 }}", "2-11.5");
	by_lua(h, "{{ page.lang:upper() }}", "NB");
	by_lua(h, "{{ #{ 1, 2 } }}", "2");
	by_lua(h, "{{ ({ 'x' })[1] }}", "x");
	by_lua(h, "{% for k, v in pairs({ a = 1 }) %}{{ k }}{{ v }}{% end %}", "a1");
	by_lua(h, "<script type=\"application/json\">{{ 'x' }}</script>",
	    "<script type=\"application/json\">\"x\"</script>");
	by_lua(h, "{{ html('<b>') }}", "<b>");
	by_lua(h, "{{ string.find('ab', 'b') }}", "2");
	by_lua(h, "{% set string = { find = 1 } %}{{ string.find }}", "1");
	tpl(h, "lua.html", "{{ tostring(it) }}{{ page.lang .. '' }}|");
	direct(h,
	    "{% include 'lua.html' %}{% include 'lua.html' with 1 %}{% include 'lua.html' with 'x' %}{% include 'lua.html' with true %}",
	    "nilnb|1nb|xnb|truenb|");
	tpl(h, "of.html", "{{ it.v.title .. it.l[1].id .. #it.l .. tostring(it.h) .. it.t.x }}{{ it.h }}");
	direct(h, "{% include 'of.html' with { v = page.next, l = module.pages, h = page.body, t = { x = 1 } } %}",
	    "Page 2 &amp; morep13&lt;p&gt;Body &amp;amp; soul&lt;/p&gt;1<p>Body &amp; soul</p>");
	tpl(h, "key.html", "{{ it.key .. '' }}");
	direct(h, "{% cached 'key.html' with module %}{% cached 'key.html' with { key = 'k' } %}", "m1k");
	tpl(h, "base.html", "{{ '' .. 1 }}{% block a %}{% end %}");
	by_lua(h, "{% extends 'base.html' %}{% block a %}{{ page.lang }}{% end %}", "1nb");
}

/* What a recipe cannot do is done by Lua from the beginning of the page; the template is left to it from then on. */
static void
test_given_up(void **state)
{
	struct house *h = *state;

	by_lua(h, "a{{ 'a' < 'b' }}", "atrue");
	tpl(h, "part.html", "{% for x in it.list %}{{ x.id }}{% end %}{{ #it.list }}|");
	shows(h,
	    "a{% include 'part.html' with { list = module.pages } %}{% include 'part.html' with { list = page.breadcrumb } %}b",
	    "ap1p2p33|p1p22|b");
	shows(h, "{{ module.pages == module.pages }}", "false");
	lua_shut(h->l);
	h->l = NULL;
	tpl(h, "page.html", "{{ page.title }}");
	h->page.title = STR("\xff");
	assert_int_equal(run(h, "page.html"), -1);
	assert_int_equal(h->out.n, 0);
	assert_null(file(h, "page.html")->recipe);
	h->page.title = STR("good");
	prints(h, "page.html", "good");
}

/* Each template of the built-in theme needs no Lua. */
static void
test_theme(void **state)
{
	struct str prefix = STR("compiled/themes/default/");
	int n = 0;

	(void)state;
	for (size_t i = 0; i < stock_count; i++) {
		struct str path = stock_files[i].path, bytes = stock_files[i].bytes;
		bool found = false;

		if (!str_starts(path, prefix.p))
			continue;
		for (struct str line; (line = str_cut(&bytes, '\n')).n > 0;)
			found |= str_starts(line, "recipe ");
		if (!found)
			print_error("%.*s needs Lua\n", STR_ARG(path));
		assert_true(found);
		n++;
	}
	assert_true(n > 20);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_statements, setup, teardown),
		cmocka_unit_test_setup_teardown(test_templates, setup, teardown),
		cmocka_unit_test_setup_teardown(test_with_lua, setup, teardown),
		cmocka_unit_test_setup_teardown(test_given_up, setup, teardown),
		cmocka_unit_test(test_theme),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
