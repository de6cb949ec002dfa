/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read/convert.h"

#include <stdlib.h>
#include <string.h>

#define CMARK_NO_SHORT_NAMES /* its NODE_LINK is not ours */
#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>
#include <cmark-gfm/node.h>

#include "model/directive.h"
#include "read/attributes.h"
#include "read/dialect.h"
#include "read/inlines.h"
#include "read/spacing.h"
#include "read/suspect.h"

enum { FENCE_MAX_DEPTH = 32 };

struct convert {
	struct marks *m;
	uint32_t offset; /* added to cmark's line numbers */
	struct node *root;
	struct convert_refs VEC_OF(struct node *) refs; /* marks of notes */
	int notes;
	bool told_depth;
};

static struct str
chunk(const cmark_chunk *c)
{
	return c->data ? (struct str){ (const char *)c->data, (size_t)c->len } : STR_EMPTY;
}

static struct span
place(const struct convert *c, const cmark_node *n)
{
	return (
	    struct span){ (uint32_t)n->start_line + c->offset, n->start_column > 0 ? (uint32_t)n->start_column : 0, 0 };
}

static void
too_deep(struct convert *c, const cmark_node *n)
{
	struct span at = place(c, n);

	if (!c->told_depth)
		diag_add(c->m->diags, DIAG_DEPTH, c->m->src, at, "what is deeper here is left out");
	c->told_depth = true;
}

/* -- inlines -- */

static void inlines_of(struct convert *c, cmark_node *from, struct node *to, int depth);
static void forbid_notes(struct convert *c, struct node *n, const char *what);

static void
convert_link(struct convert *c, cmark_node *from, struct node *n)
{
	n->as.link.url = marks_restore(c->m, chunk(&from->as.link.url));
	n->as.link.title = marks_restore(c->m, chunk(&from->as.link.title));
	n->at = marks_link(c->m, n->as.link.url);
}

static void
convert_noteref(struct convert *c, cmark_node *from, struct node *n)
{
	struct str number = chunk(&from->as.literal);

	VEC_PUSH(&c->refs, n);
	for (size_t i = 0; i < number.n && number.p[i] >= '0' && number.p[i] <= '9'; i++)
		n->as.footnote.number = n->as.footnote.number * 10 + (number.p[i] - '0');
}

static enum node_kind
inline_kind(cmark_node_type type)
{
	switch (type) {
	case CMARK_NODE_SOFTBREAK: return NODE_SOFTBREAK;
	case CMARK_NODE_LINEBREAK: return NODE_LINEBREAK;
	case CMARK_NODE_CODE: return NODE_CODESPAN;
	case CMARK_NODE_HTML_INLINE: return NODE_RAW;
	case CMARK_NODE_EMPH: return NODE_EMPH;
	case CMARK_NODE_STRONG: return NODE_STRONG;
	case CMARK_NODE_LINK: return NODE_LINK;
	case CMARK_NODE_IMAGE: return NODE_IMAGE;
	case CMARK_NODE_FOOTNOTE_REFERENCE: return NODE_NOTEREF;
	default: return NODE_TEXT;
	}
}

static void
convert_inline(struct convert *c, cmark_node *from, struct node *to, int depth)
{
	cmark_node_type type = cmark_node_get_type(from);
	struct node *n = node_new(c->m->arena, inline_kind(type), to->at);

	n->at.line = (uint32_t)from->start_line + c->offset;
	switch (n->kind) {
	case NODE_TEXT: n->as.text = chunk(&from->as.literal); break;
	case NODE_CODESPAN:
	case NODE_RAW: n->as.text = marks_restore(c->m, chunk(&from->as.literal)); break;
	case NODE_LINK:
	case NODE_IMAGE: convert_link(c, from, n); break;
	case NODE_NOTEREF: convert_noteref(c, from, n); break;
	default: break;
	}
	node_append(to, n);
	inlines_of(c, from, n, depth + 1);
	if (n->kind == NODE_LINK)
		forbid_notes(c, n, "a link");
}

static void
inlines_of(struct convert *c, cmark_node *from, struct node *to, int depth)
{
	if (depth > NODE_MAX_DEPTH) {
		if (from->first_child)
			too_deep(c, from);
		return;
	}
	for (cmark_node *f = from->first_child; f; f = f->next)
		if (cmark_node_get_type(f) != CMARK_NODE_TEXT || f->as.literal.len > 0)
			convert_inline(c, f, to, depth);
}

/* A footnote mark in ${n} is an error: what ${what} says is repeated elsewhere, without notes. */
static void
forbid_notes(struct convert *c, struct node *n, const char *what)
{
	struct node *next;

	for (struct node *i = node_next(n, n); i; i = next) {
		next = node_next(i, n);
		if (i->kind != NODE_NOTEREF)
			continue;
		diag_add(c->m->diags, DIAG_FOOTNOTE_PLACE, c->m->src, (struct span){ n->at.line, 0, 0 }, "in %s", what);
		node_remove(i);
	}
}

/* What read/markdown.c found the text of a block not to have. */
static unsigned
absent_from(cmark_node *n)
{
	return (unsigned)(uintptr_t)cmark_node_get_user_data(n);
}

/* The inline content of a block; the list at its end is the block's own. */
static void
content_of(struct convert *c, cmark_node *from, struct node *n, int depth)
{
	marks_block(c->m, n->at.line, (uint32_t)from->end_line + c->offset);
	inlines_of(c, from, n, depth);
	n->attrs = inlines_finish(c->m, n, absent_from(from), true);
}

/* -- blocks -- */

static void blocks_of(struct convert *c, cmark_node *from, struct node *to, int depth);

static void
convert_list(struct convert *c, cmark_node *from, struct node *n)
{
	n->as.list.ordered = from->as.list.list_type == CMARK_ORDERED_LIST;
	n->as.list.tight = spacing_tight(c->m, from, c->offset);
	n->as.list.start = from->as.list.start;
}

static void
convert_item(cmark_node *from, struct node *n)
{
	struct node *first = n->first;

	n->as.item.mark = (enum node_mark)(intptr_t)cmark_node_get_user_data(from);
	if (first && first->kind == NODE_PARAGRAPH) {
		n->attrs = first->attrs;
		first->attrs = NULL;
	}
}

static void
convert_footnote(struct convert *c, cmark_node *from, struct node *n)
{
	struct note *note = cmark_node_get_user_data(from);

	if (note) {
		note->used = true;
		n->as.footnote.label = note->written;
	}
	n->as.footnote.number = ++c->notes;
}

/* -- tables -- */

static void
convert_row(struct convert *c, cmark_node *from, struct node *table)
{
	struct node *row = node_new(c->m->arena, NODE_ROW, place(c, from));

	node_append(table, row);
	suspect_row(c->m, row, table->as.table.columns);
	for (cmark_node *f = from->first_child; f; f = f->next) {
		struct node *cell = node_new(c->m->arena, NODE_CELL, row->at);

		node_append(row, cell);
		inlines_of(c, f, cell, 1);
		cell->attrs = inlines_finish(c->m, cell, absent_from(f), true);
	}
}

static void
convert_table(struct convert *c, cmark_node *from, struct node *n)
{
	const uint8_t *align = cmark_gfm_extensions_get_table_alignments(from);

	n->as.table.columns = cmark_gfm_extensions_get_table_columns(from);
	n->as.table.align = ARENA_ARRAY(c->m->arena, enum node_align, (size_t)n->as.table.columns);
	for (int i = 0; align && i < n->as.table.columns; i++)
		n->as.table.align[i] = align[i] == 'l' ? ALIGN_LEFT
		    : align[i] == 'c'                  ? ALIGN_CENTER
		    : align[i] == 'r'                  ? ALIGN_RIGHT
						       : ALIGN_NONE;
	for (cmark_node *f = from->first_child; f; f = f->next) {
		marks_block(c->m, (uint32_t)f->start_line + c->offset, (uint32_t)f->start_line + c->offset);
		convert_row(c, f, n);
	}
}

/* -- one block -- */

static enum node_kind
block_kind(cmark_node *from)
{
	if (from->extension)
		return NODE_TABLE;
	switch (cmark_node_get_type(from)) {
	case CMARK_NODE_BLOCK_QUOTE: return NODE_QUOTE;
	case CMARK_NODE_LIST: return NODE_LIST;
	case CMARK_NODE_ITEM: return NODE_ITEM;
	case CMARK_NODE_CODE_BLOCK: return NODE_CODE;
	case CMARK_NODE_HTML_BLOCK: return NODE_HTML;
	case CMARK_NODE_HEADING: return NODE_HEADING;
	case CMARK_NODE_THEMATIC_BREAK: return NODE_RULE;
	case CMARK_NODE_FOOTNOTE_DEFINITION: return NODE_FOOTNOTE;
	default: return NODE_PARAGRAPH;
	}
}

static void
fill_block(struct convert *c, cmark_node *from, struct node *n, int depth)
{
	switch (n->kind) {
	case NODE_PARAGRAPH: content_of(c, from, n, depth + 1); break;
	case NODE_HEADING:
		n->as.heading.level = from->as.heading.level;
		n->as.heading.anchor = STR_EMPTY;
		content_of(c, from, n, depth + 1);
		forbid_notes(c, n, "a heading");
		break;
	case NODE_LIST:
		convert_list(c, from, n);
		blocks_of(c, from, n, depth + 1);
		suspect_date(c->m, n);
		break;
	case NODE_ITEM:
		blocks_of(c, from, n, depth + 1);
		convert_item(from, n);
		break;
	case NODE_FOOTNOTE:
		convert_footnote(c, from, n);
		blocks_of(c, from, n, depth + 1);
		break;
	case NODE_CODE:
		n->as.code.info = chunk(&from->as.code.info);
		n->as.code.text = chunk(&from->as.code.literal);
		if (from->as.code.fenced)
			suspect_code(c->m, n->at.line, (uint32_t)from->end_line + c->offset,
			    (char)from->as.code.fence_char, from->as.code.fence_length);
		break;
	case NODE_HTML:
		n->as.text = chunk(&from->as.literal);
		suspect_html(c->m, n);
		break;
	case NODE_TABLE: convert_table(c, from, n); break;
	default: blocks_of(c, from, n, depth + 1);
	}
}

/* -- fences -- */

static void
tell_fault(struct convert *c, const struct fence *f, uint32_t line)
{
	static const char *const help[] = {
		[FENCE_BAD_NAME] = "a name is in lower case: letters, digits and `-`",
		[FENCE_BAD_LABEL] = "close the label with `]` on the same line",
		[FENCE_BAD_ATTRS] = "close the attributes with `}` on the same line",
		[FENCE_BAD_REST] = "write `:::name[Label]{#id key=value}` and nothing behind it",
	};
	struct span at;
	struct diag *g;

	marks_block(c->m, line, line);
	at = marks_find(c->m, f->bad);
	g = diag_add(c->m->diags, DIAG_FENCE_HEAD, c->m->src, at, "`%.*s`", STR_ARG(f->bad));
	diag_note(c->m->diags, g, "%s", help[f->fault]);
}

static void
head_attrs(struct convert *c, const struct fence *f, struct node *n)
{
	struct span at = marks_find(c->m, f->attrs);
	size_t used = 0;
	enum attributes_result r =
	    attributes_parse(c->m->arena, f->attrs, c->m->src, at, &n->attrs, &used, c->m->diags);

	if (r == ATTRIBUTES_NONE && str_trim(str_sub(f->attrs, 1, f->attrs.n - 1)).n > 0)
		diag_add(c->m->diags, DIAG_ATTRIBUTE_SYNTAX, c->m->src, at, "`%.*s`", STR_ARG(f->attrs));
	if (n->attrs == NULL)
		return;
	n->attrs->at = at;
	if (f->name.n == 0 && n->attrs->nclasses > 0) {
		n->as.directive.name = n->attrs->classes[0];
		n->attrs->classes++;
		n->attrs->nclasses--;
	}
}

static void
unknown_directive(struct convert *c, struct node *n, struct str name)
{
	struct diag *g = diag_add(c->m->diags, DIAG_DIRECTIVE_UNKNOWN, c->m->src, n->at, "`%.*s`", STR_ARG(name));
	struct str best = directive_near(name);

	if (best.n > 0)
		diag_note(c->m->diags, g, "did you mean `%.*s`?", STR_ARG(best));
}

static struct node *
convert_fence(struct convert *c, cmark_node *from, const struct fence *f)
{
	struct node *n = node_new(c->m->arena, NODE_DIRECTIVE, place(c, from));

	n->as.directive.name = f->name;
	n->as.directive.leaf = f->kind == FENCE_LEAF;
	marks_block(c->m, n->at.line, n->at.line);
	if (f->name.n > 0) {
		struct span at = marks_find(c->m, f->name);

		n->at = at.line == n->at.line ? at : n->at;
	}
	if (f->fault != FENCE_FINE)
		tell_fault(c, f, n->at.line);
	if (f->has_label && from->first_child) {
		struct node *label = node_new(c->m->arena, NODE_SPAN, n->at);

		inlines_of(c, from, label, 1);
		inlines_finish(c->m, label, 0, false);
		forbid_notes(c, label, "a label");
		n->as.directive.label = label;
	}
	marks_block(c->m, n->at.line, n->at.line);
	if (f->attrs.n > 1)
		head_attrs(c, f, n);
	if (f->bare_label)
		diag_note(c->m->diags,
		    diag_add(c->m->diags, DIAG_FENCE_LABEL, c->m->src, n->at, "`%.*s`", STR_ARG(f->label)),
		    "write `:::%.*s[%.*s]`", STR_ARG(f->name), STR_ARG(f->label));
	n->as.directive.kind = directive_find(n->as.directive.name);
	if (n->as.directive.name.n > 0 && n->as.directive.kind == NULL && f->fault != FENCE_BAD_NAME)
		unknown_directive(c, n, n->as.directive.name);
	return n;
}

/* The directives that are open in one container; deeper than FENCE_MAX_DEPTH they are counted, not nested. */
struct nest {
	struct node *open[FENCE_MAX_DEPTH];
	size_t n;
};

static void
nest_fence(struct convert *c, struct nest *nest, struct node *to, cmark_node *from, const struct fence *f)
{
	struct span at = place(c, from);
	struct node *n;

	if (f->kind == FENCE_CLOSE) {
		if (nest->n > 0) {
			if (nest->n-- <= FENCE_MAX_DEPTH)
				nest->open[nest->n]->end = at.line;
		} else
			diag_add(c->m->diags, DIAG_FENCE_EXTRA, c->m->src, (struct span){ at.line, 0, 0 },
			    "remove it, or look above for a head that is not one");
		return;
	}
	n = convert_fence(c, from, f);
	node_append(to, n);
	if (f->kind == FENCE_LEAF) {
		n->end = at.line;
		return;
	}
	if (nest->n == FENCE_MAX_DEPTH)
		diag_add(c->m->diags, DIAG_FENCE_DEPTH, c->m->src, n->at, "the limit is %d", FENCE_MAX_DEPTH);
	if (nest->n < FENCE_MAX_DEPTH)
		nest->open[nest->n] = n;
	nest->n++;
}

static void
blocks_of(struct convert *c, cmark_node *from, struct node *to, int depth)
{
	struct nest nest = { .n = 0 };

	if (depth > NODE_MAX_DEPTH) {
		if (from->first_child)
			too_deep(c, from);
		return;
	}
	for (cmark_node *f = from->first_child; f; f = f->next) {
		size_t top = nest.n < FENCE_MAX_DEPTH ? nest.n : FENCE_MAX_DEPTH;
		struct node *here = top > 0 ? nest.open[top - 1] : to, *n;
		const struct fence *fence = dialect_fence(f);

		if (fence) {
			nest_fence(c, &nest, here, f, fence);
			continue;
		}
		n = node_new(c->m->arena, block_kind(f), place(c, f));
		n->end = (uint32_t)f->end_line + c->offset;
		node_append(n->kind == NODE_FOOTNOTE ? c->root : here, n);
		fill_block(c, f, n, depth + (int)top);
	}
	for (size_t i = 0; i < nest.n && i < FENCE_MAX_DEPTH; i++) {
		struct node *n = nest.open[i];
		struct diag *g =
		    diag_add(c->m->diags, DIAG_FENCE_OPEN, c->m->src, n->at, "`%.*s`", STR_ARG(n->as.directive.name));

		n->as.directive.unclosed = true;
		diag_note(c->m->diags, g, "end it with a line `:::`, indented like its first line");
	}
}

/* cmark gives marks the number of their note in the place of its label. */
static void
label_marks(struct convert *c)
{
	const struct node **notes = ARENA_ARRAY(c->m->arena, const struct node *, (size_t)c->notes + 1);

	for (const struct node *n = c->root->first; n; n = n->next)
		if (n->kind == NODE_FOOTNOTE)
			notes[n->as.footnote.number] = n;
	for (size_t i = 0; i < c->refs.n; i++) {
		int number = c->refs.v[i]->as.footnote.number;

		if (number >= 1 && number <= c->notes)
			c->refs.v[i]->as.footnote.label = notes[number]->as.footnote.label;
	}
}

struct node *
convert_document(struct marks *m, struct cmark_node *root, uint32_t offset)
{
	struct convert c = { .m = m, .offset = offset };

	c.root = node_new(m->arena, NODE_DOCUMENT, (struct span){ offset + 1, 0, 0 });
	blocks_of(&c, root, c.root, 0);
	if (c.notes > 0)
		label_marks(&c);
	VEC_FREE(&c.refs);
	return c.root;
}
