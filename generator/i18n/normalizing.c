/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "i18n/normalizing.h"

#include <string.h>

#include "base/buf.h"
#include "base/vec.h"
#include "i18n/unfolding.h"

struct entry_list VEC_OF(struct po_entry);

/* One message of the old catalogue. */
struct former {
	const struct po_entry *entry;
	struct unfolding source, text;
	bool usable;  /* it has a translation, which has the same parts as it */
	bool current; /* it is one of today's as it stands */
	size_t joins; /* so many from here on are one of today's: ${whole} */
	const struct po_entry *whole;
	struct str separator; /* what stands between them there */
	bool part;            /* of one that begins further up */
};

struct normalize {
	struct arena *a;
	struct map today;  /* words of a message of today → its entry in the template */
	struct map right;  /* key → translated entry that stays as it is: it goes before what others become */
	struct map placed; /* key → 1 + number of the entry in ${all} */
	struct former *formers;
	size_t nformers;
	struct entry_list all;
	struct normalizing *n;
	const struct po *old;
	struct diags *d;
};

/* -- what there is -- */

static void
look_at(struct normalize *z, const struct po *pot, struct str definitions)
{
	for (size_t i = 0; i < pot->nentries; i++)
		map_add(&z->today, pot->entries[i].source, &pot->entries[i]);
	for (size_t i = 0; i < z->nformers; i++) {
		struct former *f = &z->formers[i];
		const struct po_entry *e = &z->old->entries[i];

		f->entry = e;
		f->current = map_get(&z->today, e->source) != NULL;
		if (e->plural.n > 0 || e->obsolete)
			continue;
		f->source = unfolding_of(z->a, e->source, definitions);
		f->text = unfolding_of(z->a, e->text, definitions);
		f->usable = e->text.n > 0 && unfolding_alike(&f->source, &f->text);
	}
}

/* -- several that became one -- */

static bool
single(const struct former *f)
{
	return f->usable && f->source.n == 1;
}

/* How many from number ${i} on are ${whole}, with ${separator} between; 0: they are not. */
static size_t
run_of(const struct normalize *z, size_t i, struct str whole, struct str separator)
{
	size_t first = i;

	for (; i < z->nformers && single(&z->formers[i]); i++) {
		struct str part = z->formers[i].source.v[0].text;

		if (part.n > whole.n || memcmp(part.p, whole.p, part.n) != 0)
			return 0;
		whole = str_sub(whole, part.n, whole.n);
		if (whole.n == 0)
			return i + 1 - first;
		if (whole.n < separator.n || memcmp(whole.p, separator.p, separator.n) != 0)
			return 0;
		whole = str_sub(whole, separator.n, whole.n);
	}
	return 0;
}

static void
find_run(struct normalize *z, const struct po_entry *whole)
{
	static const struct str separators[] = { STR_INIT(" "), STR_INIT("\\\n") };

	for (size_t i = 0; i < z->nformers; i++)
		for (size_t k = 0; k < sizeof separators / sizeof *separators; k++) {
			struct former *f = &z->formers[i];
			size_t n = f->joins > 0 || f->part ? 0 : run_of(z, i, whole->source, separators[k]);

			if (n < 2)
				continue;
			f->joins = n;
			f->whole = whole;
			f->separator = separators[k];
			for (size_t j = 1; j < n; j++)
				f[j].part = true;
			return;
		}
}

static void
find_runs(struct normalize *z, const struct po *pot)
{
	struct map known = MAP_INIT; /* today's messages that some message is by itself, in whatever form */

	for (size_t i = 0; i < z->nformers; i++)
		for (size_t k = 0; z->formers[i].usable && k < z->formers[i].source.n; k++)
			map_add(&known, z->formers[i].source.v[k].text, &z->formers[i]);
	for (size_t i = 0; i < pot->nentries; i++)
		if (map_get(&known, pot->entries[i].source) == NULL)
			find_run(z, &pot->entries[i]);
	map_free(&known);
}

/* Whether a part of it is one of today's messages. */
static bool
helps(const struct normalize *z, const struct former *f)
{
	for (size_t i = 0; i < f->source.n; i++)
		if (map_get(&z->today, f->source.v[i].text))
			return f->usable;
	return false;
}

/* Whether it has its place in the new catalogue as it is. */
static bool
stays(const struct normalize *z, const struct former *f)
{
	return f->current || f->entry->plural.n > 0 || f->entry->obsolete || !(helps(z, f) || f->joins > 0 || f->part);
}

/* -- the new catalogue -- */

/* Adds ${e}, or fills what stands there untranslated; false where something else stands there. */
static bool
place(struct normalize *z, const struct po_entry *e)
{
	struct str key = po_key(z->a, e->context, e->source);
	const struct po_entry *right = map_get(&z->right, key);
	uintptr_t at = (uintptr_t)map_get(&z->placed, key);
	struct po_entry *there = at > 0 ? &z->all.v[at - 1] : NULL;

	if (right && right != e)
		return str_eq(right->text, e->text);
	if (there == NULL) {
		VEC_PUSH(&z->all, *e);
		map_put(&z->placed, key, (void *)z->all.n);
		return true;
	}
	if (there->text.n == 0) {
		there->text = e->text;
		there->fuzzy = e->fuzzy;
	}
	return str_eq(there->text, e->text) || e->text.n == 0;
}

/* Other tools' catalogues have a message once. It keeps the author's context where it is still one message. */
static struct po_entry
made_of(const struct po_entry *e, struct str source, struct str text, bool whole)
{
	struct po_entry out = *e;

	out.source = source;
	out.text = text;
	out.frozen = STR_EMPTY;
	if (!whole)
		out.context = out.previous = out.previous_context = STR_EMPTY;
	return out;
}

static void
keep(struct normalize *z, const struct former *f)
{
	if (f->entry->obsolete)
		VEC_PUSH(&z->all, *f->entry); /* may be there beside one that is in use */
	else
		place(z, f->entry);
}

static void
tell_left(struct normalize *z, const struct former *f)
{
	if (f->entry->obsolete || f->entry->text.n == 0)
		return;
	z->n->left++;
	diag_add(z->d, DIAG_I18N_LEFT, &z->old->src, (struct span){ f->entry->line, 0, 0 }, "%.*s",
	    STR_ARG(str_sub(f->entry->source, 0, str_find(f->entry->source, '\n'))));
}

static void
unfold(struct normalize *z, const struct former *f)
{
	bool all = true;

	for (size_t i = 0; i < f->source.n; i++) {
		struct po_entry e = made_of(f->entry, f->source.v[i].text, f->text.v[i].text, f->source.n == 1);

		all = place(z, &e) && all;
	}
	if (!all) { /* what stands there in its place says it otherwise */
		keep(z, f);
		tell_left(z, f);
	} else if (f->source.n == 1) {
		z->n->renewed++;
	} else {
		z->n->split++;
	}
}

static void
join(struct normalize *z, const struct former *f)
{
	struct po_entry e = *f->entry;
	struct buf b = BUF_INIT;

	for (size_t i = 0; i < f->joins; i++) {
		buf_fmt(&b, "%.*s%.*s", i > 0 ? (int)f->separator.n : 0, f->separator.p, STR_ARG(f[i].text.v[0].text));
		e.fuzzy = e.fuzzy || f[i].entry->fuzzy;
	}
	e = made_of(&e, f->whole->source, arena_str(z->a, buf_view(&b)), false);
	buf_free(&b);
	if (place(z, &e))
		z->n->joined += f->joins;
}

static void
carry(struct normalize *z, const struct former *f)
{
	if (f->joins > 0)
		join(z, f);
	if (stays(z, f)) {
		keep(z, f);
		if (!f->current)
			tell_left(z, f);
	} else if (helps(z, f)) {
		unfold(z, f);
	}
}

struct po *
normalizing_of(struct arena *a, const struct po *pot, const struct po *old, struct str definitions,
    struct normalizing *n, struct diags *d)
{
	struct normalize z = { .a = a, .nformers = old->nentries, .n = n, .old = old, .d = d };
	struct po *po = ARENA_NEW(a, struct po);

	*n = (struct normalizing){ 0 };
	z.formers = ARENA_ARRAY(a, struct former, old->nentries);
	look_at(&z, pot, definitions);
	find_runs(&z, pot);
	for (size_t i = 0; i < z.nformers; i++) {
		struct po_entry *e = &old->entries[i];

		if (stays(&z, &z.formers[i]) && !e->obsolete && e->text.n > 0)
			map_add(&z.right, po_key(a, e->context, e->source), e);
	}
	for (size_t i = 0; i < z.nformers; i++)
		carry(&z, &z.formers[i]);
	*po = (struct po){ .src = old->src, .lang = old->lang, .header = old->header };
	po->nentries = z.all.n;
	po->entries = ARENA_ARRAY(a, struct po_entry, z.all.n);
	if (z.all.n > 0)
		memcpy(po->entries, z.all.v, z.all.n * sizeof *z.all.v);
	po_index_all(a, po);
	map_free(&z.today);
	map_free(&z.right);
	map_free(&z.placed);
	VEC_FREE(&z.all);
	return po;
}
