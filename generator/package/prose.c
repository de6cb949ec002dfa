/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "package/prose.h"

#include <string.h>

#include "base/fs.h"
#include "base/path.h"

void
prose_escape(struct buf *b, struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		switch (s.p[i]) {
		case '&': BUF_LIT(b, "&amp;"); break;
		case '<': BUF_LIT(b, "&lt;"); break;
		case '>': BUF_LIT(b, "&gt;"); break;
		case '"': BUF_LIT(b, "&quot;"); break;
		default: buf_chr(b, s.p[i]);
		}
}

static void inlines(struct exchange *x, struct buf *b, const struct node *parent);
static void block(struct exchange *x, struct buf *b, const struct node *n);

/* -- inlines -- */

static void
open_tag(struct buf *b, const char *tag, const struct node *n)
{
	struct str lang = attrs_value(n->attrs, "lang");

	buf_fmt(b, "<%s", tag);
	if (lang.n > 0) {
		BUF_LIT(b, " lang=\"");
		prose_escape(b, lang);
		buf_chr(b, '"');
	}
	buf_chr(b, '>');
}

static void
wrap(struct exchange *x, struct buf *b, const struct node *n, const char *tag)
{
	open_tag(b, tag, n);
	inlines(x, b, n);
	buf_fmt(b, "</%s>", tag);
}

/* Of a scheme that leads there from everywhere. */
static bool
leads_out(struct str url)
{
	static const char *const schemes[] = { "https://", "http://", "mailto:", "tel:", "sms:" };

	for (size_t i = 0; i < sizeof schemes / sizeof *schemes; i++)
		if (str_starts(url, schemes[i]))
			return true;
	return false;
}

static void
write_link(struct exchange *x, struct buf *b, const struct node *n)
{
	if (!leads_out(n->as.link.url)) {
		exchange_loss(
		    x, n->at, "the link to `%.*s`, which leads into the site; its words stay", STR_ARG(n->as.link.url));
		inlines(x, b, n);
		return;
	}
	BUF_LIT(b, "<a href=\"");
	prose_escape(b, n->as.link.url);
	BUF_LIT(b, "\">");
	inlines(x, b, n);
	BUF_LIT(b, "</a>");
}

/* -- pictures -- */

/* Another picture of the same name gets a number. */
static struct str
free_name(struct exchange *x, struct str name)
{
	struct str free = name;
	size_t number = 1;

	for (size_t i = 0; i < x->it->nfiles; i++)
		if (str_eq(x->it->files[i].name, free)) {
			free = arena_fmt(x->arena, "%zu-%.*s", ++number, STR_ARG(name));
			i = (size_t)-1;
		}
	return free;
}

bool
prose_picture(struct exchange *x, const struct node *n, struct str *name)
{
	struct str path, bytes;
	struct item_file *f;

	if (!x->embeds) {
		exchange_loss(x, n->at, "the picture `%.*s`: %s holds no files; its alternative text stays",
		    STR_ARG(n->as.link.url), x->format);
		return false;
	}
	if (!path_resolve(x->arena, site_folder(x->text), path_unescape(x->arena, n->as.link.url), &path) ||
	    fs_read(x->arena, path_join(x->arena, x->site->config->root, path).p, &bytes) < 0) {
		exchange_loss(x, n->at, "the picture `%.*s`, which cannot be read; its alternative text stays",
		    STR_ARG(n->as.link.url));
		return false;
	}
	for (size_t i = 0; i < x->it->nfiles; i++)
		if (str_eq(x->it->files[i].bytes, bytes)) {
			*name = x->it->files[i].name;
			return true;
		}
	*name = free_name(x, path_base(path));
	x->it->files = item_more(x->arena, x->it->files, x->it->nfiles, sizeof *x->it->files);
	f = &x->it->files[x->it->nfiles++];
	*f = (struct item_file){ *name, bytes };
	return true;
}

static void
write_image(struct exchange *x, struct buf *b, const struct node *n)
{
	struct buf alt = BUF_INIT;
	struct str name, own = attrs_value(n->attrs, "alt");

	if (own.n > 0)
		buf_str(&alt, own);
	else
		node_plain(&alt, n);
	if (x->it->kind == ITEM_MARKERS && n == x->q->image) {
		buf_free(&alt);
		return;
	}
	if (!leads_out(n->as.link.url) && !prose_picture(x, n, &name)) {
		prose_escape(b, buf_view(&alt));
		buf_free(&alt);
		return;
	}
	BUF_LIT(b, "<img src=\"");
	if (leads_out(n->as.link.url)) {
		prose_escape(b, n->as.link.url);
	} else {
		BUF_LIT(b, "@@PLUGINFILE@@/");
		path_escape(b, name);
	}
	BUF_LIT(b, "\" alt=\"");
	prose_escape(b, buf_view(&alt));
	BUF_LIT(b, "\">");
	if (n->as.link.title.n > 0) {
		BUF_LIT(b, " ");
		prose_escape(b, n->as.link.title);
	}
	buf_free(&alt);
}

/* -- the rest of a line -- */

static void
write_gap(struct exchange *x, struct buf *b, const struct node *n)
{
	for (size_t i = 0; i < x->q->ngaps; i++)
		if (x->q->gaps[i].node == n) {
			item_mark(b, i);
			return;
		}
	prose_escape(b, n->as.text);
}

/* Comments are never published. */
static void
write_raw(struct exchange *x, const struct node *n)
{
	if (!str_starts(str_trim(n->as.text), "<!--"))
		exchange_loss(x, n->at, "raw HTML");
}

static void
write_inline(struct exchange *x, struct buf *b, const struct node *n)
{
	switch (n->kind) {
	case NODE_TEXT: prose_escape(b, n->as.text); break;
	case NODE_SOFTBREAK: buf_chr(b, '\n'); break;
	case NODE_LINEBREAK: BUF_LIT(b, "<br>\n"); break;
	case NODE_CODESPAN:
		open_tag(b, "code", n);
		prose_escape(b, n->as.text);
		BUF_LIT(b, "</code>");
		break;
	case NODE_EMPH: wrap(x, b, n, "em"); break;
	case NODE_STRONG: wrap(x, b, n, "strong"); break;
	case NODE_STRIKE: wrap(x, b, n, "del"); break;
	case NODE_LINK: write_link(x, b, n); break;
	case NODE_IMAGE: write_image(x, b, n); break;
	case NODE_GAP: write_gap(x, b, n); break;
	case NODE_SPAN:
		if (attrs_value(n->attrs, "lang").n > 0)
			wrap(x, b, n, "span");
		else
			inlines(x, b, n);
		break;
	case NODE_RAW: write_raw(x, n); break;
	case NODE_ROLE:
		exchange_loss(x, n->at, "what `:%.*s` does; its words stay", STR_ARG(n->as.directive.name));
		inlines(x, b, n);
		break;
	default: inlines(x, b, n);
	}
}

static void
inlines(struct exchange *x, struct buf *b, const struct node *parent)
{
	for (const struct node *n = parent->first; n; n = n->next)
		if (node_is_block(n->kind))
			block(x, b, n);
		else
			write_inline(x, b, n);
}

/* -- blocks -- */

static void
write_list(struct exchange *x, struct buf *b, const struct node *list)
{
	const char *tag = list->as.list.ordered ? "ol" : "ul";

	buf_fmt(b, "<%s", tag);
	if (list->as.list.ordered && list->as.list.start != 1)
		buf_fmt(b, " start=\"%d\"", list->as.list.start);
	buf_chr(b, '>');
	for (const struct node *item = list->first; item; item = item->next) {
		BUF_LIT(b, "<li>");
		for (const struct node *n = item->first; n; n = n->next)
			if (n->kind == NODE_PARAGRAPH && list->as.list.tight)
				inlines(x, b, n);
			else
				block(x, b, n);
		BUF_LIT(b, "</li>");
	}
	buf_fmt(b, "</%s>", tag);
}

static void
write_table(struct exchange *x, struct buf *b, const struct node *table)
{
	BUF_LIT(b, "<table>");
	for (const struct node *row = table->first; row; row = row->next) {
		const char *tag = row == table->first ? "th" : "td";

		BUF_LIT(b, "<tr>");
		for (const struct node *cell = row->first; cell; cell = cell->next)
			wrap(x, b, cell, tag);
		BUF_LIT(b, "</tr>");
	}
	BUF_LIT(b, "</table>");
}

static void
write_directive(struct exchange *x, struct buf *b, const struct node *n)
{
	if (n->as.directive.name.n > 0)
		exchange_loss(x, n->at, "what `%.*s` does; its text stays", STR_ARG(n->as.directive.name));
	if (n->as.directive.label) {
		BUF_LIT(b, "<p><strong>");
		inlines(x, b, n->as.directive.label);
		BUF_LIT(b, "</strong></p>");
	}
	prose_blocks(x, b, n->first, NULL);
}

static void
block(struct exchange *x, struct buf *b, const struct node *n)
{
	switch (n->kind) {
	case NODE_PARAGRAPH: wrap(x, b, n, "p"); break;
	case NODE_HEADING: wrap(x, b, n, arena_fmt(x->arena, "h%d", n->as.heading.level).p); break;
	case NODE_QUOTE:
		BUF_LIT(b, "<blockquote>");
		prose_blocks(x, b, n->first, NULL);
		BUF_LIT(b, "</blockquote>");
		break;
	case NODE_LIST: write_list(x, b, n); break;
	case NODE_CODE:
		BUF_LIT(b, "<pre><code>");
		prose_escape(b, n->as.code.text);
		BUF_LIT(b, "</code></pre>");
		break;
	case NODE_RULE: BUF_LIT(b, "<hr>"); break;
	case NODE_TABLE: write_table(x, b, n); break;
	case NODE_HTML: write_raw(x, n); break;
	case NODE_DIRECTIVE: write_directive(x, b, n); break;
	default: inlines(x, b, n);
	}
}

void
prose_blocks(struct exchange *x, struct buf *b, const struct node *first, const struct node *end)
{
	for (const struct node *n = first; n && n != end; n = n->next)
		block(x, b, n);
}

/* -- parts -- */

/* Whether ${n}, a child of a part, is not of its words: feedback, and the members of a group. */
static bool
aside(const struct exchange *x, const struct node *part, const struct node *n)
{
	if (part->kind != NODE_ITEM)
		return false;
	return n->kind == NODE_QUOTE || (n->kind == NODE_LIST && x->q->type == QUESTION_SORT);
}

struct item_text
prose_text(struct exchange *x, const struct node *part)
{
	struct buf b = BUF_INIT;
	const struct node *only = NULL;
	size_t blocks = 0;

	for (const struct node *n = part->first; n; n = n->next)
		if (node_is_block(n->kind) && !aside(x, part, n)) {
			only = n;
			blocks++;
		}
	if (blocks == 1 && only->kind == NODE_PARAGRAPH) {
		inlines(x, &b, only);
	} else if (blocks == 0) {
		inlines(x, &b, part);
	} else {
		for (const struct node *n = part->first; n; n = n->next)
			if (!aside(x, part, n))
				block(x, &b, n);
	}
	return (struct item_text){ exchange_keep(x, &b), ITEM_HTML, part->at.line };
}

struct item_text
prose_quote(struct exchange *x, const struct node *n)
{
	if (!n)
		return (struct item_text){ STR_EMPTY, ITEM_HTML, 0 };
	return prose_text(x, n);
}

struct str
prose_plain(struct exchange *x, const struct node *part)
{
	struct buf b = BUF_INIT;
	struct str s;
	bool told = false;

	for (const struct node *n = part->first; n; n = n->next) {
		if (aside(x, part, n))
			continue;
		if (b.n > 0 && node_is_block(n->kind))
			buf_chr(&b, ' ');
		node_plain(&b, n);
		for (const struct node *i = n; i && !told; i = node_next(i, n))
			if (i->kind != NODE_TEXT && i->kind != NODE_SOFTBREAK && i->kind != NODE_PARAGRAPH) {
				exchange_loss(x, part->at, "markup: only plain text can stand here in %s", x->format);
				told = true;
			}
	}
	s = arena_str(x->arena, str_trim(buf_view(&b)));
	buf_free(&b);
	return s;
}
