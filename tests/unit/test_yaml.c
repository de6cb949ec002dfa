/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read/yaml.h"

#include <math.h>

#include "told.h"

static struct arena arena;
static struct diags diags;

static int
setup(void **state)
{
	(void)state;
	arena = (struct arena)ARENA_INIT;
	diags = (struct diags)DIAGS_INIT;
	return 0;
}

static int
teardown(void **state)
{
	(void)state;
	arena_free(&arena);
	diags_free(&diags);
	return 0;
}

static const struct value *
read_bytes(struct str text)
{
	struct source src = { STR("a.yaml"), text };

	diags_free(&diags);
	diags = (struct diags)DIAGS_INIT;
	return yaml_read(&arena, &src, text, 1, &diags);
}

static const struct value *
read(const char *text)
{
	return read_bytes(str_of(text));
}

/* -- what is right -- */

static void
test_types(void **state)
{
	static const struct {
		const char *yaml;
		enum value_kind kind;
	} rows[] = {
		{ "NO", VALUE_TEXT },
		{ "no", VALUE_TEXT },
		{ "on", VALUE_TEXT },
		{ "off", VALUE_TEXT },
		{ "yes", VALUE_TEXT },
		{ "y", VALUE_TEXT },
		{ "2026-02-03", VALUE_TEXT },
		{ "12:30", VALUE_TEXT },
		{ "1_000", VALUE_TEXT },
		{ "1.2.3", VALUE_TEXT },
		{ "0b1", VALUE_TEXT },
		{ "0xg", VALUE_TEXT },
		{ "0o8", VALUE_TEXT },
		{ "-0x1", VALUE_TEXT },
		{ "+", VALUE_TEXT },
		{ "1e", VALUE_TEXT },
		{ "<<", VALUE_TEXT },
		{ "=", VALUE_TEXT },
		{ "nil", VALUE_TEXT },
		{ "tRue", VALUE_TEXT },
		{ "112 113", VALUE_TEXT },
		{ "+47 22", VALUE_TEXT },
		{ "inf", VALUE_TEXT },
		{ "NaN", VALUE_TEXT },
		{ "null", VALUE_NULL },
		{ "Null", VALUE_NULL },
		{ "NULL", VALUE_NULL },
		{ "~", VALUE_NULL },
		{ "", VALUE_NULL },
		{ "# only a comment", VALUE_NULL },
		{ "---", VALUE_NULL },
		{ "true", VALUE_BOOL },
		{ "True", VALUE_BOOL },
		{ "TRUE", VALUE_BOOL },
		{ "false", VALUE_BOOL },
		{ "FALSE", VALUE_BOOL },
		{ "0", VALUE_INT },
		{ "-3", VALUE_INT },
		{ "+12", VALUE_INT },
		{ "0o14", VALUE_INT },
		{ "0xC", VALUE_INT },
		{ "012", VALUE_INT },
		{ "1.5", VALUE_FLOAT },
		{ ".5", VALUE_FLOAT },
		{ "5.", VALUE_FLOAT },
		{ "1e3", VALUE_FLOAT },
		{ "-1.5E-3", VALUE_FLOAT },
		{ ".inf", VALUE_FLOAT },
		{ "-.INF", VALUE_FLOAT },
		{ ".nan", VALUE_FLOAT },
		{ "99999999999999999999", VALUE_FLOAT },
		{ "\"true\"", VALUE_TEXT },
		{ "'12'", VALUE_TEXT },
		{ "\"\"", VALUE_TEXT },
		{ "|\n  12", VALUE_TEXT },
		{ "!!str 12", VALUE_TEXT },
		{ "! 12", VALUE_TEXT },
		{ "!!int 12", VALUE_INT },
		{ "[]", VALUE_LIST },
		{ "{}", VALUE_MAP },
		{ "- 1", VALUE_LIST },
		{ "a: 1", VALUE_MAP },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		const struct value *v = read(rows[i].yaml);

		told_nothing(&diags);
		if (v->kind != rows[i].kind)
			fail_msg("%s is %s", rows[i].yaml, value_kind_name(v->kind));
	}
}

static void
test_values(void **state)
{
	(void)state;
	assert_int_equal(read("012")->as.integer, 12);
	is_text(read("012")->text, "012");
	assert_int_equal(read("0o14")->as.integer, 12);
	assert_int_equal(read("0xfF")->as.integer, 255);
	assert_int_equal(read("-9223372036854775808")->as.integer, INT64_MIN);
	assert_true(read("False")->as.flag == false && read("True")->as.flag == true);
	assert_true(read("1.25")->as.real == 1.25);
	assert_true(isnan(read(".NaN")->as.real) && isinf(read("-.inf")->as.real));
	is_text(read("'it''s'")->text, "it's");
	is_text(read("\"a\\tb\\u00e5\"")->text, "a\tbå");
	is_text(read(">\n  one\n  two\n")->text, "one two\n");
}

static void
test_tree_and_places(void **state)
{
	const struct value *v = read("title: Vanlige gåter # why\nlist:\n  - æøå\n  - {k: v, x: 'q'}\nlast:\n");
	const struct value *item;

	(void)state;
	told_nothing(&diags);
	assert_int_equal(v->n, 3);
	is_text(v->as.entries[0].key, "title");
	assert_int_equal(v->as.entries[0].value.at.col, 8);
	assert_int_equal(v->as.entries[0].value.at.len, 14); /* bytes: å is two */
	assert_int_equal(v->as.entries[1].key_at.line, 2);
	assert_int_equal(v->as.entries[1].key_at.len, 4);
	item = value_get(v, "list")->as.items;
	assert_int_equal(item[0].at.line, 3);
	assert_int_equal(item[0].at.col, 5);
	assert_int_equal(item[0].at.len, 6);
	is_text(value_get(&item[1], "x")->text, "q");
	assert_int_equal(value_get(&item[1], "x")->at.col, 15);
	assert_int_equal(value_get(&item[1], "x")->at.len, 3);
	assert_null(value_get(v, "last"));
	assert_int_equal(v->as.entries[2].value.kind, VALUE_NULL);
}

/* Front matter: lines are those of the file, and NEL and LS end none of them. */
static void
test_first_line_and_odd_line_ends(void **state)
{
	struct str text = STR("a: \"x\xe2\x80\xa8y\"\r\nb: \"\xc2\x85\"\r\nc: 1");
	struct source src = { STR("a.md"), text };
	const struct value *v = yaml_read(&arena, &src, text, 7, &diags);

	(void)state;
	told_nothing(&diags);
	assert_int_equal(v->at.line, 7);
	assert_int_equal(value_get(v, "c")->at.line, 9);
	assert_int_equal(value_get(v, "c")->at.col, 4);
}

static void
test_byte_order_mark(void **state)
{
	const struct value *v = read("\xef\xbb\xbf"
				     "a: 1\nb: 2");

	(void)state;
	told_nothing(&diags);
	assert_int_equal(value_get(v, "a")->at.col, 7);
	assert_int_equal(value_get(v, "b")->at.col, 4);
}

static void
test_aliases(void **state)
{
	const struct value *v = read("base: &b {x: [1, 2]}\ncopy: *b\n<<: *b\n");

	(void)state;
	told_nothing(&diags);
	assert_int_equal(value_get(value_get(v, "copy"), "x")->n, 2);
	assert_int_equal(value_get(v, "copy")->at.line, 2);
	assert_non_null(value_get(v, "<<")); /* a plain key: settings will not know it */
	assert_null(value_get(v, "x"));
}

/* -- what is wrong: the place, the words, the repair -- */

static void
test_mistakes(void **state)
{
	static const struct {
		const char *yaml;
		uint32_t line, col, len;
		const char *detail, *note;
	} rows[] = {
		{ "title: Part 1: the start\n", 1, 14, 1, "cannot contain `: `", "`title: \"Part 1: the start\"`" },
		{ "a: 1\ntitle: Say \"x\": y\n", 2, 15, 1, "cannot contain `: `", "`title: \"Say \\\"x\\\": y\"`" },
		{ "- item: one: two\n", 1, 12, 1, "cannot contain `: `", "`- item: \"one: two\"`" },
		{ "title:Streets\nminutes: 3\n", 1, 6, 1, "a blank is missing", "key: value" },
		{ "minutes: 3\ntitle:Streets\nb: 1\n", 2, 1, 13, "a blank is missing", "`title: …`" },
		{ "title\nminutes: 3\n", 2, 8, 1, "not expected", "the line above lacks its colon" },
		{ "a: 1\ntitle\nb: 1\n", 2, 1, 5, "a line `key: value`", "indented deeper" },
		{ "title: one\n  minutes: 3\n", 2, 1, 2, "indented deeper", "one column" },
		{ "a: 1\n b: 2\n", 2, 1, 1, "indented deeper", "one column" },
		{ "a:\n  b: 1\n c: 2\n", 3, 2, 1, "indented differently", "one column" },
		{ "title: \"open\nb: 1\n", 1, 8, 1, "quotation mark is not closed", "write \"" },
		{ "title: 'open\nb: 1\n", 1, 8, 1, "quotation mark is not closed", "write '" },
		{ "title: \"a\" b\n", 1, 12, 1, "behind the closing quotation", "\\\"" },
		{ "title: 'it's'\n", 1, 12, 1, "behind the closing quotation", "`''`" },
		{ "title: [Draft] x\n", 1, 16, 1, "behind the closing bracket", "`title: \"[Draft] x\"`" },
		{ "title: \"a\\d\"\n", 1, 10, 2, "no escape", "backslash" },
		{ "a:\n\tb: 1\n", 2, 1, 1, "a tab cannot indent", "blanks" },
		{ "title: @home\n", 1, 8, 1, "cannot begin with `@`", "`title: \"@home\"`" },
		{ "title: `x`\n", 1, 8, 1, "cannot begin with ``", "quotation" },
		{ "title: %x\n", 1, 8, 1, "cannot begin with `%`", "`title: \"%x\"`" },
		{ "title: *important* words\n", 1, 8, 1, "cannot begin with `*`", "\"*important* words\"" },
		{ "title: *note\n", 1, 8, 5, "no anchor `&note`", "begins with `*`" },
		{ "title: & Co\n", 1, 8, 1, "cannot begin with `&`", "\"& Co\"" },
		{ "title: > text\n", 1, 8, 1, "cannot begin with `>`", "\"> text\"" },
		{ "title: - a\n", 1, 8, 1, "a list cannot begin", "`[one, two]`" },
		{ "list: [a, b\nc: d\n", 1, 7, 1, "`[` is not closed", "`[one, two]`" },
		{ "map: {a: b\n", 1, 6, 1, "`{` is not closed", "key: value" },
		{ "list: [a, , b]\n", 1, 11, 1, "a value is missing", "comma" },
		{ "list:\n  - a\n  b\n", 3, 3, 1, "`key: value` is expected", 0 },
		{ "list:\n  - a\n b: 1\n", 3, 2, 1, 0, 0 },
		{ "title: !important x\n", 1, 8, 12, "tags such as `!important`", "begins with `!`" },
		{ "a: !!python/object:os.system x\n", 1, 4, 27, "tags such as `!!python/object:os.system`", 0 },
		{ "a: !!int x\n", 1, 4, 7, "tags such as", 0 },
		{ "[a, b]: c\n", 1, 1, 0, "a key must be a word", "quotation" },
		{ "? |\n  a\n: b\n", 1, 3, 1, "a key must be a word", "quotation" },
		{ ": b\n", 1, 1, 1, "a key is missing", "key: value" },
		{ "{: b}\n", 1, 2, 1, "missing here", 0 },
		{ "a: 1\n---\nb: 2\n", 2, 1, 0, "second document", 0 },
		{ "a: \"\x01\"\n", 1, 5, 1, "U+0001", "delete" },
		{ "a: &x [*x]\n", 1, 8, 2, "inside what it names", 0 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		const struct diag *g;

		if (read(rows[i].yaml))
			fail_msg("was read: %s", rows[i].yaml);
		if (!rows[i].detail) {
			assert_int_equal(diags.all.n, 1);
			continue;
		}
		g = told(&diags, DIAG_YAML_SYNTAX, rows[i].line, rows[i].col, rows[i].len);
		detail_has(g, rows[i].detail);
		if (rows[i].note)
			note_has(g, rows[i].note);
	}
}

static void
test_duplicates(void **state)
{
	(void)state;
	assert_null(read("a: 1\nb: 2\na: 3\n"));
	note_has(told(&diags, DIAG_YAML_DUPLICATE, 3, 1, 1), "line 1");
	assert_null(read("a: 1\na: 3\nx: {y: 1, \"y\": 2}\n"));
	assert_int_equal(diags.all.n, 2); /* all of them in one run */
	assert_null(read("a: [1, {k: 1, k: 2}"));
}

static void
test_not_text(void **state)
{
	(void)state;
	assert_null(read_bytes(STR("a: 1\nb: \0\n")));
	told(&diags, DIAG_NUL_BYTE, 2, 4, 1);
	assert_null(read_bytes(STR("a: \xc3\xa5\nb: \xff\n")));
	told(&diags, DIAG_UTF8_INVALID, 2, 4, 1);
	assert_null(read_bytes(STR("\xff\xfe"
				   "a\0:\0")));
	assert_null(read_bytes(STR("a: \xc3")));
	told(&diags, DIAG_UTF8_INVALID, 1, 4, 1);
}

/* -- too much -- */

static struct str
repeat(const char *what, int times, const char *tail)
{
	size_t n = strlen(what);
	char *p = arena_alloc(&arena, n * (size_t)times + strlen(tail) + 1);

	for (int i = 0; i < times; i++)
		memcpy(p + n * (size_t)i, what, n);
	strcpy(p + n * (size_t)times, tail);
	return str_of(p);
}

static void
test_laughs(void **state)
{
	struct str text = STR("a0: &a0 [1,1,1,1,1,1,1,1,1,1]\n");

	(void)state;
	for (int i = 1; i < 20; i++)
		text = arena_fmt(&arena, "%.*sa%d: &a%d [*a%d,*a%d,*a%d,*a%d,*a%d,*a%d,*a%d,*a%d,*a%d]\n",
		    STR_ARG(text), i, i, i - 1, i - 1, i - 1, i - 1, i - 1, i - 1, i - 1, i - 1, i - 1);
	assert_null(read_bytes(text));
	assert_int_equal(diags.all.n, 1);
	assert_int_equal(diags.all.v[0].code, DIAG_YAML_LIMIT);
}

static void
test_deep_aliases(void **state)
{
	struct str text = STR("a0: &a0 [1]\n");

	(void)state;
	for (int i = 1; i < 70; i++)
		text = arena_fmt(&arena, "%.*sa%d: &a%d [*a%d]\n", STR_ARG(text), i, i, i - 1);
	assert_null(read_bytes(text));
	told(&diags, DIAG_YAML_LIMIT, 64, 12, 4);
}

static void
test_depth_and_size(void **state)
{
	(void)state;
	assert_non_null(read_bytes(repeat("[", YAML_MAX_DEPTH, repeat("]", YAML_MAX_DEPTH, "").p)));
	assert_null(read_bytes(repeat("[", YAML_MAX_DEPTH + 1, repeat("]", YAML_MAX_DEPTH + 1, "").p)));
	assert_int_equal(diags.all.v[0].code, DIAG_YAML_LIMIT);
	assert_null(read_bytes(repeat("[", 100000, "")));
	assert_int_equal(diags.all.v[0].code, DIAG_YAML_LIMIT);
	assert_null(read_bytes(repeat("- ", 10000, "x")));
	assert_int_equal(diags.all.v[0].code, DIAG_YAML_LIMIT);
	assert_null(read_bytes(repeat("{a: ", 10000, "x")));
	assert_int_equal(diags.all.v[0].code, DIAG_YAML_LIMIT);
	assert_null(read_bytes(repeat("- 1\n", YAML_MAX_NODES, "")));
	assert_int_equal(diags.all.v[0].code, DIAG_YAML_LIMIT);
	assert_int_equal(read_bytes(repeat("- 1\n", YAML_MAX_NODES - 1, ""))->n, YAML_MAX_NODES - 1);
	assert_int_equal(read_bytes(repeat("long ", 2000000, ""))->kind, VALUE_TEXT);
}

int
main(void)
{
#define T(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
	const struct CMUnitTest tests[] = {
		T(test_types),
		T(test_values),
		T(test_tree_and_places),
		T(test_first_line_and_odd_line_ends),
		T(test_byte_order_mark),
		T(test_aliases),
		T(test_mistakes),
		T(test_duplicates),
		T(test_not_text),
		T(test_laughs),
		T(test_deep_aliases),
		T(test_depth_and_size),
	};

	return cmocka_run_group_tests(tests, 0, 0);
}
