/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "i18n/inlinecodes.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "told.h"

/* Pieces in one line: words as they are, `<what:text>` alone, `<what:text|` and `|text>` around words. */
static struct str
shown(struct arena *a, struct str s, bool typed)
{
	struct inlinepieces p = inlinecodes_of(a, s, typed);
	struct buf b = BUF_INIT;
	struct str out;

	for (size_t i = 0; i < p.n; i++) {
		const struct inlinepiece *piece = &p.v[i];

		switch (piece->code) {
		case INLINECODE_WORDS: buf_str(&b, piece->text); break;
		case INLINECODE_ALONE: buf_fmt(&b, "<%s:%.*s>", piece->what, STR_ARG(piece->text)); break;
		case INLINECODE_OPEN: buf_fmt(&b, "<%s:%.*s|", piece->what, STR_ARG(piece->text)); break;
		case INLINECODE_CLOSE: buf_fmt(&b, "|%.*s>", STR_ARG(piece->text)); break;
		}
	}
	out = arena_str(a, buf_view(&b));
	buf_free(&b);
	return out;
}

static const struct {
	const char *message, *want;
	bool typed;
} rows[] = {
	{ "", "", false },
	{ "a _b_ **c** ~~d~~", "a _b_ **c** ~~d~~", false },
	{ "[a](b.md)", "<link:[|a|](b.md)>", false },
	{ "[a](b.md \"t)\"){#i .c}.", "<link:[|a|](b.md \"t)\"){#i .c}>.", false },
	{ "[a](<b )c>) (d)", "<link:[|a|](<b )c>)> (d)", false },
	{ "[a](b(c)d)", "<link:[|a|](b(c)d)>", false },
	{ "[![a](b.svg) c](d.md)", "<link:[|<image:![|a|](b.svg)> c|](d.md)>", false },
	{ "[a]{.b} [c]{d}", "<span:[|a|]{.b}> [c]<placeholder:{d}>", false },
	{ "`a` ``b`c``{.k} `d", "<code:`a`> <code:``b`c``{.k}> `d", false },
	{ "`a`{.k}", "<code:`|a|`{.k}>", true },
	{ "a<br>b <https://c> 1 < 2 <d", "a<html:<br>>b <html:<https://c>> 1 < 2 <d", false },
	{ "a[^n] [^] [^b c]", "a<footnote:[^n]> [^] [^b c]", false },
	{ "[[a|b]]{.c} d", "<gap:[[|a|b|]]{.c}> d", false },
	{ ":contact[a]{role=b} :contact{role=c} d:e[f] ::g[h]",
	    "<role::contact[|a|]{role=b}> <role::contact{role=c}> d:e[f] ::g[h]", false },
	{ "a\\\nb \\[c](d) \\` e\\", "a<break:\\\n>b \\[c](d) \\` e\\", false },
	{ "{a} %{b} {} { c } {.d}", "<placeholder:{a}> <placeholder:%{b}> {} { c } <attributes:{.d}>", false },
	{ "a] b](c) [d [e](f)", "a] b](c) [d <link:[|e|](f)>", false },
	{ "[a](b", "[a](b", false },
};

static void
test_rows(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct arena a = ARENA_INIT;

		is_text(shown(&a, str_of(rows[i].message), rows[i].typed), rows[i].want);
		arena_free(&a);
	}
}

static void
check(struct str s, bool typed)
{
	struct arena a = ARENA_INIT;
	struct inlinepieces p = inlinecodes_of(&a, s, typed);
	struct buf b = BUF_INIT;
	size_t depth = 0;

	for (size_t i = 0; i < p.n; i++) {
		assert_true(p.v[i].text.n > 0);
		assert_false(i > 0 && p.v[i].code == INLINECODE_WORDS && p.v[i - 1].code == INLINECODE_WORDS);
		if (p.v[i].code == INLINECODE_OPEN) {
			depth++;
			assert_true(p.v[i].partner > i && p.v[p.v[i].partner].partner == i);
		} else if (p.v[i].code == INLINECODE_CLOSE) {
			assert_true(depth-- > 0);
		}
		buf_str(&b, p.v[i].text);
	}
	assert_int_equal(depth, 0);
	if (!str_eq(buf_view(&b), s))
		fail_msg("`%.*s` became `%.*s`", STR_ARG(s), STR_ARG(buf_view(&b)));
	buf_free(&b);
	arena_free(&a);
}

/* Whatever the message is: the pieces are it, and pairs are nested. */
static void
test_random(void **state)
{
	static const char *const bits[] = { "a", " ", "*", "_", "`", "``", "[", "]", "[[", "]]", "(", ")", "](x)", "![",
		"<", ">", "<b>", "\\", "\\\n", "{", "}", "{.k}", "{n}", "%", "|", ":", ":r[", ":r{.a}", "\"", "[^n]",
		"{k=\"v\"}", "\xc3\xa5" };
	uint64_t x = 88172645463325252U;

	(void)state;
	for (int i = 0; i < 100000; i++) {
		struct buf b = BUF_INIT;

		for (int k = 0; k < 2 + i % 12; k++) {
			x ^= x << 13;
			x ^= x >> 7;
			x ^= x << 17;
			buf_cstr(&b, bits[x % (sizeof bits / sizeof *bits)]);
		}
		check(buf_view(&b), i % 2 == 0);
		buf_free(&b);
	}
}

/* A quarter of a megabyte of marks is done in no time. */
static void
test_large(void **state)
{
	static const char *const bits[] = { "[", "[a](", "[[", "`", "` `` ", "<", "<a", "{", "{k=\"", "{.a", ":r[",
		":r{", "![", "]", "\\", "[^", "[^a" };

	(void)state;
	for (size_t i = 0; i < sizeof bits / sizeof *bits; i++) {
		struct buf b = BUF_INIT;

		while (b.n < 1 << 18)
			buf_cstr(&b, bits[i]);
		check(buf_view(&b), false);
		buf_free(&b);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_rows),
		cmocka_unit_test(test_random),
		cmocka_unit_test(test_large),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
