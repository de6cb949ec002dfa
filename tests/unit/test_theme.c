/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "testing.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/fs.h"
#include "base/hash.h"
#include "base/path.h"
#include "base/stock.h"
#include "render/theme.h"

struct house {
	struct arena arena;
	struct config config;
	struct site site;
	struct theme theme;
	struct diags d;
	char dir[64];
};

static void
put(struct house *h, const char *name, const char *text)
{
	struct str path = arena_fmt(&h->arena, "%s/%s", h->dir, name);

	assert_int_equal(fs_mkdirs(arena_str(&h->arena, path_dir(path)).p), 0);
	assert_int_equal(fs_write(path.p, str_of(text)), 0);
}

static int
setup(void **state)
{
	struct house *h = calloc(1, sizeof *h);

	strcpy(h->dir, "/tmp/pensum-theme-XXXXXX");
	assert_non_null(mkdtemp(h->dir));
	h->config.root = str_of(h->dir);
	h->site.config = &h->config;
	h->site.theme = STR("mine");
	h->site.src.path = STR("site.yaml");
	h->site.src.bytes = STR_EMPTY;
	*state = h;
	return 0;
}

static int
teardown(void **state)
{
	struct house *h = *state;

	diags_free(&h->d);
	arena_free(&h->arena);
	fs_remove_tree(h->dir);
	free(h);
	return 0;
}

/* found(h, name, bytes): the theme has that asset, under a name with its hash. */
static void
found(struct house *h, const char *name, const char *bytes, const char *before, const char *after)
{
	const struct theme_asset *x = theme_find(&h->theme, str_of(name));
	char hex[17];

	if (!x)
		fail_msg("%s is not found", name);
	assert_true(str_is(x->name, name));
	assert_true(str_is(x->bytes, bytes));
	hash_hex(hash_bytes(str_of(bytes)), hex);
	assert_true(str_is(x->out, arena_fmt(&h->arena, "%s%s%s", before, hex, after).p));
}

static void
test_assets(void **state)
{
	struct house *h = *state;

	put(h, "themes/mine/assets/theme.css", "mine");
	put(h, "themes/default/assets/theme.css", "default");
	put(h, "themes/default/assets/extra.css", "extra");
	put(h, "themes/mine/assets/fonts/text.woff2", "font");
	put(h, "themes/mine/assets/noending", "n");
	put(h, "themes/mine/assets/.hidden", "h");
	put(h, "themes/mine/page.html", "p");
	assert_int_equal(theme_load(&h->site, &h->arena, &h->theme, &h->d), 0);
	found(h, "theme.css", "mine", "assets/theme-", ".css");
	found(h, "extra.css", "extra", "assets/extra-", ".css");
	found(h, "fonts/text.woff2", "font", "assets/fonts/text-", ".woff2");
	found(h, "noending", "n", "assets/noending-", "");
	assert_null(theme_find(&h->theme, STR(".hidden")));
	assert_null(theme_find(&h->theme, STR("page.html")));
	assert_null(theme_find(&h->theme, STR("")));
	for (size_t i = 1; i < h->theme.n; i++)
		assert_true(str_cmp(h->theme.v[i - 1].name, h->theme.v[i].name) < 0);
	assert_int_equal(h->d.all.n, 0);
}

/* Without a file of the site, everything is the program's. */
static void
test_builtin(void **state)
{
	struct house *h = *state;
	size_t n = 0;

	h->site.theme = STR("default");
	assert_int_equal(theme_load(&h->site, &h->arena, &h->theme, &h->d), 0);
	for (size_t i = 0; i < stock_count; i++)
		n += str_starts(stock_files[i].path, "themes/default/assets/");
	assert_int_equal(h->theme.n, n + 1);
	assert_true(theme_find(&h->theme, STR("theme.css"))->bytes.n > 10000);
}

static size_t
place_of(struct str all, struct str words)
{
	const char *p = memmem(all.p, all.n, words.p, words.n);

	return p ? (size_t)(p - all.p) : all.n;
}

/* Sheets of the site stand in for those of the program by name, others come in between; what is the program's is small. */
static void
test_sheets(void **state)
{
	struct house *h = *state;
	const struct theme_asset *x;
	struct str css;
	size_t own, base, frame;

	put(h, "themes/default/style/15-city.css", ":root { --city: 1px }");
	put(h, "themes/mine/style/20-base.css", "/* base of mine */ p { }");
	put(h, "themes/default/style/20-base.css", "not this one");
	put(h, "themes/mine/style/README.md", "no sheet");
	put(h, "themes/mine/page.html", "p");
	assert_int_equal(theme_load(&h->site, &h->arena, &h->theme, &h->d), 0);
	x = theme_find(&h->theme, STR("theme.css"));
	assert_non_null(x);
	css = x->bytes;
	assert_true(str_starts(x->out, "assets/theme-"));
	own = place_of(css, STR(":root { --city: 1px }\n"));
	base = place_of(css, STR("\n/* base of mine */ p { }\n"));
	frame = place_of(css, STR(".site-header{"));
	assert_true(place_of(css, STR("--measure")) < own && own < base && base < frame && frame < css.n);
	assert_int_equal(place_of(css, STR("not this one")), css.n);
	assert_int_equal(place_of(css, STR("no sheet")), css.n);
	assert_int_equal(h->d.all.n, 0);
	put(h, "themes/mine/assets/theme.css", "all of it");
	assert_int_equal(theme_load(&h->site, &h->arena, &h->theme, &h->d), 0);
	found(h, "theme.css", "all of it", "assets/theme-", ".css");
}

static void
test_missing(void **state)
{
	static const char *const bad[] = { "none", "", ".", "..", "../x", "a/b" };
	struct house *h = *state;

	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
		h->site.theme = str_of(bad[i]);
		assert_int_equal(theme_load(&h->site, &h->arena, &h->theme, &h->d), -1);
		assert_int_equal(h->theme.n, 0);
		assert_int_equal(h->d.all.n, i + 1);
		assert_int_equal(h->d.all.v[i].code, DIAG_THEME_MISSING);
	}
	put(h, "themes/file", "no folder");
	h->site.theme = STR("file");
	assert_int_equal(theme_load(&h->site, &h->arena, &h->theme, &h->d), -1);
}

static void
test_templates(void **state)
{
	static const char *const bad[] = { "", "/page.html", "../page.html", "a/../page.html", "./page.html",
		"a//b.html", ".x.html", "a\\b.html", "a/", "a/.b.html" };
	struct house *h = *state;
	struct str path, bytes;

	put(h, "themes/default/page.html", "default");
	put(h, "themes/default/partials/nav.html", "nav");
	assert_int_equal(theme_template(&h->site, &h->arena, STR("page.html"), &path, &bytes), 0);
	assert_true(str_is(path, "themes/default/page.html") && str_is(bytes, "default"));
	put(h, "themes/mine/page.html", "mine");
	assert_int_equal(theme_template(&h->site, &h->arena, STR("page.html"), &path, &bytes), 0);
	assert_true(str_is(path, "themes/mine/page.html") && str_is(bytes, "mine"));
	assert_int_equal(theme_template(&h->site, &h->arena, STR("partials/nav.html"), &path, &bytes), 0);
	assert_int_equal(theme_template(&h->site, &h->arena, STR("nothing.html"), &path, &bytes), -1);
	assert_int_equal(errno, ENOENT);
	assert_int_equal(theme_template(&h->site, &h->arena, STR("partials"), &path, &bytes), -1); /* a folder */
	assert_int_equal(errno, ENOENT);
	assert_int_equal(
	    theme_template(&h->site, &h->arena, STR("page.html/x.html"), &path, &bytes), -1); /* a file as folder */
	assert_int_equal(errno, ENOENT);
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
		assert_int_equal(theme_template(&h->site, &h->arena, str_of(bad[i]), &path, &bytes), -1);
		assert_int_equal(errno, EINVAL);
	}
	assert_int_equal(theme_template(&h->site, &h->arena, STR("page\0.html"), &path, &bytes), -1);
	assert_int_equal(errno, EINVAL);
	assert_true(str_is(theme_near(&h->site, &h->arena, STR("partials/naw.html")), "partials/nav.html"));
	assert_true(str_is(theme_near(&h->site, &h->arena, STR("qqqqqqqqqqqqqqqqqqq")), ""));
}

/* A loop of folders ends; a file that cannot be read is told. */
static void
test_loops(void **state)
{
	struct house *h = *state;

	put(h, "themes/mine/assets/a.css", "a");
	assert_int_equal(symlink("..", arena_fmt(&h->arena, "%s/themes/mine/assets/loop", h->dir).p), 0);
	assert_int_equal(symlink("self", arena_fmt(&h->arena, "%s/themes/mine/assets/self", h->dir).p), 0);
	theme_load(&h->site, &h->arena, &h->theme, &h->d);
	found(h, "a.css", "a", "assets/a-", ".css");
	assert_true(h->theme.n < 100);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
#define T(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
		T(test_assets),
		T(test_builtin),
		T(test_sheets),
		T(test_missing),
		T(test_templates),
		T(test_loops),
#undef T
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
