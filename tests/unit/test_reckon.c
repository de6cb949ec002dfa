/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "templated.h"

static void
test_values(void **state)
{
	struct house *h = *state;

	direct(h, "a{{ page.title }}b", "aTrade &lt;in&gt; &quot;people&quot;b");
	direct(h, "<p title='{{ page.title }}'>{{ page.body }}</p>",
	    "<p title='Trade &lt;in&gt; &quot;people&quot;'><p>Body &amp; soul</p></p>");
	direct(h, "<a href=\"{{ page.next.url }}\" title=\"{{ page.next.minutes }}\">{{ page.next.translated }}</a>",
	    "<a href=\"../p2/index.html\" title=\"0\">false</a>");
	direct(h, "<a href=\"{{ 'javascript:x' }}\"><a href=\"/{{ 'a b' }}\"><a href=\"x{{ 'y:z' }}\">",
	    "<a href=\"#\"><a href=\"/a%20b\"><a href=\"xy%3Az\">");
	direct(h, "{{ 'it' }}{{ \"is\" }}{{ 12 }}{{ true }}{{ not 1 }}", "itis12truefalse");
	direct(h, "{{ page.breadcrumb[2].title }}{{ #page.breadcrumb }}{{ #page.lang }}{{ #page.body }}",
	    "Page 2 &amp; more2222");
	direct(h, "{{ page.breadcrumb[3] == nil }}{{ page.breadcrumb[0] == nil }}", "truetrue");
	direct(h, "{{ isolate(page.title) }}{{ string.find(page.title, 'in', 1, true) }}",
	    "Trade &lt;in&gt; &quot;people&quot;8");
	direct(h, "{{ string.find('ab', '', 1, true) }}{{ string.find('ab', 'c', 1, true) == nil }}", "1true");
	direct(h, "{{ t('next') }} {{ t('hello', { name = page.lang }) }} {{ t('minutes', { count = 1 }) }}",
	    "Next page Hello, nb! 1 minute");
	direct(h, "{{ t('minutes', { count = #page.breadcrumb, }) }}", "2 minutes");
	direct(h, "{% if course %}a{% else %}b{% end %}", "b"); /* a name that this page has nothing for */
}

static void
test_operators(void **state)
{
	struct house *h = *state;

	direct(
	    h, "{{ 1 < 2 }}{{ 2 <= 1 }}{{ 2 > 1 }}{{ 1 >= 2 }}{{ 1 == 1 }}{{ 1 ~= 1 }}", "truefalsetruefalsetruefalse");
	direct(h, "{{ 'a' == 'a' }}{{ '1' == 1 }}{{ nil == false }}{{ true == true }}", "truefalsefalsetrue");
	direct(h, "{{ page == page }}{{ page == module }}{{ page.next == page.breadcrumb[2] }}", "truefalsetrue");
	direct(h, "{{ page.body == '' }}{{ page.body == page }}", "falsefalse");
	direct(h, "{{ nil or 'a' }}{{ false and 1 or 'b' }}{{ 'c' and 'd' }}{{ 'e' or x }}", "abde");
	direct(h, "{{ not nil == true }}{{ not (1 == 2) }}{{ 1 == 2 or 3 == 3 and 'y' }}", "truetruey");
	direct(h, "{% set order = 1 %}{{ order and 'a' or 'b' }}{% set nothing = nil %}{{ nothing == nil }}", "atrue");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_values, setup, teardown),
		cmocka_unit_test_setup_teardown(test_operators, setup, teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
