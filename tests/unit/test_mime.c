/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "serve/mime.h"

#include "testing.h"
#include "told.h"

static void
unknown_names(void **state)
{
	(void)state;
	is_text(mime_of(STR_EMPTY), "application/octet-stream");
	is_text(mime_of(STR("html")), "application/octet-stream");
	is_text(mime_of(STR("a.html/x")), "application/octet-stream");
	is_text(mime_of(STR("a.htmlx")), "application/octet-stream");
	is_text(mime_of(STR("a.ht")), "application/octet-stream");
	is_text(mime_of(STR("a.")), "application/octet-stream");
}

static void
known_names(void **state)
{
	(void)state;
	is_text(mime_of(STR("nb/index.html")), "text/html; charset=utf-8");
	is_text(mime_of(STR("assets/theme-01.css")), "text/css; charset=utf-8");
	is_text(mime_of(STR("a.b.JS")), "text/javascript; charset=utf-8");
	is_text(mime_of(STR("sitemap.xml")), "application/xml; charset=utf-8");
	is_text(mime_of(STR("robots.txt")), "text/plain; charset=utf-8");
	is_text(mime_of(STR("a/icon.svg")), "image/svg+xml; charset=utf-8");
	is_text(mime_of(STR("clip.MP4")), "video/mp4");
	is_text(mime_of(STR("text.woff2")), "font/woff2");
}

static void
pages(void **state)
{
	(void)state;
	assert_true(mime_is_page(mime_of(STR("a.html"))));
	assert_true(mime_is_page(mime_of(STR("a.htm"))));
	assert_false(mime_is_page(mime_of(STR("a.svg"))));
	assert_false(mime_is_page(mime_of(STR("a"))));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(unknown_names),
		cmocka_unit_test(known_names),
		cmocka_unit_test(pages),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
