/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "publish/indexes.h"

#include "base/arena.h"
#include "told.h"

#define ALT(lang, path)                                                                                                \
	"<xhtml:link rel=\"alternate\" hreflang=\"" lang "\" href=\"https://example.org/x&amp;y/" path "\"/>\n"
#define LOC(path) "<url>\n<loc>https://example.org/x&amp;y/" path "</loc>\n"
#define HEAD                                                                                                           \
	"<?xml version=\"1.0\" encoding=\"UTF-8\"?><!-- Made by Pensum -->\n"                                          \
	"<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n"

static struct language langs[2] = { { .tag = STR_INIT("nb") }, { .tag = STR_INIT("en"), .index = 1 } };

static const char *
sitemap(struct arena *a, const struct site *s)
{
	struct buf b = BUF_INIT;
	struct str text;

	indexes_sitemap(&b, s);
	text = arena_str(a, buf_view(&b));
	buf_free(&b);
	return text.p;
}

static void
pages_and_alternates(void **state)
{
	struct arena a = ARENA_INIT;
	struct text shown = { 0 }, draft = { .meta.draft = true };
	struct output root = { .kind = OUTPUT_ROOT, .path = STR("index.html"), .lang = &langs[0] };
	struct output missing = { .kind = OUTPUT_NOTFOUND, .path = STR("404.html"), .lang = &langs[0] };
	struct output home[] = { { .kind = OUTPUT_HOME, .path = STR("nb/index.html"), .lang = &langs[0] },
		{ .kind = OUTPUT_HOME, .path = STR("en/index.html"), .lang = &langs[1] } };
	struct output both[] = {
		{ .kind = OUTPUT_DOCUMENT, .path = STR("nb/å b/index.html"), .lang = &langs[0], .text = &shown },
		{ .kind = OUTPUT_DOCUMENT, .path = STR("en/a/index.html"), .lang = &langs[1], .text = &shown }
	};
	struct output one[] = {
		{ .kind = OUTPUT_DOCUMENT, .path = STR("nb/c/index.html"), .lang = &langs[0], .text = &shown },
		{ .kind = OUTPUT_DOCUMENT,
		    .path = STR("en/c/index.html"),
		    .lang = &langs[1],
		    .text = &shown,
		    .fallback = true }
	};
	struct output hidden = {
		.kind = OUTPUT_DOCUMENT, .path = STR("nb/d/index.html"), .lang = &langs[0], .text = &draft
	};
	struct output *homes[] = { &home[0], &home[1] }, *boths[] = { &both[0], &both[1] },
		      *ones[] = { &one[0], &one[1] };
	struct output *all[] = { &missing, &both[1], &one[1], &home[1], &root, &both[0], &one[0], &hidden, &home[0] };
	struct site s = { .outputs = all, .noutputs = 9, .base_url = STR("https://example.org/x&y/") };

	(void)state;
	for (size_t i = 0; i < 2; i++) {
		home[i].alternates = homes;
		both[i].alternates = boths;
		one[i].alternates = ones;
		home[i].nalternates = both[i].nalternates = one[i].nalternates = 2;
	}
	assert_string_equal(sitemap(&a, &s),
	    HEAD LOC("en/a/index.html") ALT("nb", "nb/%C3%A5%20b/index.html") ALT("en", "en/a/index.html")
		ALT("x-default", "nb/%C3%A5%20b/index.html") "</url>\n" LOC("en/index.html") ALT("nb", "nb/index.html")
		    ALT("en", "en/index.html") ALT("x-default", "index.html") "</url>\n" LOC(
			"index.html") "</url>\n" LOC("nb/%C3%A5%20b/index.html") ALT("nb", "nb/%C3%A5%20b/index.html")
			ALT("en", "en/a/index.html") ALT("x-default", "nb/%C3%A5%20b/index.html") "</url>\n" LOC(
			    "nb/c/index.html") "</url>\n" LOC("nb/index.html") ALT("nb", "nb/index.html")
			    ALT("en", "en/index.html") ALT("x-default", "index.html") "</url>\n"
										      "</urlset>\n");
	s.base_url = STR_EMPTY;
	assert_string_equal(sitemap(&a, &s), "");
	arena_free(&a);
}

static void
robots_text(const struct site *s, const char *want)
{
	struct buf b = BUF_INIT;

	indexes_robots(&b, s);
	is_text(buf_view(&b), want);
	buf_free(&b);
}

static void
robots(void **state)
{
	struct config learner = { .audience = STR("learner") }, trainer = { .audience = STR("facilitator") };
	struct site s = { .config = &learner };

	(void)state;
	robots_text(&s, "# Made by Pensum\nUser-agent: *\nAllow: /\n");
	s.base_url = STR("https://example.org/");
	robots_text(&s, "# Made by Pensum\nUser-agent: *\nAllow: /\n\nSitemap: https://example.org/sitemap.xml\n");
	s.config = &trainer;
	robots_text(&s, "# Made by Pensum\nUser-agent: *\nDisallow: /\n");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(pages_and_alternates),
		cmocka_unit_test(robots),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
