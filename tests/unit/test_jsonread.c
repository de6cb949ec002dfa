/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "testing.h"

#include "base/jsonread.h"

static struct arena arena = ARENA_INIT;

static int
end(void **state)
{
	(void)state;
	arena_free(&arena);
	return 0;
}

static void
fails(struct str s, uint32_t line, uint32_t col, const char *what)
{
	struct json_fault fault = { 0 };

	if (jsonread_parse(&arena, s, &fault) != NULL)
		fail_msg("%.*s is read", STR_ARG(s));
	if (fault.line != line || fault.col != col || !str_is(fault.what, what))
		fail_msg("%.*s: %u:%u: %.*s", STR_ARG(s), fault.line, fault.col, STR_ARG(fault.what));
}

/* That is refused, wherever and however it is said. */
static void
refuses(struct str s)
{
	struct json_fault fault = { 0 };

	if (jsonread_parse(&arena, s, &fault) != NULL)
		fail_msg("%.*s is read", STR_ARG(s));
	assert_true(fault.line > 0 && fault.col > 0 && fault.what.n > 0);
}

static struct jvalue *
reads(struct str s)
{
	struct json_fault fault = { 0 };
	struct jvalue *v = jsonread_parse(&arena, s, &fault);

	if (v == NULL)
		fail_msg("%.*s: %u:%u: %.*s", STR_ARG(s), fault.line, fault.col, STR_ARG(fault.what));
	return v;
}

static void
becomes(struct str s, const char *wanted)
{
	struct buf b = BUF_INIT;

	jsonread_write(&b, reads(s));
	buf_chr(&b, '\0');
	assert_string_equal(b.p, wanted);
	buf_free(&b);
}

static void
test_no_json(void **state)
{
	static const char *const bad[] = { "", "  \n", "[", "]", "[1,]", "[1 2]", "{", "{\"a\"}", "{\"a\":1,}", "{a:1}",
		"{\"a\":1 \"b\":2}", "[1]]", "[1] x", "[01]", "[1.]", "[.5]", "[+1]", "[-]", "[1e]", "[0x1]", "[NaN]",
		"[tru]", "[True]", "['a']", "[\"a]", "[\"\\x\"]", "[\"\\u12g4\"]", "[\"\t\"]", "[\"a\nb\"]", "[/* */]",
		"// no\n[]", "{1:2}", "{\"a\":}", "[,]" };

	(void)state;
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
		refuses(str_of(bad[i]));
	refuses(STR("[\0]"));
	refuses(STR("[\"a\0b\"]"));
}

static void
test_faults(void **state)
{
	(void)state;
	fails(STR("[1,\n \"\xff\"]"), 2, 3, "this byte is not UTF-8");
	fails(STR("[\"\xed\xa0\x80\"]"), 1, 3, "this byte is not UTF-8");
	fails(STR("[\"\xc0\xaf\"]"), 1, 3, "this byte is not UTF-8");
	fails(STR("[{\"a\": 1,\n\"b\": 2, \"a\": 3}]"), 2, 16, "the name \"a\" stands twice in one object");
	fails(STR("{\"a\": 1, \"\\u0061\": 3}"), 1, 22, "the name \"a\" stands twice in one object");
	fails(STR("[1,\n2,\n x]"), 3, 3, "invalid char in json text");
}

static void
test_twice_in_many(void **state)
{
	struct buf b = BUF_INIT;

	(void)state;
	for (int i = 0; i < 100; i++)
		buf_fmt(&b, "%s\"k%d\":%d", i == 0 ? "{" : ",", i, i);
	buf_chr(&b, '}');
	for (int i = 0; i < 100; i++) {
		struct str key = arena_fmt(&arena, "k%d", i);

		assert_true(str_eq(jsonread_member(reads(buf_view(&b)), key)->text, str_sub(key, 1, key.n)));
	}
	assert_null(jsonread_get(reads(buf_view(&b)), "k100"));
	b.n--;
	buf_cstr(&b, ",\"k50\":0}");
	refuses(buf_view(&b));
	buf_free(&b);
}

static void
nest(struct buf *b, int depth)
{
	buf_reset(b);
	for (int i = 0; i < depth; i++)
		buf_cstr(b, i % 2 ? "{\"a\":" : "[");
	buf_cstr(b, "1");
	for (int i = depth; i-- > 0;)
		buf_cstr(b, i % 2 ? "}" : "]");
}

static void
test_depth(void **state)
{
	struct buf b = BUF_INIT;

	(void)state;
	nest(&b, JSONREAD_MAX_DEPTH);
	reads(buf_view(&b));
	nest(&b, JSONREAD_MAX_DEPTH + 1);
	fails(buf_view(&b), 1, 602, "lists and objects are nested more than 200 deep");
	nest(&b, 100000);
	refuses(buf_view(&b));
	buf_free(&b);
}

static void
test_values(void **state)
{
	const struct jvalue *v;

	(void)state;
	becomes(STR(" [ ] "), "[]");
	becomes(STR("{}"), "{}");
	becomes(STR("-0.50E+07"), "-0.50E+07");
	becomes(STR("\"\""), "\"\"");
	becomes(STR("[null,true,false,4.35,1e400,-0]"), "[null, true, false, 4.35, 1e400, -0]");
	becomes(STR("{\"b\":{\"c\":[1,{\"d\":[]}]},\"\":\"a\"}"), "{\"b\": {\"c\": [1, {\"d\": []}]}, \"\": \"a\"}");
	becomes(STR("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e5\\u0000\""),
	    "\"\\\"\\\\/\\u0008\\u000c\\u000a\\u000d\\u0009\xc3\xa5\\u0000\"");
	becomes(STR("\xef\xbb\xbf[1]"), "[1]");
	v = reads(STR("\n[1,\n{\"a\":\n\"x\"}]"));
	assert_int_equal(v->line, 2);
	assert_int_equal(v->n, 2);
	assert_int_equal(v->first->next->line, 3);
	assert_int_equal(jsonread_get(v->first->next, "a")->line, 4);
	assert_true(jsonread_is(jsonread_get(v->first->next, "a"), "x"));
	assert_null(jsonread_get(v, "a"));
	assert_null(jsonread_get(NULL, "a"));
	assert_false(jsonread_is(v->first, "1"));
	v = reads(STR("{\"a\": true, \"b\": false, \"c\": \"true\"}"));
	assert_true(jsonread_true(v, "a"));
	assert_false(jsonread_true(v, "b"));
	assert_false(jsonread_true(v, "c"));
	assert_false(jsonread_true(v, "d"));
	v = reads(STR("[]"));
	assert_string_equal(jsonread_kind(v->kind), "a list");
}

static void
test_surrogates(void **state)
{
	(void)state;
	becomes(STR("\"\\ud83d\\uDE00\""), "\"\xf0\x9f\x98\x80\"");
	becomes(STR("\"a\\ud83d\""), "\"a\xef\xbf\xbd\"");
	becomes(STR("\"\\ude00b\""),
	    "\"\xef\xbf\xbd"
	    "b\"");
	becomes(STR("\"\\ud83d\\u0041\""),
	    "\"\xef\xbf\xbd"
	    "A\"");
	becomes(STR("\"\\ud83d\\ud83d\\ude00\""), "\"\xef\xbf\xbd\xf0\x9f\x98\x80\"");
	becomes(STR("\"\\\\ud83d\""), "\"\\\\ud83d\"");
	becomes(STR("\"\\ude00\\ude00\""), "\"\xef\xbf\xbd\xef\xbf\xbd\"");
	refuses(STR("\"\\ud83"));
}

/* -- elements one by one -- */

static void
note(void *ctx, struct jvalue *v, const struct json_fault *fault)
{
	struct buf *b = ctx;

	if (fault != NULL)
		buf_fmt(b, "%u:%u %.*s;", fault->line, fault->col, STR_ARG(fault->what));
	else {
		buf_fmt(b, "%u ", v->line);
		jsonread_write(b, v);
		buf_chr(b, ';');
	}
}

static void
each(struct str s, int rc, const char *wanted)
{
	static const char *const unread[] = { "notes", "why", NULL };
	struct json_fault fault = { 0 };
	struct buf b = BUF_INIT;

	assert_int_equal(jsonread_each(&arena, s, unread, note, &b, &fault), rc);
	if (rc < 0)
		buf_fmt(&b, "%u:%u %.*s", fault.line, fault.col, STR_ARG(fault.what));
	buf_chr(&b, '\0');
	assert_string_equal(b.p, wanted);
	buf_free(&b);
}

static void
test_each(void **state)
{
	struct buf deep = BUF_INIT, list = BUF_INIT;

	(void)state;
	each(STR("[]"), 0, "");
	each(STR("[1,\n{\"a\": [2]},\n\n\"x\"\n, [] ]"), 0, "1 1;2 {\"a\": [2]};4 \"x\";5 [];");
	each(STR("[1, 2"), -1, "1:6 premature EOF");
	each(STR("[1, 2] 3"), -1, "1:9 trailing garbage");
	each(STR("{\"a\": 1}"), -1, "1:1 this is JSON, but not a list");
	each(STR(" 7 "), -1, "1:1 this is JSON, but not a list");
	each(STR("[1, \xff]"), -1, "1:5 this byte is not UTF-8");
	each(STR("[1,\n{\"a\": 1, \"a\": 2}, 3]"), 0, "1 1;2:17 the name \"a\" stands twice in one object;2 3;");
	nest(&deep, JSONREAD_MAX_DEPTH + 1);
	buf_fmt(&list, "[%.*s, 5]", (int)deep.n, deep.p);
	each(buf_view(&list), 0, "1:603 lists and objects are nested more than 200 deep;1 5;");
	buf_free(&deep);
	buf_free(&list);
}

/* Members that are passed over. */
static void
test_each_unread(void **state)
{
	struct buf deep = BUF_INIT, list = BUF_INIT;

	(void)state;
	each(STR("[{\"notes\": 1, \"a\": 2}, {\"a\": [3], \"why\": {\"b\": [{}]}}, 4]"), 0,
	    "1 {\"a\": 2};1 {\"a\": [3]};1 4;");
	each(STR("[{\"notes\": {\"b\": 1, \"b\": 2}, \"why\": [], \"notes\": \"x\"}]"), 0, "1 {};");
	each(STR("[{\"notes\": {\"notes\": [{\"a\": 1, \"a\": 2}]}, \"a\": {\"notes\": 5}}]"), 0,
	    "1 {\"a\": {\"notes\": 5}};");
	each(STR("[[{\"notes\": 1}], \"notes\"]"), 0, "1 [{\"notes\": 1}];1 \"notes\";");
	each(STR("[{\"why\": null,\n\"a\": 1, \"a\": 2}]"), 0, "2:16 the name \"a\" stands twice in one object;");
	each(STR("[{\"notes\": [1, 2}]"), -1, "1:18 after array element, I expect ',' or ']'");
	nest(&deep, 3 * JSONREAD_MAX_DEPTH);
	buf_fmt(&list, "[{\"notes\": %.*s, \"a\": 1}, 5]", (int)deep.n, deep.p);
	each(buf_view(&list), 0, "1 {\"a\": 1};1 5;");
	buf_free(&deep);
	buf_free(&list);
}

static void
count(void *ctx, struct jvalue *v, const struct json_fault *fault)
{
	assert_true(fault == NULL && v->kind == JSON_MAP);
	++*(size_t *)ctx;
}

/* A long list takes the memory of one element. */
static void
test_each_long(void **state)
{
	struct json_fault fault = { 0 };
	struct buf b = BUF_INIT;
	size_t n = 0;

	(void)state;
	for (int i = 0; i < 20000; i++)
		buf_fmt(&b, "%s{\"id\": \"vector %d\", \"response\": [1, 2, 3]}", i == 0 ? "[" : ",\n", i);
	buf_chr(&b, ']');
	assert_int_equal(jsonread_each(&arena, buf_view(&b), NULL, count, &n, &fault), 0);
	assert_int_equal(n, 20000);
	assert_true(arena.used < 4096);
	buf_free(&b);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_teardown(test_no_json, end),
		cmocka_unit_test_teardown(test_faults, end),
		cmocka_unit_test_teardown(test_twice_in_many, end),
		cmocka_unit_test_teardown(test_depth, end),
		cmocka_unit_test_teardown(test_values, end),
		cmocka_unit_test_teardown(test_surrogates, end),
		cmocka_unit_test_teardown(test_each, end),
		cmocka_unit_test_teardown(test_each_unread, end),
		cmocka_unit_test_teardown(test_each_long, end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
