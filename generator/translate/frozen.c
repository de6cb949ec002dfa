/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "translate/frozen.h"

#include "model/directive.h"
#include "model/imprint.h"

/*
 * Each node: its kind; its texts, as many as its kind has; how many attributes (0: no list), and they; how many children, and
 * they. Numbers and texts are those of base/pack.h.
 */

/* -- writing -- */

static void
put_texts(struct buf *b, const struct node *n)
{
	switch (n->kind) {
	case NODE_TEXT:
	case NODE_CODESPAN:
	case NODE_RAW:
	case NODE_GAP: pack_text(b, n->as.text); break;
	case NODE_LINK:
	case NODE_IMAGE:
		pack_text(b, n->as.link.url);
		pack_text(b, n->as.link.title);
		break;
	case NODE_NOTEREF: pack_text(b, n->as.footnote.label); break;
	case NODE_ROLE: pack_text(b, n->as.directive.name); break;
	default: break;
	}
}

static void
put_node(struct buf *b, const struct node *n)
{
	size_t children = 0;

	for (const struct node *c = n->first; c; c = c->next)
		children++;
	pack_number(b, (size_t)n->kind);
	put_texts(b, n);
	imprint_attrs(b, n->attrs);
	pack_number(b, children);
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
	struct pack_reader r;
	struct span at;
};

static struct attrs *
get_attrs(struct thaw *t)
{
	size_t n = pack_take_count(&t->r);
	struct attrs *attrs;

	if (n == 0)
		return NULL;
	attrs = ARENA_NEW(t->a, struct attrs);
	attrs->at = t->at;
	attrs->id = pack_take_text(&t->r);
	attrs->nclasses = pack_take_count(&t->r);
	attrs->classes = ARENA_ARRAY(t->a, struct str, attrs->nclasses);
	for (size_t i = 0; i < attrs->nclasses; i++)
		attrs->classes[i] = pack_take_text(&t->r);
	attrs->n = n - 1;
	attrs->v = ARENA_ARRAY(t->a, struct attr, attrs->n);
	for (size_t i = 0; i < attrs->n; i++) {
		attrs->v[i].key = pack_take_text(&t->r);
		attrs->v[i].value = pack_take_text(&t->r);
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
	case NODE_GAP: n->as.text = pack_take_text(&t->r); break;
	case NODE_LINK:
	case NODE_IMAGE:
		n->as.link.url = pack_take_text(&t->r);
		n->as.link.title = pack_take_text(&t->r);
		break;
	case NODE_NOTEREF: n->as.footnote.label = pack_take_text(&t->r); break;
	case NODE_ROLE:
		n->as.directive.name = pack_take_text(&t->r);
		n->as.directive.kind = directive_find(n->as.directive.name);
		break;
	default: break;
	}
}

static struct node *
get_node(struct thaw *t, int depth)
{
	size_t kind = (size_t)pack_take_number(&t->r), children;
	struct node *n;

	if (t->r.wrong || depth > NODE_MAX_DEPTH ||
	    (depth == 0 ? kind != NODE_PARAGRAPH : kind < NODE_TEXT || kind >= NODE_KINDS)) {
		t->r.wrong = true;
		return NULL;
	}
	n = node_new(t->a, (enum node_kind)kind, t->at);
	get_texts(t, n);
	n->attrs = get_attrs(t);
	children = pack_take_count(&t->r);
	for (size_t i = 0; i < children && !t->r.wrong; i++) {
		struct node *c = get_node(t, depth + 1);

		if (c)
			node_append(n, c);
	}
	return n;
}

struct node *
frozen_read(struct arena *a, struct str bytes, uint32_t line)
{
	struct thaw t = { .a = a, .r = pack_reader(bytes), .at = { line, 0, 0 } };
	struct node *n = get_node(&t, 0);

	return t.r.wrong || t.r.p < t.r.end ? NULL : n;
}
