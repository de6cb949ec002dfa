/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "render/page.h"

#include "rendered.h"
#include "render/lua.h"

/* The whole file of a page, by the theme that is built in. */
static const char *
page(struct sited *s, struct rendered *h, const char *path)
{
	rendered_open(h, s, path);
	h->r.lua = lua_open(&s->site, &s->d);
	assert_non_null(h->r.lua);
	assert_int_equal(page_render(&h->r, &h->html), 0);
	lua_shut(h->r.lua);
	buf_chr(&h->html, '\0');
	return h->html.p;
}

static void
a_site(struct sited *s)
{
	sited_open(s);
	folder_put(&s->folder, "site.yaml", "title: Site\nlanguages: [en, nb]\nbase-url: https://a.b/\n");
	folder_put(&s->folder, "content/c/1-a.md",
	    "---\ntitle: \"A <1> & B\"\nobjectives: {one: \"Do <it>\"}\ncontent-note: Hard\n---\n## Part {#p}\n\n### Sub\n\nText\n");
	folder_put(&s->folder, "content/c/2-b.md", PAGE("Bee") "Text\n");
	folder_put(&s->folder, "content/c/2-b.nb.md", PAGE("Bie") "Tekst\n");
	folder_put(&s->folder, "content/c/m/q.md",
	    "---\ntitle: Q\ntype: quiz\n---\n:::question[A?]{#q type=single}\n- [x] a {#a}\n- [ ] b {#b}\n:::\n");
	sited_read(s);
	assert_string_equal(sited_told(s), "");
}

#define has(html, part) assert_non_null(strstr(html, part))
#define lacks(html, part) assert_null(strstr(html, part))

static void
test_document(void **state)
{
	struct sited s;
	struct rendered h;
	const char *html;

	(void)state;
	a_site(&s);
	html = page(&s, &h, "en/c/a/index.html");
	assert_int_equal(strncasecmp(html, "<!doctype html>", 15), 0);
	has(html, "<html lang=\"en\"");
	has(html, "A &lt;1&gt; &amp; B");
	lacks(html, "A <1>");
	has(html, "Do &lt;it&gt;");
	has(html, "<h2 id=\"p\">Part</h2>");
	has(html, "<h3 id=\"sub\">Sub</h3>");
	has(html, "Bee"); /* the next page */
	has(html, "https://a.b/en/c/a/index.html");
	lacks(html, "noindex");
	rendered_close(&h);
	sited_close(&s);
}

/* A page that is not translated: the text in its language, the rest in the reader's, and nothing for search engines. */
static void
test_fallback(void **state)
{
	struct sited s;
	struct rendered h;
	const char *html;

	(void)state;
	a_site(&s);
	html = page(&s, &h, "nb/c/a/index.html");
	has(html, "<html lang=\"nb\"");
	has(html, "lang=\"en\"");
	has(html, "noindex");
	lacks(html, "hreflang=\"nb\" href=\"https://a.b/nb/c/a");
	rendered_close(&h);
	html = page(&s, &h, "nb/c/b/index.html");
	has(html, "Tekst");
	lacks(html, "noindex");
	rendered_close(&h);
	sited_close(&s);
}

static void
test_other_kinds(void **state)
{
	static const char *const pages[][2] = { { "index.html", "en/index.html" }, { "404.html", "noindex" },
		{ "en/index.html", "Course" }, { "en/c/index.html", "Bee" }, { "en/c/m/index.html", "q/index.html" },
		{ "en/c/m/q/index.html", "A?" } };

	(void)state;
	for (size_t i = 0; i < sizeof pages / sizeof *pages; i++) {
		struct sited s;
		struct rendered h;
		const char *html;

		a_site(&s);
		html = page(&s, &h, pages[i][0]);
		if (strstr(html, pages[i][1]) == NULL || strstr(html, "</html>") == NULL)
			fail_msg("%s has no %s:\n%s", pages[i][0], pages[i][1], html);
		assert_int_equal(s.d.all.n, 0);
		rendered_close(&h);
		sited_close(&s);
	}
}

/* A theme of the site's own that fails: told at its line, and -1. */
static void
test_failure(void **state)
{
	struct sited s;
	struct rendered h;

	(void)state;
	a_site(&s);
	folder_put(&s.folder, "themes/default/page.html", "<p>\n{{ page.titel }}\n");
	rendered_open(&h, &s, "en/c/a/index.html");
	h.r.lua = lua_open(&s.site, &s.d);
	assert_int_equal(page_render(&h.r, &h.html), -1);
	assert_int_equal(s.d.all.n, 1);
	assert_int_equal(s.d.all.v[0].code, DIAG_TEMPLATE_RUN);
	assert_int_equal(s.d.all.v[0].at.line, 2);
	lua_shut(h.r.lua);
	rendered_close(&h);
	sited_close(&s);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_document),
		cmocka_unit_test(test_fallback),
		cmocka_unit_test(test_other_kinds),
		cmocka_unit_test(test_failure),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
