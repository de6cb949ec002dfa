/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/imprint.h"

void
imprint_attrs(struct buf *b, const struct attrs *attrs)
{
	pack_number(b, attrs ? attrs->n + 1 : 0);
	if (attrs == NULL)
		return;
	pack_text(b, attrs->id);
	pack_number(b, attrs->nclasses);
	for (size_t i = 0; i < attrs->nclasses; i++)
		pack_text(b, attrs->classes[i]);
	for (size_t i = 0; i < attrs->n; i++) {
		pack_text(b, attrs->v[i].key);
		pack_text(b, attrs->v[i].value);
	}
}

static void
columns(struct buf *b, const struct node *table)
{
	for (int i = 0; i < table->as.table.columns; i++)
		pack_number(b, (uint64_t)table->as.table.align[i]);
}

static void
own(struct buf *b, const struct node *n)
{
	switch (n->kind) {
	case NODE_TEXT:
	case NODE_SOFTBREAK:
		pack_text(b, n->as.words.text);
		pack_text(b, n->as.words.shown);
		break;
	case NODE_HTML:
	case NODE_CODESPAN:
	case NODE_RAW:
	case NODE_GAP: pack_text(b, n->as.text); break;
	case NODE_HEADING:
		pack_number(b, (uint64_t)n->as.heading.level);
		pack_text(b, n->as.heading.anchor);
		break;
	case NODE_LIST:
		pack_number(b, n->as.list.ordered);
		pack_number(b, n->as.list.tight);
		pack_number(b, (uint64_t)n->as.list.start);
		break;
	case NODE_ITEM: pack_number(b, (uint64_t)n->as.item.mark); break;
	case NODE_CODE:
		pack_text(b, n->as.code.info);
		pack_text(b, n->as.code.text);
		break;
	case NODE_LINK:
	case NODE_IMAGE:
		pack_text(b, n->as.link.url);
		pack_text(b, n->as.link.title);
		break;
	case NODE_TABLE: columns(b, n); break;
	case NODE_FOOTNOTE:
	case NODE_NOTEREF:
		pack_number(b, (uint64_t)n->as.footnote.number);
		pack_text(b, n->as.footnote.label);
		break;
	case NODE_DIRECTIVE:
	case NODE_ROLE:
		pack_text(b, n->as.directive.name);
		pack_number(b, n->as.directive.label != NULL);
		if (n->as.directive.label)
			imprint_node(b, n->as.directive.label);
		break;
	default: break;
	}
}

void
imprint_node(struct buf *b, const struct node *n)
{
	size_t children = 0;

	for (const struct node *c = n->first; c; c = c->next)
		children++;
	pack_number(b, (uint64_t)n->kind);
	imprint_attrs(b, n->attrs);
	own(b, n);
	pack_number(b, children);
	for (const struct node *c = n->first; c; c = c->next)
		imprint_node(b, c);
}
