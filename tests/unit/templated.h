/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_UNIT_TEMPLATED_H
#define TESTS_UNIT_TEMPLATED_H

#include "testing.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/fs.h"
#include "base/message.h"
#include "base/path.h"
#include "model/catalogue.h"
#include "render/lookup.h"
#include "render/lua.h"
#include "render/state.h"
#include "render/views.h"

/*
 * A site of its own for each test, with nothing but what the test writes (lua/ is the
 * program's). Views are filled by hand.
 */
struct house {
	struct arena arena;
	struct config config;
	struct site site;
	struct language lang;
	struct catalogue ui;
	struct diags d;
	struct buf out;
	struct lua *l;
	struct page_view page;
	struct module_view module;
	struct link_view links[50];
	void *items[50];
	struct lua_call call;
	struct lua_global globals[4];
	char dir[64];
};

static inline void
put(struct house *h, const char *name, const char *text)
{
	struct arena a = ARENA_INIT;
	struct str path = arena_fmt(&a, "%s/%s", h->dir, name);

	assert_int_equal(fs_mkdirs(arena_str(&a, path_dir(path)).p), 0);
	assert_int_equal(fs_write(path.p, str_of(text)), 0);
	arena_free(&a);
}

static inline void
tpl(struct house *h, const char *name, const char *text)
{
	char path[200];

	snprintf(path, sizeof path, "themes/test/%s", name);
	put(h, path, text);
}

static inline void
message(struct house *h, const char *key, const char *one, const char *other)
{
	struct message *m = ARENA_NEW(&h->arena, struct message);

	m->key = str_of(key);
	m->plural = one != NULL;
	for (int i = 0; i < PLURALS; i++)
		m->forms[i] = STR_EMPTY;
	m->forms[PLURAL_ONE] = str_of(one);
	m->forms[PLURAL_OTHER] = str_of(other);
	map_put(&h->ui.messages, m->key, m);
}

/* A struct of a view that no renderer filled: every text empty. */
static inline void
fill_links(struct house *h)
{
	for (int i = 0; i < 50; i++) {
		h->links[i].id = arena_fmt(&h->arena, "p%d", i + 1);
		h->links[i].title = arena_fmt(&h->arena, "Page %d & more", i + 1);
		h->links[i].url = arena_fmt(&h->arena, "../p%d/index.html", i + 1);
		h->items[i] = &h->links[i];
	}
	h->module.key = STR("m1");
	h->module.title = STR("Module 1");
	h->module.pages = (struct view_list){ h->items, 3 };
	h->page.title = STR("Trade <in> \"people\"");
	h->page.body = STR("<p>Body &amp; soul</p>");
	h->page.lang = STR("nb");
	h->page.next = &h->links[1];
	h->page.breadcrumb = (struct view_list){ h->items, 2 };
}

static inline int
setup(void **state)
{
	struct house *h = calloc(1, sizeof *h);

	strcpy(h->dir, "/tmp/pensum-lua-XXXXXX");
	assert_non_null(mkdtemp(h->dir));
	h->config.root = str_of(h->dir);
	h->site.config = &h->config;
	h->site.theme = STR("test");
	h->site.src.path = STR("site.yaml");
	h->site.src.bytes = STR_EMPTY;
	h->lang.tag = STR("en");
	h->lang.ui = &h->ui;
	h->ui.lang = STR("en");
	message(h, "next", NULL, "Next page");
	message(h, "hello", NULL, "Hello, %{name}!");
	message(h, "minutes", "%{count} minute", "%{count} minutes");
	fill_links(h);
	h->globals[0] = (struct lua_global){ "page", &h->page, &page_fields };
	h->globals[1] = (struct lua_global){ "module", &h->module, &module_fields };
	h->globals[2] = (struct lua_global){ "course", NULL, &course_fields };
	h->call =
	    (struct lua_call){ &h->lang, STR("content/a.md"), STR("../../"), h->globals, STR("p2"), &h->arena, NULL };
	tpl(h, "page.html", "");
	*state = h;
	return 0;
}

static inline int
teardown(void **state)
{
	struct house *h = *state;

	lua_shut(h->l);
	buf_free(&h->out);
	diags_free(&h->d);
	map_free(&h->ui.messages);
	arena_free(&h->arena);
	fs_remove_tree(h->dir);
	free(h);
	return 0;
}

static inline int
run(struct house *h, const char *name)
{
	if (!h->l)
		h->l = lua_open(&h->site, &h->d);
	if (!h->l) {
		message_print(&h->d, stderr, false);
		fail();
	}
	buf_reset(&h->out);
	return lua_run(h->l, &h->call, name, &h->out, &h->d);
}

/* From here on all templates that were used run in Lua, also those that need none; false where there are none of these. */
static inline bool
forget_recipes(struct lua *l)
{
	bool had = false;

	for (size_t i = 0; i < l->templates.n; i++) {
		struct template_file *t = l->templates.v[i].value;

		had |= t->recipe != NULL;
		t->recipe_read = true;
		t->recipe = NULL;
	}
	return had;
}

static inline void
print_one_at(struct house *h, const char *name, const char *want, const char *file, int line)
{
	if (run(h, name) < 0) {
		message_print(&h->d, stderr, false);
		_fail(file, line);
	}
	buf_chr(&h->out, '\0');
	_assert_string_equal(h->out.p, want, file, line);
}

/* prints(h, name, text): the template runs and prints just that; where it needs no Lua, also in Lua. */
static inline void
prints_at(struct house *h, const char *name, const char *want, const char *file, int line)
{
	print_one_at(h, name, want, file, line);
	if (forget_recipes(h->l))
		print_one_at(h, name, want, file, line);
}
#define prints(h, name, want) prints_at(h, name, want, __FILE__, __LINE__)

/* shows(h, text, want): page.html being ${text}. The state is new. */
static inline void
shows_at(struct house *h, const char *text, const char *want, const char *file, int line)
{
	lua_shut(h->l);
	h->l = NULL;
	tpl(h, "page.html", text);
	prints_at(h, "page.html", want, file, line);
}
#define shows(h, text, want) shows_at(h, text, want, __FILE__, __LINE__)

static inline struct template_file *
file(struct house *h, const char *name)
{
	return lookup_template(h->l, str_of(name));
}

/* direct(h, text, want): ${text} needs no Lua, and prints just that, and in Lua the same. */
static inline void
direct_at(struct house *h, const char *text, const char *want, const char *at, int line)
{
	lua_shut(h->l);
	h->l = NULL;
	tpl(h, "page.html", text);
	print_one_at(h, "page.html", want, at, line);
	_assert_true(file(h, "page.html")->recipe != NULL, "it needs Lua", at, line);
	_assert_true(file(h, "page.html")->run[ROOM_PAGE] != LUA_NOREF, "it was compiled", at, line);
	prints_at(h, "page.html", want, at, line);
}
#define direct(h, text, want) direct_at(h, text, want, __FILE__, __LINE__)

/* by_lua(h, text, want): ${text} prints just that, and needs Lua for it. */
static inline void
by_lua_at(struct house *h, const char *text, const char *want, const char *at, int line)
{
	shows_at(h, text, want, at, line);
	_assert_true(file(h, "page.html")->recipe == NULL, "it needs no Lua", at, line);
}
#define by_lua(h, text, want) by_lua_at(h, text, want, __FILE__, __LINE__)

#endif
