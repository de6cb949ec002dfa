/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "translate/mending.h"

#include <string.h>

#include "base/chance.h"
#include "inlined.h"

static const struct {
	const char *source, *damaged, *mended; /* NULL: cannot be */
} rows[] = {
	/* nothing to go by */
	{ "a", "", NULL },
	{ "a", "b", NULL },
	{ "[a](b.md)", "x", NULL },
	{ "[a](b.md)", "[x] b.md", NULL },
	{ "[a](b.md) [c](d.md)", "[x](e.md) [y](f.md)", NULL },
	{ "[a](b.md)", "[x](b.md) [y](b.md)", NULL },
	{ "**a** b", "x y", NULL },
	{ "`a`", "`b`", NULL },
	{ "{name} a", "{navn} x", NULL },
	{ "[a](b.md)", "# [x] (b.md)", NULL },
	{ "[a](b.md)", "[x] (b.md)\n\nmore", NULL },
	/* links */
	{ "[a](b.md)", "[x] (b.md)", "[x](b.md)" },
	{ "[a](b.md)", "[x]\xc2\xa0(b.md)", "[x](b.md)" },
	{ "[a](b.md)", "[x] \xe2\x80\xaf (b.md)", "[x](b.md)" },
	{ "[a](b.md)",
	    "[x]\xef\xbc\x88"
	    "b.md\xef\xbc\x89",
	    "[x](b.md)" },
	{ "[a](b.md)",
	    "\xef\xbc\xbbx\xef\xbc\xbd\xef\xbc\x88"
	    "b.md\xef\xbc\x89",
	    "[x](b.md)" },
	{ "[a](b.md) (c)", "[x] (b.md) \xef\xbc\x88y\xef\xbc\x89", "[x](b.md) \xef\xbc\x88y\xef\xbc\x89" },
	{ "![a](b.png)", "![x] (b.png)", "![x](b.png)" },
	{ "[a](b.md) [c](d.md)", "[y] (d.md) [x] (b.md)", "[y](d.md) [x](b.md)" },
	{ "[a](b.md)", "[x](c.md)", "[x](b.md)" },
	{ "[a](b.md)", "[x] (c.md)", "[x](b.md)" },
	{ "[a](b.md) `c`", "[x](c.md) y", NULL },
	{ "[a](b.md)", "\\[x\\](b.md)", "[x](b.md)" },
	{ "\\[a\\] [b](c.md)", "\\[x\\] [y] (c.md)", "\\[x\\] [y](c.md)" },
	/* attributes */
	{ "[a]{.b title=\"c d\"}", "[x]{.b title=\xe2\x80\x9dy z\xe2\x80\x9d}", "[x]{.b title=\"y z\"}" },
	{ "[a]{.b title=\"c d\"}", "[x] {.b\xc2\xa0title=\xc2\xaby z\xc2\xbb}", "[x]{.b title=\"y z\"}" },
	{ "[a]{.b} \xe2\x80\x9c"
	  "c\xe2\x80\x9d",
	    "[x] {.b} \xe2\x80\x9ey\xe2\x80\x9d", "[x]{.b} \xe2\x80\x9ey\xe2\x80\x9d" },
	{ "[a]{.b}", "[x]\xef\xbd\x9b.b\xef\xbd\x9d", "[x]{.b}" },
	/* roles */
	{ "a :date[b]{on=2026-02-03}", "x :date [y]{on=2026-02-03}", "x :date[y]{on=2026-02-03}" },
	{ "a :date[b]{on=2026-02-03}", "x: date [y] {on=2026-02-03}", "x :date[y]{on=2026-02-03}" },
	{ "a :date[b]{on=2026-02-03}",
	    "x\xef\xbc\x9a"
	    "date[y]{on=2026-02-03}",
	    "x :date[y]{on=2026-02-03}" },
	/* emphasis */
	{ "**a** b", "** x ** y", "**x** y" },
	{ "a **b** c", "x** y **z", "x **y** z" },
	{ "a **b**, c", "x **\xc2\xa0y\xc2\xa0**, z", "x **y**, z" },
	{ "_a_ b", "_ x _ y", "_x_ y" },
	{ "**a**", "\\*\\*x\\*\\*", "**x**" },
	{ "**a** 2 * 3 * 4", "** x ** 2 * 3 * 4", NULL }, /* which stars are meant is not known */
	{ "**a** `** b **`", "** x ** `** b **`", "**x** `** b **`" },
	/* code is not touched */
	{ "`[a] (b)` [c](d.md)", "`[a] (b)` [x] (d.md)", "`[a] (b)` [x](d.md)" },
	{ "`` a` `` [c](d.md)", "`` a` `` [x] (d.md)", "`` a` `` [x](d.md)" },
	{ "a[^n]", "x\\[^n\\]", "x[^n]" },
};

static bool
mend(struct arena *a, struct str source, struct str damaged, struct mending *m)
{
	struct str note = STR("n");
	struct diags d = DIAGS_INIT;
	struct source src = { STR("x.po"), STR_EMPTY };
	struct segment s = { .holder = inlined_read(a, source, &note, 1, &d), .text = source };
	struct mending_case c = {
		.source = &s, .text = damaged, .src = &src, .line = 7, .lang = STR("lv"), .notes = &note, .nnotes = 1
	};
	struct node *read;

	assert_non_null(s.holder);
	read = inlined_read(a, damaged, &note, 1, &d);
	if (read)
		c.before = parity_check(a, s.holder, read, c.lang, false);
	diags_free(&d);
	return mending_of(a, &c, m);
}

static void
test_rows(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct arena a = ARENA_INIT;
		struct mending m = { 0 };
		bool done = mend(&a, str_of(rows[i].source), str_of(rows[i].damaged), &m);

		if (done != (rows[i].mended != NULL) || (done && !str_is(m.text, rows[i].mended)))
			fail_msg("`%s` / `%s`: %s `%.*s`", rows[i].source, rows[i].damaged,
			    done ? "became" : "left, was", STR_ARG(m.text));
		if (done) {
			assert_int_equal(m.words->at.line, 7);
			assert_true(m.what.n > 0);
		}
		arena_free(&a);
	}
}

/* Whatever a machine makes of it: what is taken has the markup of the source. */
static void
test_anything(void **state)
{
	static const char *const bits[] = { "[x]", " ", "(b.md)", "**", "*", "_", "\\", "`", "{", "}", "\xe2\x80\x9d",
		"\xc2\xa0", "\xef\xbc\x88", "\xef\xbc\x89", "\xef\xbc\xbb", ":", "date", "\n", "y", "[", "]", "(", ")",
		"title=", "~~" };
	static const char source[] = "**a** [b](b.md) :date[c]{on=2026-02-03} [d]{title=\"e f\"}";
	uint32_t chance = chance_seed(STR("mending"));

	(void)state;
	for (int i = 0; i < 3000; i++) {
		struct arena a = ARENA_INIT;
		struct buf b = BUF_INIT;
		struct mending m = { 0 };
		size_t n = chance_below(&chance, 20);

		for (size_t k = 0; k < n; k++)
			buf_cstr(&b, bits[chance_below(&chance, sizeof bits / sizeof *bits)]);
		if (mend(&a, STR(source), buf_view(&b), &m)) {
			struct diags d = DIAGS_INIT;
			struct node *words = inlined_read(&a, m.text, NULL, 0, &d);
			struct parity p =
			    parity_check(&a, inlined_read(&a, STR(source), NULL, 0, &d), words, STR("lv"), false);

			assert_true(p.equal);
			diags_free(&d);
		}
		buf_free(&b);
		arena_free(&a);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_rows),
		cmocka_unit_test(test_anything),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
