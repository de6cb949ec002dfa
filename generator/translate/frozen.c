/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "translate/frozen.h"

#include <stdbool.h>

#include "model/directive.h"

/*
 * Each node: its kind; its texts, as many as its kind has; how many attributes (0: no list), and they; how many children, and
 * they. Numbers are of seven bits a byte, the lowest first; a text stands behind its length.
 */

/* -- writing -- */

static void
put_number(struct buf *b, size_t n)
{
	while (n >= 0x80) {
		buf_chr(b, (char)(n | 0x80));
		n >>= 7;
	}
	buf_chr(b, (char)n);
}

static void
put_text(struct buf *b, struct str s)
{
	put_number(b, s.n);
	buf_str(b, s);
}

static void
put_attrs(struct buf *b, const struct attrs *attrs)
{
	if (attrs == NULL) {
		put_number(b, 0);
		return;
	}
	put_number(b, attrs->n + 1);
	put_text(b, attrs->id);
	put_number(b, attrs->nclasses);
	for (size_t i = 0; i < attrs->nclasses; i++)
		put_text(b, attrs->classes[i]);
	for (size_t i = 0; i < attrs->n; i++) {
		put_text(b, attrs->v[i].key);
		put_text(b, attrs->v[i].value);
	}
}

static void
put_texts(struct buf *b, const struct node *n)
{
	switch (n->kind) {
	case NODE_TEXT:
	case NODE_CODESPAN:
	case NODE_RAW:
	case NODE_GAP: put_text(b, n->as.text); break;
	case NODE_LINK:
	case NODE_IMAGE:
		put_text(b, n->as.link.url);
		put_text(b, n->as.link.title);
		break;
	case NODE_NOTEREF: put_text(b, n->as.footnote.label); break;
	case NODE_ROLE: put_text(b, n->as.directive.name); break;
	default: break;
	}
}

static void
put_node(struct buf *b, const struct node *n)
{
	size_t children = 0;

	for (const struct node *c = n->first; c; c = c->next)
		children++;
	put_number(b, (size_t)n->kind);
	put_texts(b, n);
	put_attrs(b, n->attrs);
	put_number(b, children);
	for (const struct node *c = n->first; c; c = c->next)
		put_node(b, c);
}

void
frozen_write(struct buf *b, const struct node *paragraph)
{
	put_node(b, paragraph);
}

/* -- reading -- */

struct thaw {
	struct arena *a;
	struct str rest;
	struct span at;
	bool wrong;
};

static size_t
get_number(struct thaw *t)
{
	size_t n = 0, i = 0;

	while (i < t->rest.n && i < 5) {
		unsigned char c = (unsigned char)t->rest.p[i];

		n |= (size_t)(c & 0x7f) << (7 * i++);
		if (c < 0x80) {
			t->rest = (struct str){ t->rest.p + i, t->rest.n - i };
			return n;
		}
	}
	t->wrong = true;
	return 0;
}

static struct str
get_text(struct thaw *t)
{
	size_t n = get_number(t);
	struct str s;

	if (n > t->rest.n) {
		t->wrong = true;
		return STR_EMPTY;
	}
	s = (struct str){ t->rest.p, n };
	t->rest = (struct str){ t->rest.p + n, t->rest.n - n };
	return s;
}

/* A count of things of a byte or more each. */
static size_t
get_count(struct thaw *t)
{
	size_t n = get_number(t);

	t->wrong |= n > t->rest.n;
	return t->wrong ? 0 : n;
}

static struct attrs *
get_attrs(struct thaw *t)
{
	size_t n = get_count(t);
	struct attrs *attrs;

	if (n == 0)
		return NULL;
	attrs = ARENA_NEW(t->a, struct attrs);
	attrs->at = t->at;
	attrs->id = get_text(t);
	attrs->nclasses = get_count(t);
	attrs->classes = ARENA_ARRAY(t->a, struct str, attrs->nclasses);
	for (size_t i = 0; i < attrs->nclasses; i++)
		attrs->classes[i] = get_text(t);
	attrs->n = n - 1;
	attrs->v = ARENA_ARRAY(t->a, struct attr, attrs->n);
	for (size_t i = 0; i < attrs->n; i++) {
		attrs->v[i].key = get_text(t);
		attrs->v[i].value = get_text(t);
		attrs->v[i].at = t->at;
	}
	return attrs;
}

static void
get_texts(struct thaw *t, struct node *n)
{
	switch (n->kind) {
	case NODE_TEXT:
	case NODE_CODESPAN:
	case NODE_RAW:
	case NODE_GAP: n->as.text = get_text(t); break;
	case NODE_LINK:
	case NODE_IMAGE:
		n->as.link.url = get_text(t);
		n->as.link.title = get_text(t);
		break;
	case NODE_NOTEREF: n->as.footnote.label = get_text(t); break;
	case NODE_ROLE:
		n->as.directive.name = get_text(t);
		n->as.directive.kind = directive_find(n->as.directive.name);
		break;
	default: break;
	}
}

static struct node *
get_node(struct thaw *t, int depth)
{
	size_t kind = get_number(t), children;
	struct node *n;

	if (t->wrong || depth > NODE_MAX_DEPTH ||
	    (depth == 0 ? kind != NODE_PARAGRAPH : kind < NODE_TEXT || kind >= NODE_KINDS)) {
		t->wrong = true;
		return NULL;
	}
	n = node_new(t->a, (enum node_kind)kind, t->at);
	get_texts(t, n);
	n->attrs = get_attrs(t);
	children = get_count(t);
	for (size_t i = 0; i < children && !t->wrong; i++) {
		struct node *c = get_node(t, depth + 1);

		if (c)
			node_append(n, c);
	}
	return n;
}

struct node *
frozen_read(struct arena *a, struct str bytes, uint32_t line)
{
	struct thaw t = { .a = a, .rest = bytes, .at = { line, 0, 0 } };
	struct node *n = get_node(&t, 0);

	return t.wrong || t.rest.n > 0 ? NULL : n;
}
