/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef MODEL_NODE_H
#define MODEL_NODE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/str.h"
#include "model/attrs.h"

/*
 * The tree of a document. Made by read/markdown.c, typed by assemble/, rendered by
 * render/. Nodes live in the arena of their body; depth is bounded (NODE_MAX_DEPTH),
 * so walkers may recurse.
 */
#define NODE_MAX_DEPTH 256

enum node_kind {
	/* blocks */
	NODE_DOCUMENT,
	NODE_PARAGRAPH,
	NODE_HEADING, /* as.heading */
	NODE_QUOTE,
	NODE_LIST, /* as.list; children are items */
	NODE_ITEM, /* as.item */
	NODE_CODE, /* as.code */
	NODE_HTML, /* as.text; raw block */
	NODE_RULE,
	NODE_TABLE, /* as.table; children are rows, the first is the head */
	NODE_ROW,
	NODE_CELL,
	NODE_FOOTNOTE,  /* as.footnote; the note's text; all stand at the end of the document, in order of first use */
	NODE_DIRECTIVE, /* as.directive; children are its blocks */
	/* inlines */
	NODE_TEXT,      /* as.words */
	NODE_SOFTBREAK, /* as.words, whose text is empty */
	NODE_LINEBREAK,
	NODE_CODESPAN, /* as.text */
	NODE_RAW,      /* as.text; inline HTML */
	NODE_EMPH,
	NODE_STRONG,
	NODE_STRIKE,
	NODE_LINK,    /* as.link */
	NODE_IMAGE,   /* as.link; children are the alternative text */
	NODE_SPAN,    /* `[words]{…}` */
	NODE_NOTEREF, /* as.footnote; the mark in the text */
	NODE_GAP,     /* as.text; `[[…]]`, raw */
	NODE_ROLE,    /* as.directive; `:name[words]{…}`; children are the words */
	NODE_KINDS
};

enum node_mark { MARK_NONE, MARK_EMPTY, MARK_TICKED, MARK_HINT }; /* `[ ]` `[x]` `[?]` */
enum node_align { ALIGN_NONE, ALIGN_LEFT, ALIGN_CENTER, ALIGN_RIGHT };

struct node {
	enum node_kind kind;
	struct span at; /* in the source file; len 0 where only the start is known */
	uint32_t end;   /* of a block: the line it ends in, of a directive that of its closing fence; 0: not known */
	struct attrs *attrs; /* NULL: none */
	struct node *parent, *prev, *next, *first, *last;
	union {
		struct str text;
		struct {
			struct str text; /* as.text: as written */
			struct str
			    shown; /* what readers get in its stead: localise/typography.c; empty: what is written */
		} words;
		struct {
			int level;         /* 1-6 as written */
			struct str anchor; /* id in the page: its own, else a slug; assemble/ids.c */
		} heading;
		struct {
			bool ordered, tight;
			int start;
		} list;
		struct {
			enum node_mark mark;
		} item;
		struct {
			struct str info, text;
		} code;
		struct {
			struct str url;   /* as written, unescaped */
			struct str title; /* of an image: its caption */
		} link;
		struct {
			enum node_align *align;
			int columns;
		} table;
		struct {
			int number;       /* 1-based, in order of first use; 0: never used */
			struct str label; /* as written at the note: `[^label]` */
		} footnote;
		struct {
			struct str name;              /* "question"; empty: a plain container */
			const struct directive *kind; /* NULL: unknown, or plain */
			struct node *label;           /* NODE_SPAN whose children are the label, or NULL */
			bool leaf;                    /* `::name`, no body */
			bool unclosed; /* its `:::` is missing (diagnosed): it may hold what stands behind it */
			void *block;   /* what assemble/ made of it: struct question *, ... */
		} directive;
	} as;
};

struct node *node_new(struct arena *a, enum node_kind kind, struct span at);

/* node_append(parent, child): as the last child; ${child} is taken out of where it was. */
void node_append(struct node *parent, struct node *child);
void node_insert_before(struct node *place, struct node *child);
void node_insert_after(struct node *place, struct node *child);
void node_remove(struct node *n);

static inline bool
node_is_block(enum node_kind kind)
{
	return kind < NODE_TEXT;
}

/* node_holds_blocks(kind): not so paragraphs, headings and cells, which hold inlines as inlines do, and what has no children. */
static inline bool
node_holds_blocks(enum node_kind kind)
{
	return node_is_block(kind) && kind != NODE_PARAGRAPH && kind != NODE_HEADING && kind != NODE_CELL;
}

/* node_past(n, top): as node_next(), without what is inside ${n}. */
static inline struct node *
node_past(const struct node *n, const struct node *top)
{
	while (n != top && n->next == NULL)
		n = n->parent;
	return n == top ? NULL : n->next;
}

/* node_next(n, top): the next node in preorder inside ${top}, or NULL behind the last. Labels are not visited. */
static inline struct node *
node_next(const struct node *n, const struct node *top)
{
	return n->first ? n->first : node_past(n, top);
}

/*
 * node_next_block(n, top): as node_next(), blocks only: what holds inlines (paragraphs, headings, cells) is not entered.
 * Most of a tree is inlines, so this is several times as fast: it does not even look at them.
 */
static inline struct node *
node_next_block(const struct node *n, const struct node *top)
{
	return n->first && node_holds_blocks(n->kind) ? n->first : node_past(n, top);
}

/* node_copy(a, n): a deep copy, texts included, labels too; as.directive.block is not carried over. */
struct node *node_copy(struct arena *a, const struct node *n);

/* node_plain(b, n): the words of ${n} and its children as plain text, blanks for breaks, alt texts included. */
void node_plain(struct buf *b, const struct node *n);

/* node_shown(b, n): node_plain() with the quotation marks and blanks that readers get. */
void node_shown(struct buf *b, const struct node *n);

const char *node_kind_name(enum node_kind kind); /* "paragraph" */

/* node_is_directive(n, name): whether ${n} is the block directive of that name. */
static inline bool
node_is_directive(const struct node *n, const char *name)
{
	return n->kind == NODE_DIRECTIVE && str_is(n->as.directive.name, name);
}

#endif
