/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "translate/bodies.h"

#include "read/document.h"
#include "translate/applying.h"
#include "translate/blocks.h"
#include "translate/keptpages.h"
#include "translate/patching.h"
#include "translate/segments.h"
#include "translate/staleness.h"
#include "translate/texts.h"

/* The catalogues that ${t} takes words from: its own, then those of its language's chain. */
static size_t
list_catalogues(const struct site *s, const struct text *t, struct applying_from *from)
{
	const struct language *lang = site_language(s, t->lang);
	size_t n = 0;

	from[n++] = (struct applying_from){ t->lang, t->po };
	for (size_t i = 0; i < lang->nchain; i++) {
		const struct po_file *file = texts_catalogue(s, t->doc, lang->chain[i]);

		if (file && file->po)
			from[n++] = (struct applying_from){ file->lang, file };
	}
	return n;
}

static bool
by_messages(const struct text *t)
{
	return t->po != NULL;
}

static bool
records(const struct text *t)
{
	return t->po == NULL && t->meta.translates != NULL;
}

static bool
needs(const struct document *doc, bool (*what)(const struct text *t))
{
	for (size_t i = 1; i < doc->ntexts; i++)
		if (what(doc->texts[i]))
			return true;
	return false;
}

/* Of a whole file it is known of blocks only: the first message in each that must not go untranslated stands for its others. */
static void
tell_critical(const struct text *t, const struct segments *segs, const struct blocks *blocks, struct diags *d)
{
	const struct text *source = t->doc->texts[0];

	for (size_t i = 0; i < blocks->n; i++) {
		enum staleness state = staleness_of(t, &blocks->v[i]);
		const struct segment *s = segs->v, *end = segs->v + segs->n;

		if (state != STALENESS_CHANGED && state != STALENESS_NEW)
			continue;
		while (s < end && !(s->critical && str_eq(s->block, blocks->v[i].key)))
			s++;
		if (s < end)
			diag_note(d,
			    diag_add(d, DIAG_TRANSLATION_CRITICAL, &source->src, s->at, "in `%.*s`: %.*s",
				STR_ARG(t->lang), STR_ARG(str_sub(s->text, 0, 60))),
			    "bring %.*s up to date, then say so: `pensum i18n touch --lang %.*s %.*s`",
			    STR_ARG(t->src.path), STR_ARG(t->lang), STR_ARG(source->src.path));
	}
}

static void
translate(struct arena *a, const struct site *site, const struct document *doc, struct body *bodies, struct arena *keep,
    struct diags *d)
{
	struct segments segs = { 0 };
	struct blocks blocks = { 0 };
	struct applying_from *from = ARENA_ARRAY(a, struct applying_from, site->nlanguages + 1);

	if (needs(doc, by_messages) || needs(doc, records) || site->kept.n > 0)
		segs = segments_of(a, doc->texts[0], bodies[0].root, &bodies[0].src, d);
	if (needs(doc, records))
		blocks = blocks_of(a, &segs);
	for (size_t i = 1; i < doc->ntexts; i++) {
		struct text *t = doc->texts[i];

		if (t->po) {
			bodies[i].text = t;
			bodies[i].src = t->src;
			bodies[i].root = applying_tree(
			    a, t, bodies[0].root, &segs, from, list_catalogues(site, t, from), &site->kept, keep, d);
		} else if (bodies[i].root) {
			if (t->coverage == NULL && records(t))
				tell_critical(t, &segs, &blocks, d);
			staleness_note(t, &blocks, keep);
			keptpages_check(a, &site->kept, &bodies[i], &segs, &blocks, d);
			patching_apply(a, &bodies[i], &bodies[0], &blocks, d);
		}
	}
}

struct body *
bodies_read(struct arena *a, const struct site *site, const struct document *doc, struct arena *keep, struct diags *d)
{
	struct body *bodies = ARENA_ARRAY(a, struct body, doc->ntexts);

	for (size_t i = 0; i < doc->ntexts; i++) {
		struct text *t = doc->texts[i];

		if (!t->broken && t->po == NULL && document_body(a, t, &bodies[i], d) < 0)
			bodies[i].root = NULL;
	}
	if (doc->ntexts > 1 && bodies[0].root)
		translate(a, site, doc, bodies, keep, d);
	return bodies;
}
