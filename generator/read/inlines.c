/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read/inlines.h"

#include <string.h>

#include "base/near.h"
#include "model/directive.h"
#include "read/attributes.h"
#include "read/autolink.h"

static struct node *
new_text(struct marks *m, struct str text, struct span at)
{
	struct node *n = node_new(m->arena, NODE_TEXT, at);

	n->as.text = text;
	return n;
}

/* Splits the text ${n} at byte ${at}: the part behind becomes a node of its own, which is returned; NULL where it is empty. */
static struct node *
split(struct marks *m, struct node *n, size_t at)
{
	struct node *rest;

	if (at >= n->as.text.n)
		return NULL;
	rest = new_text(m, str_sub(n->as.text, at, n->as.text.n), n->at);
	n->as.text = str_sub(n->as.text, 0, at);
	node_insert_after(n, rest);
	return rest;
}

/* Texts from ${n} on that belong together become one, ${n}; returns what follows. */
static struct node *
join_texts(struct marks *m, struct node *n)
{
	struct buf all = BUF_INIT;
	struct node *next = n->next;

	if (next == NULL || next->kind != NODE_TEXT)
		return next;
	buf_str(&all, n->as.text);
	for (struct node *t = next; t && t->kind == NODE_TEXT; t = next) {
		next = t->next;
		buf_str(&all, t->as.text);
		node_remove(t);
	}
	n->as.text = arena_str(m->arena, buf_view(&all));
	buf_free(&all);
	return next;
}

/* Empty texts that splitting left go, and neighbours that belong together are one. */
static void
merge_texts(struct marks *m, struct node *parent)
{
	for (struct node *n = parent->first, *next; n; n = next) {
		next = n->kind == NODE_TEXT ? join_texts(m, n) : n->next;
		if (n->kind == NODE_TEXT && n->as.text.n == 0)
			node_remove(n);
	}
}

/* Whether ${n} can have attributes of its own. */
static bool
carries(const struct node *n)
{
	return n->attrs == NULL &&
	    (n->kind == NODE_LINK || n->kind == NODE_IMAGE || n->kind == NODE_CODESPAN || n->kind == NODE_GAP ||
		n->kind == NODE_SPAN);
}

/* The children of one node, whose tokens are resolved from left to right. */
struct run {
	struct marks *m;
	struct node *closed; /* left of the end of this text no bracket is open: there is no need to look again */
};

/*
 * The `[` that the `]` at the end of ${last} closes, looking to the left among siblings: stores its
 * place in the text node returned. NULL where there is none.
 */
static struct node *
open_bracket(struct run *r, struct node *last, size_t *place)
{
	size_t depth = 0;

	for (struct node *n = last; n && (n == last || n != r->closed); n = n->prev) {
		if (n->kind != NODE_TEXT)
			continue;
		for (size_t i = n->as.text.n; i-- > 0;) {
			char c = n->as.text.p[i];

			if (c == ']')
				depth++;
			else if (c == '[' && --depth == 0) {
				*place = i;
				return n;
			}
		}
	}
	r->closed = last;
	return NULL;
}

/* The role name that ends ${s}, `:name`, with its colon; empty where there is none. */
static struct str
role_at_end(struct str s)
{
	size_t i = s.n;

	while (i > 0 &&
	    ((s.p[i - 1] >= 'a' && s.p[i - 1] <= 'z') || (s.p[i - 1] >= '0' && s.p[i - 1] <= '9') || s.p[i - 1] == '-'))
		i--;
	if (i == 0 || i == s.n || s.p[i - 1] != ':' || s.p[i] < 'a')
		return STR_EMPTY;
	if (i >= 2) {
		unsigned char c = (unsigned char)s.p[i - 2];

		if (c >= 0x80 || c == ':' || (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z'))
			return STR_EMPTY;
	}
	return str_sub(s, i - 1, s.n);
}

static const struct directive *
known_role(struct str name)
{
	const struct directive *d = directive_find(name);

	return d && (d->flags & DIRECTIVE_ROLE) ? d : NULL;
}

static void
unknown_role(struct marks *m, struct str written, struct token *t)
{
	struct str name = str_sub(written, 1, written.n);
	struct span at = marks_find(m, written);
	struct diag *g = diag_add(m->diags, DIAG_DIRECTIVE_UNKNOWN, m->src, at, "`%.*s`", STR_ARG(written));
	struct near near;

	t->told = true;
	near_begin(&near, name);
	for (size_t i = 0; i < directive_count; i++)
		if (directives[i].flags & DIRECTIVE_ROLE)
			near_try(&near, str_of(directives[i].name));
	if (near_best(&near).n > 0)
		diag_note(m->diags, g, "did you mean `:%.*s`?", STR_ARG(near_best(&near)));
	diag_note(m->diags, g, "it stays text as it is written");
}

static void
become_role(struct node *n, struct str name, const struct directive *kind)
{
	n->kind = NODE_ROLE;
	memset(&n->as, 0, sizeof n->as);
	n->as.directive.name = name;
	n->as.directive.kind = kind;
}

/*
 * The words in brackets that end in ${last} become a span, or a role where `:name` stands in front of
 * them. NULL where there are no such brackets, or the role is unknown.
 */
static struct node *
wrap_words(struct run *r, struct node *last, struct token *t)
{
	size_t place;
	struct marks *m = r->m;
	struct node *open = open_bracket(r, last, &place), *span, *first;
	struct str role;

	if (open == NULL)
		return NULL;
	role = role_at_end(str_sub(open->as.text, 0, place));
	if (role.n > 0 && known_role(str_sub(role, 1, role.n)) == NULL) {
		unknown_role(m, role, t);
		return NULL;
	}
	if (role.n == 0 && t->raw.n == 0)
		return NULL;
	span = node_new(m->arena, NODE_SPAN, open->at);
	last->as.text.n--;
	first = split(m, open, place + 1);
	if (open == last)
		last = first; /* NULL: no words at all */
	else if (first == NULL)
		first = open->next;
	open->as.text.n = place - role.n;
	node_insert_after(open, span);
	for (struct node *n = last ? first : NULL, *next; n; n = next) {
		next = n == last ? NULL : n->next;
		node_append(span, n);
	}
	merge_texts(m, span);
	if (role.n > 0)
		become_role(span, str_sub(role, 1, role.n), known_role(str_sub(role, 1, role.n)));
	return span;
}

/* `:name{…}` without words. */
static struct node *
wordless_role(struct marks *m, struct node *text, struct token *t)
{
	struct str role = role_at_end(text->as.text);
	const struct directive *kind;
	struct node *n;

	if (role.n == 0)
		return NULL;
	kind = known_role(str_sub(role, 1, role.n));
	if (kind == NULL) {
		unknown_role(m, role, t);
		return NULL;
	}
	n = node_new(m->arena, NODE_ROLE, text->at);
	become_role(n, arena_str(m->arena, str_sub(role, 1, role.n)), kind);
	text->as.text.n -= role.n;
	node_insert_after(text, n);
	return n;
}

/* Whether nothing but blanks follows ${n}. */
static bool
at_end(const struct node *n)
{
	for (n = n->next; n; n = n->next)
		if (n->kind != NODE_SOFTBREAK && !(n->kind == NODE_TEXT && str_trim(n->as.text).n == 0))
			return false;
	return true;
}

/* What the token's list belongs to: finds or makes the node. ${text} is the text in front, maybe empty. */
static struct node *
owner(struct run *r, struct node *text, struct token *t)
{
	while (text->as.text.n == 0 && text->prev && text->prev->kind == NODE_TEXT)
		text = text->prev;
	if (text->as.text.n == 0)
		return text->prev && carries(text->prev) && t->raw.n > 0 ? text->prev : NULL;
	if (text->as.text.p[text->as.text.n - 1] == ']')
		return wrap_words(r, text, t);
	return t->raw.n > 0 ? wordless_role(r->m, text, t) : NULL;
}

static void
not_attached(struct marks *m, struct node *place, const struct token *t)
{
	if (!t->told)
		marks_text(m, t->raw, t->at);
	place->as.text = t->raw;
}

/* ${text} ends where the token ${t} stood; ${place} is an empty text behind it. Returns a list that belongs to the block. */
static struct attrs *
settle(struct run *r, struct node *text, struct node *place, struct token *t, bool top)
{
	struct node *n;

	switch (t->kind) {
	case TOKEN_TEXT: place->as.text = t->raw; return NULL;
	case TOKEN_GAP:
		n = node_new(r->m->arena, NODE_GAP, t->at);
		n->as.text = t->raw;
		node_insert_before(place, n);
		return NULL;
	case TOKEN_ATTRS: break;
	}
	n = owner(r, text, t);
	if (n) {
		n->attrs = t->attrs;
		if (t->at.line && n->at.len == 0)
			n->at = t->at;
		return NULL;
	}
	if (t->raw.n > 0 && top && at_end(place))
		return t->attrs;
	if (t->raw.n > 0)
		not_attached(r->m, place, t);
	return NULL;
}

/* Blanks at the end of a block whose list was taken off. */
static void
trim_end(struct node *parent)
{
	while (parent->last) {
		struct node *n = parent->last;

		if (n->kind == NODE_TEXT) {
			while (n->as.text.n > 0 &&
			    (n->as.text.p[n->as.text.n - 1] == ' ' || n->as.text.p[n->as.text.n - 1] == '\t'))
				n->as.text.n--;
			if (n->as.text.n > 0)
				return;
		} else if (n->kind != NODE_SOFTBREAK && n->kind != NODE_LINEBREAK) {
			return;
		}
		node_remove(n);
	}
}

/* The first token in the text ${n}: where it begins and how long it is. */
static struct token *
first_token(struct marks *m, const struct node *n, size_t *at, size_t *used)
{
	struct str s = n->as.text;
	const char *p = s.p;

	while ((p = memchr(p, MARKS_BYTE, (size_t)(s.p + s.n - p))) != NULL) {
		struct token *t;

		*at = (size_t)(p++ - s.p);
		if (*at > 0 && (t = marks_token(m, s, --*at, used)) != NULL)
			return t;
	}
	return NULL;
}

static struct attrs *
resolve_tokens(struct marks *m, struct node *parent, bool top)
{
	struct run run = { m, NULL };
	struct attrs *block = NULL;

	for (struct node *n = parent->first; n; n = n->next) {
		size_t used = 0, at = 0;
		struct token *t = n->kind == NODE_TEXT ? first_token(m, n, &at, &used) : NULL;
		struct node *rest, *place;
		struct attrs *own;

		if (t == NULL)
			continue;
		rest = split(m, n, at + used);
		n->as.text.n = at;
		place = new_text(m, STR_EMPTY, n->at);
		if (rest)
			node_insert_before(rest, place);
		else
			node_insert_after(n, place);
		own = settle(&run, n, place, t, top);
		block = own ? own : block;
		n = place;
	}
	if (block)
		trim_end(parent);
	return block;
}

/* The next `~~` (exactly two) in a text at or behind ${n}, ${at}; false where there is none. */
static bool
next_tildes(struct node **n, size_t *at)
{
	for (; *n; *n = (*n)->next, *at = 0) {
		struct str s = (*n)->kind == NODE_TEXT ? (*n)->as.text : STR_EMPTY;

		for (; *at + 1 < s.n; ++*at) {
			size_t run = 0;

			while (*at + run < s.n && s.p[*at + run] == '~')
				run++;
			if (run == 2)
				return true;
			*at += run ? run - 1 : 0;
		}
	}
	return false;
}

static bool
blank_at(const struct node *n, size_t at)
{
	return at >= n->as.text.n ? n->next == NULL || n->next->kind == NODE_SOFTBREAK
				  : n->as.text.p[at] == ' ' || n->as.text.p[at] == '\t';
}

static bool
blank_before(const struct node *n, size_t at)
{
	return at == 0 ? n->prev == NULL || n->prev->kind == NODE_SOFTBREAK : n->as.text.p[at - 1] == ' ';
}

/* What stands between the `~~` in ${open} at ${from} and those in ${close} at ${to} goes into one node; returns what follows. */
static struct node *
strike_between(struct marks *m, struct node *open, size_t from, struct node *close, size_t to)
{
	struct node *s = node_new(m->arena, NODE_STRIKE, open->at), *first;

	split(m, close, to + 2);
	close->as.text.n = to;
	first = split(m, open, from + 2);
	open->as.text.n = from;
	if (close == open)
		close = first;
	else if (first == NULL)
		first = open->next;
	node_insert_after(open, s);
	for (struct node *n = close ? first : NULL, *next; n; n = next) {
		next = n == close ? NULL : n->next;
		node_append(s, n);
	}
	if (close && close->as.text.n == 0)
		node_remove(close);
	if (open->as.text.n == 0)
		node_remove(open);
	return s->next;
}

static void
strike(struct marks *m, struct node *parent)
{
	struct node *open = parent->first, *close;
	size_t from = 0, to;

	while (next_tildes(&open, &from)) {
		close = open;
		to = from + 2;
		if (blank_at(open, from + 2) || !next_tildes(&close, &to)) {
			from += 2;
		} else if (blank_before(close, to)) {
			open = close;
			from = to;
		} else {
			open = strike_between(m, open, from, close, to);
			from = 0;
		}
	}
}

static bool
has_tilde(const struct node *parent)
{
	for (const struct node *n = parent->first; n; n = n->next)
		if (n->kind == NODE_TEXT && memchr(n->as.text.p, '~', n->as.text.n))
			return true;
	return false;
}

/* Strikethrough comes first: a token may stand for a `~` that is none of its marks. */
static void
strike_all(struct marks *m, struct node *parent)
{
	if (has_tilde(parent))
		strike(m, parent);
	for (struct node *n = parent->first; n; n = n->next)
		if (n->first)
			strike_all(m, n);
}

/* Tokens at any depth; only at the top a list at the end belongs to the block. */
static struct attrs *
resolve_all(struct marks *m, struct node *parent, bool top)
{
	struct attrs *block;

	for (struct node *n = parent->first; n; n = n->next)
		if (n->first)
			resolve_all(m, n, false);
	block = resolve_tokens(m, parent, top);
	merge_texts(m, parent);
	return block;
}

static void
link_all(struct marks *m, struct node *parent)
{
	for (struct node *n = parent->first; n; n = n->next) {
		if (n->kind == NODE_TEXT)
			n = autolink_split(m->arena, n);
		else if (n->first && n->kind != NODE_LINK && n->kind != NODE_IMAGE)
			link_all(m, n);
	}
}

struct attrs *
inlines_finish(struct marks *m, struct node *parent, unsigned absent, bool owns)
{
	struct attrs *block = NULL;

	if (!(absent & ABSENT_OTHER))
		strike_all(m, parent);
	if (!(absent & ABSENT_TOKENS) && m->tokens.n > 0)
		block = resolve_all(m, parent, owns);
	if (!(absent & ABSENT_OTHER))
		link_all(m, parent);
	return block;
}
