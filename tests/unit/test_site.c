/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/site.h"

#include "read/yaml.h"
#include "told.h"

static struct language languages[] = { { .tag = { "en", 2 }, .index = 0 }, { .tag = { "nb", 2 }, .index = 1 } };

static void
test_lookups(void **state)
{
	struct site s = { .languages = languages, .nlanguages = 2 };
	struct output page = { .lang = &languages[1] }, *pages[] = { NULL, &page };
	struct text en = { .lang = STR("en") }, nb = { .lang = STR("nb") }, *texts[] = { &nb, &en };
	struct document doc = { .texts = texts, .ntexts = 2, .pages = pages },
			excluded = { .texts = texts, .ntexts = 2 };

	(void)state;
	assert_ptr_equal(site_language(&s, STR("nb")), &languages[1]);
	assert_null(site_language(&s, STR("n")));
	assert_null(site_language(&s, STR_EMPTY));
	assert_ptr_equal(site_output(&s, &doc, &languages[1]), &page);
	assert_null(site_output(&s, &doc, &languages[0]));
	assert_null(site_output(&s, &excluded, &languages[1]));
	assert_ptr_equal(site_text(&doc, STR("en")), &en);
	assert_null(site_text(&doc, STR("sv")));
}

/* A text, or a map by language: exact, along the chain, else the first. */
static void
test_local(void **state)
{
	static const struct {
		const char *yaml, *want;
	} rows[] = { { "v: a\n", "a" }, { "v: {en: a, nb: b}\n", "b" }, { "v: {en: a, sv: c}\n", "c" },
		{ "v: {en: a, da: d}\n", "a" }, { "v: {}\n", "" }, { "v: [a]\n", "" } };
	struct str chain[] = { STR("sv"), STR("de") };
	struct language nb = { .tag = STR("nb"), .chain = chain, .nchain = 2 };

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct arena a = ARENA_INIT;
		struct diags d = DIAGS_INIT;
		struct source src = { STR("x.yaml"), str_of(rows[i].yaml) };

		is_text(site_local(value_get(yaml_read(&a, &src, src.bytes, 1, &d), "v"), &nb), rows[i].want);
		diags_free(&d);
		arena_free(&a);
	}
	assert_int_equal(site_local(NULL, &nb).n, 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_lookups),
		cmocka_unit_test(test_local),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
