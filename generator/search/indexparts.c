/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "search/indexparts.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/json.h"
#include "base/path.h"

/* A line of a part: the forms of a stem, or where the stem is of a form that does not begin with it. */
struct indexparts_entry {
	struct str key;  /* what it is sorted by: the stem, or the form */
	size_t from, to; /* forms; of the second kind: the form, and 0 */
};

/* -- cutting -- */

static bool
begins_with(struct str s, struct str head)
{
	return s.n >= head.n && memcmp(s.p, head.p, head.n) == 0;
}

static int
by_key(const void *a, const void *b)
{
	const struct indexparts_entry *x = a, *y = b;
	int order = str_cmp(x->key, y->key);

	if (order == 0 && (x->to == 0) != (y->to == 0))
		return x->to == 0 ? 1 : -1;
	return order ? order : x->from < y->from ? -1 : x->from > y->from;
}

static void
list_entries(struct indexparts *p)
{
	const struct inverted *v = p->v;

	for (size_t i = 0, k; i < v->nforms; i = k) {
		for (k = i; k < v->nforms && str_eq(v->forms[k].stem, v->forms[i].stem); k++)
			if (!begins_with(v->forms[k].key, v->forms[k].stem))
				p->entries[p->nentries++] = (struct indexparts_entry){ v->forms[k].key, k, 0 };
		p->entries[p->nentries++] = (struct indexparts_entry){ v->forms[i].stem, i, k };
	}
	qsort(p->entries, p->nentries, sizeof *p->entries, by_key);
}

static size_t
size_of(const struct inverted *v, const struct indexparts_entry *e)
{
	size_t size = e->key.n + 8;

	for (size_t i = e->from; i < e->to; i++)
		size += 6 + 3 * (v->forms[i].n < INDEXPARTS_COMMON ? v->forms[i].n : INDEXPARTS_COMMON);
	return size;
}

/* A part ends where it is full, and where it is half full with the first letter, so that an edit does not shift all behind it. */
static void
cut_words(struct indexparts *p)
{
	size_t size = 0;

	for (size_t i = 0; i < p->nentries; i++) {
		size_t more = size_of(p->v, &p->entries[i]);
		const struct str key = p->entries[i].key, last = i > 0 ? p->entries[i - 1].key : STR_EMPTY;
		bool full = size + more > INDEXPARTS_BYTES || (size > INDEXPARTS_BYTES / 2 && key.p[0] != last.p[0]);

		if (i == 0 || (full && !str_eq(key, last))) {
			p->starts[p->nwords++] = i;
			size = 0;
		}
		size += more;
	}
	p->starts[p->nwords] = p->nentries;
}

void
indexparts_cut(struct indexparts *p, struct arena *a, const struct inverted *v, struct str lang)
{
	*p = (struct indexparts){ .v = v, .lang = lang };
	p->entries = ARENA_ARRAY(a, struct indexparts_entry, 2 * v->nforms + 1);
	list_entries(p);
	p->starts = ARENA_ARRAY(a, size_t, p->nentries + 1);
	cut_words(p);
	p->each = INDEXPARTS_SECTIONS * (v->nsections > INDEXPARTS_LARGE ? 5 : 1);
	p->nall = 1 + p->nwords + (v->nsections + p->each - 1) / p->each;
}

/* -- words -- */

static void
put_base36(struct buf *b, uint32_t n)
{
	char digits[8];
	size_t at = sizeof digits;

	do
		digits[--at] = "0123456789abcdefghijklmnopqrstuvwxyz"[n % 36];
	while (n /= 36);
	buf_put(b, digits + at, sizeof digits - at);
}

/* The distance from the section before, and a sign for where in it the word is, the best of its places. */
static void
put_places(struct buf *b, const struct inverted *v, const struct inverted_form *f)
{
	bool common = f->n > INDEXPARTS_COMMON;
	uint32_t last = 0, listed = 0;

	if (common)
		buf_chr(b, '*');
	for (size_t i = f->first, end = f->first + f->n; i < end && listed < INDEXPARTS_COMMON; i++) {
		uint32_t section = v->places[i] >> 2, place = v->places[i] & 3;

		for (; i + 1 < end && v->places[i + 1] >> 2 == section; i++)
			if ((v->places[i + 1] & 3) > place)
				place = v->places[i + 1] & 3;
		if (common && place == PLACE_TEXT)
			continue;
		put_base36(b, section - last);
		buf_chr(b, ",:;!"[place]);
		last = section;
		listed++;
	}
}

static void
put_entry(struct buf *b, const struct inverted *v, const struct indexparts_entry *e)
{
	if (e->to == 0) {
		buf_chr(b, '>');
		buf_str(b, e->key);
		buf_chr(b, ' ');
		buf_str(b, v->forms[e->from].stem);
		buf_chr(b, '\n');
		return;
	}
	buf_str(b, e->key);
	for (size_t i = e->from; i < e->to; i++) {
		const struct inverted_form *f = &v->forms[i];

		buf_chr(b, ' ');
		if (begins_with(f->key, f->stem)) {
			buf_chr(b, '-');
			buf_str(b, str_sub(f->key, f->stem.n, f->key.n));
		} else {
			buf_str(b, f->key);
		}
		buf_chr(b, ' ');
		put_places(b, v, f);
	}
	buf_chr(b, '\n');
}

static void
put_words(const struct indexparts *p, size_t part, struct buf *b)
{
	struct buf lines = BUF_INIT;

	for (size_t i = p->starts[part]; i < p->starts[part + 1]; i++)
		put_entry(&lines, p->v, &p->entries[i]);
	json_string(b, buf_view(&lines));
	buf_free(&lines);
}

/* -- sections -- */

static void
put_section(struct buf *b, const struct gleaned_section *s)
{
	buf_fmt(b, "[%d,", (int)s->kind);
	json_string(b, s->anchor);
	buf_chr(b, ',');
	json_string(b, s->title);
	buf_chr(b, ',');
	json_string(b, s->extract);
	buf_chr(b, ']');
}

/* The page's title is that of its first section, unless that is in another language. */
static void
put_page(struct buf *b, const struct inverted_page *p)
{
	const struct output *o = p->page->out;
	struct str title = p->page->sections[0].title;
	struct buf url = BUF_INIT;

	path_escape(&url, o->path);
	buf_cstr(b, "[");
	json_string(b, buf_view(&url));
	buf_chr(b, ',');
	json_string(b, title.n > 0 ? title : site_title(o->text));
	buf_chr(b, ',');
	json_string(b, title.n > 0 ? STR_EMPTY : o->text->title_lang);
	buf_chr(b, ']');
	buf_free(&url);
}

/* The page that has the section ${i}. */
static size_t
page_of(const struct inverted *v, uint32_t i)
{
	size_t low = 0, high = v->npages;

	while (high - low > 1) {
		size_t middle = low + (high - low) / 2;

		if (v->pages[middle].first <= i)
			low = middle;
		else
			high = middle;
	}
	return low;
}

/* A list of pages, each with its sections of this part: [url, title, language], [kind, anchor, title, extract], … */
static void
put_sections(const struct indexparts *p, size_t part, struct buf *b)
{
	const struct inverted *v = p->v;
	uint32_t first = (uint32_t)part * p->each, i = first, end = first + p->each;

	buf_chr(b, '[');
	end = end < v->nsections ? end : v->nsections;
	for (size_t at = page_of(v, i); i < end; at++) {
		const struct inverted_page *page = &v->pages[at];

		buf_cstr(b, i > first ? ",\n[" : "\n[");
		put_page(b, page);
		for (; i < end && i < page->first + page->page->nsections; i++) {
			buf_cstr(b, ",\n");
			put_section(b, &page->page->sections[i - page->first]);
		}
		buf_chr(b, ']');
	}
	buf_chr(b, ']');
}

/* -- contents -- */

static void
put_contents(const struct indexparts *p, struct buf *b)
{
	struct buf starts = BUF_INIT;

	for (size_t i = 0; i < p->nwords; i++) {
		if (i > 0)
			buf_chr(&starts, ' ');
		buf_str(&starts, p->entries[p->starts[i]].key);
	}
	buf_fmt(b, "{\"sections\":%" PRIu32 ",\"size\":%" PRIu32 ",\"starts\":", p->v->nsections, p->each);
	json_string(b, buf_view(&starts));
	buf_chr(b, '}');
	buf_free(&starts);
}

void
indexparts_emit(const struct indexparts *p, size_t i, char name[24], struct buf *b)
{
	size_t section = i - 1 - p->nwords;

	if (i == 0)
		strcpy(name, "contents");
	else
		snprintf(name, 24, i <= p->nwords ? "w%zu" : "d%zu", i <= p->nwords ? i - 1 : section);
	buf_cstr(b, "/* Made by Pensum */\npensumSearch(");
	json_string(b, p->lang);
	buf_fmt(b, ",\"%s\",\"%08" PRIx32 "\",", name, (uint32_t)p->v->edition);
	if (i == 0)
		put_contents(p, b);
	else if (i <= p->nwords)
		put_words(p, i - 1, b);
	else
		put_sections(p, section, b);
	buf_cstr(b, ");\n");
}
