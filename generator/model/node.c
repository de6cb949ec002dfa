/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/node.h"

#include <assert.h>

struct node *
node_new(struct arena *a, enum node_kind kind, struct span at)
{
	struct node *n = ARENA_NEW(a, struct node);

	n->kind = kind;
	n->at = at;
	return n;
}

void
node_remove(struct node *n)
{
	if (n->prev)
		n->prev->next = n->next;
	else if (n->parent)
		n->parent->first = n->next;
	if (n->next)
		n->next->prev = n->prev;
	else if (n->parent)
		n->parent->last = n->prev;
	n->parent = n->prev = n->next = NULL;
}

void
node_append(struct node *parent, struct node *child)
{
	if (child->parent)
		node_remove(child);
	child->parent = parent;
	child->prev = parent->last;
	if (parent->last)
		parent->last->next = child;
	else
		parent->first = child;
	parent->last = child;
}

void
node_insert_before(struct node *place, struct node *child)
{
	assert(place->parent != NULL);
	node_remove(child);
	child->parent = place->parent;
	child->prev = place->prev;
	child->next = place;
	if (place->prev)
		place->prev->next = child;
	else
		place->parent->first = child;
	place->prev = child;
}

void
node_insert_after(struct node *place, struct node *child)
{
	assert(place->parent != NULL);
	if (place->next)
		node_insert_before(place->next, child);
	else
		node_append(place->parent, child);
}

static struct attrs *
copy_attrs(struct arena *a, const struct attrs *from)
{
	struct attrs *to = ARENA_NEW(a, struct attrs);

	*to = *from;
	to->id = arena_str(a, from->id);
	to->classes = ARENA_ARRAY(a, struct str, from->nclasses);
	for (size_t i = 0; i < from->nclasses; i++)
		to->classes[i] = arena_str(a, from->classes[i]);
	to->v = ARENA_ARRAY(a, struct attr, from->n);
	for (size_t i = 0; i < from->n; i++) {
		to->v[i] = from->v[i];
		to->v[i].key = arena_str(a, from->v[i].key);
		to->v[i].value = arena_str(a, from->v[i].value);
	}
	return to;
}

/* The members that point at memory of the body. */
static void
copy_members(struct arena *a, struct node *to, const struct node *from)
{
	to->as = from->as;
	switch (from->kind) {
	case NODE_TEXT:
	case NODE_SOFTBREAK:
		to->as.words.text = arena_str(a, from->as.words.text);
		to->as.words.shown = arena_str(a, from->as.words.shown);
		break;
	case NODE_HTML:
	case NODE_CODESPAN:
	case NODE_RAW:
	case NODE_GAP: to->as.text = arena_str(a, from->as.text); break;
	case NODE_HEADING: to->as.heading.anchor = arena_str(a, from->as.heading.anchor); break;
	case NODE_FOOTNOTE:
	case NODE_NOTEREF: to->as.footnote.label = arena_str(a, from->as.footnote.label); break;
	case NODE_CODE:
		to->as.code.info = arena_str(a, from->as.code.info);
		to->as.code.text = arena_str(a, from->as.code.text);
		break;
	case NODE_LINK:
	case NODE_IMAGE:
		to->as.link.url = arena_str(a, from->as.link.url);
		to->as.link.title = arena_str(a, from->as.link.title);
		break;
	case NODE_TABLE:
		to->as.table.align = ARENA_ARRAY(a, enum node_align, (size_t)from->as.table.columns);
		for (int i = 0; i < from->as.table.columns; i++)
			to->as.table.align[i] = from->as.table.align[i];
		break;
	case NODE_DIRECTIVE:
	case NODE_ROLE:
		to->as.directive.name = arena_str(a, from->as.directive.name);
		to->as.directive.block = NULL;
		if (from->as.directive.label)
			to->as.directive.label = node_copy(a, from->as.directive.label);
		break;
	default: break;
	}
}

struct node *
node_copy(struct arena *a, const struct node *n)
{
	struct node *to = node_new(a, n->kind, n->at);

	copy_members(a, to, n);
	if (n->attrs)
		to->attrs = copy_attrs(a, n->attrs);
	for (const struct node *c = n->first; c; c = c->next)
		node_append(to, node_copy(a, c));
	return to;
}

static void
put_words(struct buf *b, const struct node *n, bool shown)
{
	switch (n->kind) {
	case NODE_TEXT: buf_str(b, shown && n->as.words.shown.n > 0 ? n->as.words.shown : n->as.words.text); break;
	case NODE_CODESPAN:
	case NODE_GAP: buf_str(b, n->as.text); break;
	case NODE_CODE: buf_str(b, n->as.code.text); break;
	case NODE_SOFTBREAK: buf_str(b, shown && n->as.words.shown.n > 0 ? n->as.words.shown : STR(" ")); break;
	case NODE_LINEBREAK: buf_chr(b, ' '); break;
	default:
		for (const struct node *c = n->first; c; c = c->next) {
			if (c != n->first && node_is_block(c->kind))
				buf_chr(b, ' ');
			put_words(b, c, shown);
		}
	}
}

void
node_plain(struct buf *b, const struct node *n)
{
	put_words(b, n, false);
}

void
node_shown(struct buf *b, const struct node *n)
{
	put_words(b, n, true);
}

const char *
node_kind_name(enum node_kind kind)
{
	static const char *const names[NODE_KINDS] = {
		[NODE_DOCUMENT] = "document",
		[NODE_PARAGRAPH] = "paragraph",
		[NODE_HEADING] = "heading",
		[NODE_QUOTE] = "quote",
		[NODE_LIST] = "list",
		[NODE_ITEM] = "item",
		[NODE_CODE] = "code",
		[NODE_HTML] = "html",
		[NODE_RULE] = "rule",
		[NODE_TABLE] = "table",
		[NODE_ROW] = "row",
		[NODE_CELL] = "cell",
		[NODE_FOOTNOTE] = "footnote",
		[NODE_DIRECTIVE] = "directive",
		[NODE_TEXT] = "text",
		[NODE_SOFTBREAK] = "softbreak",
		[NODE_LINEBREAK] = "linebreak",
		[NODE_CODESPAN] = "codespan",
		[NODE_RAW] = "raw",
		[NODE_EMPH] = "emph",
		[NODE_STRONG] = "strong",
		[NODE_STRIKE] = "strike",
		[NODE_LINK] = "link",
		[NODE_IMAGE] = "image",
		[NODE_SPAN] = "span",
		[NODE_NOTEREF] = "noteref",
		[NODE_GAP] = "gap",
		[NODE_ROLE] = "role",
	};

	return names[kind];
}