/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/link.h"

#include <limits.h>
#include <string.h>

#include "base/path.h"

/* Links that leave the site may have these schemes. */
static const char *const schemes[] = { "https", "http", "mailto", "tel", "sms" };

/* The scheme of ${url} (RFC 3986, 3.1); empty where it has none. */
static struct str
scheme_of(struct str url)
{
	size_t i = 0;

	for (; i < url.n; i++) {
		char c = url.p[i];
		bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');

		if (c == ':')
			return str_sub(url, 0, i);
		if (!letter && (i == 0 || !((c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.')))
			break;
	}
	return STR_EMPTY;
}

static bool
allowed(struct str scheme)
{
	for (size_t i = 0; i < sizeof schemes / sizeof schemes[0]; i++)
		if (scheme.n == strlen(schemes[i]) && strncasecmp(scheme.p, schemes[i], scheme.n) == 0)
			return true;
	return false;
}

static void
broken(struct link *out, enum link_fault fault)
{
	out->kind = LINK_BROKEN;
	out->fault = fault;
}

static const struct anchor *
find_anchor(const struct harvest *h, struct str id)
{
	size_t low = 0, high = h ? h->nanchors : 0;

	while (low < high) {
		size_t mid = low + (high - low) / 2;
		int order = str_cmp(id, h->anchors[mid].id);

		if (order == 0)
			return &h->anchors[mid];
		if (order < 0)
			high = mid;
		else
			low = mid + 1;
	}
	return NULL;
}

static const struct definition *
find_definition(const struct harvest *h, struct str id)
{
	for (size_t i = 0; h && i < h->ndefinitions; i++)
		if (str_eq(h->definitions[i].id, id))
			return &h->definitions[i];
	return NULL;
}

/* A place on a page: the page of ${to} for the reader of ${from}, and the id on it. */
static void
to_page(
    const struct site *s, const struct output *from, const struct document *to, struct str fragment, struct link *out)
{
	const struct output *page = site_output(s, to, from->lang);

	out->doc = to;
	if (page == NULL) {
		broken(out, LINK_NOT_A_PAGE);
		return;
	}
	out->kind = LINK_PAGE;
	out->page = page;
	out->fragment = fragment;
	if (fragment.n == 0)
		return;
	if (page->text->harvest && find_anchor(page->text->harvest, fragment) == NULL) {
		out->fault = LINK_NO_ANCHOR;
		return;
	}
	out->term = find_definition(page->text->harvest, fragment);
}

/* `#id`: of this page, else of the course. */
static void
to_id(const struct site *s, const struct output *from, const struct text *text, struct str id, struct link *out)
{
	const struct course_id *found;

	if (from->text && from->text == text && find_anchor(text->harvest, id)) {
		out->kind = LINK_PAGE;
		out->page = from;
		out->fragment = id;
		out->term = find_definition(text->harvest, id);
		return;
	}
	found = from->course ? map_get(&from->course->ids, id) : NULL;
	out->id = id;
	if (found == NULL && find_anchor(text->harvest, id)) {
		to_page(s, from, text->doc, id, out); /* a borrowed node: its own page */
		return;
	}
	if (found == NULL)
		broken(out, LINK_NO_ID);
	else
		to_page(s, from, found->doc, id, out);
}

/* `media/map.lv.svg` stands in for `media/map.svg` in Latvian. */
static struct asset *
localised_asset(struct arena *a, const struct site *s, struct str lang, struct link *out)
{
	struct str path = out->path, ext = path_ext(path);
	struct asset *found;

	out->local = ARENA_CAT(a, str_sub(path, 0, path.n - ext.n), STR("."), lang, ext);
	found = map_get(&s->assets, out->local);
	return found ? found : map_get(&s->assets, path);
}

/* The path that ${path} means on the page of ${text}. Most links name a file of the same folder, which is written as it is. */
static bool
resolve(struct arena *a, const struct text *text, struct str path, struct str *out)
{
	struct str folder = site_folder(text);

	if (str_find(path, '/') < path.n || path.p[0] == '.' || folder.n == 0)
		return path_resolve(a, folder, path, out);
	*out = path_join(a, folder, path);
	return true;
}

static void
to_file(struct arena *a, const struct site *s, const struct output *from, const struct text *text, struct str path,
    struct str fragment, struct link *out)
{
	struct text *target;

	if (!resolve(a, text, path_unescape(a, path), &path)) {
		broken(out, LINK_OUTSIDE);
		return;
	}
	out->path = path;
	target = map_get(&s->pages, path);
	if (target) {
		to_page(s, from, target->doc, fragment, out);
		return;
	}
	if (map_get(&s->includes, path)) {
		broken(out, LINK_NOT_A_PAGE);
		return;
	}
	out->asset = localised_asset(a, s, from->lang->tag, out);
	if (out->asset == NULL) {
		broken(out, LINK_NO_FILE);
		return;
	}
	out->kind = LINK_ASSET;
	out->fragment = fragment;
}

void
link_resolve(struct arena *a, const struct site *s, const struct output *from, const struct text *text, struct str url,
    struct link *out)
{
	struct str scheme = scheme_of(url), path;
	size_t hash = str_find(url, '#');
	struct str fragment = path_unescape(a, str_sub(url, hash + 1, url.n));

	*out = (struct link){ .url = url, .fragment = STR_EMPTY };
	if (scheme.n > 0 || str_starts(url, "//")) {
		out->kind = LINK_EXTERNAL;
		if (!allowed(scheme))
			broken(out, LINK_BAD_SCHEME);
		return;
	}
	path = str_sub(url, 0, hash);
	path = str_sub(path, 0, str_find(path, '?'));
	if (path.n == 0 && fragment.n > 0)
		to_id(s, from, text, fragment, out);
	else if (path.n == 0)
		broken(out, LINK_NO_FILE);
	else if (path.p[0] == '/')
		broken(out, LINK_OUTSIDE);
	else
		to_file(a, s, from, text, path, fragment, out);
}

/* The facts that ${l}, resolved on the page ${from}, rests on. */
static void
note(struct facts *f, const struct output *from, const struct link *l)
{
	if (l->path.n > 0)
		facts_note(f, FACT_PATH, l->path);
	if (l->local.n > 0)
		facts_note(f, FACT_PATH, l->local);
	if (l->id.n > 0 && from->course)
		facts_note_in(f, FACT_ID, from->course->path, l->id);
	if (l->doc)
		facts_note_in(f, FACT_FACE, l->doc->path, from->lang->tag);
	if (l->asset)
		facts_note(f, FACT_ASSET, l->asset->path);
}

/* -- links that are known -- */

/* A link to a page as a whole, and the numbers of what it rests on: the path, and the page. */
struct known {
	struct link link;
	uint32_t facts[2];
};

enum { MOST_KNOWN = 4096 };

/* As it is written and for which readers, as key. */
static struct str
key_of(struct link_known *k, const struct output *from, struct str url)
{
	buf_reset(&k->key);
	buf_chr(&k->key, (char)from->lang->index);
	buf_str(&k->key, url);
	return buf_view(&k->key);
}

static void
drop(struct link_known *k)
{
	map_free(&k->links);
	arena_reset(&k->arena);
}

static void
keep(struct link_known *k, struct str key, const struct output *from, struct facts *f, const struct link *l)
{
	struct known *known = ARENA_NEW(&k->arena, struct known);

	known->link = *l;
	known->link.path = arena_str(&k->arena, l->path);
	known->facts[0] = facts_note(f, FACT_PATH, l->path);
	known->facts[1] = facts_note_in(f, FACT_FACE, l->doc->path, from->lang->tag);
	map_put(&k->links, arena_str(&k->arena, key), known);
}

void
link_follow(struct link_known *k, struct arena *a, const struct site *s, const struct output *from,
    const struct text *text, struct str url, struct facts *f, struct link *out)
{
	struct str folder = site_folder(text), key;
	const struct known *known;

	if (k == NULL || f == NULL || from->lang->index > UCHAR_MAX || str_find(url, '#') < url.n) {
		link_resolve(a, s, from, text, url, out);
		note(f, from, out);
		return;
	}
	if (!str_eq(folder, k->folder) || k->links.n > MOST_KNOWN) {
		drop(k);
		k->folder = arena_str(&k->arena, folder);
	}
	key = key_of(k, from, url);
	known = map_get(&k->links, key);
	if (known) {
		*out = known->link;
		out->url = url;
		facts_again(f, known->facts, 2);
		return;
	}
	link_resolve(a, s, from, text, url, out);
	if (out->kind == LINK_PAGE && out->path.n > 0)
		keep(k, key, from, f, out);
	else
		note(f, from, out);
}

void
link_forget(struct link_known *k)
{
	map_free(&k->links);
	arena_free(&k->arena);
	buf_free(&k->key);
}

bool
link_needs_course(const struct harvest *here, struct str url)
{
	size_t hash = str_find(url, '#');
	struct str id = str_sub(url, hash + 1, url.n);

	if (hash == url.n || id.n == 0 || scheme_of(url).n > 0)
		return false;
	return hash > 0 || find_anchor(here, id) == NULL;
}

void
link_to_page(struct buf *b, const struct output *from, const struct output *to)
{
	path_link(b, from->path, to->path);
}

void
link_href(struct buf *b, const struct output *from, const struct link *l)
{
	switch (l->kind) {
	case LINK_EXTERNAL: buf_str(b, l->url); return;
	case LINK_BROKEN: return;
	case LINK_ASSET: path_link(b, from->path, l->asset->out); break;
	case LINK_PAGE:
		if (l->page != from || l->fragment.n == 0)
			link_to_page(b, from, l->page);
	}
	if (l->fragment.n > 0) {
		buf_chr(b, '#');
		path_escape(b, l->fragment);
	}
}
