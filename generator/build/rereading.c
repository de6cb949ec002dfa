/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "build/rereading.h"

#include <string.h>

#include "build/harvesting.h"
#include "build/readings.h"
#include "build/yield.h"
#include "model/harvest.h"
#include "model/origin.h"
#include "read/document.h"

struct reread {
	struct making *m;
	struct worker *w;
	struct text *t;
	struct document *doc;
	size_t number;         /* of the document */
	struct text now;       /* the text with the settings that its file has now */
	struct origin was, is; /* the file, as it was and is */
	bool titles;           /* title or summary are other ones */
	bool face, terms;      /* so are ids on its page; its definitions */
};

/* -- settings -- */

static bool
is_title(struct str key)
{
	return str_is(key, "title") || str_is(key, "summary");
}

/* The entry from ${i} on that is no title; NULL: none is left. */
static const struct value_entry *
next_entry(const struct value *front, size_t *i)
{
	while (*i < front->n && is_title(front->as.entries[*i].key))
		(*i)++;
	return *i < front->n ? &front->as.entries[(*i)++] : NULL;
}

static bool
same_but_titles(const struct value *a, const struct value *b)
{
	const struct value_entry *x, *y;
	size_t i = 0, k = 0;

	if (a == NULL || b == NULL || a->kind != VALUE_MAP || b->kind != VALUE_MAP)
		return false;
	do {
		x = next_entry(a, &i);
		y = next_entry(b, &k);
		if ((x == NULL) != (y == NULL) || (x && (!str_eq(x->key, y->key) || !value_same(&x->value, &y->value))))
			return false;
	} while (x);
	return true;
}

/* Catalogues translate titles as they were. */
static bool
has_catalogues(const struct document *doc)
{
	for (size_t i = 0; i < doc->ntexts; i++)
		if (doc->texts[i]->po)
			return true;
	return false;
}

/* Whether the file has the settings that it had, but for the titles. */
static bool
read_settings(struct reread *r, struct diags *told)
{
	struct arena *keep = &r->m->site->keep[r->w->number];
	int64_t looked = stamp_now();

	r->is = r->was = *r->t->origin;
	r->now = *r->t;
	r->now.origin = &r->is;
	r->now.meta = (struct meta){ 0 };
	r->now.front = r->is.kept = STR_EMPTY;
	if (stamp_look(r->is.file.p, &r->is.stamp) < 0 || document_front(keep, &r->now, told) < 0)
		return false;
	r->is.settled = stamp_settled(&r->is.stamp, looked);
	if (str_eq(r->is.kept, r->t->origin->kept))
		return true;
	r->titles = true;
	return told->all.n == 0 && r->now.mentions_definitions == r->t->mentions_definitions &&
	    !has_catalogues(r->doc) &&
	    same_but_titles(site_front(&r->w->arena, r->t), site_front(&r->w->arena, &r->now));
}

/* -- the body -- */

static bool
fits(struct reread *r, const struct body *bodies)
{
	for (size_t i = 0; i < r->doc->ntexts; i++) {
		const struct harvest *was = r->doc->texts[i]->harvest;
		struct harvest *now = bodies[i].harvest;

		if (was == NULL || now == NULL || bodies[i].root == NULL)
			return false;
		yield_seal(now);
		if (!yield_fits(was, now))
			return false;
		r->face |= was->face != now->face;
		r->terms |= was->terms != now->terms;
	}
	return true;
}

static void
touch_titles(struct reread *r, struct touching *t)
{
	const struct site *s = r->m->site;

	for (size_t i = 0; i < s->noutputs; i++)
		if (s->outputs[i]->doc == r->doc)
			touching_fact(t, FACT_LINK, s->outputs[i]->path);
	if (r->doc->module)
		touching_fact(t, FACT_MODULE, r->doc->module->path);
	if (r->doc->course->glossary == r->doc)
		touching_fact(t, FACT_COURSE_VIEW, r->doc->course->path);
	touching_fact(t, FACT_COURSE_TREE, r->doc->course->path);
}

static bool
has_definitions(const struct document *doc)
{
	for (size_t i = 0; i < doc->ntexts; i++)
		if (doc->texts[i]->harvest->ndefinitions > 0)
			return true;
	return false;
}

/* Its own pages, and those that show what others see of it. */
static void
touch(struct reread *r, struct touching_pages *pages)
{
	struct touching t;

	touching_open(&t, r->m);
	for (size_t k = 0; k < r->m->site->nlanguages; k++)
		if (r->doc->pages[k])
			touching_page(&t, r->number, k, pages);
	touching_fact(&t, FACT_FILE, r->t->src.path);
	if (r->titles)
		touch_titles(r, &t);
	if (r->face)
		touching_fact(&t, FACT_FACE, r->doc->path);
	if (r->terms || (r->titles && has_definitions(r->doc)))
		touching_fact(&t, FACT_TERMS, r->doc->course->path);
	touching_apply(&t, pages);
	touching_close(&t);
}

static enum rereading
read_again(struct reread *r, struct factvalues *values, struct touching_pages *pages)
{
	struct worker *w = r->w;
	size_t told = w->diags.all.n;
	struct body *bodies;

	for (size_t i = 0; i < r->doc->ntexts; i++)
		r->doc->texts[i]->coverage = NULL;
	r->t->meta = r->now.meta;
	r->t->front = r->now.front;
	*r->t->origin = r->is;
	atomic_store(&r->t->torn, false);
	facts_begin(&w->facts);
	bodies = readings_of(w, r->doc, &r->m->site->keep[w->number], &w->diags);
	if (!fits(r, bodies)) {
		*r->t->origin = r->was;
		return REREADING_MORE;
	}
	r->m->records[r->number].deferred = false;
	harvesting_take(r->m, w, r->number, bodies, told);
	harvesting_links(r->m, w, r->number);
	if (r->titles)
		factvalues_renew(values, r->doc);
	for (size_t i = 0; (r->titles || r->face || r->terms) && i < pool_size(r->m->site->pool); i++)
		worker_forget(&r->m->workers[i]);
	touch(r, pages);
	return REREADING_DONE;
}

static bool
is_shown(const struct text *t)
{
	return t->origin && t->origin->kept.n > 0 && !t->broken && t->doc && !t->doc->excluded && t->doc->pages;
}

static size_t
number_of(const struct site *s, const struct document *doc)
{
	size_t i = 0;

	while (s->docs[i] != doc)
		i++;
	return i;
}

enum rereading
rereading_text(struct making *m, struct factvalues *values, struct text *t, struct touching_pages *pages)
{
	struct reread r = { .m = m, .w = &m->workers[0], .t = t, .doc = t->doc };
	struct diags told = DIAGS_INIT;
	enum rereading done = REREADING_MORE;

	if (is_shown(t) && read_settings(&r, &told)) {
		r.number = number_of(m->site, t->doc);
		done =
		    r.is.hash == r.was.hash && !atomic_load(&t->torn) ? REREADING_SAME : read_again(&r, values, pages);
		if (done == REREADING_SAME)
			*t->origin = r.is;
	}
	diags_free(&told);
	arena_reset(&r.w->arena);
	return done;
}
