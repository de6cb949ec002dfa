/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "testing.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/message.h"
#include "base/fs.h"
#include "base/path.h"
#include "base/stock.h"
#include "model/catalogue.h"
#include "render/compiler.h"
#include "render/limit.h"
#include "render/lookup.h"
#include "render/lua.h"
#include "render/opening.h"
#include "render/views.h"

/* The built-in theme in a site that has only what the test writes. */
struct house {
	struct arena arena;
	struct config config;
	struct site site;
	struct language lang;
	struct catalogue ui;
	struct diags d;
	struct lua *l;
	char dir[64];
};

static int
setup(void **state)
{
	struct house *h = calloc(1, sizeof *h);

	strcpy(h->dir, "/tmp/pensum-compiler-XXXXXX");
	assert_non_null(mkdtemp(h->dir));
	h->config.root = str_of(h->dir);
	h->site.config = &h->config;
	h->site.theme = STR("default");
	h->site.src.path = STR("site.yaml");
	h->site.src.bytes = STR_EMPTY;
	h->lang.tag = STR("en");
	h->lang.ui = &h->ui;
	h->ui.lang = STR("en");
	*state = h;
	return 0;
}

static int
teardown(void **state)
{
	struct house *h = *state;

	lua_shut(h->l);
	diags_free(&h->d);
	arena_free(&h->arena);
	fs_remove_tree(h->dir);
	free(h);
	return 0;
}

/* put(h, name, bytes): a file of the site, after which the state is opened anew. */
static void
put(struct house *h, const char *name, struct str bytes)
{
	struct str path = arena_fmt(&h->arena, "%s/%s", h->dir, name);

	assert_int_equal(fs_mkdirs(arena_str(&h->arena, path_dir(path)).p), 0);
	assert_int_equal(fs_write(path.p, bytes), 0);
}

static struct str
stock(const char *path)
{
	const struct stock_file *f = stock_builtin(str_of(path));

	assert_non_null(f);
	return f->bytes;
}

static void
open_state(struct house *h)
{
	lua_shut(h->l);
	h->l = lua_open(&h->site, &h->d);
	assert_non_null(h->l);
}

static bool
is_kept(struct house *h, const char *name)
{
	struct str text, recipe;

	open_state(h);
	return compiler_kept(h->l, lookup_template(h->l, str_of(name)), &text, &recipe);
}

/* Under lua_pcall: 1: the template; returns its text. */
static int
append(lua_State *L, const void *p, size_t n, void *b)
{
	(void)L;
	buf_put(b, p, n);
	return 0;
}

/* loaded(L, t, b): what Lua makes of the text on top, which is popped. */
static void
loaded(lua_State *L, const struct template_file *t, struct buf *b)
{
	struct str text = state_str(L, -1);

	lua_pushfstring(L, "@%s", t->name.p);
	assert_int_equal(luaL_loadbufferx(L, text.p, text.n, lua_tostring(L, -1), "t"), LUA_OK);
	assert_int_equal(lua_dump(L, append, b, 0), 0);
	lua_settop(L, 0);
}

static int
fresh(lua_State *L)
{
	opening_need(state_of(L));
	assert_true(compiler_run(state_of(L), lua_touserdata(L, 1)));
	return 1;
}

/* What the program holds is what its compiler, and Lua's, would make, for each template of the theme. */
static void
test_same(void **state)
{
	struct house *h = *state;
	struct str prefix = STR("themes/default/"), assets = STR("themes/default/assets/");
	int n = 0;

	open_state(h);
	for (size_t i = 0; i < stock_count; i++) {
		struct str path = stock_files[i].path, kept, recipe;
		struct template_file *t;
		struct buf made = BUF_INIT;

		if (!str_starts(path, prefix.p) || str_starts(path, assets.p) || !str_ends(path, ".html"))
			continue;
		t = lookup_template(h->l, str_sub(path, prefix.n, path.n));
		assert_true(compiler_kept(h->l, t, &kept, &recipe));
		lua_pushcfunction(h->l->L, fresh);
		lua_pushlightuserdata(h->l->L, t);
		assert_int_equal(lua_pcall(h->l->L, 1, 1, 0), LUA_OK);
		loaded(h->l->L, t, &made);
		assert_true(str_eq(buf_view(&made), kept));
		buf_free(&made);
		lua_settop(h->l->L, 0);
		n++;
	}
	assert_true(n > 10);
}

static void
test_unneeded(void **state)
{
	struct house *h = *state;

	open_state(h);
	assert_int_equal(h->l->compiler, LUA_NOREF);
	assert_false(h->l->opened);
	put(h, "lua/template.lua", STR("return {}"));
	open_state(h);
	assert_int_not_equal(h->l->compiler, LUA_NOREF);
	assert_true(h->l->opened);
	fs_remove_tree(arena_fmt(&h->arena, "%s/lua", h->dir).p);
	put(h, "lua/helpers.lua", STR("return {}"));
	open_state(h);
	assert_true(h->l->opened);
}

/* A layout may change what a block must escape for; a partial cannot. */
static void
test_overridden(void **state)
{
	struct house *h = *state;

	assert_true(is_kept(h, "page.html"));
	put(h, "themes/default/partials/footer.html", STR("<footer>"));
	assert_false(is_kept(h, "partials/footer.html"));
	assert_true(is_kept(h, "layout.html"));
	assert_true(is_kept(h, "page.html"));
	put(h, "themes/default/page.html", stock("themes/default/page.html"));
	assert_true(is_kept(h, "page.html"));
	put(h, "themes/default/layout.html", STR("<p title=\"{% block main %}{% end %}\">"));
	assert_false(is_kept(h, "layout.html"));
	assert_false(is_kept(h, "page.html"));
	assert_true(is_kept(h, "partials/head.html"));
}

static void
test_other_theme(void **state)
{
	struct house *h = *state;

	h->site.theme = STR("mine");
	put(h, "themes/mine/partials/head.html", STR("{{ x }}"));
	assert_false(is_kept(h, "partials/head.html"));
	assert_true(is_kept(h, "page.html"));
	assert_false(is_kept(h, "blocks/none.html"));
	assert_false(is_kept(h, "../default/page.html"));
	put(h, "themes/mine/layout.html", STR("{% block main %}{% end %}"));
	assert_false(is_kept(h, "page.html"));
}

/* The compiler would refuse to include what is no file. */
static void
test_missing(void **state)
{
	struct house *h = *state;

	put(h, "themes/default/partials/prose.html/x", STR_EMPTY);
	assert_false(is_kept(h, "page.html"));
	assert_true(is_kept(h, "layout.html"));
}

static void
test_own_compiler(void **state)
{
	struct house *h = *state;

	put(h, "lua/html.lua", stock("lua/html.lua"));
	assert_true(is_kept(h, "page.html"));
	put(h, "lua/html.lua", arena_fmt(&h->arena, "%.*s--", STR_ARG(stock("lua/html.lua"))));
	assert_false(is_kept(h, "page.html"));
}

/* told(h): what is said where page.html fails: there is no page. */
static char *
told(struct house *h)
{
	const struct lua_global globals[] = { { "page", NULL, &page_fields }, { "site", NULL, &site_fields },
		{ "course", NULL, &course_fields }, { "module", NULL, &module_fields }, { NULL, NULL, NULL } };
	const struct lua_call call = { &h->lang, STR("content/a.md"), STR("../"), globals, STR("p"), &h->arena, NULL };
	struct buf out = BUF_INIT;
	char *text = NULL;
	size_t n = 0;
	FILE *f = open_memstream(&text, &n);

	diags_free(&h->d);
	h->d = (struct diags)DIAGS_INIT;
	open_state(h);
	assert_int_equal(lua_run(h->l, &call, "page.html", &out, &h->d), -1);
	message_print(&h->d, f, false);
	fclose(f);
	buf_free(&out);
	return text;
}

static void
test_errors(void **state)
{
	struct house *h = *state;
	char *kept = told(h), *made;

	assert_non_null(strstr(kept, "themes/default/layout.html:4:"));
	assert_non_null(strstr(kept, "called from page.html, line "));
	put(h, "lua/html.lua", arena_fmt(&h->arena, "%.*s--", STR_ARG(stock("lua/html.lua"))));
	made = told(h);
	assert_string_equal(kept, made);
	free(kept);
	free(made);
}

/* Steps are counted where something of the site's runs. */
static void
test_watched(void **state)
{
	struct house *h = *state;

	free(told(h));
	assert_true(h->l->steps_max == LIMIT_NONE);
	put(h, "themes/default/partials/addresses.html", STR("{{ page.x }}"));
	free(told(h));
	assert_true(h->l->steps_max == LIMIT_NONE); /* it fails before that partial */
	put(h, "themes/default/page.html", STR("{% include \"partials/head.html\" %}"));
	free(told(h));
	assert_true(h->l->steps_max == LIMIT_STEPS);
	fs_remove_tree(arena_fmt(&h->arena, "%s/themes", h->dir).p);
	put(h, "lua/helpers.lua", STR("return {}"));
	free(told(h));
	assert_true(h->l->steps_max == LIMIT_STEPS);
}

/* A template of the site's that extends a built-in one: what the compiler says of that one is found out. */
static void
test_extending(void **state)
{
	struct house *h = *state;
	struct str text, recipe;

	put(h, "themes/default/page.html", STR("{% extends \"layout.html\" %}{% block main %}{{ 1 }}{% end %}"));
	open_state(h);
	assert_false(compiler_kept(h->l, lookup_template(h->l, STR("page.html")), &text, &recipe));
	lua_pushcfunction(h->l->L, fresh);
	lua_pushlightuserdata(h->l->L, lookup_template(h->l, STR("page.html")));
	assert_int_equal(lua_pcall(h->l->L, 1, 1, 0), LUA_OK);
	assert_non_null(strstr(lua_tostring(h->l->L, -1), "_t(\"\", 1)"));
	assert_true(compiler_kept(h->l, lookup_template(h->l, STR("layout.html")), &text, &recipe));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
#define T(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
		T(test_same),
		T(test_unneeded),
		T(test_overridden),
		T(test_other_theme),
		T(test_missing),
		T(test_own_compiler),
		T(test_errors),
		T(test_watched),
		T(test_extending),
#undef T
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
