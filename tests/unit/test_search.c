/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "testing.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <lauxlib.h>
#include <lua.h>
#include <lualib.h>

#include "render/limit.h"
#include "render/search.h"
#include "render/state.h"

/* A state with two functions of each kind: Lua's own, in `string`, and ours, in `ours`. */
static int
setup(void **state)
{
	static const luaL_Reg ours[] = { { "find", search_find }, { "match", search_match },
		{ "gmatch", search_gmatch }, { "gsub", search_gsub }, { NULL, NULL } };
	struct lua *l = calloc(1, sizeof *l);

	l->L = luaL_newstate();
	*(struct lua **)lua_getextraspace(l->L) = l;
	l->steps_max = LIMIT_STEPS;
	luaL_openlibs(l->L);
	luaL_newlib(l->L, ours);
	lua_setglobal(l->L, "ours");
	*state = l;
	return 0;
}

static int
teardown(void **state)
{
	struct lua *l = *state;

	lua_close(l->L);
	free(l);
	return 0;
}

static void
run(struct lua *l, const char *code)
{
	l->steps = 0;
	l->over = OVER_NONE;
	lua_sethook(l->L, NULL, 0, 0);
	if (luaL_dostring(l->L, code) != LUA_OK)
		fail_msg("%s", lua_tostring(l->L, -1));
	lua_settop(l->L, 0);
}

/* Ours and Lua's own say the same, of patterns made of pieces by a fixed sequence of numbers. */
static void
test_same(void **state)
{
	((struct lua *)*state)->steps_max = LIMIT_NONE;
	run(*state,
	    "local pieces = { 'a', 'b', '.', '%a', '%d', '%S', '[ab]', '[^b-d%s]', '[]x]', '%]', '*', '+', '-', '?', '(', ')', '()', '^', '$',\n"
	    "	'%1', '%b()', '%f[%w]', '%f[a', '%', '[', ']', '[^', 'x', '\\0', '%z', '[%a-z]', '[a-]', '%2', '\\255' }\n"
	    "local texts = { '', 'a', 'ab', 'aab b(a(b)x)', 'xx] a-b 12 \\0\\255a', ('ab'):rep(20), 'THE (quick) fox' }\n"
	    "local repl = { '<%0>', '%1', '%%', '%9', '%', { a = 'A', ab = false, b = 7 }, function(x, y) return y or x and 'f' end }\n"
	    "local s = 7\n"
	    "local function random(n) s = (s * 1103515245 + 12345) % 2147483648 return s // 65536 % n + 1 end\n"
	    "local function show(...)\n"
	    "	local t = table.pack(...)\n"
	    "	for i = 1, t.n do t[i] = tostring(t[i]) end\n"
	    "	if t[1] == 'false' then return 'error' end\n"
	    "	return table.concat(t, '|')\n"
	    "end\n"
	    "local function all(gmatch, text, pattern, init)\n"
	    "	local out = {}\n"
	    "	for a, b in gmatch(text, pattern, init) do out[#out + 1] = tostring(a) .. ',' .. tostring(b) end\n"
	    "	return table.concat(out, ';')\n"
	    "end\n"
	    "for round = 1, 30000 do\n"
	    "	local p, text, init = '', texts[random(#texts)], random(12) - 4\n"
	    "	for _ = 1, random(6) do p = p .. pieces[random(#pieces)] end\n"
	    "	local r = repl[random(#repl)]\n"
	    "	for _, name in ipairs { 'find', 'match', 'gsub', 'gmatch' } do\n"
	    "		local a, b\n"
	    "		if name == 'gsub' then\n"
	    "			a, b = show(pcall(string.gsub, text, p, r)), show(pcall(ours.gsub, text, p, r))\n"
	    "		elseif name == 'gmatch' then\n"
	    "			a, b = show(pcall(all, string.gmatch, text, p, init)), show(pcall(all, ours.gmatch, text, p, init))\n"
	    "		else\n"
	    "			a, b = show(pcall(string[name], text, p, init)), show(pcall(ours[name], text, p, init))\n"
	    "		end\n"
	    "		if a ~= b then error(name .. ' of ' .. p .. ' in ' .. text .. ' from ' .. init .. ': ' .. a .. ' / ' .. b) end\n"
	    "	end\n"
	    "end\n");
}

static void
test_more(void **state)
{
	run(*state,
	    "for c = 0, 255 do for _, class in ipairs { 'a', 'c', 'd', 'g', 'l', 'p', 's', 'u', 'w', 'x' } do\n"
	    "	for _, p in ipairs { '%' .. class, '%' .. class:upper(), '[%' .. class .. ']' } do\n"
	    "		local ch = string.char(c)\n"
	    "		assert(ours.find(ch, p) == string.find(ch, p), p .. c)\n"
	    "	end\n"
	    "end end\n"
	    "assert(ours.find('a.b', '.', 2, true) == 2)\n"
	    "assert(ours.find('abc', 'c') == 3 and ours.find('abc', '', 10) == nil and ours.find('abc', '', 4) == 4)\n"
	    "assert(ours.find('a\\0b', '\\0') == 2 and ours.find('', '') == 1)\n"
	    "assert(ours.gsub('abc', '', '-') == '-a-b-c-' and ours.gsub('abc', '%w', '%0%0', 2) == 'aabbc')\n"
	    "assert(ours.gsub('abc', '^a', 'x') == 'xbc' and ours.gsub('hello world', 'o', 5) == 'hell5 w5rld')\n"
	    "assert(not pcall(ours.gsub, 'a', 'a', nil) and not pcall(ours.gsub, 'a', 'a', function() return {} end))\n"
	    "assert(not pcall(ours.find, {}, 'a') and not pcall(ours.match, 'a'))\n"
	    "assert(not pcall(ours.match, ('a'):rep(300), ('a?'):rep(300) .. 'b'))\n" /* too complex, as in Lua */
	    "assert(not pcall(ours.match, 'a', ('('):rep(40)))\n");
}

/* What would take Lua's own functions years ends, and no pcall() goes on. */
static void
test_limit(void **state)
{
	static const char *const busy[] = {
		"pcall(ours.find, ('a'):rep(30000), ('.-'):rep(12) .. 'b') while true do end",
		"pcall(ours.match, ('a'):rep(30000), ('a*'):rep(12) .. 'b') while true do end",
		"pcall(ours.gsub, ('a'):rep(200000), 'a*b', '') while true do end",
		"for x in ours.gmatch(('('):rep(200000), '%b()') do end while true do end",
	};
	struct lua *l = *state;

	for (size_t i = 0; i < sizeof busy / sizeof *busy; i++) {
		l->steps = 0;
		l->over = OVER_NONE;
		lua_sethook(l->L, NULL, 0, 0);
		assert_true(luaL_dostring(l->L, busy[i]));
		assert_non_null(strstr(lua_tostring(l->L, -1), "too many steps"));
		assert_int_equal(l->over, OVER_STEPS);
		lua_settop(l->L, 0);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_same, setup, teardown),
		cmocka_unit_test_setup_teardown(test_more, setup, teardown),
		cmocka_unit_test_setup_teardown(test_limit, setup, teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
