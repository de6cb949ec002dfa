/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "build/leaking.h"

#include <stdlib.h>

#include "assemble/withheld.h"
#include "base/fs.h"
#include "base/hash.h"
#include "base/path.h"
#include "base/pool.h"
#include "check/leaks.h"
#include "model/harvest.h"
#include "model/origin.h"
#include "model/wordnotes.h"
#include "publish/stage.h"
#include "translate/bodies.h"

/* What a worker found: which note, in which file, the first of the words. */
struct hit {
	size_t note, file;
	bool script; /* which comes behind all pages */
	struct str words;
};

struct finding {
	struct arena arena; /* of a file */
	struct arena keep;  /* of hits */
	struct finding_hits VEC_OF(struct hit) hits;
	size_t file;
	bool script;
};

/* A file to look at, and the text that it was made of; NULL: none, or several. */
struct file {
	struct str path;
	const struct text *text;
};

struct leaking {
	const struct pipeline *p;
	struct leaks leaks;
	struct leaking_files VEC_OF(struct file) files;
	struct finding *findings; /* by worker */
};

/* -- what is withheld -- */

/* A page that is left out since it is for trainers: it, or its module. */
static bool
for_trainers(const struct site *s, const struct document *doc)
{
	struct arena a = ARENA_INIT;
	const struct text *index = map_get(&s->pages, path_join(&a, path_dir(doc->path), STR("index.md")));
	bool said = str_is(doc->texts[0]->meta.audience, "facilitator") ||
	    (index && str_is(index->meta.audience, "facilitator"));

	arena_free(&a);
	return doc->excluded && !doc->texts[0]->broken && said;
}

static void
mark_page(struct buf *b, const struct document *doc)
{
	for (size_t i = 0; i < doc->ntexts; i++) {
		const struct text *t = doc->texts[i];

		pack_text(b, t->src.path);
		pack_fixed(b, t->origin ? t->origin->hash : hash_bytes(t->src.bytes));
	}
}

/* What tells these notes from any others; 0: there are none. */
static uint64_t
mark_of(const struct site *s)
{
	struct buf b = BUF_INIT;
	uint64_t mark;

	for (size_t i = 0; i < s->ndocs; i++) {
		const struct document *doc = s->docs[i];

		if (for_trainers(s, doc))
			mark_page(&b, doc);
		for (size_t k = 0; !doc->excluded && k < doc->ntexts; k++)
			if (doc->texts[k]->harvest && doc->texts[k]->harvest->withheld.n > 0)
				pack_fixed(&b, wordnotes_mark(doc->texts[k]->harvest->withheld));
	}
	mark = b.n > 0 ? hash_bytes(buf_view(&b)) | 1 : 0;
	buf_free(&b);
	return mark;
}

/* Nothing is kept of pages for trainers: they are read again. */
static void
add_page(struct leaking *l, const struct document *doc)
{
	struct arena a = ARENA_INIT;
	struct diags silent = DIAGS_INIT;
	struct body *bodies = bodies_read(&a, l->p->site, doc, &a, &silent);

	for (size_t i = 0; i < doc->ntexts; i++)
		if (bodies[i].root)
			leaks_add(&l->leaks, doc->texts[i], withheld_page(&a, &bodies[i]));
	diags_free(&silent);
	arena_free(&a);
}

static void
add_notes(struct leaking *l)
{
	const struct site *s = l->p->site;

	for (size_t i = 0; i < s->ndocs; i++) {
		const struct document *doc = s->docs[i];

		if (for_trainers(s, doc))
			add_page(l, doc);
		for (size_t k = 0; !doc->excluded && k < doc->ntexts; k++)
			if (doc->texts[k]->harvest)
				leaks_add(&l->leaks, doc->texts[k], doc->texts[k]->harvest->withheld);
	}
}

/* -- where it is looked for -- */

static int
by_path(const void *a, const void *b)
{
	return str_cmp(((const struct file *)a)->path, ((const struct file *)b)->path);
}

static void
add_files(struct leaking *l, struct str packed)
{
	struct pack_reader r = pack_reader(packed);

	while (r.p < r.end && !r.wrong)
		VEC_PUSH(&l->files, ((struct file){ pack_take_text(&r), NULL }));
}

static void
add_made(struct leaking *l, const struct record_page *page, const struct text *text, bool all)
{
	if (page->path.n == 0 || (!all && page->by == RECORD_STORED))
		return;
	VEC_PUSH(&l->files, ((struct file){ page->path, text }));
	add_files(l, page->files);
}

static void
add_index(struct leaking *l)
{
	struct pack_reader r = pack_reader(l->p->index.search_files);

	while (r.p < r.end && !r.wrong) {
		VEC_PUSH(&l->files, ((struct file){ pack_take_text(&r), NULL }));
		pack_take_fixed(&r);
	}
}

static const struct text *
text_of(const struct document *doc, size_t language)
{
	return doc->pages && doc->pages[language] ? doc->pages[language]->text : NULL;
}

/* Scripts may be those of several pages. */
static void
list_files(struct leaking *l, bool all)
{
	const struct making *m = &l->p->making;
	size_t n = 0;

	for (size_t i = 0; i < m->site->ndocs; i++)
		for (size_t k = 0; k < m->records[i].npages; k++)
			add_made(l, &m->records[i].pages[k], text_of(m->site->docs[i], k), all);
	for (size_t i = 0; i < m->site->noutputs; i++)
		add_made(l, &m->lone[i], NULL, all);
	if (all || l->p->index.searched != l->p->old->searched)
		add_index(l);
	qsort(l->files.v, l->files.n, sizeof *l->files.v, by_path);
	for (size_t i = 0; i < l->files.n; i++)
		if (i == 0 || !str_eq(l->files.v[i].path, l->files.v[n - 1].path))
			l->files.v[n++] = l->files.v[i];
	l->files.n = n;
}

static void
found(void *ctx, size_t note, struct str words)
{
	struct finding *f = ctx;

	for (size_t i = f->hits.n; i > 0 && f->hits.v[i - 1].file == f->file; i--)
		if (f->hits.v[i - 1].note == note)
			return;
	VEC_PUSH(&f->hits, ((struct hit){ note, f->file, f->script, arena_str(&f->keep, words) }));
}

static void
look_at(void *ctx, size_t worker, size_t i)
{
	struct leaking *l = ctx;
	struct finding *f = &l->findings[worker];
	struct str path = l->files.v[i].path, bytes;

	f->file = i;
	f->script = !str_ends(path, ".html");
	if (stage_read(l->p->stage, &f->arena, path, &bytes) == 0) {
		if (f->script)
			leaks_script(&l->leaks, bytes, found, f);
		else
			leaks_page(&l->leaks, bytes, found, f);
	}
	arena_reset(&f->arena);
}

/* -- what is told -- */

static int
by_note(const void *a, const void *b)
{
	const struct hit *x = a, *y = b;

	if (x->note != y->note)
		return x->note < y->note ? -1 : 1;
	if (x->script != y->script)
		return x->script ? 1 : -1;
	return x->file < y->file ? -1 : x->file > y->file;
}

/* The blanks of a line break are one. */
static struct str
in_one_line(struct arena *a, struct str words)
{
	struct buf b = BUF_INIT;
	struct str s;

	for (size_t i = 0; i < words.n; i++) {
		bool blank = words.p[i] == ' ' || words.p[i] == '\n' || words.p[i] == '\t' || words.p[i] == '\r';

		if (!blank || (b.n > 0 && b.p[b.n - 1] != ' '))
			buf_chr(&b, blank ? ' ' : words.p[i]);
	}
	s = arena_str(a, buf_view(&b));
	buf_free(&b);
	return s;
}

/* The first of ${n} files that share words with the same note. */
static void
tell(const struct leaking *l, const struct hit *h, size_t n, struct diags *d)
{
	const struct leaks_note *note = &l->leaks.notes.v[h->note];
	const struct file *file = &l->files.v[h->file];
	const struct text *t = note->text->po ? note->text->doc->texts[0] : note->text; /* places are the source's */
	struct source src = t->src;
	struct arena a = ARENA_INIT;
	struct diag *g;

	if (fs_read(&a, t->file.p, &src.bytes) < 0)
		src.bytes = STR_EMPTY;
	g = diag_add(d, DIAG_LEAK, &src, note->at, "`%.*s`", STR_ARG(in_one_line(&a, h->words)));
	if (file->text)
		diag_note(d, g, "learners get these words in %.*s, made of %.*s", STR_ARG(file->path),
		    STR_ARG(file->text->src.path));
	else
		diag_note(d, g, "learners get these words in %.*s", STR_ARG(file->path));
	if (note->text->po)
		diag_note(d, g, "the note has these words in %.*s", STR_ARG(note->text->src.path));
	if (n > 1)
		diag_note(d, g, "and in %zu more", n - 1);
	diag_note(d, g, "say it in other words here, or refer to the place");
	arena_free(&a);
}

static size_t
tell_all(const struct leaking *l, struct diags *d)
{
	struct finding_hits all = { 0 };
	size_t n;

	for (size_t i = 0; i < pool_size(l->p->site->pool); i++)
		for (size_t k = 0; k < l->findings[i].hits.n; k++)
			VEC_PUSH(&all, l->findings[i].hits.v[k]);
	qsort(all.v, all.n, sizeof *all.v, by_note);
	for (size_t i = 0, end; i < all.n; i = end) {
		for (end = i + 1; end < all.n && all.v[end].note == all.v[i].note;)
			end++;
		tell(l, &all.v[i], end - i, d);
	}
	n = all.n;
	VEC_FREE(&all);
	return n;
}

/* -- all of it -- */

static size_t
look(struct leaking *l, struct diags *d)
{
	size_t workers = pool_size(l->p->site->pool), told;

	add_notes(l);
	l->findings = mem_alloc(workers * sizeof *l->findings);
	pool_each(l->p->site->pool, l->leaks.notes.n > 0 ? l->files.n : 0, look_at, l);
	told = tell_all(l, d);
	for (size_t i = 0; i < workers; i++) {
		VEC_FREE(&l->findings[i].hits);
		arena_free(&l->findings[i].arena);
		arena_free(&l->findings[i].keep);
	}
	free(l->findings);
	leaks_free(&l->leaks);
	return told;
}

void
leaking_look(struct pipeline *p, struct diags *d)
{
	struct leaking l = { .p = p };

	if (str_is(p->site->config->audience, "facilitator"))
		return;
	p->withheld = mark_of(p->site);
	if (p->withheld == 0)
		return;
	list_files(&l, p->withheld != p->old->withheld);
	if (l.files.n > 0 && look(&l, d) > 0)
		p->withheld = 0; /* whatever changes, all is looked at again */
	VEC_FREE(&l.files);
}
