/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/xmlin.h"

#include "told.h"

static void
test_sound(void **state)
{
	struct arena a = ARENA_INIT;
	struct xmlin_fault f;
	xmlDocPtr doc = xmlin_open(&a, STR("<a>\n<b/>\n</a>"), &f);

	(void)state;
	assert_non_null(doc);
	assert_int_equal(xmlin_line(xmlDocGetRootElement(doc)), 1);
	assert_int_equal(xmlin_line(xmlDocGetRootElement(doc)->children->next), 2);
	xmlFreeDoc(doc);
	arena_free(&a);
}

static void
test_faults(void **state)
{
	static const struct {
		const char *xml;
		uint32_t line;
		bool entities;
	} cases[] = {
		{ "", 1, false },
		{ "words", 1, false },
		{ "<a>\n<b>\n</a>", 3, false },
		{ "<!DOCTYPE a [\n<!ENTITY x \"y\">]>\n<a>&x;</a>", 2, true },
		{ "<!DOCTYPE a [<!ENTITY x SYSTEM \"/etc/passwd\">]><a>&x;</a>", 1, true },
		{ "<!DOCTYPE a [<!ENTITY x \"ha\"><!ENTITY y \"&x;&x;&x;\">]><a>&y;</a>", 1, true },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct arena a = ARENA_INIT;
		struct xmlin_fault f;

		assert_null(xmlin_open(&a, str_of(cases[i].xml), &f));
		assert_int_equal(f.line, cases[i].line);
		assert_int_equal(f.entities, cases[i].entities);
		assert_true(f.entities || f.why.n > 0);
		assert_int_equal(str_find(f.why, '\n'), f.why.n);
		arena_free(&a);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_sound), cmocka_unit_test(test_faults) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
