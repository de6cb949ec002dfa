/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "check/draws.h"

#include "base/fs.h"
#include "base/near.h"
#include "base/words.h"
#include "model/harvest.h"

/* How many questions of the course an attempt can draw from; tags that are nearly this one are tried. */
static size_t
count_tagged(const struct site *site, const struct course *course, struct str tag, struct near *near)
{
	size_t n = 0;

	for (size_t i = course->first; i < course->end; i++) {
		const struct document *doc = site->docs[i];
		const struct harvest *h = doc->excluded || doc->course != course ? NULL : doc->texts[0]->harvest;

		for (size_t k = 0; h && k < h->ntagged; k++) {
			n += words_has(h->tagged[k].tags, tag);
			words_try(near, h->tagged[k].tags);
		}
	}
	return n;
}

static void
tell(const struct text *t, const struct quiz_draw *draw, size_t n, const struct near *near, struct diags *d)
{
	struct source src = t->src;
	struct arena arena = ARENA_INIT;
	struct diag *g;

	if (fs_read(&arena, t->file.p, &src.bytes) < 0)
		src.bytes = STR_EMPTY;
	g = diag_add(d, DIAG_SETTING_VALUE, &src, draw->at, "it draws %d, but the course has %zu with the tag `%.*s`",
	    draw->take, n, STR_ARG(draw->tag));
	if (n == 0 && near_best(near).n > 0)
		diag_note(d, g, "did you mean `%.*s`?", STR_ARG(near_best(near)));
	else
		diag_note(d, g, "a question gets it by `tags=%.*s`; several tags stand in quotes, a blank between",
		    STR_ARG(draw->tag));
	arena_free(&arena);
}

void
draws_check(const struct site *site, struct diags *d)
{
	for (size_t i = 0; i < site->ndocs; i++) {
		const struct document *doc = site->docs[i];
		const struct harvest *h = doc->excluded ? NULL : doc->texts[0]->harvest;

		for (size_t k = 0; h && k < h->ndraws; k++) {
			struct near near;
			size_t n;

			near_begin(&near, h->draws[k].tag);
			n = count_tagged(site, doc->course, h->draws[k].tag, &near);
			if (n < (size_t)h->draws[k].take)
				tell(doc->texts[0], &h->draws[k], n, &near, d);
		}
	}
}
