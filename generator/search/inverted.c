/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "search/inverted.h"

#include <stdlib.h>
#include <string.h>

#include "base/hash.h"
#include "base/mem.h"
#include "base/normal.h"
#include "base/unicode.h"
#include "search/folding.h"
#include "search/stems.h"

/* -- pages -- */

static int
by_path(const void *a, const void *b)
{
	const struct inverted_page *x = a, *y = b;

	return str_cmp(x->page->out->path, y->page->out->path);
}

/* Our numbers of a worker's words. */
static const uint32_t *
renumber(struct inverted *v, struct lexicon *all, const struct lexicon *l)
{
	uint32_t *numbers = ARENA_ARRAY(&v->arena, uint32_t, l->words.n + 1);

	for (uint32_t i = 0; i < l->words.n; i++)
		numbers[i] = lexicon_number(all, lexicon_word(l, i));
	return numbers;
}

static void
gather_pages(struct inverted *v, struct lexicon *all, struct gleaning *const *from, size_t n)
{
	for (size_t i = 0; i < n; i++)
		v->npages += from[i]->pages.n;
	v->pages = ARENA_ARRAY(&v->arena, struct inverted_page, v->npages + 1);
	v->npages = 0;
	for (size_t i = 0; i < n; i++) {
		const uint32_t *numbers = renumber(v, all, &from[i]->lexicon);

		for (size_t k = 0; k < from[i]->pages.n; k++)
			v->pages[v->npages++] = (struct inverted_page){ &from[i]->pages.v[k], 0, numbers };
	}
	qsort(v->pages, v->npages, sizeof *v->pages, by_path);
	for (size_t i = 0; i < v->npages; i++) {
		v->pages[i].first = v->nsections;
		v->nsections += (uint32_t)v->pages[i].page->nsections;
	}
}

/* -- forms -- */

enum { WAYS = 2 }; /* to write a word */

/* The forms of each word: numbers + 1, 0 for none. */
struct forming {
	struct inverted *v;
	struct stems *stems;
	struct str lang;
	struct map known; /* stem, NUL, key → form number + 1 */
	struct buf b;     /* the word in hand */
};

static struct str
fold(struct forming *f, struct str word)
{
	buf_reset(&f->b);
	folding_word(&f->b, word);
	return arena_str(&f->v->arena, buf_view(&f->b));
}

static struct str
stem_of(struct forming *f, struct str word)
{
	buf_reset(&f->b);
	stems_put(f->stems, &f->b, word);
	return arena_str(&f->v->arena, buf_view(&f->b));
}

static uint32_t
form_number(struct forming *f, struct str stem, struct str key)
{
	struct inverted_form *form;
	struct str name;
	uintptr_t found;

	stem = stem.n > 0 ? stem : key;
	buf_reset(&f->b);
	buf_str(&f->b, stem);
	buf_chr(&f->b, '\0');
	buf_str(&f->b, key);
	found = (uintptr_t)map_get(&f->known, buf_view(&f->b));
	if (found == 0) {
		name = arena_str(&f->v->arena, buf_view(&f->b));
		form = &f->v->forms[f->v->nforms++];
		form->stem = str_sub(name, 0, stem.n);
		form->key = str_sub(name, stem.n + 1, name.n);
		found = f->v->nforms;
		map_put(&f->known, name, (void *)found);
	}
	return (uint32_t)found;
}

static void
make_forms(struct forming *f, struct str word, uint32_t of[WAYS])
{
	struct arena *a = &f->v->arena;
	struct str low = normal_lower(a, word), stem, key, also;

	low = unicode_nfc(a, low);
	key = fold(f, low);
	if (key.n == 0)
		return;
	stem = stem_of(f, low);
	of[0] = form_number(f, fold(f, stem), key);
	also = folding_also(a, low, f->lang);
	if (also.n == 0 || str_eq(also, key))
		return;
	stem = folding_also(a, stem, f->lang);
	of[1] = form_number(f, stem.n > 0 ? stem : fold(f, stem_of(f, also)), also);
}

static void
find_forms(struct inverted *v, const struct lexicon *all, struct str lang, uint32_t (*of)[WAYS])
{
	struct forming f = { .v = v, .stems = stems_open(lang), .lang = lang, .known = MAP_INIT, .b = BUF_INIT };

	v->forms = ARENA_ARRAY(&v->arena, struct inverted_form, WAYS * all->words.n + 1);
	for (uint32_t i = 0; i < all->words.n; i++)
		make_forms(&f, lexicon_word(all, i), of[i]);
	map_free(&f.known);
	buf_free(&f.b);
	stems_close(f.stems);
}

/* -- in the order of stems -- */

struct ranked {
	struct inverted_form form;
	uint32_t number;
};

static int
by_stem(const void *a, const void *b)
{
	const struct ranked *x = a, *y = b;
	int order = str_cmp(x->form.stem, y->form.stem);

	return order ? order : str_cmp(x->form.key, y->form.key);
}

/* Which words are there depends on no worker, but their numbers do. */
static void
sort_forms(struct inverted *v, uint32_t (*of)[WAYS], size_t nwords)
{
	struct ranked *all = ARENA_ARRAY(&v->arena, struct ranked, v->nforms + 1);
	uint32_t *rank = ARENA_ARRAY(&v->arena, uint32_t, v->nforms + 1);

	for (uint32_t i = 0; i < v->nforms; i++)
		all[i] = (struct ranked){ v->forms[i], i };
	qsort(all, v->nforms, sizeof *all, by_stem);
	for (uint32_t i = 0; i < v->nforms; i++) {
		v->forms[i] = all[i].form;
		rank[all[i].number] = i + 1;
	}
	for (size_t i = 0; i < nwords; i++)
		for (int k = 0; k < WAYS; k++)
			of[i][k] = of[i][k] ? rank[of[i][k] - 1] : 0;
}

/* -- places -- */

struct visit {
	struct inverted *v;
	uint32_t (*of)[WAYS];
	bool fill; /* the second time; the first counts */
	uint64_t sum;
	uint64_t *hashes; /* by form */
};

static void
visit_word(struct visit *t, uint32_t section, uint32_t word, enum word_place place)
{
	for (int k = 0; k < WAYS && t->of[word][k]; k++) {
		struct inverted_form *form = &t->v->forms[t->of[word][k] - 1];
		uint32_t at = section << 2 | (uint32_t)place;

		if (t->fill) {
			uint64_t h = (t->hashes[t->of[word][k] - 1] ^ at) * UINT64_C(0x9e3779b97f4a7c15);

			t->v->places[form->first + form->n] = at;
			t->sum += h ^ h >> 29;
		}
		form->n++;
	}
}

static void
visit_pages(struct visit *t)
{
	for (size_t i = 0; i < t->v->npages; i++) {
		const struct inverted_page *p = &t->v->pages[i];
		size_t at = 0;

		for (size_t k = 0; k < p->page->nsections; k++)
			for (uint32_t w = 0; w < p->page->sections[k].nwords; w++) {
				enum word_place place;
				uint32_t number = gleaning_next(p->page->words, &at, &place);

				visit_word(t, p->first + (uint32_t)k, p->numbers[number], place);
			}
	}
}

static uint64_t
find_places(struct inverted *v, uint32_t (*of)[WAYS])
{
	struct visit t = { .v = v, .of = of };
	size_t all = 0;

	visit_pages(&t);
	t.hashes = ARENA_ARRAY(&v->arena, uint64_t, v->nforms + 1);
	for (size_t i = 0; i < v->nforms; i++) {
		struct inverted_form *form = &v->forms[i];

		t.hashes[i] = hash_bytes(form->stem) + 3 * hash_bytes(form->key);
		form->first = all;
		all += form->n;
		form->n = 0;
	}
	v->places = mem_alloc((all + 1) * sizeof *v->places);
	t.fill = true;
	visit_pages(&t);
	return t.sum;
}

/* -- the edition -- */

static void
hash_more(uint64_t *h, struct str s)
{
	*h = *h * UINT64_C(0x9e3779b97f4a7c15) + hash_bytes(s);
	*h ^= *h >> 31;
}

static uint64_t
hash_sections(const struct inverted *v, uint64_t h)
{
	for (size_t i = 0; i < v->npages; i++) {
		const struct gleaned_page *page = v->pages[i].page;

		hash_more(&h, page->out->path);
		hash_more(&h, site_title(page->out->text));
		for (size_t k = 0; k < page->nsections; k++) {
			h += (uint64_t)page->sections[k].kind;
			hash_more(&h, page->sections[k].anchor);
			hash_more(&h, page->sections[k].title);
			hash_more(&h, page->sections[k].extract);
		}
	}
	return h;
}

void
inverted_make(struct inverted *v, struct gleaning *const *from, size_t n, struct str lang)
{
	struct lexicon all = { 0 };
	uint32_t(*of)[WAYS];

	*v = (struct inverted){ 0 };
	gather_pages(v, &all, from, n);
	of = arena_array(&v->arena, all.words.n + 1, sizeof *of);
	find_forms(v, &all, lang, of);
	sort_forms(v, of, all.words.n);
	v->edition = hash_sections(v, find_places(v, of));
	lexicon_free(&all);
}

void
inverted_free(struct inverted *v)
{
	free(v->places);
	arena_free(&v->arena);
}
