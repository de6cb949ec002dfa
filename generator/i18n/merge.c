/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "i18n/merge.h"

#include "i18n/heading.h"
#include "i18n/merging.h"
#include "localise/pluralcheck.h"
#include "i18n/pot.h"
#include "i18n/saving.h"

static void
say(struct buf *out, struct str path, const struct merging *m, int rc)
{
	buf_fmt(out, "%.*s: %zu translated", STR_ARG(path), m->kept);
	if (m->fuzzy > 0)
		buf_fmt(out, ", %zu out of date", m->fuzzy);
	if (m->missing > 0)
		buf_fmt(out, ", %zu missing", m->missing);
	if (m->gone > 0)
		buf_fmt(out, ", %zu no longer used", m->gone);
	buf_cstr(out, rc == SAVING_SAME ? "; as before\n" : "\n");
}

/* Whether a page of ${p} is translated by messages at all, or nobody has begun to translate it into ${lang}. */
static bool
needs_catalogue(const struct workpiece *p, struct str lang)
{
	for (size_t i = 0; i < p->ndocs; i++)
		if (site_text(p->docs[i], lang) == NULL)
			return true;
	return false;
}

struct po *
merge_catalogue(
    struct workshop *w, const struct workpiece *p, struct str lang, struct arena *a, struct merging *m, struct diags *d)
{
	bool broken;
	struct po *old = workshop_catalogue(w, p, lang, &broken, d), *pot, *now = NULL;

	if (old)
		pluralcheck_tell(old, d);
	if (!broken && (old || needs_catalogue(p, lang))) {
		pot = pot_of(w, p, lang, a, d);
		now = merging_merge(a, pot, old, m);
		now->lang = lang;
		now->src = (struct source){ workshop_path(w, p, lang), old ? old->src.bytes : STR_EMPTY };
		if (now->header.n == 0)
			now->header = heading_new(a, site_local(p->course->title, p->course->languages[0]), lang);
		po_free(pot);
	}
	po_free(old);
	return now;
}

static int
merge_one(struct workshop *w, const struct workpiece *p, struct str lang, struct buf *out, struct diags *d)
{
	struct arena a = ARENA_INIT;
	struct merging m;
	struct po *now = merge_catalogue(w, p, lang, &a, &m, d);
	int rc = now ? saving_write(w, now, d) : 0;

	if (now && rc >= 0)
		say(out, now->src.path, &m, rc);
	po_free(now);
	arena_free(&a);
	return rc < 0 ? -1 : 0;
}

static int
merge_piece(struct workshop *w, const struct workpiece *p, const struct workorder *o, struct buf *out, struct diags *d)
{
	int rc = 0;

	for (size_t i = 0; i < w->site.nlanguages && rc == 0; i++)
		if (workshop_into(o, p, &w->site.languages[i]))
			rc = merge_one(w, p, w->site.languages[i].tag, out, d);
	return rc;
}

int
merge_run(const struct workorder *o, struct buf *out, struct diags *d)
{
	struct workshop w;
	int rc = workshop_open(&w, o->config, d);

	if (rc == 0 && workshop_check(&w, o, d) > 0)
		rc = -1;
	for (size_t i = 0; rc == 0 && i < w.npieces; i++)
		if (workshop_wants(o, &w.pieces[i]))
			rc = merge_piece(&w, &w.pieces[i], o, out, d);
	workshop_close(&w);
	return rc;
}
