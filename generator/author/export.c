/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "author/export.h"

#include "assemble/body.h"
#include "assemble/courses.h"
#include "assemble/outputs.h"
#include "base/near.h"
#include "base/path.h"
#include "base/pool.h"
#include "localise/languages.h"
#include "package/gift.h"
#include "package/moodle.h"
#include "package/offer.h"
#include "read/outline.h"
#include "translate/bodies.h"
#include "translate/texts.h"

struct export
{
	struct site *site;
	const struct export_request *r;
	struct diags *d;
	struct buf *out;
	struct moodle *moodle; /* NULL: GIFT */
	bool *used;            /* by what was asked for: something is there */
	bool failed;
};

/* -- what is asked for -- */

static bool
means_course(const struct course *c, struct str what)
{
	while (str_ends(what, "/"))
		what.n--;
	return c && (str_eq(what, c->path) || str_eq(what, c->name));
}

static bool
wanted(struct export *e, const struct document *doc)
{
	bool any = e->r->nwhat == 0;

	for (size_t i = 0; i < e->r->nwhat; i++) {
		bool is = means_course(doc->course, e->r->what[i]);

		for (size_t k = 0; k < doc->ntexts; k++)
			is |= str_eq(doc->texts[k]->src.path, e->r->what[i]);
		e->used[i] |= is;
		any |= is;
	}
	return any;
}

static int
check_used(struct export *e)
{
	int rc = 0;

	for (size_t i = 0; i < e->r->nwhat; i++) {
		struct near near;
		struct diag *g;

		if (e->used[i])
			continue;
		g = diag_add(e->d, DIAG_EXPORT_WHAT, NULL, (struct span){ 0 }, "`%.*s` is neither a page nor a course",
		    STR_ARG(e->r->what[i]));
		near_begin(&near, e->r->what[i]);
		for (size_t k = 0; k < e->site->ncourses; k++)
			near_try(&near, e->site->courses[k]->name);
		if (near_best(&near).n > 0)
			diag_note(e->d, g, "did you mean `%.*s`?", STR_ARG(near_best(&near)));
		rc = -1;
	}
	return rc;
}

static struct text *
text_for(const struct export *e, const struct document *doc)
{
	return e->r->lang.n > 0 ? site_text(doc, e->r->lang) : doc->texts[0];
}

/* -- a page -- */

/* Warnings are the build's business; with an error, questions would be missing. */
static bool
sound(struct export *e, struct diags *told)
{
	bool fine = diags_worst(told) < DIAG_ERROR;

	if (!fine)
		diags_merge(e->d, told);
	e->failed |= !fine;
	return fine;
}

/* The body of ${t}, assembled; NULL where it cannot be used (diagnosed). */
static const struct body *
read_body(struct export *e, struct arena *a, const struct document *doc, const struct text *t)
{
	struct diags told = DIAGS_INIT;
	struct body *bodies = bodies_read(a, e->site, doc, a, &told);
	const struct body *body = NULL;

	for (size_t i = 0; i < doc->ntexts; i++) {
		if (bodies[i].root && (i == 0 || doc->texts[i] == t))
			body_assemble(a, &bodies[i], i > 0 && bodies[0].root ? &bodies[0] : NULL, e->site, a, &told);
		if (doc->texts[i] == t && bodies[i].root)
			body = &bodies[i];
	}
	if (!sound(e, &told))
		body = NULL;
	diags_free(&told);
	return body;
}

static void
category(struct export *e, struct arena *a, const struct text *t)
{
	const struct course *c = t->doc->course;
	const struct language *lang = site_language(e->site, t->lang);
	struct str title = site_title(t), course = c && c->title && lang ? site_local(c->title, lang) : STR_EMPTY;
	struct buf b = BUF_INIT;

	/* A slash goes one level down there; two are one. */
	for (size_t i = 0; i < course.n; i++)
		buf_cstr(&b, course.p[i] == '/' ? "//" : (char[]){ course.p[i], '\0' });
	buf_cstr(&b, course.n > 0 ? "/" : "");
	for (size_t i = 0; i < title.n; i++)
		buf_cstr(&b, title.p[i] == '/' ? "//" : (char[]){ title.p[i], '\0' });
	if (e->moodle)
		moodle_category(e->moodle, buf_view(&b));
	else
		gift_category(e->out, arena_str(a, buf_view(&b)));
	buf_free(&b);
}

static void
write_body(struct export *e, struct arena *a, const struct body *body)
{
	struct exchange x = { .arena = a,
		.d = e->d,
		.site = e->site,
		.text = body->text,
		.src = body->src,
		.format = formats_shown[e->r->format],
		.embeds = e->moodle != NULL };
	struct items all = { NULL, 0 };

	category(e, a, body->text);
	for (size_t i = 0; i < body->nquestions; i++) {
		size_t before = all.n;

		offer_question(&x, body->questions[i], &all);
		if (all.n == before)
			continue;
		if (e->moodle)
			moodle_item(e->moodle, &x, all.v[before]);
		else
			gift_item(e->out, &x, all.v[before]);
	}
	for (size_t i = 0; i < body->nscenarios; i++)
		diag_add(e->d, DIAG_EXPORT_LOSS, &body->src, body->scenarios[i]->node->at,
		    "a scenario is no question there");
}

static void
export_text(struct export *e, struct document *doc, struct text *t)
{
	struct arena a = ARENA_INIT;
	const struct body *body = read_body(e, &a, doc, t);

	if (body && body->nquestions + body->nscenarios > 0)
		write_body(e, &a, body);
	arena_free(&a);
}

static void
export_all(struct export *e)
{
	for (size_t i = 0; i < e->site->ndocs; i++) {
		struct document *doc = e->site->docs[i];
		struct text *t;

		if (!wanted(e, doc) || doc->excluded)
			continue;
		t = text_for(e, doc);
		if (!t && e->r->nwhat > 0)
			diag_add(e->d, DIAG_EXPORT_LOSS, &doc->texts[0]->src, (struct span){ 0 },
			    "it is not translated into `%.*s`", STR_ARG(e->r->lang));
		if (t && !t->broken)
			export_text(e, doc, t);
	}
}

/* -- all of it -- */

static int
prepare(struct site *s, const struct config *cfg, struct diags *d)
{
	struct diags told = DIAGS_INIT;
	int rc;

	s->config = cfg;
	s->pool = pool_open(1);
	s->keep = ARENA_ARRAY(&s->arena, struct arena, pool_size(s->pool));
	rc = outline_read(s, &told);
	if (rc == 0) {
		languages_prepare(s, &told);
		texts_prepare(s, &told);
		courses_assemble(s);
		outputs_plan(s, &told);
	}
	if (diags_worst(&told) >= DIAG_ERROR) {
		diags_merge(d, &told);
		rc = -1;
	}
	diags_free(&told);
	return rc;
}

static int
check_language(struct export *e)
{
	if (e->r->lang.n == 0 || site_language(e->site, e->r->lang))
		return 0;
	diag_add(e->d, DIAG_EXPORT_WHAT, NULL, (struct span){ 0 }, "`%.*s` is no language of this site",
	    STR_ARG(e->r->lang));
	return -1;
}

int
export_run(const struct config *cfg, const struct export_request *r, struct buf *out, struct diags *d)
{
	struct site site = { .config = cfg };
	struct export e = { .site = &site, .r = r, .d = d, .out = out };
	int rc = prepare(&site, cfg, d);

	if (rc == 0)
		rc = check_language(&e);
	if (rc == 0) {
		e.used = ARENA_ARRAY(&site.arena, bool, r->nwhat + 1);
		e.moodle = r->format == FORMATS_MOODLE ? moodle_begin() : NULL;
		export_all(&e);
		if (e.moodle)
			moodle_end(e.moodle, out);
		rc = check_used(&e);
	}
	site_free(&site);
	return e.failed ? -1 : rc;
}
