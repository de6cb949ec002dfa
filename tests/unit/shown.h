/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_UNIT_SHOWN_H
#define TESTS_UNIT_SHOWN_H

#include "rendered.h"

/* A question as HTML: shown(markdown), after which it says what it has and lacks; shown_in(markdown, "nb") for a Norwegian page. */
static struct sited shown_site;
static struct rendered shown_page;

static inline int
shown_end(void **state)
{
	(void)state;
	if (shown_page.r.site)
		rendered_close(&shown_page);
	if (shown_site.folder.path)
		sited_close(&shown_site);
	shown_page = (struct rendered){ .html = BUF_INIT };
	shown_site = (struct sited){ .outline = 0 };
	return 0;
}

static inline const char *
shown_in(const char *markdown, const char *lang)
{
	struct sited *s = &shown_site;

	shown_end(NULL);
	sited_open(s);
	folder_put(&s->folder, "content/c/a.md", arena_fmt(&s->folder.a, PAGE("A") "%s", markdown).p);
	folder_put(&s->folder, "content/c/map.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
	sited_read(s);
	for (size_t i = 0; i < s->site.assets.n; i++) {
		struct asset *asset = s->site.assets.v[i].value;

		asset->out = STR("assets/map.svg");
		asset->width = 400;
		asset->height = 200;
	}
	told_nothing(&s->d);
	rendered_open(&shown_page, s, arena_fmt(&s->folder.a, "%s/c/a/index.html", lang).p);
	assert_int_equal(shown_page.r.body->nquestions, 1);
	return rendered_html(&shown_page);
}

static inline const char *
shown(const char *markdown)
{
	return shown_in(markdown, "en");
}

static inline void
has(const char *html, const char *part)
{
	if (!strstr(html, part))
		fail_msg("no \"%s\" in:\n%s", part, html);
}

static inline void
lacks(const char *html, const char *part)
{
	if (strstr(html, part))
		fail_msg("\"%s\" is in:\n%s", part, html);
}

/* ${first} stands before ${second}; both are there. */
static inline void
before(const char *html, const char *first, const char *second)
{
	has(html, first);
	has(html, second);
	if (strstr(html, first) > strstr(html, second))
		fail_msg("\"%s\" stands behind \"%s\" in:\n%s", first, second, html);
}

#endif
