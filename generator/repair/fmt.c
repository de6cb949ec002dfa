/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "repair/fmt.h"

#include <errno.h>
#include <string.h>

#include "assemble/body.h"
#include "assemble/courses.h"
#include "assemble/outputs.h"
#include "repair/giving.h"
#include "repair/tidy.h"
#include "base/map.h"
#include "base/pool.h"
#include "base/whole.h"
#include "localise/languages.h"
#include "model/directive.h"
#include "model/harvest.h"
#include "read/document.h"
#include "read/outline.h"

struct fmt {
	struct site *site;
	const struct fmt_request *r;
	struct fmt_result *out;
	struct diags *d;
	const struct course *course; /* whose ids are in ${ids} */
	struct map ids;              /* the keys live in ${kept} */
	struct arena kept;
	bool failed;
};

/* -- what is taken -- */

/* The bytes of ${t}'s file, or the empty slice where it is no text. */
static struct trial
open_text(struct arena *a, const struct text *t)
{
	struct body body = { 0 };
	struct diags silent = DIAGS_INIT;
	struct text copy = *t;
	struct trial none = { .src = { t->src.path, STR_EMPTY } };
	int rc = t->broken ? -1 : document_body(a, &copy, &body, &silent);

	diags_free(&silent);
	return rc < 0 ? none : trial_open(a, t->src.path, body.src.bytes);
}

/* Headings have the ids that their words give: those are taken, too, lest links to them lead elsewhere. */
static void
taken_on_page(struct fmt *f, struct arena *a, struct text *t, const struct trial *trial, struct map *page)
{
	struct trial copy = trial_open(a, trial->src.path, trial->src.bytes);
	struct body body = { .text = t, .src = copy.src, .root = copy.root };
	struct diags silent = DIAGS_INIT;

	giving_taken(trial->root, page);
	if (copy.root)
		body_assemble(a, &body, NULL, f->site, a, &silent);
	for (size_t i = 0; body.harvest && i < body.harvest->nanchors; i++)
		map_add(page, body.harvest->anchors[i].id, page);
	diags_free(&silent);
	trial_close(&copy);
}

static void
taken_in_document(struct fmt *f, const struct document *doc)
{
	struct arena a = ARENA_INIT;
	struct trial t = open_text(&a, doc->texts[0]);

	for (const struct node *n = t.root; n; n = node_next_block(n, t.root)) {
		const struct directive *kind = n->kind == NODE_DIRECTIVE ? n->as.directive.kind : NULL;

		if (kind && (kind->flags & DIRECTIVE_COURSE_ID) && attrs_id(n->attrs).n > 0)
			map_add(&f->ids, arena_str(&f->kept, attrs_id(n->attrs)), f);
	}
	trial_close(&t);
	arena_free(&a);
}

static struct map *
taken_in_course(struct fmt *f, const struct course *course)
{
	if (course != NULL && course == f->course)
		return &f->ids;
	map_free(&f->ids);
	f->course = course;
	for (size_t i = 0; course && i < f->site->ndocs; i++)
		if (f->site->docs[i]->course == course)
			taken_in_document(f, f->site->docs[i]);
	return &f->ids;
}

/* -- one file -- */

static void
tell_left(struct fmt *f, const struct source *src, const struct lefts *lefts)
{
	for (size_t i = 0; i < lefts->n; i++)
		diag_add(f->d, DIAG_FMT_LEFT, src, lefts->v[i].at, "%.*s", STR_ARG(lefts->v[i].why));
}

/* Does what is in ${ids}; what cannot be done is left. */
static void
make_ids(struct arena *a, struct trial *trial, struct changes *ids, struct lefts *lefts)
{
	struct changes wanted = { 0 };
	size_t made = 0;

	for (size_t i = 0; i < ids->n; i++)
		VEC_PUSH(&wanted, ids->v[i]);
	trial_make(a, trial, ids, giving_rule);
	for (size_t i = 0; i < wanted.n; i++) {
		struct left left = { { wanted.v[i].line, 0, 0 }, STR("an id here would change what the page says") };

		if (made < ids->n && ids->v[made].node == wanted.v[i].node)
			made++;
		else
			VEC_PUSH(lefts, left);
	}
	VEC_FREE(&wanted);
}

/* Ids for the page's parts; ${source}: that of a translation. */
static void
give_ids(struct fmt *f, struct arena *a, struct text *t, struct trial *trial, const struct trial *source,
    struct changes *made)
{
	struct changes ids = { 0 };
	struct lefts lefts = { 0 };
	struct map page = MAP_INIT;
	const struct source before = trial->src;

	if (source) {
		giving_copied(a, trial, source, &ids, &lefts);
	} else {
		taken_on_page(f, a, t, trial, &page);
		giving_new(a, &f->kept, trial, t->lang, &page, taken_in_course(f, t->doc->course), &ids, &lefts);
	}
	make_ids(a, trial, &ids, &lefts);
	tell_left(f, &before, &lefts);
	for (size_t i = 0; i < ids.n; i++)
		VEC_PUSH(made, ids.v[i]);
	map_free(&page);
	VEC_FREE(&lefts);
	VEC_FREE(&ids);
}

static void
keep_changes(struct fmt *f, const struct text *t, const struct changes *made)
{
	f->out->files += made->n > 0;
	for (size_t i = 0; i < made->n; i++) {
		struct fmt_change c = { arena_str(&f->out->arena, t->src.path), made->v[i].line,
			arena_str(&f->out->arena, made->v[i].what) };

		VEC_PUSH(&f->out->changes, c);
	}
}

static void
write_text(struct fmt *f, const struct text *t, const struct trial *trial)
{
	if (f->r->check || whole_write(t->file.p, trial->src.bytes) == 0)
		return;
	diag_add(f->d, DIAG_IO, NULL, (struct span){ 0 }, "%.*s: %s", STR_ARG(t->src.path), strerror(errno));
	f->failed = true;
}

static void
format_text(struct fmt *f, struct arena *a, struct text *t, struct trial *trial, const struct trial *source)
{
	struct changes made = { 0 };

	tidy_faults(a, trial, &made);
	if (f->r->ids && (source == NULL || source->root))
		give_ids(f, a, t, trial, source, &made);
	tidy_manners(a, trial, &made);
	keep_changes(f, t, &made);
	if (made.n > 0)
		write_text(f, t, trial);
	VEC_FREE(&made);
}

/* -- all of them -- */

static bool
asked_for(const struct fmt_request *r, const struct text *t)
{
	for (size_t i = 0; i < r->nfiles; i++)
		if (str_eq(r->files[i], t->src.path))
			return true;
	return r->nfiles == 0;
}

/* The source first: its translations get what it got. */
static void
format_document(struct fmt *f, const struct document *doc)
{
	struct arena a = ARENA_INIT;
	struct trial source = { 0 };
	bool wanted = false;

	for (size_t i = 0; i < doc->ntexts; i++)
		wanted |= asked_for(f->r, doc->texts[i]);
	for (size_t i = 0; i < doc->ntexts && wanted && !f->failed; i++) {
		struct trial t = open_text(&a, doc->texts[i]);

		if (t.root && asked_for(f->r, doc->texts[i]))
			format_text(f, &a, doc->texts[i], &t, i > 0 ? &source : NULL);
		else if (asked_for(f->r, doc->texts[i]))
			diag_add(f->d, DIAG_FMT_LEFT, &t.src, (struct span){ 0 },
			    "it cannot be read, or its lines end in CR alone; `pensum build` says more");
		if (i == 0)
			source = t;
		else
			trial_close(&t);
	}
	trial_close(&source);
	arena_free(&a);
}

/* Whether each of the files asked for is a page. */
static bool
all_pages(struct fmt *f)
{
	bool fine = true;

	for (size_t i = 0; i < f->r->nfiles; i++) {
		if (map_get(&f->site->pages, f->r->files[i]) != NULL)
			continue;
		diag_note(f->d,
		    diag_add(f->d, DIAG_FMT_PAGE, NULL, (struct span){ 0 }, "%.*s", STR_ARG(f->r->files[i])),
		    "name Markdown files below content/, or none for all pages");
		fine = false;
	}
	return fine;
}

/* As far as a build goes before it reads the prose. What it finds wrong is for the build to tell, unless there is no site. */
static int
prepare(struct site *s, struct diags *d)
{
	struct diags told = DIAGS_INIT;
	int rc;

	s->pool = pool_open(s->config->jobs);
	s->keep = ARENA_ARRAY(&s->arena, struct arena, pool_size(s->pool));
	rc = outline_read(s, &told);
	if (rc < 0) {
		diags_merge(d, &told);
	} else {
		languages_prepare(s, &told);
		courses_assemble(s);
		outputs_plan(s, &told);
	}
	diags_free(&told);
	return rc;
}

int
fmt_run(const struct config *cfg, const struct fmt_request *r, struct fmt_result *out, struct diags *d)
{
	struct site site = { .config = cfg };
	struct fmt f = { .site = &site, .r = r, .out = out, .d = d };

	f.failed = prepare(&site, d) < 0 || !all_pages(&f);
	for (size_t i = 0; i < site.ndocs && !f.failed; i++)
		format_document(&f, site.docs[i]);
	map_free(&f.ids);
	arena_free(&f.kept);
	site_free(&site);
	return f.failed ? -1 : 0;
}

/* -- what was done -- */

void
fmt_print(FILE *f, const struct fmt_request *r, const struct fmt_result *out)
{
	size_t n = out->changes.n;

	for (size_t i = 0; i < n; i++) {
		const struct fmt_change *c = &out->changes.v[i];

		fprintf(f, "%.*s:%u: %.*s\n", STR_ARG(c->file), c->line, STR_ARG(c->what));
	}
	if (n == 0)
		fputs("Nothing to repair.\n", f);
	else
		fprintf(f, "%s %zu %s in %zu %s.\n", r->check ? "To be repaired:" : "Repaired", n,
		    n == 1 ? "place" : "places", out->files, out->files == 1 ? "file" : "files");
}

void
fmt_free(struct fmt_result *out)
{
	VEC_FREE(&out->changes);
	arena_free(&out->arena);
}
