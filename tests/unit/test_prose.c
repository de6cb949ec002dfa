/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "package/prose.h"

#include "exchanged.h"

static void
becomes(const char *markdown, const char *wanted, size_t count, const char *word)
{
	struct exchange x;
	struct item *it =
	    exchanged_item(arena_fmt(&asked_arena, ":::question{#q type=reflect}\n%s\n:::\n", markdown).p, &x);

	exchanged_is(it->text.s, wanted);
	exchanged_told(count, word);
}

static void
test_lost(void **state)
{
	(void)state;
	becomes("[a](b.md)", "a", 1, "leads into the site");
	becomes("[a](javascript:b)", "a", 1, "leads into the site");
	becomes("![a<b](c.png)", "a&lt;b", 1, "alternative text stays");
	becomes("a <b>c</b>", "a c", 2, "raw HTML");
	becomes("a\n\n<!-- b -->", "<p>a</p>", 0, "");
	becomes("a\n\n:::note[T]\nb\n:::", "<p>a</p><p><strong>T</strong></p><p>b</p>", 1, "`note`");
}

static void
test_kept(void **state)
{
	(void)state;
	becomes("a *b* **c** ~~d~~ `e<` \\\nf",
	    "a <em>b</em> <strong>c</strong> <del>d</del> <code>e&lt;</code> <br>\nf", 0, "");
	becomes("[a](https://x.example/?a=1&b=\"2) [b]{lang=sv}",
	    "<a href=\"https://x.example/?a=1&amp;b=&quot;2\">a</a> <span lang=\"sv\">b</span>", 0, "");
	becomes("a\n\n3. b\n4. c\n\n> d",
	    "<p>a</p><ol start=\"3\"><li>b</li><li>c</li></ol><blockquote><p>d</p></blockquote>", 0, "");
	becomes("| a | b |\n|---|---|\n| c | d |\n\n```\ne\n```\n",
	    "<table><tr><th>a</th><th>b</th></tr><tr><td>c</td><td>d</td></tr></table><pre><code>e\n</code></pre>", 0,
	    "");
}

int
main(void)
{
	const struct CMUnitTest tests[] = { EXCHANGED_TEST(test_lost), EXCHANGED_TEST(test_kept) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
