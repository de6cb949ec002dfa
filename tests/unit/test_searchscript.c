/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "testing.h"

#include <string.h>

#include "search/searchscript.h"
#include "sited.h"

static char *
script(struct sited *s, const char *lang)
{
	struct buf b = BUF_INIT;
	char *text;

	searchscript_emit(&b, &s->site, site_language(&s->site, str_of(lang)));
	buf_chr(&b, '\0');
	text = (char *)(uintptr_t)arena_str(&s->a, buf_view(&b)).p;
	buf_free(&b);
	return text;
}

static void
test_words(void **state)
{
	struct sited s;
	const char *nb;

	(void)state;
	sited_open(&s);
	folder_put(&s.folder, "content/c/page.md", PAGE("A") "x\n");
	sited_plan(&s);
	nb = script(&s, "nb");
	assert_non_null(strstr(nb, "/* Made by Pensum. SPDX-License-Identifier: MIT */\n"));
	assert_non_null(strstr(nb,
	    "const data = {lang:\"nb\",counts:\"nb\",others:[[\"en\",\"ltr\",\"engelsk\"]],text:{\"search-loading\":\"Søker …\","));
	assert_non_null(strstr(nb, "\"search-found\":{\"one\":\"%{count} treff på «%{words}»\","));
	assert_null(strstr(nb, "innerHTML"));
	assert_null(strstr(nb, "fetch("));
	assert_true(str_is(searchscript_name(&s.a, site_language(&s.site, STR("nb"))), "assets/search-nb.js"));
	sited_close(&s);
}

/* Those that stand in come first, and three are enough. */
static void
test_others(void **state)
{
	struct sited s;

	(void)state;
	sited_open(&s);
	folder_put(&s.folder, "site.yaml",
	    "title: Site\nlanguages: [en, nb, nb-NO, en-GB, nb-SJ]\nfallback:\n  nb: [nb-SJ]\n");
	folder_put(&s.folder, "content/c/page.md", PAGE("A") "x\n");
	sited_plan(&s);
	assert_non_null(strstr(script(&s, "nb"), "others:[[\"nb-SJ\","));
	assert_null(strstr(script(&s, "nb"), "[\"en-GB\","));
	assert_non_null(strstr(script(&s, "en"), "others:[[\"nb\","));
	sited_close(&s);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_words),
		cmocka_unit_test(test_others),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
