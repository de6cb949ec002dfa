/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "render/html.h"

#include "rendered.h"

static const char *
html(struct sited *s, struct rendered *h, const char *markdown, bool safe)
{
	sited_open(s);
	if (safe)
		folder_put(&s->folder, "site.yaml", "title: S\nlanguages: [en, nb]\nhtml: safe\n");
	folder_put(&s->folder, "content/c/a.md", arena_fmt(&s->folder.a, PAGE("A") "%s", markdown).p);
	folder_put(&s->folder, "content/c/b.md", PAGE("B") "# H {#h}\n\n:::definition[D]{#d}\nx\n:::\n");
	folder_put(
	    &s->folder, "content/c/map.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"4\" height=\"2\"/>");
	sited_read(s);
	for (size_t i = 0; i < s->site.assets.n; i++) {
		struct asset *asset = s->site.assets.v[i].value;

		asset->out = STR("assets/map.svg");
		asset->width = 400;
		asset->height = 200;
	}
	rendered_open(h, s, "en/c/a/index.html");
	return rendered_html(h);
}

static void
test_prose(void **state)
{
	static const struct {
		const char *markdown, *want;
	} rows[] = {
		{ "a *b* **c** `d<` ~~e~~\nf\\\ng",
		    "<p>a <em>b</em> <strong>c</strong> <code>d&lt;</code> <del>e</del>\nf<br>\ng</p>\n" },
		{ "a & <b", "<p>a &amp; &lt;b</p>\n" },
		{ "a {#x .y lang=fa}", "<p id=\"x\" class=\"y\" lang=\"fa\" dir=\"rtl\">a</p>\n" },
		{ "[a]{lang=sv} `b`{.c}",
		    "<p><span lang=\"sv\" dir=\"ltr\">a</span> <code class=\"c\">b</code></p>\n" },
		{ "# A\n\n## b {#x .y lang=sv}", "<h2 id=\"x\" class=\"y\" lang=\"sv\" dir=\"ltr\">b</h2>\n" },
		{ "### a\n\n#### b", "<h2 id=\"a\">a</h2>\n<h3 id=\"b\">b</h3>\n" },
		{ "- a {#x}\n- b", "<ul>\n<li id=\"x\">a</li>\n<li>b</li>\n</ul>\n" },
		{ "3. a\n\n4. b", "<ol start=\"3\">\n<li><p>a</p>\n</li>\n<li><p>b</p>\n</li>\n</ol>\n" },
		{ "> a", "<blockquote>\n<p>a</p>\n</blockquote>\n" },
		{ "```js\na<b\n```", "<pre tabindex=\"0\"><code class=\"language-js\">a&lt;b\n</code></pre>\n" },
		{ "---", "<hr>\n" },
		{ "[a](b.md)", "<p><a href=\"../b/index.html\">a</a></p>\n" },
		{ "[a](b.md#h){.x}", "<p><a href=\"../b/index.html#h\" class=\"x\">a</a></p>\n" },
		{ "[a](#d)", "<p><a href=\"../b/index.html#d\" class=\"term\">a</a></p>\n" },
		{ "[a](https://x.y/?a&b \"t<\")", "<p><a href=\"https://x.y/?a&amp;b\" title=\"t&lt;\">a</a></p>\n" },
		{ "[a](javascript:x)", "<p><span>a</span></p>\n" },
		{ "[*a*](gone.md)", "<p><span><em>a</em></span></p>\n" },
		{ "![a *b*](map.svg){width=100}",
		    "<p><img src=\"../../../assets/map.svg\" alt=\"a b\" width=\"100\" height=\"50\" loading=\"lazy\" decoding=\"async\"></p>\n" },
		{ "![](map.svg){.decorative}",
		    "<p><img src=\"../../../assets/map.svg\" alt=\"\" class=\"decorative\" width=\"400\" height=\"200\" loading=\"lazy\" decoding=\"async\"></p>\n" },
		{ "b ![a](map.svg \"t<\")",
		    "<p>b <img src=\"../../../assets/map.svg\" alt=\"a\" title=\"t&lt;\" width=\"400\" height=\"200\" loading=\"lazy\" decoding=\"async\"></p>\n" },
		{ "![a](https://x.y/z.png)", "<p>a</p>\n" }, /* nothing is loaded from elsewhere */
		{ "a <kbd>b</kbd> <script>c</script>", "<p>a b c</p>\n" },
		{ ":date{on=2026-02-03} :only[a]{audience=facilitator}b",
		    "<p><time datetime=\"2026-02-03\">3 February 2026</time> b</p>\n" },
		{ "[[a|b]]", "<p>[[a|b]]</p>\n" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct sited s;
		struct rendered h;
		const char *got = html(&s, &h, rows[i].markdown, false);

		if (strcmp(got, rows[i].want) != 0)
			fail_msg("%s\n-- is --\n%s-- should be --\n%s", rows[i].markdown, got, rows[i].want);
		rendered_close(&h);
		sited_close(&s);
	}
}

static void
test_figure(void **state)
{
	struct sited s;
	struct rendered h;
	const char *got;

	(void)state;
	got = html(&s, &h, "![a](map.svg \"Cap & tion\")", false);
	assert_non_null(strstr(got, "<figure"));
	assert_non_null(strstr(got, "<figcaption>Cap &amp; tion</figcaption>"));
	assert_null(strstr(got, " title=")); /* the caption says it */
	rendered_close(&h);
	sited_close(&s);
}

static void
test_raw(void **state)
{
	struct sited s;
	struct rendered h;

	(void)state;
	assert_string_equal(html(&s, &h, "a <kbd>b</kbd> <i>c", true), "<p>a <kbd>b</kbd> <i>c</i></p>\n");
	rendered_close(&h);
	sited_close(&s);
}

/* Headings of a directive are its own, one level below where it stands. */
static void
test_levels(void **state)
{
	struct sited s;
	struct rendered h;
	const char *got;

	(void)state;
	got = html(&s, &h, "## a\n\n### b\n\n:::case[C]{#c}\n# d\n\n## e\n:::\n\n## f\n", false);
	assert_non_null(strstr(got, "<h2 id=\"a\">a</h2>"));
	assert_non_null(strstr(got, "<h4"));
	assert_non_null(strstr(got, "<h5>d</h5>"));
	assert_non_null(strstr(got, "<h6>e</h6>"));
	assert_non_null(strstr(got, "<h2 id=\"f\">f</h2>"));
	rendered_close(&h);
	sited_close(&s);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_prose),
		cmocka_unit_test(test_figure),
		cmocka_unit_test(test_raw),
		cmocka_unit_test(test_levels),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
