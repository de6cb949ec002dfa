/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "render/footnotes.h"

#include "base/escape.h"
#include "localise/ui.h"
#include "render/html.h"

static int
count_notes(const struct node *root)
{
	int n = 0;

	for (const struct node *c = root->first; c; c = c->next)
		n += c->kind == NODE_FOOTNOTE;
	return n;
}

static void
back_links(struct render *r, struct buf *b, int shown, int refs)
{
	for (int i = 1; i <= refs; i++) {
		struct ui_arg arg = { "number", ui_number(r->arena, r->out->lang, i) };

		buf_fmt(b, " <a class=\"noteback\" href=\"#fnref-%d", shown);
		if (i > 1)
			buf_fmt(b, "-%d", i);
		buf_chr(b, '"');
		html_interface(r, b);
		BUF_LIT(b, " role=\"doc-backlink\" aria-label=\"");
		escape_html(b,
		    refs > 1 ? ui_format(r->arena, r->out->lang, "footnote-back-number", &arg, 1)
			     : ui_text(r->out->lang, "footnote-back"));
		BUF_LIT(b, "\">\xe2\x86\xa9\xef\xb8\x8e</a>");
	}
}

/* Notes may have marks of further notes: the list grows while it is written. */
static void
list_notes(struct render *r, struct buf *b, const struct node *root)
{
	struct render_notes *notes = r->notes;
	const struct node **at = ARENA_ARRAY(r->arena, const struct node *, (size_t)notes->all + 1);

	for (const struct node *c = root->first; c; c = c->next)
		if (c->kind == NODE_FOOTNOTE)
			at[c->as.footnote.number - 1] = c;
	BUF_LIT(b,
	    "<section class=\"footnotes\" role=\"doc-endnotes\" aria-labelledby=\"footnotes-title\">\n<h2 id=\"footnotes-title\"");
	html_interface(r, b);
	buf_chr(b, '>');
	escape_html(b, ui_text(r->out->lang, "footnotes"));
	BUF_LIT(b, "</h2>\n<ol>\n");
	for (int i = 0; i < notes->n; i++) {
		const struct node *note = at[notes->order[i]];

		buf_fmt(b, "<li id=\"fn-%d\">", i + 1);
		if (note)
			html_blocks(r, b, note);
		back_links(r, b, i + 1, notes->refs[notes->order[i]]);
		BUF_LIT(b, "</li>\n");
	}
	BUF_LIT(b, "</ol>\n</section>\n");
}

void
footnotes_document(struct render *r, struct buf *b, const struct node *root)
{
	struct render_notes notes = { .all = count_notes(root) };

	notes.number = ARENA_ARRAY(r->arena, int, (size_t)notes.all);
	notes.refs = ARENA_ARRAY(r->arena, int, (size_t)notes.all);
	notes.order = ARENA_ARRAY(r->arena, int, (size_t)notes.all);
	r->notes = &notes;
	html_blocks(r, b, root);
	if (notes.n > 0)
		list_notes(r, b, root);
	r->notes = NULL;
}
