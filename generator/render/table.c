/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "render/table.h"

#include "base/escape.h"
#include "localise/ui.h"
#include "render/html.h"

static void
cell(struct render *r, struct buf *b, const struct node *n, const char *tag, const char *scope, enum node_align align)
{
	static const char *const classes[] = { NULL, "align-left", "align-center", "align-right" };

	buf_chr(b, '<');
	buf_cstr(b, tag);
	html_attrs(r, b, n->attrs, classes[align]);
	if (scope) {
		BUF_LIT(b, " scope=\"");
		buf_cstr(b, scope);
		BUF_LIT(b, "\"");
	}
	BUF_LIT(b, ">");
	html_inlines(r, b, n);
	BUF_LIT(b, "</");
	buf_cstr(b, tag);
	buf_chr(b, '>');
}

/* An empty head is no head for anybody who hears it. */
static void
head(struct render *r, struct buf *b, const struct node *table)
{
	int i = 0;

	BUF_LIT(b, "<thead>\n<tr>");
	for (const struct node *c = table->first->first; c; c = c->next, i++)
		cell(r, b, c, c->first ? "th" : "td", c->first ? "col" : NULL, table->as.table.align[i]);
	BUF_LIT(b, "</tr>\n</thead>\n");
}

static void
row(struct render *r, struct buf *b, const struct node *n, const struct node *table, bool row_heads)
{
	int i = 0;

	BUF_LIT(b, "<tr>");
	for (const struct node *c = n->first; c && i < table->as.table.columns; c = c->next, i++) {
		bool th = i == 0 && row_heads && c->first;

		cell(r, b, c, th ? "th" : "td", th ? "row" : NULL, table->as.table.align[i]);
	}
	BUF_LIT(b, "</tr>\n");
}

void
table_render(struct render *r, struct buf *b, const struct node *n, struct str caption)
{
	bool row_heads = n->first && n->first->first && n->first->first->first == NULL;

	BUF_LIT(b, "<table");
	html_text(r, b);
	if (caption.n > 0) {
		BUF_LIT(b, " aria-labelledby=\"");
		escape_html(b, caption);
		buf_chr(b, '"');
	}
	BUF_LIT(b, ">\n");
	if (n->first)
		head(r, b, n);
	if (n->first && n->first->next) {
		BUF_LIT(b, "<tbody>\n");
		for (const struct node *i = n->first->next; i; i = i->next)
			row(r, b, i, n, row_heads);
		BUF_LIT(b, "</tbody>\n");
	}
	BUF_LIT(b, "</table>\n");
}

void
table_scroll(struct render *r, struct buf *b, struct str caption)
{
	BUF_LIT(b, "<div class=\"table-scroll\"");
	html_interface(r, b);
	BUF_LIT(b, " tabindex=\"0\" role=\"");
	buf_cstr(b, caption.n > 0 ? "region\" aria-labelledby=\"" : "group\" aria-label=\"");
	escape_html(b, caption.n > 0 ? caption : ui_text(r->out->lang, "table"));
	BUF_LIT(b, "\">\n");
}
