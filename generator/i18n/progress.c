/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "i18n/progress.h"

#include <string.h>

#include "base/map.h"
#include "base/vec.h"
#include "i18n/merging.h"
#include "localise/pluralcheck.h"
#include "i18n/pot.h"
#include "model/po.h"
#include "translate/applying.h"
#include "translate/blocks.h"
#include "translate/segments.h"
#include "translate/staleness.h"

struct stale_list VEC_OF(struct progress_stale);
struct course_list VEC_OF(struct progress_course);

/* One module, while its languages are measured: what is read of it lives in ${work}. */
struct measuring {
	struct workshop *w;
	const struct workorder *o;
	const struct workpiece *p;
	struct arena *a, work;
	struct diags *d;
	struct segments *by_doc;
	/* of the language at hand */
	struct str lang;
	struct po *old, *now; /* the catalogue, and what `merge` would make of it; NULL: none */
	struct stale_list stale;
	struct map known; /* entry of ${now} that is out of date → 1 + its number in ${stale} */
};

/* -- counting -- */

static void
add(struct progress_count *to, size_t messages, size_t words)
{
	to->messages += messages;
	to->words += words;
}

static void
add_sum(struct progress_sum *to, const struct progress_sum *from)
{
	for (int i = 0; i < PROGRESS_STATES; i++)
		add(&to->of[i], from->of[i].messages, from->of[i].words);
	add(&to->unrecorded, from->unrecorded.messages, from->unrecorded.words);
	to->absent += from->absent;
}

struct progress_count
progress_all(const struct progress_sum *s)
{
	struct progress_count all = { 0, 0 };

	for (int i = 0; i < PROGRESS_STATES; i++)
		add(&all, s->of[i].messages, s->of[i].words);
	return all;
}

unsigned
progress_percent(const struct progress_sum *s)
{
	struct progress_count all = progress_all(s);

	return all.words == 0 ? 100 : (unsigned)(100 * s->of[PROGRESS_DONE].words / all.words);
}

/* -- by messages -- */

static struct str
keep(struct measuring *m, struct str s)
{
	return arena_str(m->a, s);
}

/* The line of the catalogue that has the translation: not that of the merged one, which nobody has seen. */
static uint32_t
line_of(struct measuring *m, const struct po_entry *e)
{
	const struct po_entry *there = map_get(&m->old->every, po_key(&m->work, e->context, e->source));

	if (there == NULL)
		there = map_get(&m->old->every, po_key(&m->work, e->previous_context, e->previous));
	return there ? there->line : 0;
}

static void
note_entry(struct measuring *m, const struct document *doc, const struct segment *s, const struct po_entry *e)
{
	struct str key = po_key(&m->work, e->context, e->source);
	size_t at = (size_t)(uintptr_t)map_get(&m->known, key);

	if (at == 0) {
		VEC_PUSH(&m->stale,
		    ((struct progress_stale){ .doc = doc,
			.at = s->at,
			.role = segments_role(s->role),
			.heading = keep(m, s->role == SEGMENT_HEADING ? STR_EMPTY : s->heading),
			.before = keep(m, e->previous),
			.now = keep(m, s->text),
			.text = keep(m, e->text),
			.file = m->old->src.path,
			.line = line_of(m, e) }));
		at = m->stale.n;
		map_put(&m->known, key, (void *)(uintptr_t)at);
	}
	m->stale.v[at - 1].critical |= s->critical;
	add(&m->stale.v[at - 1].of, 1, applying_words(s->text));
}

/* What is fuzzy only for want of `merge` counts, what `merge` would bring back does not yet. */
static enum progress_state
state_of(struct measuring *m, const struct segment *s, const struct po_entry **e)
{
	const char *role = segments_role(s->role);

	*e = NULL;
	if (m->old == NULL)
		return PROGRESS_MISSING;
	if (po_find(m->old, s->context, role, s->text))
		return PROGRESS_DONE;
	*e = po_find_any(m->now, s->context, role, s->text);
	if (*e == NULL || !(*e)->fuzzy || (*e)->text.n == 0)
		return PROGRESS_MISSING;
	return po_machine(*e) ? PROGRESS_MACHINE : PROGRESS_OUTDATED;
}

static void
measure_messages(struct measuring *m, struct progress_page *page, const struct segments *segs)
{
	for (size_t i = 0; i < segs->n; i++) {
		const struct segment *s = &segs->v[i];
		const struct po_entry *e;
		enum progress_state state = state_of(m, s, &e);

		add(&page->sum.of[state], 1, applying_words(s->text));
		if (state == PROGRESS_OUTDATED)
			note_entry(m, page->doc, s, e);
		if (m->old && !po_find_any(m->old, s->context, segments_role(s->role), s->text))
			page->sum.absent++;
	}
	if (m->old && page->sum.of[PROGRESS_MISSING].messages < segs->n) {
		page->way = PROGRESS_BY_MESSAGES;
		page->file = m->old->src.path;
	}
}

/* -- in files of their own -- */

static void
note_block(struct measuring *m, const struct document *doc, const struct text *t, const struct block *b)
{
	const struct segment *s = b->first;

	VEC_PUSH(&m->stale,
	    ((struct progress_stale){ .doc = doc,
		.at = s->at,
		.role = segments_role(s->role),
		.heading = keep(m, s->role == SEGMENT_HEADING ? STR_EMPTY : s->heading),
		.block = true,
		.before = STR_EMPTY,
		.now = keep(m, s->text),
		.text = STR_EMPTY,
		.file = t->src.path,
		.of = { b->messages, b->words },
		.critical = s->critical }));
}

static void
measure_file(struct measuring *m, struct progress_page *page, const struct text *t, const struct segments *segs)
{
	struct blocks blocks = blocks_of(&m->work, segs);

	page->way = PROGRESS_BY_FILE;
	page->file = t->src.path;
	for (size_t i = 0; i < blocks.n; i++) {
		const struct block *b = &blocks.v[i];
		enum staleness s = staleness_of(t, b);
		enum progress_state state = s == STALENESS_CHANGED ? PROGRESS_OUTDATED
		    : s == STALENESS_NEW                           ? PROGRESS_MISSING
								   : PROGRESS_DONE;

		add(&page->sum.of[state], b->messages, b->words);
		if (s == STALENESS_UNKNOWN)
			add(&page->sum.unrecorded, b->messages, b->words);
		if (s == STALENESS_CHANGED)
			note_block(m, page->doc, t, b);
	}
}

/* -- a module -- */

/* Of what is asked for, a page means itself only. */
static bool
wants_page(const struct measuring *m, const struct document *doc)
{
	for (size_t i = 0; i < m->o->nwhat; i++) {
		struct workorder one = { .what = &m->o->what[i], .nwhat = 1 };
		bool page = str_ends(one.what[0], ".md");

		if (!page && workshop_wants(&one, m->p))
			return true;
		for (size_t k = 0; page && k < doc->ntexts; k++)
			if (str_eq(one.what[0], doc->texts[k]->src.path))
				return true;
	}
	return m->o->nwhat == 0;
}

static void
open_catalogue(struct measuring *m, struct progress_piece *out)
{
	struct diags told = DIAGS_INIT; /* extract and merge tell of long messages */
	struct merging merging;
	bool broken;

	m->old = workshop_catalogue(m->w, m->p, m->lang, &broken, m->d);
	m->now = NULL;
	out->there = m->old || broken;
	if (m->old) {
		struct po *pot = pot_of(m->w, m->p, m->lang, &m->work, &told);

		pluralcheck_tell(m->old, m->d);
		m->now = merging_merge(&m->work, pot, m->old, &merging);
		po_free(pot);
	}
	diags_free(&told);
}

static void
close_catalogue(struct measuring *m, struct progress_piece *out)
{
	out->nstale = m->stale.n;
	out->stale = ARENA_ARRAY(m->a, struct progress_stale, m->stale.n);
	if (m->stale.n > 0)
		memcpy(out->stale, m->stale.v, m->stale.n * sizeof *m->stale.v);
	VEC_FREE(&m->stale);
	map_free(&m->known);
	m->known = (struct map)MAP_INIT;
	po_free(m->old);
	po_free(m->now);
}

static struct progress_piece
measure_piece(struct measuring *m, const struct language *lang)
{
	struct progress_piece out = { .piece = m->p, .lang = lang };

	m->lang = lang->tag;
	out.catalogue = workshop_path(m->w, m->p, m->lang);
	out.pages = ARENA_ARRAY(m->a, struct progress_page, m->p->ndocs);
	open_catalogue(m, &out);
	for (size_t i = 0; i < m->p->ndocs; i++) {
		struct document *doc = m->p->docs[i];
		const struct text *t = site_text(doc, m->lang);
		struct progress_page *page = &out.pages[out.npages];

		if (!wants_page(m, doc))
			continue;
		*page = (struct progress_page){ .doc = doc, .file = STR_EMPTY };
		if (t)
			measure_file(m, page, t, &m->by_doc[i]);
		else
			measure_messages(m, page, &m->by_doc[i]);
		add_sum(&out.sum, &page->sum);
		out.npages++;
	}
	close_catalogue(m, &out);
	return out;
}

/* -- all -- */

static void
read_pages(struct measuring *m)
{
	struct diags told = DIAGS_INIT; /* the build tells */

	m->by_doc = ARENA_ARRAY(&m->work, struct segments, m->p->ndocs);
	for (size_t i = 0; i < m->p->ndocs; i++)
		m->by_doc[i] = pot_segments(m->w, m->p->docs[i], &m->work, &told);
	diags_free(&told);
}

/* Modules of one course are beside each other; each is read once for all languages. */
static void
add_course(struct workshop *w, const struct workorder *o, struct course_list *all, size_t from, size_t to,
    struct arena *a, struct diags *d)
{
	const struct course *c = w->pieces[from].course;
	size_t first = all->n;

	for (size_t i = 0; i < c->nlanguages; i++)
		if (workshop_into(o, &w->pieces[from], c->languages[i]))
			VEC_PUSH(all,
			    ((struct progress_course){ .course = c,
				.lang = c->languages[i],
				.pieces = ARENA_ARRAY(a, struct progress_piece, to - from) }));
	for (size_t i = from; i < to && first < all->n; i++) {
		struct measuring m = { .w = w, .o = o, .p = &w->pieces[i], .a = a, .d = d };

		if (!workshop_wants(o, m.p))
			continue;
		read_pages(&m);
		for (size_t k = first; k < all->n; k++) {
			struct progress_course *in = &all->v[k];

			in->pieces[in->npieces] = measure_piece(&m, in->lang);
			add_sum(&in->sum, &in->pieces[in->npieces++].sum);
		}
		arena_free(&m.work);
	}
	while (all->n > first && all->v[first].npieces == 0)
		all->n--; /* nothing of this course is asked for: of any language, or of none */
}

struct progress
progress_of(struct workshop *w, const struct workorder *o, struct arena *a, struct diags *d)
{
	struct course_list all = { 0 };
	struct progress p = { 0 };

	for (size_t from = 0, to; from < w->npieces; from = to) {
		for (to = from + 1; to < w->npieces && w->pieces[to].course == w->pieces[from].course;)
			to++;
		add_course(w, o, &all, from, to, a, d);
	}
	p.n = all.n;
	p.v = ARENA_ARRAY(a, struct progress_course, p.n);
	if (p.n > 0)
		memcpy(p.v, all.v, p.n * sizeof *p.v);
	VEC_FREE(&all);
	return p;
}
