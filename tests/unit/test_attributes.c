/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read/attributes.h"

#include "told.h"

static struct arena arena;
static struct diags diags;
static struct attrs *attrs;
static size_t used;

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

/* The text stands at line 3, column 5 of its file. */
static enum attributes_result
parse_at(const char *text, const char *file)
{
	struct source src = { STR("a.md"), str_of(file) };

	diags_free(&diags);
	diags = (struct diags)DIAGS_INIT;
	return attributes_parse(&arena, str_of(text), &src, (struct span){ 3, 5, 0 }, &attrs, &used, &diags);
}

static enum attributes_result
parse(const char *text)
{
	return parse_at(text, "");
}

static void
test_whole_list(void **state)
{
	(void)state;
	assert_int_equal(parse("{#act .critical key=value two=\"two words\" .b} behind"), ATTRIBUTES_OK);
	told_nothing(&diags);
	assert_int_equal(used, 45);
	is_text(attrs->id, "act");
	assert_int_equal(attrs->nclasses, 2);
	assert_true(attrs_class(attrs, "b") && attrs_class(attrs, "critical"));
	assert_int_equal(attrs->n, 2);
	is_text(attrs_value(attrs, "key"), "value");
	is_text(attrs_value(attrs, "two"), "two words");
	assert_int_equal(attrs->at.line, 3);
	assert_int_equal(attrs->at.col, 5);
	assert_int_equal(attrs->at.len, 45);
	assert_int_equal(attrs->v[1].at.col, 5 + 26);
	assert_int_equal(attrs->v[1].at.len, 15);
}

static void
test_values(void **state)
{
	static const struct {
		const char *list, *value;
	} rows[] = {
		{ "{k=\"a \\\" b \\\\ c\"}", "a \" b \\ c" },
		{ "{k='it is \"so\"'}", "it is \"so\"" },
		{ "{k='it\\'s'}", "it's" },
		{ "{k=\"}\"}", "}" },
		{ "{k=\"\"}", "" },
		{ "{k=70%}", "70%" },
		{ "{k=!riga}", "!riga" },
		{ "{k=a=b}", "a=b" },
		{ "{k=120,40}", "120,40" },
		{ "{k=-1/3}", "-1/3" },
		{ "{k=\"Åsa, «her»\"}", "Åsa, «her»" },
		{ "{k=\"a\\nb\"}", "a\\nb" },
		{ "{ k=x }", "x" },
		{ "{\tk=x\t}", "x" },
		{ "{k=\"a\nb\"}", "a b" },
		{ "{k=\"a\r\nb\"}", "a b" },
		{ "{.a\nk=x}", "x" },
		{ "{k=\\}", "\\" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		assert_int_equal(parse(rows[i].list), ATTRIBUTES_OK);
		told_nothing(&diags);
		assert_int_equal(used, strlen(rows[i].list));
		is_text(attrs_value(attrs, "k"), rows[i].value);
	}
}

static void
test_not_a_list(void **state)
{
	static const char *const texts[] = { "", "{", "{}", "{ }", "{year}", "{year: 1}", "{{x}}", "a{#b}", "{...}",
		"{ # }", "{key =x}", "{å=1}", "{%=1}", "{=x}", "{ .5 }x" };

	(void)state;
	for (size_t i = 0; i + 1 < sizeof texts / sizeof *texts; i++) {
		assert_false(attributes_begins(str_of(texts[i])));
		assert_int_equal(parse(texts[i]), ATTRIBUTES_NONE);
		assert_null(attrs);
		told_nothing(&diags);
	}
}

static void
test_begins(void **state)
{
	static const char *const texts[] = { "{#", "{.", "{#}", "{. ", "{a=", "{a-b_2=", "{ #x", "{ .x",
		"{  k=", "{\xe2\x80\x8b#x}" };

	(void)state;
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		assert_true(attributes_begins(str_of(texts[i])));
}

/* One mistake, one message, with its place (column from the list's start) and a note. */
static void
test_faults(void **state)
{
	static const struct {
		const char *list;
		uint32_t at, len;
		const char *detail, *note;
		size_t used;
	} rows[] = {
		{ "{#a", 0, 1, "not closed", "`}`", 3 },
		{ "{#a\nb", 0, 1, "not closed", "`}`", 3 },
		{ "{#a [b]{.c}", 0, 1, "not closed", "`}`", 11 },
		{ "{#}", 1, 1, "`#` without", "{#my-id}", 3 },
		{ "{.}", 1, 1, "`.` without", "{.my-class}", 3 },
		{ "{#a #b}", 4, 2, "second id", "one id", 7 },
		{ "{k=1 k=2}", 5, 1, "`k` is there twice", "once", 9 },
		{ "{k=}", 2, 1, "no value", "key=value", 4 },
		{ "{k= x}", 2, 1, "no value", "key=value", 6 },
		{ "{#a, .b}", 3, 1, "a comma", "blanks", 8 },
		{ "{a=1, b=2}", 4, 1, "a comma", "blanks", 10 },
		{ "{#a,.b,k=1}", 3, 1, "a comma", "blanks", 11 },
		{ "{#a word}", 4, 4, "`word`", "`.name`", 9 },
		{ "{#a k = v}", 4, 1, "`k`", "`name=value`", 10 },
		{ "{#a.b}", 2, 3, "cannot hold `.`", "letters", 6 },
		{ "{#blåbær}", 2, 8, "cannot hold `å`", "`blabaer`", 11 },
		{ "{.ž}", 2, 2, "cannot hold `ž`", "letters", 5 },
		{ "{k=å}", 3, 2, "cannot hold `å`", "quotation", 6 },
		{ "{k=a\"b}", 3, 3, "cannot hold `\"`", "quotation", 7 },
		{ "{k={x} .b}", 3, 3, "cannot hold `{`", "quotation", 10 },
		{ "{k=“two words” .b}", 3, 15, "curly", "straight", 22 },
		{ "{k=„two words“ .b}", 3, 15, "curly", "straight", 22 },
		{ "{k=«two words»}", 3, 13, "curly", "straight", 17 },
		{ "{k=“word}", 3, 7, "curly", "straight", 11 },
		{ "{k=\"open}", 3, 5, "not closed", "same", 9 },
		{ "{k='open .b}", 3, 8, "not closed", "same", 12 },
		{ "{k=\"a\"b}", 6, 1, "right behind a value", "blank", 8 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		const struct diag *g;

		if (parse(rows[i].list) != ATTRIBUTES_BROKEN)
			fail_msg("%s is not broken", rows[i].list);
		g = told(&diags, DIAG_ATTRIBUTE_SYNTAX, 3, 5 + rows[i].at, rows[i].len);
		detail_has(g, rows[i].detail);
		note_has(g, rows[i].note);
		assert_int_equal(used, rows[i].used);
		assert_non_null(attrs);
	}
}

static void
test_rest_of_broken_list_counts(void **state)
{
	(void)state;
	assert_int_equal(parse("{#a, .b word k=“x” two='2' #c}"), ATTRIBUTES_BROKEN);
	assert_int_equal(diags.all.n, 4); /* comma, word, curly, second id */
	is_text(attrs->id, "a");
	assert_true(attrs_class(attrs, "b"));
	is_text(attrs_value(attrs, "two"), "2");
	assert_null(attrs_get(attrs, "k"));
}

static void
test_invisible(void **state)
{
	static const struct {
		const char *list;
		uint32_t at, len;
		const char *name;
	} rows[] = {
		{ "{\xe2\x80\x8b#a}", 1, 3, "U+200B" },
		{ "{#a\xc2\xa0.b}", 3, 2, "non-breaking" },
		{ "{#a\xc2\xad"
		  "b}",
		    3, 2, "soft hyphen" },
		{ "{#a\xe2\x80\x8e}", 3, 3, "left-to-right" },
		{ "{k=\xef\xbb\xbfx}", 3, 3, "U+FEFF" },
		{ "{k=\"x\"\xc2\xa0.b}", 6, 2, "U+00A0" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		assert_int_equal(parse(rows[i].list), ATTRIBUTES_BROKEN);
		detail_has(told(&diags, DIAG_CHARACTER_INVISIBLE, 3, 5 + rows[i].at, rows[i].len), rows[i].name);
		assert_int_equal(used, strlen(rows[i].list));
	}
	assert_int_equal(parse("{k=\"a\xc2\xa0"
			       "b\"}"),
	    ATTRIBUTES_OK);
}

/* A list in a quoted paragraph goes on on the next line: the caller gives the text without `> `. */
static void
test_lines(void **state)
{
	const char *file = "one\ntwo\n>   {#a\n> .b  word}\n";

	(void)state;
	assert_int_equal(parse_at("{#a\n.b  word}", file), ATTRIBUTES_BROKEN);
	told(&diags, DIAG_ATTRIBUTE_SYNTAX, 4, 7, 4);
	assert_int_equal(parse_at("{#a\nkey=1}", "one\ntwo\n>   {#a\n>  key=1}\n"), ATTRIBUTES_OK);
	assert_int_equal(attrs->v[0].at.line, 4);
	assert_int_equal(attrs->v[0].at.col, 4);
	assert_int_equal(attrs->at.len, 3);
	/* a line that the source does not have: the line is known, the column is not */
	assert_int_equal(parse_at("{#a\nkey=1}", "one\ntwo\n{#a\nother}\n"), ATTRIBUTES_OK);
	assert_int_equal(attrs->v[0].at.line, 4);
	assert_int_equal(attrs->v[0].at.col, 0);
}

static void
test_valid(void **state)
{
	size_t n = 99;

	(void)state;
	assert_true(attributes_valid(STR("{k=\"a=\"} and \"more\""), &n));
	assert_int_equal(n, 8);
	assert_true(attributes_valid(STR("{#a k=\"}\"} x"), &n));
	assert_int_equal(n, 10);
	assert_false(attributes_valid(STR("{#a,}"), &n));
	assert_false(attributes_valid(STR("{year}"), &n));
	assert_int_equal(n, 0);
}

static void
test_too_many(void **state)
{
	struct str list = STR("{.x");

	(void)state;
	for (int i = 0; i <= ATTRIBUTES_MAX; i++)
		list = arena_fmt(&arena, "%.*s k%d=1", STR_ARG(list), i);
	list = arena_fmt(&arena, "%.*s}", STR_ARG(list));
	assert_int_equal(parse(list.p), ATTRIBUTES_BROKEN);
	detail_has(&diags.all.v[0], "more than 256");
	assert_int_equal(attrs->n, ATTRIBUTES_MAX);
}

/* Any bytes: no crash, and a list never takes more than there is. */
static void
test_any_bytes(void **state)
{
	static const char alphabet[] = "{}#.=ab\"'\\ ,\n\x80\xe2\xff";
	uint32_t seed = 1;

	(void)state;
	for (int i = 0; i < 20000; i++) {
		char text[24] = "{#";
		size_t n = 2 + (size_t)i % 20;

		for (size_t at = 2; at < n; at++)
			text[at] = alphabet[(seed = seed * 1103515245 + 12345) >> 16 & 15];
		parse(text);
		assert_true(used <= n && used > 0);
	}
}

int
main(void)
{
#define T(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
	const struct CMUnitTest tests[] = {
		T(test_whole_list),
		T(test_values),
		T(test_not_a_list),
		T(test_begins),
		T(test_faults),
		T(test_rest_of_broken_list_counts),
		T(test_invisible),
		T(test_lines),
		T(test_valid),
		T(test_too_many),
		T(test_any_bytes),
	};

	return cmocka_run_group_tests(tests, 0, 0);
}
