/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "render/raw.h"

#include <stdlib.h>
#include <string.h>

#include "testing.h"

struct row {
	const char *html, *want;
};

static void
same(const char *html, struct buf *b, const char *want)
{
	if (!str_is(buf_view(b), want))
		fail_msg("%s\ngives  %.*s\nwanted %s", html, STR_ARG(buf_view(b)), want);
	buf_free(b);
}

static void
test_html(void **state)
{
	static const struct row rows[] = {
		{ "a &amp; b > c", "a &amp; b &gt; c" },
		{ "<kbd>x</kbd> <ABBR title=\"a &quot; b\">y</ABBR>",
		    "<kbd>x</kbd> <abbr title=\"a &amp;quot; b\">y</abbr>" },
		{ "<p lang=sv dir='ltr' onclick=\"x()\" class=y>a</p>", "<p lang=\"sv\" dir=\"ltr\">a</p>" },
		{ "<details><summary>a</summary>b</details>", "<details><summary>a</summary>b</details>" },
		{ "a<br>b<br/>c<hr>", "a<br>b<br>c<hr>" },
		{ "<div><a href=\"javascript:x\">a</a></div>", "a" },
		{ "a<script>alert('<b>')</script>b", "ab" },
		{ "a<ScRiPt x=\">\">y</SCRIPT >b", "ab" },
		{ "a<style>x</style>b<svg><b>c</b></svg>d", "abd" },
		{ "a<script>b", "a" },
		{ "<iframe src=x></iframe>a", "a" },
		{ "a<!-- b > c -->d<!-->e", "ade" },
		{ "a<!-- b", "a" },
		{ "a<?b?>c<!DOCTYPE d>e", "ace" },
		{ "<b>a<i>b</b>c", "<b>a<i>b</i></b>c" },
		{ "<b>a", "<b>a</b>" },
		{ "a</b>", "a" },
		{ "<b title=\"a", "<b title=\"a\"></b>" },
		{ "<b title='a\"b'>", "<b title=\"a&quot;b\"></b>" },
		{ "<b title=\"<script>\">", "<b title=\"&lt;script&gt;\"></b>" },
		{ "a < b <", "a &lt; b &lt;" },
		{ "<", "&lt;" },
		{ "</", "&lt;/" },
		{ "<b", "<b></b>" },
		{ "<b =x / y>", "<b></b>" },
		{ "", "" },
		{ "<bb>a</bb><kb>", "a" },
		{ "<b\n\ttitle=x\n>", "<b title=\"x\"></b>" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct buf b = BUF_INIT;

		raw_html(&b, str_of(rows[i].html));
		same(rows[i].html, &b, rows[i].want);
	}
}

static void
test_text(void **state)
{
	static const struct row rows[] = { { "<p>a <b>b</b></p>", "a b" }, { "a<script>b</script>", "a" },
		{ "<!-- a -->b", "b" } };

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct buf b = BUF_INIT;

		raw_text(&b, str_of(rows[i].html));
		same(rows[i].html, &b, rows[i].want);
	}
}

/* Tags come one by one, with text between them: `|` is where a tag ends. */
static void
test_tags(void **state)
{
	static const struct row rows[] = { { "<b>|</b>", "<b></b>" }, { "<b>|<i>|</b>|</i>", "<b><i></i></b>" },
		{ "</b>", "" }, { "<p>|</p>|<hr>|<details>|<summary>", "" }, { "<br>|<div>|<a href=x>", "<br>" },
		{ "<script>|</script>", "" }, { "<kbd>", "<kbd></kbd>" } };

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct str rest = str_of(rows[i].html);
		struct raw_open open = { .n = 0 };
		struct buf b = BUF_INIT;

		while (rest.n > 0)
			raw_tag(&b, str_cut(&rest, '|'), &open);
		raw_close(&b, &open);
		assert_int_equal(open.n, 0);
		same(rows[i].html, &b, rows[i].want);
	}
}

/* Any number of open elements; every beginning of a piece. */
static void
test_limits(void **state)
{
	static const char piece[] = "<b title='x' lang=\"sv\"><!-- c --><script>d</script><i>e</i><br/>&amp;</b>";
	struct buf html = BUF_INIT, b = BUF_INIT;
	size_t open = 0, close = 0;

	(void)state;
	for (int i = 0; i < 1000; i++)
		BUF_LIT(&html, "<b>");
	raw_html(&b, buf_view(&html));
	for (size_t i = 0; i + 1 < b.n; i++) {
		open += b.p[i] == '<' && b.p[i + 1] == 'b';
		close += b.p[i] == '<' && b.p[i + 1] == '/';
	}
	assert_int_equal(open, close);
	assert_true(open > 0 && open < 100);
	for (size_t n = 0; n < sizeof piece; n++) {
		char *exact = malloc(n + 1);

		memcpy(exact, piece, n);
		exact = realloc(exact, n ? n : 1);
		buf_reset(&b);
		raw_html(&b, (struct str){ exact, n });
		assert_null(b.n ? memmem(b.p, b.n, "<script", 7) : NULL);
		free(exact);
	}
	buf_free(&html);
	buf_free(&b);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_html),
		cmocka_unit_test(test_text),
		cmocka_unit_test(test_tags),
		cmocka_unit_test(test_limits),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
