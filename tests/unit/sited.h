/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_UNIT_SITED_H
#define TESTS_UNIT_SITED_H

#include "assemble/body.h"
#include "assemble/courses.h"
#include "assemble/outputs.h"
#include "check/links.h"
#include "folder.h"
#include "localise/languages.h"
#include "model/dump.h"
#include "model/harvest.h"
#include "read/document.h"
#include "read/outline.h"
#include "told.h"

/*
 * A whole site on disk, as far as a test needs it:
 *
 *	sited_open(&s);                      a folder with a site.yaml in English and Norwegian and one course
 *	folder_put(&s.folder, "content/c/a.md", "---\ntitle: A\n---\nText\n");
 *	sited_plan(&s);                      outline, courses, outputs; or sited_read(&s) for the bodies too
 *	sited_close(&s);
 */
struct sited {
	struct folder folder;
	struct config config;
	struct site site;
	struct diags d;
	struct arena a; /* of bodies */
	int outline;    /* what outline_read() returned */
};

#define PAGE(title) "---\ntitle: " title "\n---\n"

static inline void
sited_open(struct sited *s)
{
	*s = (struct sited){ .config = { .jobs = 1, .audience = STR("learner") } };
	folder_open(&s->folder);
	s->config.root = str_of(s->folder.path);
	s->site.config = &s->config;
	folder_put(&s->folder, "site.yaml", "title: Site\nlanguages: [en, nb]\n");
	folder_put(&s->folder, "content/c/course.yaml", "title: Course\n");
}

static inline void
sited_outline(struct sited *s)
{
	s->site.pool = pool_open(s->config.jobs);
	s->site.keep = ARENA_ARRAY(&s->site.arena, struct arena, pool_size(s->site.pool));
	s->outline = outline_read(&s->site, &s->d);
}

static inline void
sited_plan(struct sited *s)
{
	sited_outline(s);
	assert_int_equal(s->outline, 0);
	languages_prepare(&s->site, &s->d);
	courses_assemble(&s->site);
	outputs_plan(&s->site, &s->d);
}

/* The bodies of all documents, as the first wave has them; those of the last document stay in *bodies, if that is not NULL. */
static inline void
sited_read_into(struct sited *s, struct body **bodies)
{
	sited_plan(s);
	for (size_t i = 0; i < s->site.ndocs; i++) {
		struct document *doc = s->site.docs[i];
		struct body *all = ARENA_ARRAY(&s->a, struct body, doc->ntexts);

		for (size_t k = 0; k < doc->ntexts && !doc->excluded; k++) {
			if (document_body(&s->a, doc->texts[k], &all[k], &s->d) < 0)
				continue;
			body_assemble(
			    &s->a, &all[k], k > 0 && all[0].root ? &all[0] : NULL, &s->site, &s->site.arena, &s->d);
			doc->texts[k]->harvest = all[k].harvest;
		}
		if (bodies)
			*bodies = all;
	}
	links_ids(&s->site, &s->d);
}

static inline void
sited_read(struct sited *s)
{
	sited_read_into(s, NULL);
}

/* The site as text; lives with the folder. */
static inline const char *
sited_dump(struct sited *s)
{
	char *text = NULL;
	const char *kept;
	size_t n;
	FILE *f = open_memstream(&text, &n);

	dump_site(f, &s->site);
	fclose(f);
	kept = arena_str(&s->folder.a, str_of(text)).p;
	free(text);
	return kept;
}

/* What was told, a line each: "content/c/a.md:3 link-broken `x.md`". */
static inline const char *
sited_told(struct sited *s)
{
	struct str all = STR_EMPTY;

	diags_sort(&s->d);
	for (size_t i = 0; i < s->d.all.n; i++) {
		const struct diag *g = &s->d.all.v[i];

		all = arena_fmt(&s->folder.a, "%.*s%.*s:%u %s %.*s\n", STR_ARG(all), STR_ARG(g->file), g->at.line,
		    diag_info(g->code)->name, STR_ARG(g->detail));
	}
	return all.p;
}

static inline void
sited_close(struct sited *s)
{
	site_free(&s->site);
	diags_free(&s->d);
	arena_free(&s->a);
	folder_close(&s->folder);
}

#endif
