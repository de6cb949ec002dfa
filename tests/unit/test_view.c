/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "testing.h"

#include <stdlib.h>
#include <string.h>

#include <lualib.h>

#include "render/view.h"

/* Structs of this test's own, of every kind that templates can see, and some that they cannot. */
struct leaf {
	struct str name;
};

struct tree {
	struct str title, body, empty;
	bool flag;
	int count;
	struct leaf *leaf, *none;
	struct view_list leaves;
	struct text_list words;
	struct str secret;
	const void *value;
};

static const struct field leaf_rows[] = { { "name", FIELD_TEXT, FIELD_VIEW, offsetof(struct leaf, name), NULL, "" } };
static const struct fields leaf_fields = { "leaf", leaf_rows, 1 };

/* clang-format off */
#define ROW(m, kind, of) { #m, kind, FIELD_VIEW, offsetof(struct tree, m), of, "" }
/* clang-format on */
static const struct field tree_rows[] = {
	ROW(title, FIELD_TEXT, NULL),
	ROW(body, FIELD_HTML, NULL),
	ROW(empty, FIELD_HTML, NULL),
	ROW(flag, FIELD_FLAG, NULL),
	ROW(count, FIELD_INT, NULL),
	ROW(leaf, FIELD_OBJECT, &leaf_fields),
	ROW(none, FIELD_OBJECT, &leaf_fields),
	ROW(leaves, FIELD_LIST, &leaf_fields),
	ROW(words, FIELD_TEXTS, NULL),
	ROW(value, FIELD_VALUE, NULL),
	{ "secret", FIELD_TEXT, FIELD_SETTING, offsetof(struct tree, secret), NULL, "" },
};
static const struct fields tree_fields = { "tree", tree_rows, sizeof tree_rows / sizeof *tree_rows };

struct world {
	struct lua *l;
	struct leaf leaf[3];
	void *items[3];
	struct str words[2];
	struct tree tree;
};

static int
each(lua_State *L)
{
	return view_each(L);
}

static int
html(lua_State *L)
{
	lua_settop(L, 1);
	view_make_html(L);
	return 1;
}

static int
setup(void **state)
{
	struct world *w = calloc(1, sizeof *w);

	w->l = calloc(1, sizeof *w->l);
	w->l->L = luaL_newstate();
	w->l->life = 1;
	*(struct lua **)lua_getextraspace(w->l->L) = w->l;
	luaL_openlibs(w->l->L);
	view_open(w->l->L);
	for (int i = 0; i < 3; i++) {
		static const char *const names[] = { "oak", "elm", "ash" };

		w->leaf[i].name = str_of(names[i]);
		w->items[i] = &w->leaf[i];
	}
	w->words[0] = STR("one");
	w->words[1] = STR("two");
	w->tree = (struct tree){ .title = STR("T"),
		.body = STR("<b>"),
		.empty = STR_EMPTY,
		.flag = true,
		.count = -7,
		.leaf = &w->leaf[1],
		.leaves = { w->items, 3 },
		.words = { w->words, 2 },
		.secret = STR("s") };
	view_push(w->l->L, &w->tree, &tree_fields);
	lua_setglobal(w->l->L, "tree");
	lua_register(w->l->L, "each", each);
	lua_register(w->l->L, "html", html);
	*state = w;
	return 0;
}

static int
teardown(void **state)
{
	struct world *w = *state;

	lua_close(w->l->L);
	free(w->l);
	free(w);
	return 0;
}

static void
holds_at(struct world *w, const char *code, const char *file, int line)
{
	lua_State *L = w->l->L;

	if (luaL_loadstring(L, code) || lua_pcall(L, 0, 1, 0)) {
		print_error("%s\n", lua_tostring(L, -1));
		_fail(file, line);
	}
	_assert_true(lua_toboolean(L, -1), code, file, line);
	lua_settop(L, 0);
}
#define holds(w, expression) holds_at(w, "return " expression, __FILE__, __LINE__)

static void
fails_at(struct world *w, const char *code, const char *part, const char *file, int line)
{
	lua_State *L = w->l->L;

	if (luaL_dostring(L, code) == LUA_OK || !strstr(lua_tostring(L, -1), part)) {
		print_error("%s: %s\n", code, lua_tostring(L, -1));
		_fail(file, line);
	}
	lua_settop(L, 0);
}
#define fails(w, code, part) fails_at(w, code, part, __FILE__, __LINE__)

static void
test_fields(void **state)
{
	struct world *w = *state;

	holds(w, "tree.title == 'T' and tree.flag == true and tree.count == -7 and tree.empty == ''");
	holds(w, "tree.leaf.name == 'elm' and tree.none == nil");
	holds(w, "tree.body ~= '' and tree.body ~= '<b>' and #tree.body == 3");
	fails(w, "return tree.titel", "there is no field `titel` in `tree`; did you mean `title`?");
	fails(w, "return tree.zzzzzz", "there is no field `zzzzzz` in `tree`");
	fails(w, "return tree.secret", "there is no field `secret`");
	fails(w, "return tree.value", "there is no field `value`");
	fails(w, "return tree[1]", "it is no list");
	fails(w, "return tree[nil]", "it is no list");
	fails(w, "return #tree", "has no length");
	fails(w, "tree.title = 1", "read-only");
	fails(w, "tree.new = 1", "read-only");
	fails(w, "tree.leaves[1] = 1", "read-only");
	fails(w, "tree.words.x = 1", "read-only");
	fails(w, "tree.body.x = 1", "read-only");
	fails(w, "return tree.body .. 'x'", "cannot be joined");
	fails(w, "return 'x' .. tree.body", "cannot be joined");
	fails(w, "return tree.body:upper()", "no fields or methods");
	fails(w, "return tree()", "call");
	fails(w, "return tree < tree", "compare");
	w->tree.title = (struct str){ NULL, 0 };
	holds(w, "tree.title == ''");
}

static void
test_lists(void **state)
{
	struct world *w = *state;

	holds(w, "#tree.leaves == 3 and tree.leaves[1].name == 'oak' and tree.leaves[3].name == 'ash'");
	holds(w,
	    "tree.leaves[0] == nil and tree.leaves[4] == nil and tree.leaves[-1] == nil and tree.leaves[math.mininteger] == nil");
	holds(w, "tree.leaves[2.0].name == 'elm'");
	holds(w, "#tree.words == 2 and tree.words[2] == 'two' and tree.words[3] == nil");
	fails(w, "return tree.leaves.name", "no field `name`");
	fails(w, "return tree.leaves['1']", "no field `1`");
	fails(w, "return tree.leaves[1.5]", "no field");
	fails(w, "return tree.leaves[{}]", "no field `a table`");
	holds(w,
	    "(function() local s = '' for i, x in each(tree.leaves) do s = s .. i .. x.name end return s end)() == '1oak2elm3ash'");
	holds(w,
	    "(function() local s = '' for i, x in each(tree.words) do s = s .. i .. x end return s end)() == '1one2two'");
	holds(w,
	    "(function() local s = '' for i, x in each { 'a', 'b', nil, 'd' } do s = s .. i .. x end return s end)() == '1a2b'");
	holds(w,
	    "(function() local s = '' for k, x in each(next, { z = 1 }) do s = s .. k .. x end return s end)() == 'z1'");
	fails(w, "each(nil)", "a loop needs a list, and this is nil");
	fails(w, "each('x')", "and this is a text");
	fails(w, "each(tree)", "and this is `tree`");
	fails(w, "each(tree.body)", "and this is HTML");
	fails(w, "each(io.stdout)", "and this is a value"); /* userdata of others is not taken for ours */
	fails(w, "each({}, 1)", "one list");
	w->tree.leaves.n = 0;
	holds(w, "#tree.leaves == 0 and tree.leaves[1] == nil");
}

static void
test_equal(void **state)
{
	struct world *w = *state;

	holds(w, "tree.leaf == tree.leaves[2] and tree.leaf ~= tree.leaves[1]");
	holds(w,
	    "tree ~= tree.leaf and tree.leaf ~= tree and tree ~= tree.leaves and tree.leaf ~= tree.body and tree ~= io.stdout");
	holds(w, "tree.leaf ~= 'elm' and tree.leaf ~= nil");
}

static void
test_html(void **state)
{
	struct world *w = *state;
	lua_State *L = w->l->L;

	holds(w, "(function() kept = html('<' .. 'i' .. '>') collectgarbage() return #kept end)() == 3");
	lua_getglobal(L, "kept");
	assert_true(str_is(view_html(L, -1)->html, "<i>"));
	assert_null(view_html(L, -1)->field);
	assert_null(view_items(L, -1));
	lua_getglobal(L, "tree");
	assert_true(view_field(L, -1, "body"));
	assert_string_equal(view_html(L, -1)->of, "tree");
	assert_string_equal(view_html(L, -1)->field, "body");
	assert_false(view_field(L, -2, "secret"));
	assert_false(view_field(L, -2, "nothing"));
	assert_false(view_field(L, -1, "title"));
	lua_settop(L, 0);
}

/* After the end of a run nothing that it gave away is read. */
static void
test_stale(void **state)
{
	struct world *w = *state;

	holds(w,
	    "(function() list, texts, body, leaf = tree.leaves, tree.words, tree.body, tree.leaf return true end)()");
	w->l->life++;
	memset(&w->tree, 0xff, sizeof w->tree);
	fails(w, "return tree.title", "kept from another page");
	fails(w, "return leaf.name", "kept from another page");
	fails(w, "return list[1]", "kept from another page");
	fails(w, "return #list", "kept from another page");
	fails(w, "return #texts", "kept from another page");
	fails(w, "return #body", "kept from another page");
	fails(w, "each(texts)", "kept from another page");
	holds(w, "leaf == leaf and tree ~= leaf");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
#define T(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
		T(test_fields),
		T(test_lists),
		T(test_equal),
		T(test_html),
		T(test_stale),
#undef T
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
