/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/fromhtml.h"

#include "exchanged.h"

/* ${html} becomes ${wanted}, and ${count} things are told, the last with ${word} in it. */
static void
becomes(const char *html, const char *wanted, size_t count, const char *word)
{
	struct taking t = EXCHANGED("");
	struct items all = { NULL, 0 };
	struct item *it = item_new(&asked_arena, &all, ITEM_CHOICE);
	struct item_file file = { STR("a b.png"), STR("bytes") };
	struct buf b = BUF_INIT;

	it->files = &file;
	it->nfiles = 1;
	fromhtml_blocks(&t, it, str_of(html), 3, &b);
	exchanged_is(taking_keep(&t, &b), wanted);
	exchanged_told(count, word);
	diags_free(&asked_diags);
	asked_diags = (struct diags)DIAGS_INIT;
}

static void
test_odd(void **state)
{
	(void)state;
	becomes("", "", 0, "");
	becomes("   \n ", "", 0, "");
	becomes("1 < 2 & 3", "1 \\< 2 & 3", 0, "");
	becomes("<p>a<p>b", "a\n\nb", 0, "");
	becomes("</b>a<b>c", "a**c**", 0, "");
	becomes("<script>alert(1)</script>a", "a", 1, "`<script>`");
	becomes("<a href='javascript:x'>a</a>", "a (`javascript:x`)", 1, "leads nowhere");
	becomes("<img src='x.png' alt='y'>", "y", 0, "");
	becomes("<img src='@@PLUGINFILE@@/none.png' alt='y'>", "y", 1, "is not in there");
	becomes("H<sub>2</sub>O", "H2O", 1, "`<sub>`");
	becomes("<iframe src='https://a.example/v'></iframe>", "[https://a.example/v](https://a.example/v)", 1,
	    "a link leads to it");
}

static void
test_inline(void **state)
{
	(void)state;
	becomes("<p>a <b> b </b>c <em>d</em>&nbsp;e<br>f</p>", "a **b** c *d* e\\\nf", 0, "");
	becomes("<code>a`b</code> <del>c</del> <i></i>", "``a`b`` ~~c~~", 0, "");
	becomes(
	    "<a href='https://a.example/(b) c?d=1&amp;e=2'>w</a>", "[w](https://a.example/%28b%29%20c?d=1&e=2)", 0, "");
	becomes("<span lang='sv'>ord</span> <span style='x'>b</span>", "[ord]{lang=sv} b", 0, "");
	becomes("<img src='@@PLUGINFILE@@/a%20b.png' alt='c]d'>", "![c\\]d](media/a-b.png)", 0, "");
	becomes("<img src='@@PLUGINFILE@@/a%20b.png'>", "![](media/a-b.png){.decorative}", 1, "alternative text");
	becomes("<img src='data:image/png;base64,QUJD' alt='d'>", "![d](media/image.png)", 0, "");
	becomes("<img src='https://a.example/b.png' alt='e'>", "[e](https://a.example/b.png)", 0, "");
}

static void
test_blocks(void **state)
{
	(void)state;
	becomes("<ul><li>a<ul><li>b</li></ul></li><li><p>c</p><p>d</p></li></ul>", "* a\n\n  * b\n* c\n\n  d", 0, "");
	becomes("<ol><li>a</li><li>b</li></ol>c", "1. a\n2. b\n\nc", 0, "");
	becomes("<blockquote><p>a</p><p>b</p></blockquote>", "> a\n>\n> b", 0, "");
	becomes("<pre>a\n  b</pre>", "```\na\n  b\n```", 0, "");
	becomes("<h3>a</h3><hr>b", "**a**\n\n***\n\nb", 0, "");
	becomes("<table><tr><th>a</th><th>b</th></tr><tr><td>c|d</td></tr></table>",
	    "| a | b |\n|---|---|\n| c\\|d | |", 0, "");
	becomes("<table><tr><td colspan='2'>a</td></tr></table>", "| a |\n|---|", 1, "several rows");
	becomes("<p># a</p><p>1. b</p><div>- c<br>- d</div>", "\\# a\n\n1\\. b\n\n\\- c\\\n\\- d", 0, "");
}

int
main(void)
{
	const struct CMUnitTest tests[] = { EXCHANGED_TEST(test_odd), EXCHANGED_TEST(test_inline),
		EXCHANGED_TEST(test_blocks) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
