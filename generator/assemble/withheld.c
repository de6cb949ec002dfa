/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "assemble/withheld.h"

#include "base/pack.h"
#include "base/wordruns.h"
#include "model/condition.h"
#include "model/wordnotes.h"

struct taking {
	struct arena *a;
	struct str audience;
	struct wordnotes notes;
	struct buf words; /* of the note in hand */
	bool any;         /* there was a note, however short */
	bool page;        /* they are parts of a page: what is short is no run of its own */
};

/* -- one note -- */

static void
take_words(struct taking *t, struct str words, struct span at)
{
	struct wordruns r = wordruns_of(wordruns_composed(t->a, words));
	struct buf b = BUF_INIT;
	size_t k = WORDRUNS_WORDS;

	while (wordruns_next(&r))
		if (r.n >= WORDRUNS_WORDS)
			pack_fixed(&b, wordruns_hash(&r, WORDRUNS_WORDS));
	if (r.n < WORDRUNS_WORDS && r.n >= WORDNOTES_LEAST && !t->page) {
		k = r.n;
		pack_fixed(&b, wordruns_hash(&r, k));
	}
	if (b.n > 0)
		wordnotes_add(&t->notes, at, k, buf_view(&b));
	buf_free(&b);
}

static void put_words(struct taking *t, const struct node *n);

static void
put_children(struct taking *t, const struct node *n)
{
	for (const struct node *c = n->first; c; c = c->next)
		put_words(t, c);
}

static void
put_words(struct taking *t, const struct node *n)
{
	struct buf *b = &t->words;

	if (node_is_block(n->kind))
		buf_chr(b, ' ');
	switch (n->kind) {
	case NODE_TEXT: buf_str(b, n->as.words.text); break;
	case NODE_CODESPAN:
	case NODE_GAP: buf_str(b, n->as.text); break;
	case NODE_CODE: buf_str(b, n->as.code.text); break;
	case NODE_SOFTBREAK:
	case NODE_LINEBREAK: buf_chr(b, ' '); break;
	case NODE_DIRECTIVE:
		if (n->as.directive.label)
			put_children(t, n->as.directive.label);
		buf_chr(b, ' ');
		put_children(t, n);
		break;
	default: put_children(t, n);
	}
}

/* Captions are shown in other places than the words around. */
static void
take_captions(struct taking *t, const struct node *top)
{
	for (const struct node *n = top; n; n = node_next(n, top))
		if (n->kind == NODE_IMAGE)
			take_words(t, n->as.link.title, n->at);
}

/* The blocks or inlines of ${n}, without a label. */
static void
take_inside(struct taking *t, const struct node *n, struct span at)
{
	buf_reset(&t->words);
	put_children(t, n);
	take_words(t, buf_view(&t->words), at);
	take_captions(t, n);
}

static void
take_note(struct taking *t, const struct node *n)
{
	t->any = true;
	if (n->as.directive.label)
		take_inside(t, n->as.directive.label, n->at);
	take_inside(t, n, n->at);
}

/* -- which -- */

static bool
is_withheld(const struct taking *t, const struct node *n)
{
	if (node_is_directive(n, "facilitator"))
		return true;
	return (n->kind == NODE_DIRECTIVE || n->kind == NODE_ROLE) && str_is(n->as.directive.name, "only") &&
	    !condition_holds(attrs_value(n->attrs, "audience"), t->audience);
}

/* Marks of footnotes outside of notes: what these say is for all. */
static void
find_notes(struct taking *t, const struct node *top, bool *open, int n)
{
	for (const struct node *i = top; i;) {
		int k = i->kind == NODE_NOTEREF ? i->as.footnote.number - 1 : -1;
		bool skip = is_withheld(t, i);

		if (k >= 0 && k < n)
			open[k] = true;
		if (!skip && i->kind == NODE_DIRECTIVE && i->as.directive.label)
			find_notes(t, i->as.directive.label, open, n);
		i = skip ? node_past(i, top) : node_next(i, top);
	}
}

/* Footnotes that only notes for trainers refer to. */
static void
take_footnotes(struct taking *t, const struct node *root)
{
	bool *open;
	int n = 0;

	for (const struct node *i = root->first; i; i = i->next)
		n = i->kind == NODE_FOOTNOTE && i->as.footnote.number > n ? i->as.footnote.number : n;
	if (n == 0)
		return;
	open = ARENA_ARRAY(t->a, bool, (size_t)n);
	find_notes(t, root, open, n);
	for (const struct node *i = root->first; i; i = i->next)
		if (i->kind == NODE_FOOTNOTE && i->as.footnote.number > 0 && !open[i->as.footnote.number - 1])
			take_inside(t, i, i->at);
}

static void
walk(struct taking *t, const struct node *top)
{
	for (const struct node *i = top; i;) {
		if (is_withheld(t, i)) {
			take_note(t, i);
			i = node_past(i, top);
			continue;
		}
		if (i->kind == NODE_DIRECTIVE && i->as.directive.label)
			walk(t, i->as.directive.label);
		i = node_next(i, top);
	}
}

/* -- all of a body -- */

static struct str
packed(struct taking *t)
{
	buf_free(&t->words);
	return wordnotes_end(&t->notes, t->a);
}

/* Most pages have nothing for trainers; then their inlines need not be looked at. The bytes of a text by messages are its catalogue: its source has the roles. */
static bool
may_hold(const struct taking *t, const struct body *body, const struct body *source)
{
	bool po = body->text->po != NULL;

	if ((po && source == NULL) || (!po && str_has(body->src.bytes, ":only")) ||
	    (source && str_has(source->src.bytes, ":only")))
		return true;
	for (const struct node *n = body->root; n; n = node_next_block(n, body->root))
		if (is_withheld(t, n))
			return true;
	return false;
}

struct str
withheld_take(struct arena *a, const struct body *body, const struct body *source, struct str audience)
{
	struct taking t = { .a = a, .audience = audience };

	if (str_is(audience, "facilitator") || !may_hold(&t, body, source))
		return STR_EMPTY;
	walk(&t, body->root);
	if (t.any)
		take_footnotes(&t, body->root);
	return packed(&t);
}

struct str
withheld_page(struct arena *a, const struct body *body)
{
	struct taking t = { .a = a, .page = true };

	take_words(&t, body->text->meta.title, (struct span){ 0 });
	take_words(&t, body->text->meta.summary, (struct span){ 0 });
	for (const struct node *n = body->root->first; n; n = n->next) {
		buf_reset(&t.words);
		put_words(&t, n);
		take_words(&t, buf_view(&t.words), n->at);
		take_captions(&t, n);
	}
	return packed(&t);
}
