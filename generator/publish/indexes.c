/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "publish/indexes.h"

#include "base/path.h"

/* Appends ${s} as XML character data or in an attribute between double quotes. */
static void
xml(struct buf *b, struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		switch (s.p[i]) {
		case '&': BUF_LIT(b, "&amp;"); break;
		case '<': BUF_LIT(b, "&lt;"); break;
		case '>': BUF_LIT(b, "&gt;"); break;
		case '"': BUF_LIT(b, "&quot;"); break;
		case '\'': BUF_LIT(b, "&apos;"); break;
		default: buf_chr(b, s.p[i]);
		}
}

static void
url(struct buf *b, const struct site *s, const struct output *o)
{
	struct buf path = BUF_INIT;

	path_escape(&path, o->path);
	xml(b, s->base_url);
	xml(b, buf_view(&path));
	buf_free(&path);
}

/* What a search engine may show: a page in the language it claims, open to everyone. */
static bool
indexable(const struct output *o)
{
	return !o->fallback && o->lang->pseudo == PSEUDO_NONE && o->kind != OUTPUT_NOTFOUND &&
	    o->kind != OUTPUT_MOVED && o->kind != OUTPUT_SEARCH && (o->text == NULL || !o->text->meta.draft);
}

static void
alternate(struct buf *b, const struct site *s, struct str lang, const struct output *o)
{
	BUF_LIT(b, "<xhtml:link rel=\"alternate\" hreflang=\"");
	xml(b, lang);
	BUF_LIT(b, "\" href=\"");
	url(b, s, o);
	BUF_LIT(b, "\"/>\n");
}

/* The page that chooses a language, for readers of none of them. */
static const struct output *
root_page(const struct site *s)
{
	for (size_t i = 0; i < s->noutputs; i++)
		if (s->outputs[i]->kind == OUTPUT_ROOT)
			return s->outputs[i];
	return NULL;
}

/* A page that is not really translated has no alternates: a single one would say nothing. */
static void
alternates(struct buf *b, const struct site *s, const struct output *o)
{
	const struct output *other = NULL;
	size_t n = 0;

	for (size_t i = 0; i < o->nalternates; i++)
		if (indexable(o->alternates[i])) {
			other = other == NULL ? o->alternates[i] : other;
			n++;
		}
	if (n < 2)
		return;
	for (size_t i = 0; i < o->nalternates; i++)
		if (indexable(o->alternates[i]))
			alternate(b, s, o->alternates[i]->lang->tag, o->alternates[i]);
	if (o->kind == OUTPUT_HOME && root_page(s) != NULL)
		other = root_page(s);
	alternate(b, s, STR("x-default"), other);
}

void
indexes_sitemap(struct buf *b, const struct site *s)
{
	if (s->base_url.n == 0)
		return;
	/* On the first line, where mark.c looks for it. */
	BUF_LIT(b,
	    "<?xml version=\"1.0\" encoding=\"UTF-8\"?><!-- Made by Pensum -->\n"
	    "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n");
	for (size_t i = 0; i < s->noutputs; i++) {
		if (!indexable(s->outputs[i]))
			continue;
		BUF_LIT(b, "<url>\n<loc>");
		url(b, s, s->outputs[i]);
		BUF_LIT(b, "</loc>\n");
		alternates(b, s, s->outputs[i]);
		BUF_LIT(b, "</url>\n");
	}
	BUF_LIT(b, "</urlset>\n");
}

void
indexes_robots(struct buf *b, const struct site *s)
{
	bool pack = s->config != NULL && str_is(s->config->audience, "facilitator");

	/* The trainer's pack holds what learners shall not find by searching. */
	BUF_LIT(b, "# Made by Pensum\nUser-agent: *\n");
	buf_cstr(b, pack ? "Disallow: /\n" : "Allow: /\n");
	if (s->base_url.n > 0 && !pack) {
		BUF_LIT(b, "\nSitemap: ");
		buf_str(b, s->base_url);
		BUF_LIT(b, "sitemap.xml\n");
	}
}
