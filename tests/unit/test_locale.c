/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read/locale.h"

#include <sys/stat.h>

#include "base/fs.h"
#include "base/stock.h"
#include "localise/counted.h"
#include "localise/plural.h"
#include "localise/ui.h"
#include "told.h"

static struct arena arena;
static struct diags diags;
static struct catalogue *catalogue;
static char root[64];

static int
setup(void **state)
{
	(void)state;
	arena = (struct arena)ARENA_INIT;
	diags = (struct diags)DIAGS_INIT;
	catalogue = 0;
	strcpy(root, "/tmp/pensum-locale-XXXXXX");
	return mkdtemp(root) ? 0 : -1;
}

static int
teardown(void **state)
{
	(void)state;
	catalogue_free(catalogue);
	arena_free(&arena);
	diags_free(&diags);
	return fs_remove_tree(root);
}

static void
site_file(const char *name, struct str bytes)
{
	assert_int_equal(fs_mkdirs(arena_fmt(&arena, "%s/locales", root).p), 0);
	assert_int_equal(fs_write(arena_fmt(&arena, "%s/locales/%s", root, name).p, bytes), 0);
}

static struct catalogue *
read(const char *tag)
{
	struct catalogue *english = NULL;

	catalogue_free(catalogue);
	catalogue = locale_read(&arena, str_of(root), str_of(tag), &english, NULL, (struct span){ 0 }, &diags);
	catalogue_free(english);
	return catalogue;
}

static struct str
text(const char *key)
{
	const struct message *m = map_get(&catalogue->messages, str_of(key));

	return m ? m->forms[PLURAL_OTHER] : STR_EMPTY;
}

/* The languages that ship are complete, in the right plural forms, and say the same arguments. */
static void
test_built_in(void **state)
{
	static const char *const tags[] = { "nb", "nn", "lv", "ru", "et", "lt", "pl", "sv", "fi", "da", "de", "is",
		"uk", "ar", "fa-AF", "en" };

	(void)state;
	for (size_t i = 0; i < sizeof tags / sizeof *tags; i++) {
		struct language lang = { .tag = str_of(tags[i]) };

		assert_non_null(read(tags[i]));
		lang.ui = (struct catalogue *)(uintptr_t)catalogue;
		plural_table(lang.tag, lang.plurals, LANGUAGE_COUNTED);
		assert_true(ui_check(catalogue, &diags));
		assert_true(counted_check(&lang, &diags));
		told_nothing(&diags);
		is_text(catalogue->lang, tags[i]);
	}
	is_text(text("home"), "Home");
	assert_non_null(read("nb"));
	is_text(text("home"), "Forsiden");
	is_text(text("minutes"), "%{count} minutter");
	assert_true(((struct message *)map_get(&catalogue->messages, STR("minutes")))->plural);
}

/* What is built in would pass as a site's own, which is compared with English; and lacks nothing. */
static void
test_like_english(void **state)
{
	struct catalogue *english = locale_english(&arena, &diags);
	size_t languages = 0;

	(void)state;
	for (size_t i = 0; i < stock_count; i++) {
		struct str name = stock_files[i].path;

		if (!str_starts(name, "locales/"))
			continue;
		name = arena_str(&arena, str_sub(name, strlen("locales/"), name.n));
		site_file(name.p, stock_files[i].bytes);
		assert_non_null(read(arena_str(&arena, str_sub(name, 0, name.n - strlen(".yaml"))).p));
		told_nothing(&diags);
		assert_int_equal(catalogue->messages.n, english->messages.n);
		for (size_t k = 0; k < english->messages.n; k++)
			assert_non_null(map_get(&catalogue->messages, english->messages.v[k].key));
		languages++;
	}
	assert_true(languages >= 16);
	catalogue_free(english);
}

static void
test_site_over_built_in(void **state)
{
	(void)state;
	site_file("nb.yaml",
	    STR("nb:\n  home: Kursene\n  minutes: {one: \"%{count} min.\", other: \"%{count} min.\"}\n  menu: ''\n  our-own-words: x\n"));
	assert_non_null(read("nb"));
	told_nothing(&diags);
	is_text(text("home"), "Kursene");
	is_text(text("minutes"), "%{count} min.");
	is_text(text("menu"), "Meny"); /* as a translation tool writes what it has not */
	is_text(text("print"), "Skriv ut");
	is_text(text("our-own-words"), "x");
}

static void
test_general_before_special(void **state)
{
	(void)state;
	site_file("en-IE.yaml", STR("en-IE:\n  home: Start\n"));
	assert_non_null(read("en-IE"));
	told_nothing(&diags);
	is_text(text("home"), "Start");
	is_text(text("print"), "Print");
	is_text(catalogue->lang, "en-IE");
	assert_non_null(read("no"));
	is_text(text("home"), "Forsiden");
	assert_non_null(read("prs"));
	is_text(text("home"), "صفحهٔ اصلی");
	is_text(catalogue->lang, "prs");
}

static void
test_scalars_are_texts(void **state)
{
	(void)state;
	site_file("nb.yaml", STR("nb:\n  home: NO\n  menu: true\n  print: 012\n"));
	assert_non_null(read("nb"));
	is_text(text("home"), "NO");
	is_text(text("menu"), "true");
	is_text(text("print"), "012");
}

static void
test_no_file(void **state)
{
	static const char *const tags[] = { "fr", "../nb", "", "nb/../nb", "x\ny" };

	(void)state;
	for (size_t i = 0; i < sizeof tags / sizeof *tags; i++) {
		assert_null(read(tags[i]));
		told(&diags, DIAG_LANGUAGE_UNKNOWN, 0, 0, 0);
		diags_free(&diags);
		diags = (struct diags)DIAGS_INIT;
	}
}

static void
test_lacks(void **state)
{
	const struct diag *g;

	(void)state;
	site_file("fr.yaml", STR("fr:\n  home: Accueil\n"));
	assert_null(read("fr"));
	g = told(&diags, DIAG_LOCALE_STRING, 0, 0, 0);
	detail_has(g, "`fr` lacks");
	is_text(g->file, "locales/fr.yaml");
	note_has(g, "skip-link: \"Skip to content\"");
	note_has(g, "more");
}

static void
test_faults(void **state)
{
	static const struct {
		const char *yaml;
		enum diag_code code;
		uint32_t line, col, len;
		const char *says;
	} rows[] = {
		{ "en:\n  home: x\n", DIAG_SETTING_VALUE, 1, 1, 0, "root key `nb`" },
		{ "nb:\n  home: x\nen:\n  home: y\n", DIAG_SETTING_VALUE, 1, 1, 0, "root key `nb`" },
		{ "home: x\n", DIAG_SETTING_VALUE, 1, 1, 0, "root key `nb`" },
		{ "", DIAG_SETTING_VALUE, 1, 1, 0, "root key" },
		{ "- nb\n", DIAG_SETTING_VALUE, 1, 1, 0, "root key" },
		{ "nb:\n  home: [x]\n", DIAG_SETTING_VALUE, 2, 9, 0, "wants a text, not a list" },
		{ "nb:\n  home: {few: x}\n", DIAG_LOCALE_PLURAL, 2, 3, 4, "does not count" },
		{ "nb:\n  minutes: x\n", DIAG_LOCALE_PLURAL, 2, 3, 7, "needs plural forms" },
		{ "nb:\n  minutes: {some: x}\n", DIAG_LOCALE_PLURAL, 2, 13, 4, "`some` is no plural form" },
		{ "nb:\n  minutes: {one: [x]}\n", DIAG_LOCALE_PLURAL, 2, 13, 3, "`one` is no text" },
		{ "nb:\n  module-number: \"%{number} av %{all}\"\n", DIAG_SETTING_VALUE, 2, 18, 21,
		    "no argument `%{all}`" },
		{ "nb:\n  home: \"x\n", DIAG_YAML_SYNTAX, 2, 9, 1, "not closed" },
		{ "nb:\n  home: x\n  home: y\n", DIAG_YAML_DUPLICATE, 3, 3, 4, "home" },
		{ "nb:\n  hme: x\n", DIAG_LOCALE_UNKNOWN, 2, 3, 3, "hme" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		const struct diag *g;

		site_file("nb.yaml", str_of(rows[i].yaml));
		if (rows[i].code == DIAG_LOCALE_UNKNOWN)
			assert_non_null(read("nb")); /* a warning only */
		else
			assert_null(read("nb"));
		g = told(&diags, rows[i].code, rows[i].line, rows[i].col, rows[i].len);
		is_text(g->file, "locales/nb.yaml");
		detail_has(g, rows[i].says);
		diags_free(&diags);
		diags = (struct diags)DIAGS_INIT;
	}
}

static void
test_folder_in_the_way(void **state)
{
	(void)state;
	assert_int_equal(fs_mkdirs(arena_fmt(&arena, "%s/locales/nb.yaml", root).p), 0);
	assert_null(read("nb"));
	told(&diags, DIAG_FILE_UNREADABLE, 0, 0, 0);
}

int
main(void)
{
#define T(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
	const struct CMUnitTest tests[] = {
		T(test_built_in),
		T(test_like_english),
		T(test_site_over_built_in),
		T(test_general_before_special),
		T(test_scalars_are_texts),
		T(test_no_file),
		T(test_lacks),
		T(test_faults),
		T(test_folder_in_the_way),
	};

	return cmocka_run_group_tests(tests, 0, 0);
}
