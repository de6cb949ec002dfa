/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "build/deciding.h"

#include <string.h>

#include "base/pool.h"
#include "base/told.h"
#include "build/yield.h"

/* -- what an earlier build knows -- */

/* The harvests of the texts as they were left. False where they are not to be had. */
static bool
recall_harvests(const struct document *doc, const struct record *rec, struct arena *keep)
{
	struct pack_reader r = pack_reader(rec->harvests);

	for (size_t i = 0; i < doc->ntexts; i++) {
		struct text *t = doc->texts[i];

		t->harvest = NULL;
		if (pack_take_number(&r) != 0 && (t->harvest = yield_take(keep, &r, t)) == NULL)
			return false;
	}
	return !r.wrong && r.p == r.end;
}

/* What is remembered of it, if that still holds for its texts. */
static bool
recall(struct making *m, struct arena *keep, size_t i)
{
	const struct document *doc = m->site->docs[i];
	const struct record *was = store_record(m->due.old, doc->path, i);
	struct record *rec = &m->records[i];

	if (was == NULL || was->npages != m->site->nlanguages || due_changed(&m->due, was->facts) ||
	    !recall_harvests(doc, was, keep))
		return false;
	*rec = *was;
	rec->pages = ARENA_ARRAY(keep, struct record_page, was->npages);
	memcpy(rec->pages, was->pages, was->npages * sizeof *rec->pages);
	return true;
}

static void
start_record(struct making *m, struct arena *keep, size_t i)
{
	m->records[i] = (struct record){ .path = m->site->docs[i]->path,
		.pages = ARENA_ARRAY(keep, struct record_page, m->site->nlanguages),
		.npages = m->site->nlanguages };
}

static void
decide_document(void *ctx, size_t worker, size_t i)
{
	struct making *m = ctx;
	struct arena *keep = &m->site->keep[worker];

	if (m->site->docs[i]->excluded || recall(m, keep, i))
		return;
	start_record(m, keep, i);
	m->due.read[i] = true;
	for (size_t k = 0; k < m->site->nlanguages; k++)
		*due_page(&m->due, i, k) = true;
}

/* -- what all have left -- */

/* Until it is made again, if ever, nothing is known of the page. */
static void
forget(struct record *rec, size_t language)
{
	rec->pages[language] = (struct record_page){ .path = STR_EMPTY };
	rec->packed = STR_EMPTY;
}

/* The pages of a document that was not read: made again where something else has changed than its texts. */
static void
decide_pages(void *ctx, size_t worker, size_t i)
{
	struct making *m = ctx;
	struct worker *w = &m->workers[worker];
	const struct document *doc = m->site->docs[i];
	struct record *rec = &m->records[i];
	bool all;

	if (doc->excluded)
		return;
	w->questions += rec->questions;
	if (m->due.read[i])
		return;
	all = due_changed(&m->due, rec->facts);
	for (size_t k = 0; doc->pages && k < m->site->nlanguages; k++) {
		struct record_page *p = &rec->pages[k];

		if (doc->pages[k] && !all && str_eq(p->path, doc->pages[k]->path) && !due_changed(&m->due, p->facts) &&
		    due_keep(&m->due, w->stage, p)) {
			worker_kept(w, doc->pages[k], p);
			continue;
		}
		*due_page(&m->due, i, k) = doc->pages[k] != NULL;
		forget(rec, k);
	}
	told_again(&w->diags, rec->told);
}

static void
decide_lone(struct making *m, size_t i)
{
	const struct output *o = m->site->outputs[i];
	const struct record_page *was = o->doc ? NULL : store_lone(m->due.old, o->path);

	if (o->doc)
		return;
	m->due.lone[i] =
	    was == NULL || due_changed(&m->due, was->facts) || !due_keep(&m->due, m->workers[0].stage, was);
	if (m->due.lone[i])
		return;
	m->lone[i] = *was;
	worker_kept(&m->workers[0], o, was);
}

/* -- all of them -- */

void
deciding_documents(struct making *m)
{
	due_look(&m->due, false);
	pool_each(m->site->pool, m->site->ndocs, decide_document, m);
}

void
deciding_pages(struct making *m)
{
	due_look(&m->due, true);
	pool_each(m->site->pool, m->site->ndocs, decide_pages, m);
	for (size_t i = 0; i < m->site->noutputs; i++)
		decide_lone(m, i);
}

static bool
is_open(const struct making *m, const struct record_page *made, const struct output *o)
{
	return made->path.n == 0 && !made->failed && (m->wanted == NULL || m->wanted(m->wanted_ctx, o));
}

bool
deciding_page_now(const struct making *m, size_t document, size_t language)
{
	const struct document *doc = m->site->docs[document];

	return doc->pages && doc->pages[language] && *due_page(&m->due, document, language) &&
	    is_open(m, &m->records[document].pages[language], doc->pages[language]);
}

bool
deciding_lone_now(const struct making *m, size_t output)
{
	return m->due.lone[output] && is_open(m, &m->lone[output], m->site->outputs[output]);
}

bool
deciding_any_now(const struct making *m, size_t document)
{
	for (size_t k = 0; !m->site->docs[document]->excluded && k < m->site->nlanguages; k++)
		if (deciding_page_now(m, document, k))
			return true;
	return false;
}
