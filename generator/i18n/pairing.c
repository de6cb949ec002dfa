/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "i18n/pairing.h"

#include "base/map.h"
#include "translate/parity.h"

struct pairing {
	struct arena *a;
	const struct body *source, *translation;
	const struct segments *wanted; /* what is a message: without what the author keeps out of translation */
	size_t next;                   /* the first of them that was not met */
	struct segments ours, theirs;  /* all there is on both sides: of the source, of the translation */
	struct map our_keys, their_keys;
	struct pairs out;
	struct diags *d;
};

/* -- the two trees -- */

/* Whatever the author keeps out of translation has a place all the same. Translations often have no such comments. */
static void
drop_comments(struct node *root)
{
	for (struct node *n = root, *next; n; n = next) {
		next = node_next_block(n, root);
		if (n->kind == NODE_HTML)
			node_remove(n);
	}
}

/* Notes stand in the order of their marks, which a translation may turn round. */
static void
sort_notes(const struct node *like, struct node *root)
{
	for (const struct node *n = like->first; n; n = n->next) {
		struct node *c = root->first;

		while (c &&
		    (n->kind != NODE_FOOTNOTE || c->kind != NODE_FOOTNOTE ||
			!str_eq(c->as.footnote.label, n->as.footnote.label)))
			c = c->next;
		if (c)
			node_append(root, c);
	}
}

static struct segments
all_of(struct pairing *p, const struct body *body)
{
	struct diags told = DIAGS_INIT;
	struct segments segs;

	drop_comments(body->root);
	segs = segments_of(p->a, body->text, body->root, &body->src, &told);
	diags_free(&told);
	return segs;
}

/* -- whether two places are the same -- */

static size_t
number_among(const struct node *n)
{
	size_t k = 0;

	while ((n = n->prev) != NULL)
		k++;
	return k;
}

static bool
same_kind(const struct node *a, const struct node *b)
{
	if (a->kind != b->kind)
		return false;
	switch (a->kind) {
	case NODE_DIRECTIVE: return str_eq(a->as.directive.name, b->as.directive.name);
	case NODE_HEADING: return a->as.heading.level == b->as.heading.level;
	case NODE_LIST: return a->as.list.ordered == b->as.list.ordered;
	case NODE_ITEM: return a->as.item.mark == b->as.item.mark && number_among(a) == number_among(b);
	case NODE_ROW:
	case NODE_CELL: return number_among(a) == number_among(b);
	case NODE_FOOTNOTE: return str_eq(a->as.footnote.label, b->as.footnote.label);
	default: return true;
	}
}

/* A translation need not repeat ids; those that it has are those of the source. */
static bool
same_place(const struct node *a, const struct node *b)
{
	for (; a && b; a = a->parent, b = b->parent) {
		struct str x = attrs_id(a->attrs), y = attrs_id(b->attrs);

		if (!same_kind(a, b) || (x.n > 0 && y.n > 0 && !str_eq(x, y)))
			return false;
	}
	return a == NULL && b == NULL;
}

/* Keys made of the words of a heading differ; one that both sides know is known in the same place. */
static bool
same_block(const struct pairing *p, const struct segment *s, const struct segment *t)
{
	return str_eq(s->block, t->block) || (!map_get(&p->their_keys, s->block) && !map_get(&p->our_keys, t->block));
}

static bool
alike(const struct pairing *p, const struct segment *s, const struct segment *t)
{
	return s->role == t->role && str_eq(s->kind, t->kind) && (s->unit != NULL) == (t->unit != NULL) &&
	    same_block(p, s, t) && same_place(s->holder, t->holder);
}

/* -- what is told -- */

static struct str
what_is(struct pairing *p, const struct segment *s)
{
	return s->kind.n > 0 ? arena_fmt(p->a, "%s in `%.*s`", segments_role(s->role), STR_ARG(s->kind))
			     : str_of(segments_role(s->role));
}

static struct str
beginning(struct str s)
{
	size_t n = s.n < 60 ? s.n : 60;

	while (n < s.n && ((unsigned char)s.p[n] & 0xc0) == 0x80)
		n--;
	return str_sub(s, 0, n < str_find(s, '\n') ? n : str_find(s, '\n'));
}

static void
tell_source(struct pairing *p, struct diag *g, const struct segment *s)
{
	struct str words = beginning(s->text);

	diag_note(p->d, g, "the source, %.*s:%u: %.*s%s", STR_ARG(p->source->src.path), s->at.line, STR_ARG(words),
	    words.n < s->text.n ? " …" : "");
	diag_note(p->d, g, "nothing from there on was taken; make both alike and start again");
}

static void
tell_difference(struct pairing *p, const struct segment *s, const struct segment *t)
{
	struct str here = t ? what_is(p, t) : STR_EMPTY, there = s ? what_is(p, s) : STR_EMPTY;
	const struct source *src = &p->translation->src;
	struct span at = t ? t->at : (struct span){ 0 };
	const struct segment *last = p->ours.n > 0 ? &p->ours.v[p->ours.n - 1] : NULL;

	if (t == NULL)
		tell_source(p,
		    diag_add(p->d, DIAG_I18N_PAIRS, src, at, "it ends; the source goes on with a message (%.*s)",
			STR_ARG(there)),
		    s);
	else if (s == NULL)
		diag_note(p->d,
		    diag_add(p->d, DIAG_I18N_PAIRS, src, at, "there is more than in the source: %.*s", STR_ARG(here)),
		    "the source, %.*s, has its last words in line %u; nothing from here on was taken",
		    STR_ARG(p->source->src.path), last ? last->at.line : 0);
	else if (str_eq(here, there))
		tell_source(
		    p, diag_add(p->d, DIAG_I18N_PAIRS, src, at, "this %.*s stands elsewhere", STR_ARG(here)), s);
	else
		tell_source(p,
		    diag_add(p->d, DIAG_I18N_PAIRS, src, at, "%.*s, where the source has: %.*s", STR_ARG(here),
			STR_ARG(there)),
		    s);
}

static bool
check_markup(struct pairing *p, const struct segment *s, const struct segment *t)
{
	struct parity q = parity_check(p->a, s->holder, t->holder, p->translation->text->lang, s->typed);

	if (q.equal)
		return true;
	diag_note(p->d,
	    diag_add(p->d, DIAG_TRANSLATION_MARKUP, &p->translation->src, t->at,
		q.lost.n > 0 ? "%.*s of the source is missing" : "%.*s is not in the source",
		STR_ARG(q.lost.n > 0 ? q.lost : q.added)),
	    "the source, %.*s:%u: %.*s", STR_ARG(p->source->src.path), s->at.line, STR_ARG(s->text));
	return false;
}

/* -- pairs -- */

static void
put(struct pairing *p, const struct segment *s, struct str text, struct span at, bool sound)
{
	p->out.v[p->out.n++] = (struct pair){ s, text, at, sound };
}

/* ${v} may be of another reading of the same file. */
static bool
is_that(const struct value *a, const struct value *b)
{
	return a->kind == b->kind && a->at.line == b->at.line && a->at.col == b->at.col;
}

/* What stands in ${to} where ${v} stands in ${from}; NULL: nothing. */
static const struct value *
counterpart(const struct value *from, const struct value *to, const struct value *v)
{
	const struct value *found = NULL;

	if (is_that(from, v))
		return to;
	if (to == NULL || from->kind != to->kind)
		return NULL;
	for (size_t i = 0; from->kind == VALUE_LIST && i < from->n && i < to->n && !found; i++)
		found = counterpart(&from->as.items[i], &to->as.items[i], v);
	for (size_t i = 0; from->kind == VALUE_MAP && i < from->n && !found; i++)
		for (size_t k = 0; k < to->n && !found; k++)
			if (str_eq(from->as.entries[i].key, to->as.entries[k].key))
				found = counterpart(&from->as.entries[i].value, &to->as.entries[k].value, v);
	return found;
}

static void
pair_setting(struct pairing *p, const struct segment *s)
{
	const struct value *v =
	    counterpart(site_front(p->a, p->source->text), site_front(p->a, p->translation->text), s->value);

	if (v && v->kind != VALUE_LIST && v->kind != VALUE_MAP && str_trim(v->text).n > 0)
		put(p, s, str_trim(v->text), v->at, true);
}

static size_t
skip_settings(const struct segments *segs)
{
	size_t i = 0;

	while (i < segs->n && segs->v[i].holder == NULL)
		i++;
	return i;
}

/* The message that ${s} is; NULL: it is kept out of translation. */
static const struct segment *
wanted(struct pairing *p, const struct segment *s)
{
	if (p->next == p->wanted->n || p->wanted->v[p->next].holder != s->holder)
		return NULL;
	return &p->wanted->v[p->next++];
}

static void
pair_bodies(struct pairing *p)
{
	size_t i = skip_settings(&p->ours), k = skip_settings(&p->theirs);

	for (; i < p->ours.n || k < p->theirs.n; i++, k++) {
		const struct segment *s = i < p->ours.n ? &p->ours.v[i] : NULL;
		const struct segment *t = k < p->theirs.n ? &p->theirs.v[k] : NULL;
		const struct segment *message;

		if (!s || !t || !alike(p, s, t)) {
			tell_difference(p, s, t);
			return;
		}
		message = wanted(p, s);
		if (message)
			put(p, message, t->text, t->at, check_markup(p, s, t));
	}
}

static void
index_keys(struct map *m, const struct segments *segs)
{
	for (size_t i = 0; i < segs->n; i++)
		map_add(m, segs->v[i].block, &segs->v[i]);
}

struct pairs
pairing_of(struct arena *a, const struct body *source, const struct body *translation, const struct segments *segs,
    struct diags *d)
{
	struct pairing p = { .a = a, .source = source, .translation = translation, .wanted = segs, .d = d };

	sort_notes(source->root, translation->root);
	p.ours = all_of(&p, source);
	p.theirs = all_of(&p, translation);
	index_keys(&p.our_keys, &p.ours);
	index_keys(&p.their_keys, &p.theirs);
	p.out.v = ARENA_ARRAY(a, struct pair, segs->n);
	for (; p.next < segs->n && segs->v[p.next].holder == NULL; p.next++)
		pair_setting(&p, &segs->v[p.next]);
	pair_bodies(&p);
	p.out.left = segs->n - p.out.n;
	map_free(&p.our_keys);
	map_free(&p.their_keys);
	return p.out;
}
