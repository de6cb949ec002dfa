/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "translate/applying.h"

#include "base/vec.h"
#include "model/po.h"
#include "translate/frozen.h"
#include "translate/keeping.h"
#include "translate/mending.h"
#include "translate/parity.h"
#include "translate/rereading.h"
#include "translate/twin.h"

/* One message on its way. */
struct choice {
	const struct po_entry *entry; /* NULL: the source's words */
	size_t from;                  /* which catalogue it is of */
	const struct node *words;
	bool agrees; /* its markup was found to be that of the source */
};

struct application {
	struct arena *a;
	struct text *text;
	const struct segments *segs;
	const struct applying_from *from;
	size_t nfrom;
	struct choice *choices; /* by message */
	struct str *notes;
	size_t nnotes;
	struct diags *d;
};

size_t
applying_words(struct str s)
{
	size_t n = s.n > 0;

	for (size_t i = 1; i < s.n; i++)
		n += (s.p[i - 1] == ' ') | (s.p[i - 1] == '\n');
	return n;
}

/* -- which catalogue has it -- */

static const struct po_entry *
find(const struct application *p, size_t from, const struct segment *s)
{
	const struct po *po = p->from[from].file->po;

	return po ? po_find(po, s->context, segments_role(s->role), s->text) : NULL;
}

/* The messages of the unit that begins with number ${i}: one past its last. Other messages are units by themselves. */
static size_t
unit_end(const struct segments *segs, size_t i)
{
	size_t end = i + 1;

	while (segs->v[i].unit && end < segs->n && segs->v[end].unit == segs->v[i].unit)
		end++;
	return end;
}

/* Gives messages [i, end) the first catalogue from number ${from} on that has them all. */
static void
choose(struct application *p, size_t i, size_t end, size_t from)
{
	for (; from < p->nfrom; from++) {
		size_t k = i;

		while (k < end && (p->choices[k].entry = find(p, from, &p->segs->v[k])) != NULL)
			k++;
		if (k == end)
			break;
	}
	for (size_t k = i; k < end; k++) {
		p->choices[k].from = from;
		if (from == p->nfrom)
			p->choices[k].entry = NULL;
	}
}

/* -- reading them -- */

/* What was read when the catalogue was compiled. */
static bool
thaw(struct application *p, struct choice *c)
{
	if (c->entry->frozen.n > 0)
		c->words = frozen_read(p->a, c->entry->frozen, c->entry->line);
	c->agrees = c->words != NULL;
	return c->agrees;
}

static void
tell_became(struct application *p, size_t from, const struct rereading *r)
{
	diag_note(p->d,
	    diag_add(p->d, DIAG_TRANSLATION_MARKUP, &p->from[from].file->po->src, (struct span){ r->line, 0, 0 },
		"it became %.*s, and must be one paragraph", STR_ARG(r->became)),
	    str_is(r->became, "nothing")
		? "translate it, or leave `msgstr` empty"
		: "put a backslash before a mark at its beginning: `1\\.`, `\\-`, `\\#`, `\\>`; leave out empty lines");
}

/* What was told of the message in line ${line} is settled. */
static void
take_back(struct diags *told, uint32_t line)
{
	size_t n = 0;

	for (size_t i = 0; i < told->all.n; i++)
		if (told->all.v[i].at.line != line)
			told->all.v[n++] = told->all.v[i];
	told->all.n = n;
}

/* Compares it with the source; what a machine did to its markup is put right, and told. */
static void
compare(struct application *p, struct choice *c, const struct rereading *r, struct diags *told)
{
	const struct segment *s = &p->segs->v[c - p->choices];
	const struct source *src = &p->from[c->from].file->po->src;
	struct parity parity = { 0 };
	struct mending m;

	if (r->node)
		parity = parity_check(p->a, s->holder, r->node, p->from[c->from].lang, s->typed);
	c->words = r->node;
	c->agrees = r->node && parity.equal && parity.emphasis;
	if (c->agrees ||
	    !mending_of(p->a,
		&(struct mending_case){ s, r->text, src, r->line, p->from[c->from].lang, p->notes, p->nnotes, parity },
		&m))
		return;
	take_back(told, r->line);
	c->words = m.words;
	diag_note(p->d,
	    diag_add(p->d, DIAG_TRANSLATION_MENDED, src, (struct span){ r->line, 0, 0 }, "%.*s", STR_ARG(m.what)),
	    "write it so: %.*s", STR_ARG(m.text));
}

/* The messages of one catalogue are read together. */
static void
read_from(struct application *p, size_t from)
{
	struct rereading *all = ARENA_ARRAY(p->a, struct rereading, p->segs->n);
	struct choice **whose = ARENA_ARRAY(p->a, struct choice *, p->segs->n);
	struct diags told = DIAGS_INIT;
	size_t n = 0;

	for (size_t i = 0; i < p->segs->n; i++) {
		struct choice *c = &p->choices[i];

		if (c->entry == NULL || c->from != from || p->segs->v[i].holder == NULL || thaw(p, c))
			continue;
		all[n] = (struct rereading){ .text = c->entry->text, .line = c->entry->line };
		whose[n++] = c;
	}
	rereading_all(p->a, &p->from[from].file->po->src, all, n, p->notes, p->nnotes, &told);
	for (size_t i = 0; i < n; i++) {
		compare(p, whose[i], &all[i], &told);
		if (whose[i]->words == NULL)
			tell_became(p, from, &all[i]);
	}
	diags_merge(p->d, &told);
	diags_free(&told);
}

/* Whether the words of message ${i} may stand for those of the source; if not, it is told. */
static bool
sound(struct application *p, size_t i)
{
	const struct choice *c = &p->choices[i];
	const struct source *src = &p->from[c->from].file->po->src;
	struct span at = { c->entry->line, 0, 0 };
	const struct segment *s = &p->segs->v[i];
	struct parity parity;

	if (c->words == NULL || c->agrees)
		return c->words != NULL;
	parity = parity_check(p->a, s->holder, c->words, p->from[c->from].lang, s->typed);
	if (parity.lost.n > 0)
		diag_note(p->d,
		    diag_add(
			p->d, DIAG_TRANSLATION_MARKUP, src, at, "%.*s of the source is missing", STR_ARG(parity.lost)),
		    "take it over as it is; with --keep-going readers get the source until then");
	else if (parity.added.n > 0)
		diag_note(p->d,
		    diag_add(
			p->d, DIAG_TRANSLATION_MARKUP, src, at, "%.*s is not in the source", STR_ARG(parity.added)),
		    "take it out; with --keep-going readers get the source until then");
	else if (!parity.emphasis)
		diag_note(p->d, diag_add(p->d, DIAG_TRANSLATION_EMPHASIS, src, at, "%s", ""), "the source is: %.*s",
		    STR_ARG(str_sub(s->text, 0, 200)));
	return parity.equal;
}

/* Units of catalogue ${from} that are not sound get the next one; where none has them, they get the source's words. */
static void
drop_unsound(struct application *p, size_t from)
{
	for (size_t i = 0, end; i < p->segs->n; i = end) {
		bool fine = true;

		end = unit_end(p->segs, i);
		if (p->choices[i].from != from)
			continue;
		for (size_t k = i; k < end; k++)
			fine = fine && (p->choices[k].entry == NULL || !p->segs->v[k].holder || sound(p, k));
		if (fine)
			continue;
		for (size_t k = i; k < end; k++)
			p->choices[k] = (struct choice){ 0 };
		choose(p, i, end, from + 1);
	}
}

/* -- what comes of it -- */

static void
tell_critical(struct application *p, const struct segment *s)
{
	diag_note(p->d,
	    diag_add(p->d, DIAG_TRANSLATION_CRITICAL, &p->text->doc->texts[0]->src, s->at, "in `%.*s`: %.*s",
		STR_ARG(p->text->lang), STR_ARG(str_sub(s->text, 0, 60))),
	    "translate it in %.*s, or clear its mark `fuzzy` there", STR_ARG(p->text->po->path));
}

static void
check_kept(struct application *p, const struct text_list *kept)
{
	for (size_t i = 0; i < p->segs->n && kept->n > 0; i++) {
		const struct choice *c = &p->choices[i];

		if (c->entry && !p->segs->v[i].typed)
			keeping_message(kept, p->segs->v[i].text, c->entry->text, &p->from[c->from].file->po->src,
			    c->entry->line, p->d);
	}
}

static bool
is_done(const struct application *p, size_t i)
{
	return p->choices[i].entry && p->choices[i].from == 0;
}

/*
 * Words are counted where they tell something: most pages are translated as a whole. A page that is read again, by any of the
 * workers, has its count already.
 */
static void
count(struct application *p, struct arena *keep)
{
	struct coverage *c;

	if (p->text->coverage)
		return;
	c = ARENA_NEW(keep, struct coverage);
	c->messages = p->segs->n;
	for (size_t i = 0; i < p->segs->n; i++) {
		bool done = is_done(p, i);

		c->done += done;
		if (!done && p->segs->v[i].critical)
			tell_critical(p, &p->segs->v[i]);
	}
	for (size_t i = 0; c->done < c->messages && i < p->segs->n; i++) {
		size_t words = applying_words(p->segs->v[i].text);

		c->words += words;
		c->done_words += is_done(p, i) ? words : 0;
	}
	p->text->coverage = c;
}

static struct node *
make(struct application *p, const struct node *root)
{
	struct twin_part *parts = ARENA_ARRAY(p->a, struct twin_part, p->segs->n);

	for (size_t i = 0; i < p->segs->n; i++) {
		const struct choice *c = &p->choices[i];

		parts[i].words = c->words;
		parts[i].lang = c->words == NULL ? p->text->doc->texts[0]->lang
		    : c->from > 0                ? p->from[c->from].lang
						 : STR_EMPTY;
		parts[i].line = c->words ? c->entry->line : 0;
	}
	return twin_make(p->a, root, p->segs, parts);
}

static void
list_notes(struct application *p, const struct node *root)
{
	size_t n = 0;

	for (const struct node *c = root->first; c; c = c->next)
		n += c->kind == NODE_FOOTNOTE;
	p->notes = ARENA_ARRAY(p->a, struct str, n);
	for (const struct node *c = root->first; c; c = c->next)
		if (c->kind == NODE_FOOTNOTE)
			p->notes[p->nnotes++] = c->as.footnote.label;
}

struct node *
applying_tree(struct arena *a, struct text *t, const struct node *root, const struct segments *segs,
    const struct applying_from *from, size_t nfrom, const struct text_list *kept, struct arena *keep, struct diags *d)
{
	struct application p = { .a = a, .text = t, .segs = segs, .from = from, .nfrom = nfrom, .d = d };

	p.choices = ARENA_ARRAY(a, struct choice, segs->n);
	list_notes(&p, root);
	for (size_t i = 0, end; i < segs->n; i = end) {
		end = unit_end(segs, i);
		choose(&p, i, end, 0);
	}
	for (size_t k = 0; k < nfrom; k++) {
		read_from(&p, k);
		drop_unsound(&p, k);
	}
	check_kept(&p, kept);
	count(&p, keep);
	return make(&p, root);
}
