/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_UNIT_INLINED_H
#define TESTS_UNIT_INLINED_H

#include "base/buf.h"
#include "translate/inlinetext.h"
#include "translate/rereading.h"
#include "reads.h"
#include "told.h"

/*
 * The inlines of a block in one line, in which equal means: says the same. Text that stands in pieces is one text, breaks of lines and runs
 * of blanks are a blank:
 *
 *	text"a " emph(text"b") link"c.md"{#i}(text"d")
 */

static inline void
inlined_flush(struct buf *b, struct buf *words)
{
	if (words->n > 0)
		buf_fmt(b, "text\"%.*s\" ", STR_ARG(buf_view(words)));
	buf_reset(words);
}

static inline void
inlined_words(struct buf *words, struct str s)
{
	for (size_t i = 0; i < s.n; i++) {
		bool blank = s.p[i] == ' ' || s.p[i] == '\n' || s.p[i] == '\t';

		if (!blank)
			buf_chr(words, s.p[i]);
		else if (words->n == 0 || words->p[words->n - 1] != ' ')
			buf_chr(words, ' ');
	}
}

static inline void inlined_children(struct buf *b, const struct node *parent);

static inline void
inlined_node(struct buf *b, const struct node *n)
{
	buf_cstr(b, node_kind_name(n->kind));
	if (n->kind == NODE_CODESPAN || n->kind == NODE_RAW || n->kind == NODE_GAP)
		buf_fmt(b, "\"%.*s\"", STR_ARG(n->as.text));
	if (n->kind == NODE_LINK || n->kind == NODE_IMAGE)
		buf_fmt(b, "\"%.*s\" \"%.*s\"", STR_ARG(n->as.link.url), STR_ARG(n->as.link.title));
	if (n->kind == NODE_NOTEREF)
		buf_fmt(b, "\"%.*s\"", STR_ARG(n->as.footnote.label));
	if (n->kind == NODE_ROLE)
		buf_fmt(b, "\"%.*s\"", STR_ARG(n->as.directive.name));
	inlinetext_attrs(b, n->attrs);
	BUF_LIT(b, "(");
	inlined_children(b, n);
	BUF_LIT(b, ") ");
}

static inline void
inlined_children(struct buf *b, const struct node *parent)
{
	struct buf words = BUF_INIT;

	for (const struct node *n = parent->first; n; n = n->next) {
		if (node_is_block(n->kind))
			continue;
		if (n->kind == NODE_TEXT || n->kind == NODE_SOFTBREAK) {
			inlined_words(&words, n->kind == NODE_TEXT ? n->as.text : STR(" "));
			continue;
		}
		inlined_flush(b, &words);
		inlined_node(b, n);
	}
	inlined_flush(b, &words);
	buf_free(&words);
}

/* inlined(a, parent): without blanks at its ends, which no message has. */
static inline struct str
inlined(struct arena *a, const struct node *parent)
{
	struct buf b = BUF_INIT;
	struct str s;

	inlined_children(&b, parent);
	s = arena_str(a, buf_view(&b));
	buf_free(&b);
	return s;
}

static inline struct str
inlined_text(struct arena *a, const struct node *parent)
{
	struct buf b = BUF_INIT;
	struct str s;

	inlinetext_write(&b, parent);
	s = arena_str(a, buf_view(&b));
	buf_free(&b);
	return s;
}

/* inlined_read(a, text, notes, n, d): the paragraph that a message is; NULL: it is none. */
static inline struct node *
inlined_read(struct arena *a, struct str text, const struct str *notes, size_t n, struct diags *d)
{
	struct source src = { STR("a.po"), STR_EMPTY };
	struct rereading r = { .text = text, .line = 1 };

	rereading_all(a, &src, &r, 1, notes, n, d);
	return r.node;
}

#endif
