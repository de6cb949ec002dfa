/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "render/glossary.h"

#include <stdlib.h>

#include "base/vec.h"
#include "localise/collate.h"
#include "localise/tongue.h"
#include "model/harvest.h"
#include "render/html.h"
#include "render/navigate.h"

struct gloss {
	const struct definition *def;
	const struct output *page; /* where it is taught */
	struct str key, letter;
};
struct glossary_entries VEC_OF(struct gloss);

static int
by_key(const void *a, const void *b)
{
	const struct gloss *x = a, *y = b;
	int order = str_cmp(x->key, y->key);

	return order ? order : str_cmp(x->def->id, y->def->id);
}

static void
gather(struct render *r, struct glossary_entries *all)
{
	const struct course *c = r->out->course;

	for (size_t i = c->first; i < c->end; i++) {
		const struct document *doc = r->site->docs[i];
		const struct output *page =
		    doc->course == c && !doc->excluded ? site_output(r->site, doc, r->out->lang) : NULL;
		const struct harvest *h = page && page->text ? page->text->harvest : NULL;

		if (page && site_torn(doc))
			facts_note(r->facts, FACT_MOMENT, STR_EMPTY);
		for (size_t k = 0; h && k < h->ndefinitions; k++)
			VEC_PUSH(all, ((struct gloss){ .def = &h->definitions[k], .page = page }));
	}
}

static void
sort(struct render *r, struct glossary_entries *all)
{
	struct collate *c = collate_open(r->out->lang->tag, COLLATE_NUMBERS);

	for (size_t i = 0; i < all->n; i++) {
		all->v[i].key = collate_key(c, r->arena, all->v[i].def->sort);
		all->v[i].letter = collate_letter(c, r->arena, all->v[i].def->sort);
	}
	collate_close(c);
	if (all->n > 0)
		qsort(all->v, all->n, sizeof *all->v, by_key);
}

/* The nodes are those of another page: their links are relative to it, their footnotes stay there. */
static struct str
borrow(struct render *r, const struct gloss *e, const struct node *n,
    void (*write)(struct render *, struct buf *, const struct node *))
{
	struct render there = *r;
	struct buf b = BUF_INIT;
	struct str html;

	there.text = e->def->text;
	there.body = NULL;
	there.notes = NULL;
	there.level = 3;
	write(&there, &b, n);
	html = arena_str(r->arena, buf_view(&b));
	buf_free(&b);
	return html;
}

static struct term_view *
term(struct render *r, const struct gloss *e)
{
	struct term_view *v = ARENA_NEW(r->arena, struct term_view);

	v->id = e->def->id;
	v->term = borrow(r, e, e->def->label, html_inlines);
	v->body = borrow(r, e, e->def->body, html_blocks);
	v->url = arena_fmt(r->arena, "%.*s#%.*s", STR_ARG(navigate_url(r, e->page)), STR_ARG(e->def->id));
	v->page = navigate_words(r, e->page->text->title_lang, site_title(e->page->text));
	v->lang = v->dir = STR_EMPTY;
	if (!r->out->lang->pseudo && !str_eq(e->def->text->lang, r->out->lang->tag)) {
		v->lang = e->def->text->lang;
		v->dir = tongue_rtl(v->lang) ? STR("rtl") : STR("ltr");
	}
	return v;
}

struct view_list
glossary_letters(struct render *r)
{
	struct glossary_entries all = { 0 };
	struct view_list list = { NULL, 0 };
	void **letters;

	if (r->out->course)
		facts_note_in(r->facts, FACT_TERMS, r->out->course->path, r->out->lang->tag);
	gather(r, &all);
	sort(r, &all);
	letters = ARENA_ARRAY(r->arena, void *, all.n);
	list.v = letters;
	for (size_t i = 0; i < all.n;) {
		struct letter_view *l = ARENA_NEW(r->arena, struct letter_view);
		void **terms = ARENA_ARRAY(r->arena, void *, all.n - i);
		size_t n = 0;

		l->letter = all.v[i].letter;
		while (i < all.n && str_eq(all.v[i].letter, l->letter))
			terms[n++] = term(r, &all.v[i++]);
		l->terms = (struct view_list){ terms, n };
		letters[list.n++] = l;
	}
	VEC_FREE(&all);
	return list;
}
