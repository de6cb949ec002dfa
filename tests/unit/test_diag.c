/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "testing.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/diag.h"
#include "base/message.h"
#include "base/unicode.h"

#define PATH "content/trafficking/01-a/10-b.md"

static struct source
source_of(struct str bytes)
{
	return (struct source){ STR(PATH), bytes };
}

/* What is printed, for free(). */
static char *
printed(const struct diags *d, bool color, bool json)
{
	char *text = NULL;
	size_t n = 0;
	FILE *f = open_memstream(&text, &n);

	assert_non_null(f);
	if (json)
		message_json(d, f);
	else
		message_print(d, f, color);
	fclose(f);
	assert_int_equal(strlen(text), n); /* no NUL gets through */
	return text;
}

static void
assert_printed(const struct diags *d, const char *wanted)
{
	char *text = printed(d, false, false);

	assert_string_equal(text, wanted);
	free(text);
}

static void
assert_json(const struct diags *d, const char *wanted)
{
	char *text = printed(d, false, true);

	assert_string_equal(text, wanted);
	free(text);
}

/* One problem at ${at} in ${bytes}, printed. */
static void
assert_shown(struct str bytes, struct span at, const char *wanted)
{
	struct diags d = DIAGS_INIT;
	struct source src = source_of(bytes);

	diag_add(&d, DIAG_LINK_BROKEN, &src, at, "%s", "");
	assert_printed(&d, wanted);
	diags_free(&d);
}

#define HEAD(place) PATH place ": error: this link leads nowhere [link-broken]\n"

/* -- the catalogue -- */

static void
test_catalogue(void **state)
{
	(void)state;
	for (int i = 0; i < DIAG_CODES; i++) {
		const struct diag_info *info = diag_info((enum diag_code)i);

		assert_int_equal(diag_find(str_of(info->name)), i);
		assert_true(strspn(info->name, "abcdefghijklmnopqrstuvwxyz0123456789-") == strlen(info->name));
		assert_true(info->sentence[0] && info->sentence[strlen(info->sentence) - 1] != '.');
		assert_true(strlen(info->explain) > 20);
		assert_true(unicode_valid(str_of(info->explain), NULL));
	}
	assert_int_equal(diag_find(STR("link-broken")), DIAG_LINK_BROKEN);
	assert_int_equal(diag_find(STR("link-brokem")), -1);
	assert_int_equal(diag_find(STR_EMPTY), -1);
}

/* -- printing -- */

static void
test_print(void **state)
{
	struct diags d = DIAGS_INIT;
	struct source src = source_of(STR("one\nSee [the page](../x.md) for more.\r\nthree"));
	struct diag *g = diag_add(&d, DIAG_LINK_BROKEN, &src, (struct span){ 2, 16, 7 }, "`%s`", "../x.md");

	(void)state;
	diag_note(&d, g, "did you mean `%s`?", "../20-x.md");
	diag_note(&d, g, "%s", "second");
	assert_printed(&d,
	    PATH ":2:16: error: this link leads nowhere: `../x.md` [link-broken]\n"
		 "    2 | See [the page](../x.md) for more.\n"
		 "      |                ^~~~~~~\n"
		 "      = did you mean `../20-x.md`?\n"
		 "      = second\n");
	assert_json(&d,
	    "{\"level\":\"error\",\"code\":\"link-broken\",\"file\":\"" PATH
	    "\",\"line\":2,\"column\":16,\"length\":7,\"message\":\"this link leads nowhere: `../x.md`\","
	    "\"notes\":[\"did you mean `../20-x.md`?\",\"second\"]}\n");
	diags_free(&d);
}

static void
test_levels(void **state)
{
	struct diags d = DIAGS_INIT;
	struct span none = { 0, 0, 0 };
	char *text;

	(void)state;
	diag_add(&d, DIAG_SITE_MISSING, NULL, none, "%s", "/tmp/x");
	diag_add(&d, DIAG_CONTACT_EMPTY, NULL, none, "%s", "police");
	diag_add(&d, DIAG_FILE_LOOP, NULL, none, "%s", "");
	assert_printed(&d,
	    "pensum: fatal error: this folder is no site: /tmp/x [site-missing]\n"
	    "pensum: note: this contact is still to be filled in: police [contact-empty]\n"
	    "pensum: warning: this folder contains itself [file-loop]\n");
	text = printed(&d, true, false);
	assert_non_null(strstr(text, "\033[1;31mfatal error:\033[0m"));
	assert_non_null(strstr(text, "\033[1;36mnote:\033[0m"));
	assert_non_null(strstr(text, "\033[1;33mwarning:\033[0m"));
	free(text);
	assert_json(&d,
	    "{\"level\":\"fatal\",\"code\":\"site-missing\",\"file\":null,\"line\":0,\"column\":0,\"length\":0,"
	    "\"message\":\"this folder is no site: /tmp/x\",\"notes\":[]}\n"
	    "{\"level\":\"note\",\"code\":\"contact-empty\",\"file\":null,\"line\":0,\"column\":0,\"length\":0,"
	    "\"message\":\"this contact is still to be filled in: police\",\"notes\":[]}\n"
	    "{\"level\":\"warning\",\"code\":\"file-loop\",\"file\":null,\"line\":0,\"column\":0,\"length\":0,"
	    "\"message\":\"this folder contains itself\",\"notes\":[]}\n");
	assert_int_equal(diags_worst(&d), DIAG_FATAL);
	assert_int_equal(diags_count(&d, DIAG_WARNING), 1);
	assert_int_equal(diags_count(&d, DIAG_ERROR), 0);
	diags_free(&d);
	assert_int_equal(diags_worst(&d), DIAG_NOTE);
}

static void
test_strict(void **state)
{
	struct diags d = { .strict = true };
	struct span none = { 0, 0, 0 };

	(void)state;
	diag_add(&d, DIAG_FILE_LOOP, NULL, none, "%s", "");
	diag_add(&d, DIAG_CONTACT_EMPTY, NULL, none, "%s", "");
	assert_int_equal(d.all.v[0].level, DIAG_ERROR);
	assert_int_equal(d.all.v[1].level, DIAG_NOTE);
	diags_free(&d);
}

static void
test_places(void **state)
{
	struct str text = STR("first\n\nlast");

	(void)state;
	assert_shown(text, (struct span){ 0, 0, 0 }, HEAD(""));
	assert_shown(text, (struct span){ 1, 0, 0 }, HEAD(":1") "    1 | first\n");
	assert_shown(text, (struct span){ 1, 1, 0 }, HEAD(":1:1") "    1 | first\n      | ^\n");
	assert_shown(text, (struct span){ 3, 4, 1 }, HEAD(":3:4") "    3 | last\n      |    ^\n");
	assert_shown(text, (struct span){ 2, 1, 1 }, HEAD(":2:1"));
	/* Behind the end of the line, of the span, of the text. */
	assert_shown(text, (struct span){ 1, 6, 0 }, HEAD(":1:6") "    1 | first\n      |      ^\n");
	assert_shown(text, (struct span){ 1, 99, 5 }, HEAD(":1:6") "    1 | first\n      |      ^\n");
	assert_shown(text, (struct span){ 1, 3, 99 }, HEAD(":1:3") "    1 | first\n      |   ^~~\n");
	assert_shown(text, (struct span){ 3, 1, UINT32_MAX }, HEAD(":3:1") "    3 | last\n      | ^~~~\n");
	assert_shown(text, (struct span){ 9, 2, 1 }, HEAD(":9:2"));
	assert_shown(text, (struct span){ UINT32_MAX, UINT32_MAX, UINT32_MAX }, HEAD(":4294967295:4294967295"));
	assert_shown(STR_EMPTY, (struct span){ 3, 2, 1 }, HEAD(":3:2"));
}

static void
test_columns_are_characters(void **state)
{
	(void)state;
	assert_shown(STR("blåbær [x](y)"), (struct span){ 1, 10, 6 },
	    HEAD(":1:8") "    1 | blåbær [x](y)\n      |        ^~~~~~\n");
	/* Wide characters take two cells, combining ones none. */
	assert_shown(STR("漢字e\u0301 [x]"), (struct span){ 1, 11, 3 },
	    HEAD(":1:6") "    1 | 漢字e\u0301 [x]\n      |       ^~~\n");
	assert_shown(STR("ab漢字cd"), (struct span){ 1, 3, 6 }, HEAD(":1:3") "    1 | ab漢字cd\n      |   ^~~~\n");
	/* In the midst of a character: the character. */
	assert_shown(STR("åb"), (struct span){ 1, 2, 0 }, HEAD(":1:1") "    1 | åb\n      | ^\n");
	assert_shown(STR("\ta\tb"), (struct span){ 1, 4, 1 }, HEAD(":1:4") "    1 |  a b\n      |    ^\n");
}

/* Nothing that a terminal would obey. */
static void
test_controls(void **state)
{
	struct diags d = DIAGS_INIT;
	struct source src = { STR("a\033[2J.md"),
		STR("x\033]0;t\a\xc2\x9b"
		    "31m\u202ey\xff\0z") };
	struct diag *g = diag_add(&d, DIAG_LINK_BROKEN, &src, (struct span){ 1, 19, 1 }, "%s", "d\033[31m\n\x7f");

	(void)state;
	diag_note(&d, g, "%s", "n\xc3\tm\r");
	assert_printed(&d,
	    "a\ufffd[2J.md:1:16: error: this link leads nowhere: d\ufffd[31m \ufffd [link-broken]\n"
	    "    1 | x\ufffd]0;t\ufffd\ufffd31m\ufffdy\ufffd\ufffdz\n"
	    "      |                ^\n"
	    "      = n\ufffd m \n");
	assert_json(&d,
	    "{\"level\":\"error\",\"code\":\"link-broken\",\"file\":\"a\\u001b[2J.md\",\"line\":1,\"column\":16,\"length\":1,"
	    "\"message\":\"this link leads nowhere: d\\u001b[31m\\u000a\x7f\",\"notes\":[\"n\ufffd\\u0009m\\u000d\"]}\n");
	diags_free(&d);
}

static void
test_json_escapes(void **state)
{
	struct diags d = DIAGS_INIT;

	(void)state;
	diag_add(&d, DIAG_LINK_BROKEN, NULL, (struct span){ 0, 0, 0 }, "%s", "\"\\/\xed\xa0\x80 blåbær");
	assert_json(&d,
	    "{\"level\":\"error\",\"code\":\"link-broken\",\"file\":null,\"line\":0,\"column\":0,\"length\":0,"
	    "\"message\":\"this link leads nowhere: \\\"\\\\/\ufffd\ufffd\ufffd blåbær\",\"notes\":[]}\n");
	diags_free(&d);
}

static void
test_wide_line_numbers(void **state)
{
	struct buf b = BUF_INIT;

	(void)state;
	for (int i = 1; i < 1234567; i++)
		buf_chr(&b, '\n');
	buf_cstr(&b, "abc");
	assert_shown(buf_view(&b), (struct span){ 1234567, 2, 1 }, HEAD(":1234567:2") "1234567 | abc\n        |  ^\n");
	buf_free(&b);
}

/* -- long lines -- */

/* A line of ${n} digits with a mark at byte ${at}, as printed: its line and the place of the caret in cells. */
static char *
cut_line(size_t n, size_t at, size_t *caret)
{
	struct diags d = DIAGS_INIT;
	struct buf b = BUF_INIT;
	struct source src;
	char *text, *line, *end;

	for (size_t i = 0; i < n; i++)
		buf_chr(&b, i == at ? '!' : (char)('0' + i % 10));
	src = source_of(buf_view(&b));
	diag_add(&d, DIAG_LINK_BROKEN, &src, (struct span){ 1, (uint32_t)at + 1, 1 }, "%s", "");
	assert_int_equal(d.all.v[0].column, at + 1);
	text = printed(&d, false, false);
	line = strstr(text, " | ") + 3;
	end = strchr(line, '\n');
	*caret = (size_t)(strchr(end, '^') - (strstr(end, " | ") + 3));
	line = strndup(line, (size_t)(end - line));
	free(text);
	buf_free(&b);
	diags_free(&d);
	return line;
}

static void
test_long_lines_are_cut(void **state)
{
	static const size_t lengths[] = { 150, 160, 161, 162, 200, 1000, 5000, 200000 };
	static const size_t places[] = { 0, 1, 59, 60, 61, 100, 149, 158, 159, 160, 161, 199, 600, 999, 4999, 199999 };

	(void)state;
	for (size_t i = 0; i < sizeof lengths / sizeof *lengths; i++) {
		for (size_t k = 0; k < sizeof places / sizeof *places; k++) {
			size_t n = lengths[i], at = places[k], caret, bang = 0, place = 0;
			struct str line;
			char *text;

			if (at >= n)
				continue;
			text = cut_line(n, at, &caret);
			line = str_of(text);
			assert_true(unicode_width(line) <= 160);
			if (n <= 160)
				assert_int_equal(line.n, n);
			else
				assert_true(str_starts(line, "…") || str_ends(line, "…"));
			assert_int_equal(str_ends(line, "…"), n > 160 && (at <= 60 || n - at > 98));
			while (place < line.n && line.p[place] != '!') {
				unicode_next(line, &place);
				bang++;
			}
			assert_true(place < line.n);
			assert_int_equal(caret, bang);
			free(text);
		}
	}
}

static void
test_long_lines_of_odd_characters(void **state)
{
	static const char *const odd[] = { "漢", "\u0301", "\xff", "\u202e", "\xf0\x9f\x98\x80", "\t" };

	(void)state;
	for (size_t i = 0; i < sizeof odd / sizeof *odd; i++) {
		struct diags d = DIAGS_INIT;
		struct buf b = BUF_INIT;
		struct source src;
		char *text, *line;

		for (int k = 0; k < 4000; k++)
			buf_cstr(&b, odd[i]);
		src = source_of(buf_view(&b));
		diag_add(
		    &d, DIAG_LINK_BROKEN, &src, (struct span){ 1, 2000 * (uint32_t)strlen(odd[i]) + 1, 1 }, "%s", "");
		assert_int_equal(d.all.v[0].column, 2001);
		text = printed(&d, false, false);
		assert_true(unicode_valid(str_of(text), NULL));
		line = strstr(text, " | ") + 3;
		assert_true(unicode_width((struct str){ line, (size_t)(strchr(line, '\n') - line) }) <= 160);
		assert_true(strlen(text) < 12000);
		free(text);
		buf_free(&b);
		diags_free(&d);
	}
}

/* Hundreds of thousands of problems in one file, all on one line or each on its own. */
static void
test_many_in_one_file(void **state)
{
	enum { MANY = 200000 };

	(void)state;
	for (int same_line = 0; same_line < 2; same_line++) {
		struct diags d = DIAGS_INIT;
		struct buf b = BUF_INIT;
		struct source src;

		for (int i = 0; i < MANY; i++)
			buf_cstr(&b, same_line ? "åx [](y) " : "åx [](y)\n");
		src = source_of(buf_view(&b));
		for (uint32_t i = 0; i < MANY; i++)
			diag_add(&d, DIAG_LINK_BROKEN, &src,
			    (struct span){ same_line ? 1 : i + 1, same_line ? 10 * i + 5 : 5, 5 }, "%s", "");
		assert_int_equal(d.all.v[MANY - 1].column, same_line ? 9 * (MANY - 1) + 4 : 4);
		assert_int_equal(d.all.v[MANY - 1].length, 5);
		if (!same_line)
			assert_true(str_is(d.all.v[MANY - 1].line, "åx [](y)"));
		buf_free(&b);
		diags_free(&d);
	}
}

/* Backwards, and between files: what is remembered of the last place does not lead astray. */
static void
test_places_in_any_order(void **state)
{
	struct diags d = DIAGS_INIT;
	struct str text = STR("åa b\nåc d\nåe f\n"), other = STR("zz\nzz\nyy\n");
	struct source a = { STR("a.md"), text }, b = { STR("b.md"), other }, c = { STR("c.md"), text };
	static const uint32_t lines[] = { 3, 1, 2, 2, 3, 1, 1, 3 };

	(void)state;
	for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
		struct diag *g = diag_add(
		    &d, DIAG_LINK_BROKEN, i % 3 ? &a : &c, (struct span){ lines[i], i % 2 ? 5 : 3, 1 }, "%s", "");

		assert_int_equal(g->column, i % 2 ? 4 : 2);
		assert_true(str_eq(g->line, str_sub(text, 6 * (lines[i] - 1), 6 * lines[i] - 1)));
		g = diag_add(&d, DIAG_LINK_BROKEN, &b, (struct span){ lines[i], 1, 1 }, "%s", "");
		assert_true(str_is(g->line, lines[i] == 3 ? "yy" : "zz"));
	}
	diags_free(&d);
}

/* A list outlives its sources. */
static void
test_copies(void **state)
{
	struct diags d = DIAGS_INIT;
	char *path = strdup("p.md"), *bytes = strdup("text [x]");
	struct source src = { str_of(path), str_of(bytes) };

	(void)state;
	diag_add(&d, DIAG_LINK_BROKEN, &src, (struct span){ 1, 6, 3 }, "%s", bytes);
	memset(path, '?', strlen(path));
	memset(bytes, '?', strlen(bytes));
	free(path);
	free(bytes);
	assert_printed(&d,
	    "p.md:1:6: error: this link leads nowhere: text [x] [link-broken]\n"
	    "    1 | text [x]\n"
	    "      |      ^~~\n");
	diags_free(&d);
}

/* -- lists -- */

static void
add(struct diags *d, enum diag_code code, const char *file, uint32_t line, uint32_t col, const char *detail,
    const char *note)
{
	struct source src = { str_of(file), STR_EMPTY };
	struct diag *g = diag_add(d, code, file ? &src : NULL, (struct span){ line, col, 0 }, "%s", detail);

	if (note)
		diag_note(d, g, "%s", note);
}

static void
test_sort(void **state)
{
	struct diags d = DIAGS_INIT;

	(void)state;
	add(&d, DIAG_IO, NULL, 0, 0, "disk", NULL);
	add(&d, DIAG_LINK_BROKEN, "b.md", 1, 1, "x", NULL);
	add(&d, DIAG_LINK_BROKEN, "a.md", 10, 2, "x", NULL);
	add(&d, DIAG_LINK_BROKEN, "a.md", 9, 7, "y", NULL);
	add(&d, DIAG_LINK_BROKEN, "a.md", 9, 7, "x", "one");
	add(&d, DIAG_LINK_BROKEN, "a.md", 9, 7, "x", NULL);
	add(&d, DIAG_LINK_BROKEN, "a.md", 9, 7, "x", "one");
	add(&d, DIAG_FILE_LOOP, "a.md", 9, 7, "z", NULL);
	add(&d, DIAG_LINK_BROKEN, "a.md", 0, 0, "", NULL);
	add(&d, DIAG_IO, NULL, 0, 0, "disk", NULL);
	add(&d, DIAG_LINK_BROKEN, "a.md", 9, 7, "x", "two");
	diags_sort(&d);
	assert_printed(&d,
	    "a.md: error: this link leads nowhere [link-broken]\n"
	    "a.md:9:7: warning: this folder contains itself: z [file-loop]\n"
	    "a.md:9:7: error: this link leads nowhere: x [link-broken]\n"
	    "a.md:9:7: error: this link leads nowhere: x [link-broken]\n"
	    "      = one\n"
	    "a.md:9:7: error: this link leads nowhere: x [link-broken]\n"
	    "      = two\n"
	    "a.md:9:7: error: this link leads nowhere: y [link-broken]\n"
	    "a.md:10:2: error: this link leads nowhere: x [link-broken]\n"
	    "b.md:1:1: error: this link leads nowhere: x [link-broken]\n"
	    "pensum: fatal error: cannot read or write: disk [io]\n");
	diags_free(&d);
	diags_sort(&d);
	assert_printed(&d, "");
}

static void
test_merge(void **state)
{
	struct diags a = DIAGS_INIT, b = DIAGS_INIT, c = DIAGS_INIT;

	(void)state;
	add(&a, DIAG_LINK_BROKEN, "z.md", 1, 1, "of a", NULL);
	add(&b, DIAG_LINK_BROKEN, "y.md", 1, 1, "of b", "note");
	diags_merge(&a, &b);
	diags_merge(&a, &c);
	assert_int_equal(b.all.n, 0);
	assert_int_equal(a.all.n, 2);
	/* Emptied, it can be used again. */
	add(&b, DIAG_LINK_BROKEN, "y.md", 2, 1, "again", NULL);
	diags_merge(&a, &b);
	diags_free(&b);
	diags_sort(&a);
	assert_printed(&a,
	    "y.md:1:1: error: this link leads nowhere: of b [link-broken]\n"
	    "      = note\n"
	    "y.md:2:1: error: this link leads nowhere: again [link-broken]\n"
	    "z.md:1:1: error: this link leads nowhere: of a [link-broken]\n");
	diags_merge(&c, &a);
	assert_int_equal(c.all.n, 3);
	diags_free(&a);
	diags_free(&c);
}

/* Any bytes, any place. */
static void
test_any_bytes(void **state)
{
	uint32_t seed = 7;

	(void)state;
	for (int round = 0; round < 2000; round++) {
		struct diags d = DIAGS_INIT;
		size_t n = (size_t)round % 700 + 1;
		char *bytes = malloc(n), *text;
		struct source src = source_of((struct str){ bytes, n });

		for (size_t i = 0; i < n; i++) {
			seed = seed * 1664525u + 1013904223u;
			bytes[i] = seed >> 29 == 0 ? '\n' : (char)(seed >> 24);
		}
		for (uint32_t i = 0; i < 20; i++) {
			seed = seed * 1664525u + 1013904223u;
			diag_add(&d, DIAG_LINK_BROKEN, &src,
			    (struct span){ seed >> 28, seed >> 20 & 255, seed >> 10 & 63 }, "%.9s", "xyz");
		}
		diags_sort(&d);
		free(bytes);
		text = printed(&d, round % 2, false);
		assert_true(unicode_valid(str_of(text), NULL));
		free(text);
		text = printed(&d, false, true);
		assert_true(unicode_valid(str_of(text), NULL));
		free(text);
		diags_free(&d);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_catalogue),
		cmocka_unit_test(test_print),
		cmocka_unit_test(test_levels),
		cmocka_unit_test(test_strict),
		cmocka_unit_test(test_places),
		cmocka_unit_test(test_columns_are_characters),
		cmocka_unit_test(test_controls),
		cmocka_unit_test(test_json_escapes),
		cmocka_unit_test(test_wide_line_numbers),
		cmocka_unit_test(test_long_lines_are_cut),
		cmocka_unit_test(test_long_lines_of_odd_characters),
		cmocka_unit_test(test_many_in_one_file),
		cmocka_unit_test(test_places_in_any_order),
		cmocka_unit_test(test_copies),
		cmocka_unit_test(test_sort),
		cmocka_unit_test(test_merge),
		cmocka_unit_test(test_any_bytes),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
