/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "translate/parity.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/vec.h"
#include "translate/inlinetext.h"

/* One thing that must come back. */
struct trait {
	const char *what; /* "the link to": one of a few literals, compared by what it says */
	struct str which;
};
struct trait_list VEC_OF(struct trait);

struct traits {
	struct arena *a;
	struct str lang;
	bool typed;
	bool page; /* of a whole page: what all its languages have */
	struct trait_list all;
	size_t emphasis;
};

static void
add(struct traits *t, const char *what, struct str which)
{
	VEC_PUSH(&t->all, ((struct trait){ what, which }));
}

/* `map.lv.svg` without its language. */
static struct str
neutral(struct traits *t, struct str url)
{
	struct str dot = arena_fmt(t->a, ".%.*s.", STR_ARG(t->lang));

	for (size_t i = 0; t->lang.n > 0 && i + dot.n < url.n; i++)
		if (memcmp(url.p + i, dot.p, dot.n) == 0)
			return arena_fmt(
			    t->a, "%.*s%.*s", (int)i, url.p, (int)(url.n - i - dot.n + 1), url.p + i + dot.n - 1);
	return url;
}

/* An address outside the site: `https:`, `mailto:`. */
static bool
has_scheme(struct str url)
{
	size_t colon = str_find(url, ':');

	return colon < url.n && colon < str_find(url, '/') && colon < str_find(url, '#');
}

/* Attributes but those that are words, or a language's own. */
static void
add_attrs(struct traits *t, const struct attrs *attrs)
{
	static const char *const own[] = { "lang", "title", "alt", "sort" };
	struct attrs rest;
	struct buf b = BUF_INIT;

	if (attrs == NULL)
		return;
	rest = *attrs;
	rest.v = ARENA_ARRAY(t->a, struct attr, attrs->n);
	rest.n = 0;
	for (size_t i = 0; i < attrs->n; i++) {
		bool is_own = false;

		for (size_t k = 0; k < sizeof own / sizeof *own; k++)
			is_own = is_own || str_is(attrs->v[i].key, own[k]);
		if (!is_own)
			rest.v[rest.n++] = attrs->v[i];
	}
	inlinetext_attrs(&b, &rest);
	if (b.n > 0)
		add(t, "the attributes", arena_str(t->a, buf_view(&b)));
	buf_free(&b);
}

static bool
name_sign(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' ||
	    (unsigned char)c >= 0x80;
}

/* `{name}` and `%{name}` stand for what is filled in later. */
static void
add_placeholders(struct traits *t, struct str s)
{
	size_t open;

	while ((open = str_find(s, '{')) < s.n) {
		size_t end = open + 1;

		while (end < s.n && name_sign(s.p[end]))
			end++;
		if (end < s.n && s.p[end] == '}' && end > open + 1)
			add(t, "the placeholder", str_sub(s, open, end + 1));
		s = str_sub(s, open + 1, s.n);
	}
}

static void
add_of_page(struct traits *t, const struct node *n)
{
	if (n->kind == NODE_TEXT)
		add_placeholders(t, n->as.text);
	else if (n->kind == NODE_IMAGE)
		add(t, "the image", neutral(t, n->as.link.url));
	else if (n->kind == NODE_LINK && !has_scheme(n->as.link.url))
		add(t, "the link to", neutral(t, n->as.link.url));
}

static void
add_node(struct traits *t, const struct node *n)
{
	if (t->page) {
		add_of_page(t, n);
		return;
	}
	switch (n->kind) {
	case NODE_TEXT: add_placeholders(t, n->as.text); break;
	case NODE_EMPH:
	case NODE_STRONG: t->emphasis++; break;
	case NODE_CODESPAN:
		if (!t->typed)
			add(t, "the code", n->as.text);
		break;
	case NODE_RAW: add(t, "the HTML", n->as.text); break;
	case NODE_LINK: add(t, "the link to", n->as.link.url); break;
	case NODE_IMAGE: add(t, "the image", neutral(t, n->as.link.url)); break;
	case NODE_NOTEREF: add(t, "the footnote", arena_fmt(t->a, "[^%.*s]", STR_ARG(n->as.footnote.label))); break;
	case NODE_ROLE: add(t, "the role", arena_fmt(t->a, ":%.*s", STR_ARG(n->as.directive.name))); break;
	case NODE_GAP: add(t, "a gap", STR("[[…]]")); break;
	default: break;
	}
	if (n->kind != NODE_PARAGRAPH && !node_is_block(n->kind))
		add_attrs(t, n->attrs);
}

static int
compare_traits(const struct trait *a, const struct trait *b)
{
	int by_what = a->what == b->what ? 0 : strcmp(a->what, b->what);

	return by_what ? by_what : str_cmp(a->which, b->which);
}

static int
by_bytes(const void *a, const void *b)
{
	return compare_traits(a, b);
}

static void
collect(struct traits *t, const struct node *top)
{
	for (const struct node *n = top->first; n; n = node_next(n, top))
		add_node(t, n);
	if (t->all.n > 0)
		qsort(t->all.v, t->all.n, sizeof *t->all.v, by_bytes);
}

/* The first of ${all} that ${other} has not, or not as often, in words. */
static struct str
first_not_in(struct arena *a, const struct trait_list *all, const struct trait_list *other)
{
	for (size_t i = 0, k = 0; i < all->n; i++) {
		while (k < other->n && compare_traits(&other->v[k], &all->v[i]) < 0)
			k++;
		if (k == other->n || compare_traits(&other->v[k], &all->v[i]) != 0)
			return arena_fmt(a, "%s `%.*s`", all->v[i].what, STR_ARG(all->v[i].which));
		k++;
	}
	return STR_EMPTY;
}

/* Words and nothing else, without a placeholder. */
static bool
bare(const struct node *n)
{
	const struct node *t = n->first;

	return t && t->kind == NODE_TEXT && t->next == NULL && str_find(t->as.text, '{') == t->as.text.n;
}

static struct parity
compare(struct traits *theirs, struct traits *ours, const struct node *source, const struct node *translation)
{
	struct parity p;

	collect(theirs, source);
	collect(ours, translation);
	p.lost = first_not_in(theirs->a, &theirs->all, &ours->all);
	p.added = first_not_in(theirs->a, &ours->all, &theirs->all);
	p.equal = p.lost.n == 0 && p.added.n == 0;
	p.emphasis = theirs->emphasis == ours->emphasis;
	VEC_FREE(&theirs->all);
	VEC_FREE(&ours->all);
	return p;
}

struct parity
parity_check(struct arena *a, const struct node *source, const struct node *translation, struct str lang, bool typed)
{
	struct traits theirs = { .a = a, .lang = lang, .typed = typed }, ours = theirs;

	if (bare(source) && bare(translation))
		return (struct parity){ .equal = true, .emphasis = true, .lost = STR_EMPTY, .added = STR_EMPTY };
	return compare(&theirs, &ours, source, translation);
}

struct parity
parity_pages(struct arena *a, const struct node *source, const struct node *translation, struct str lang)
{
	struct traits theirs = { .a = a, .lang = lang, .page = true }, ours = theirs;

	return compare(&theirs, &ours, source, translation);
}
