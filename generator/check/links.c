/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "check/links.h"

#include <stdlib.h>
#include <string.h>

#include "base/fs.h"
#include "base/near.h"
#include "base/path.h"
#include "model/harvest.h"
#include "model/link.h"
#include "model/linkuse.h"

/* -- ids of the course -- */

static void
tell_twice(const struct text *t, const struct anchor *a, const struct course_id *first, struct diags *d)
{
	struct source src = t->src;
	struct arena arena = ARENA_INIT;
	struct diag *g;

	if (fs_read(&arena, t->file.p, &src.bytes) < 0)
		src.bytes = STR_EMPTY;
	g = diag_add(d, DIAG_ID_DUPLICATE, &src, a->at, "`#%.*s`", STR_ARG(a->id));
	diag_note(d, g, "it is also in %.*s, line %u", STR_ARG(first->doc->path), first->anchor->at.line);
	arena_free(&arena);
}

static void
list_ids(struct site *site, struct document *doc, struct diags *d)
{
	const struct harvest *h = doc->texts[0]->harvest;

	for (size_t i = 0; h && i < h->nanchors; i++) {
		struct course_id *id, *first;

		if (h->anchors[i].kind != ANCHOR_DEFINITION && h->anchors[i].kind != ANCHOR_COURSE)
			continue;
		id = ARENA_NEW(&site->arena, struct course_id);
		id->doc = doc;
		id->anchor = &h->anchors[i];
		first = map_add(&doc->course->ids, id->anchor->id, id);
		if (first)
			tell_twice(doc->texts[0], id->anchor, first, d);
	}
}

void
links_ids(struct site *site, struct diags *d)
{
	for (size_t i = 0; i < site->ndocs; i++)
		if (!site->docs[i]->excluded)
			list_ids(site, site->docs[i], d);
}

/* -- links -- */

/* One file with broken links: read again for the caret line, once. */
struct page_links {
	const struct site *site;
	const struct text *text;
	const struct output *from;
	struct arena *arena;
	struct source src;
	bool loaded;
	struct link_known *known;
	struct facts *facts;
	struct diags *d;
};

static const struct source *
source_of(struct page_links *p)
{
	if (!p->loaded) {
		p->src = p->text->src;
		if (fs_read(p->arena, p->text->file.p, &p->src.bytes) < 0)
			p->src.bytes = STR_EMPTY;
		p->loaded = true;
	}
	return &p->src;
}

static void
suggest_file(struct page_links *p, struct diag *g, struct str url)
{
	struct str dir = site_folder(p->text), hash = path_unescape(p->arena, str_sub(url, 0, str_find(url, '#')));
	struct near near;
	struct buf link = BUF_INIT, written = BUF_INIT;
	const struct map *maps[] = { &p->site->pages, &p->site->assets };

	near_begin(&near, path_base(hash));
	for (size_t k = 0; k < 2; k++)
		for (size_t i = 0; i < maps[k]->n; i++)
			near_try(&near, path_base(maps[k]->v[i].key));
	if (near_best(&near).n == 0)
		return;
	for (size_t k = 0; k < 2; k++)
		for (size_t i = 0; i < maps[k]->n && link.n == 0; i++)
			if (str_eq(path_base(maps[k]->v[i].key), near_best(&near)))
				path_relative(&link, path_join(p->arena, dir, STR("x")), maps[k]->v[i].key);
	path_escape(&written, buf_view(&link));
	diag_note(p->d, g, "did you mean `%.*s`?", STR_ARG(buf_view(&written)));
	buf_free(&link);
	buf_free(&written);
}

static void
suggest_anchor(struct page_links *p, struct diag *g, const struct harvest *h, struct str id)
{
	struct near near;

	near_begin(&near, id);
	for (size_t i = 0; h && i < h->nanchors; i++)
		near_try(&near, h->anchors[i].id);
	for (size_t i = 0; h == p->text->harvest && p->from->course && i < p->from->course->ids.n; i++)
		near_try(&near, p->from->course->ids.v[i].key);
	if (near_best(&near).n > 0)
		diag_note(p->d, g, "did you mean `#%.*s`?", STR_ARG(near_best(&near)));
}

static void
tell(struct page_links *p, const struct link_use *use, const struct link *l)
{
	const struct source *src = source_of(p);
	struct diag *g;

	switch (l->fault) {
	case LINK_FINE: break;
	case LINK_NO_FILE:
		g = diag_add(p->d, use->image ? DIAG_IMAGE_MISSING : DIAG_LINK_BROKEN, src, use->at, "`%.*s`",
		    STR_ARG(use->url));
		suggest_file(p, g, use->url);
		break;
	case LINK_NO_ANCHOR:
		g = diag_add(p->d, DIAG_ANCHOR_BROKEN, src, use->at, "`#%.*s` is not in %.*s", STR_ARG(l->fragment),
		    STR_ARG(l->page->text->src.path));
		suggest_anchor(p, g, l->page->text->harvest, l->fragment);
		break;
	case LINK_NO_ID:
		g = diag_add(p->d, DIAG_ANCHOR_BROKEN, src, use->at, "`%.*s` is neither on this page nor in the course",
		    STR_ARG(use->url));
		suggest_anchor(p, g, p->text->harvest, str_sub(use->url, 1, use->url.n));
		break;
	case LINK_NOT_A_PAGE:
		if (l->doc && !l->doc->excluded)
			break; /* it lost its address to another page, which was told */
		diag_add(p->d, DIAG_LINK_BROKEN, src, use->at,
		    "`%.*s` has no page here: it is a draft, for another audience, or only included",
		    STR_ARG(use->url));
		break;
	case LINK_OUTSIDE:
		g = diag_add(p->d, use->image ? DIAG_IMAGE_MISSING : DIAG_LINK_BROKEN, src, use->at,
		    "`%.*s` leads out of the site's folder", STR_ARG(use->url));
		diag_note(p->d, g, "links are relative to the file they stand in");
		break;
	case LINK_BAD_SCHEME:
		g = diag_add(p->d, DIAG_LINK_SCHEME, src, use->at, "`%.*s`", STR_ARG(use->url));
		if (use->image)
			diag_note(p->d, g, "put the image beside the page: a page loads nothing from elsewhere");
		else
			diag_note(p->d, g, "it may be relative, or begin with https:, http:, mailto:, tel: or sms:");
		break;
	}
}

/* The pages that show ${t}, that in its own language first; returns how many. */
static size_t
pages_of(struct arena *a, const struct site *site, const struct text *t, const struct output ***out)
{
	size_t n = 0;

	*out = ARENA_ARRAY(a, const struct output *, site->nlanguages);
	for (size_t i = 0; t->doc->pages && i < site->nlanguages; i++) {
		const struct output *o = t->doc->pages[i];

		if (o == NULL || o->text != t)
			continue;
		(*out)[n++] = o;
		if (!o->fallback) {
			(*out)[n - 1] = (*out)[0];
			(*out)[0] = o;
		}
	}
	return n;
}

/* A link that leads nowhere is told once: for the first page where it does. */
static bool
check_link(struct page_links *p, const struct site *site, const struct link_use *use)
{
	struct link l;

	link_follow(p->known, p->arena, site, p->from, p->text, use->url, p->facts, &l);
	if (use->image && l.kind == LINK_EXTERNAL)
		l.fault = LINK_BAD_SCHEME;
	if (l.fault != LINK_FINE)
		tell(p, use, &l);
	return l.fault == LINK_FINE;
}

/* On every page that shows the text: readers of another language may be led elsewhere. */
static void
check_text(struct page_links *p, const struct text *t)
{
	const struct output **pages;
	size_t n = pages_of(p->arena, p->site, t, &pages);
	struct pack_reader r = pack_reader(t->harvest ? t->harvest->links : STR_EMPTY);
	struct link_use use;

	while (linkuse_take(&r, &use))
		for (size_t k = 0; k < n; k++) {
			p->from = pages[k];
			if (!check_link(p, p->site, &use))
				break;
		}
}

void
links_check(const struct site *site, const struct document *doc, struct arena *a, struct link_known *known,
    struct facts *f, struct diags *d)
{
	for (size_t k = 0; !doc->excluded && k < doc->ntexts; k++) {
		struct page_links p = {
			.site = site, .text = doc->texts[k], .arena = a, .known = known, .facts = f, .d = d
		};

		check_text(&p, doc->texts[k]);
	}
}
