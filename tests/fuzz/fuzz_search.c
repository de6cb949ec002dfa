/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Any bytes as the text of a page: its first byte is the language. The index names each section once, only sections that
 * are there, and its parts are UTF-8 that ends as a script does. `tests/fuzz/hunt search` runs it.
 */
#include <stdint.h>
#include <stdlib.h>

#include "base/unicode.h"
#include "model/site.h"
#include "search/indexparts.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

static void
demand(bool what)
{
	if (!what)
		abort();
}

static void
check_parts(const struct indexparts *parts)
{
	for (size_t i = 0; i < parts->nall; i++) {
		struct buf b = BUF_INIT;
		char name[24];

		indexparts_emit(parts, i, name, &b);
		demand(unicode_valid(buf_view(&b), NULL) && str_ends(buf_view(&b), ");\n"));
		buf_free(&b);
	}
}

static void
check_places(const struct inverted *v)
{
	for (size_t i = 0; i < v->nforms; i++) {
		const struct inverted_form *f = &v->forms[i];

		demand(f->n > 0 && f->key.n > 0 && f->stem.n > 0 && str_find(f->key, ' ') == f->key.n &&
		    str_find(f->stem, ' ') == f->stem.n && str_find(f->stem, '\n') == f->stem.n);
		for (size_t k = 0; k < f->n; k++) {
			demand(v->places[f->first + k] >> 2 < v->nsections);
			demand(k == 0 || v->places[f->first + k] >> 2 >= v->places[f->first + k - 1] >> 2);
		}
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	static const char *const langs[] = { "nb", "en", "lv", "ru", "uk", "de", "ar", "fa-AF", "th", "" };
	static struct text text = { .meta = { .title = STR_INIT("T") }, .title_lang = STR_INIT("en") };
	static const struct output page = { .path = STR_INIT("en/a/index.html"), .text = &text };
	const char *lang = langs[n > 0 ? *data % (sizeof langs / sizeof *langs) : 0];
	struct str all = { n > 1 ? (const char *)data + 1 : "", n > 1 ? n - 1 : 0 }, title = str_cut(&all, '\n');
	struct section v[] = { { SECTION_PAGE, STR_EMPTY, title, all, STR_EMPTY },
		{ SECTION_DEFINITION, title, all, title, all } };
	struct sections sections = { v, 2 };
	struct gleaning g = { 0 }, *list[1] = { &g };
	struct wordbreaks *breaks = wordbreaks_open();
	struct inverted inverted;
	struct indexparts parts;
	struct arena a = ARENA_INIT;

	gleaning_take(&g, breaks, &page, &sections);
	inverted_make(&inverted, list, 1, str_of(lang));
	indexparts_cut(&parts, &a, &inverted, str_of(lang));
	check_places(&inverted);
	check_parts(&parts);
	inverted_free(&inverted);
	gleaning_free(&g);
	wordbreaks_close(breaks);
	arena_free(&a);
	return 0;
}
