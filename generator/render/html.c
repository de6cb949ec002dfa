/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "render/html.h"

#include "base/escape.h"
#include "localise/bidi.h"
#include "localise/pseudo.h"
#include "localise/tongue.h"
#include "localise/typography.h"
#include "localise/ui.h"
#include "model/directive.h"
#include "render/raw.h"

/* -- attributes -- */

void
html_lang(const struct render *r, struct buf *b, struct str lang)
{
	const struct language *known = site_language(r->site, lang); /* else ICU has to be asked */

	BUF_LIT(b, " lang=\"");
	escape_html(b, lang);
	BUF_LIT(b, "\" dir=\"");
	buf_str(b, known ? known->dir : tongue_rtl(lang) ? STR("rtl") : STR("ltr"));
	BUF_LIT(b, "\"");
}

void
html_interface(const struct render *r, struct buf *b)
{
	if (!str_eq(r->out->lang->tag, r->text->lang))
		html_lang(r, b, r->out->lang->tag);
}

void
html_text(const struct render *r, struct buf *b)
{
	if (!str_eq(r->out->lang->tag, r->text->lang))
		html_lang(r, b, r->text->lang);
}

void
html_attrs(struct render *r, struct buf *b, const struct attrs *a, const char *class)
{
	struct str id = attrs_id(a), lang = attrs_value(a, "lang");

	if (id.n > 0) {
		BUF_LIT(b, " id=\"");
		escape_html(b, id);
		BUF_LIT(b, "\"");
	}
	if (class || (a && a->nclasses > 0)) {
		BUF_LIT(b, " class=\"");
		buf_cstr(b, class ? class : "");
		for (size_t i = 0; a && i < a->nclasses; i++) {
			if (class || i > 0)
				buf_chr(b, ' ');
			escape_html(b, a->classes[i]);
		}
		BUF_LIT(b, "\"");
	}
	if (lang.n > 0)
		html_lang(r, b, lang);
}

/* Tags are written most often of all: without printf. */
static void
open_tag(struct buf *b, const char *tag)
{
	buf_chr(b, '<');
	buf_cstr(b, tag);
}

static void
close_tag(struct buf *b, const char *tag)
{
	BUF_LIT(b, "</");
	buf_cstr(b, tag);
	buf_chr(b, '>');
}

/* -- inlines -- */

static void inlines(struct render *r, struct buf *b, const struct node *parent);

static void
wrap(struct render *r, struct buf *b, const struct node *n, const char *tag)
{
	open_tag(b, tag);
	html_attrs(r, b, n->attrs, NULL);
	BUF_LIT(b, ">");
	inlines(r, b, n);
	close_tag(b, tag);
}

static void
href(struct render *r, struct buf *b, const struct link *l)
{
	size_t from = b->n;

	link_href(b, r->out, l);
	escape_url_from(b, from);
}

/* What is shown as it is dialled, mailed to or opened runs from left to right in every language. */
static bool
is_address(const struct node *n)
{
	const struct node *words = n->first;
	struct str url = n->as.link.url;

	return str_starts(url, "tel:") ||
	    (words && words == n->last && words->kind == NODE_TEXT && words->as.text.n > 0 &&
		words->as.text.n <= url.n && str_eq(str_sub(url, url.n - words->as.text.n, url.n), words->as.text));
}

static void
write_link(struct render *r, struct buf *b, const struct node *n)
{
	struct link l;

	link_follow(r->links, r->arena, r->site, r->out, r->text, n->as.link.url, r->facts, &l);
	if (l.kind == LINK_BROKEN) {
		wrap(r, b, n, "span");
		return;
	}
	if (l.kind == LINK_ASSET)
		atomic_store(&l.asset->used, true);
	BUF_LIT(b, "<a href=\"");
	href(r, b, &l);
	BUF_LIT(b, "\"");
	html_attrs(r, b, n->attrs, l.term ? "term" : NULL);
	if (bidi_rtl(r->out->lang) && is_address(n) && attrs_get(n->attrs, "lang") == NULL)
		BUF_LIT(b, " dir=\"ltr\"");
	if (n->as.link.title.n > 0) {
		BUF_LIT(b, " title=\"");
		escape_html(b, n->as.link.title);
		BUF_LIT(b, "\"");
	}
	BUF_LIT(b, ">");
	inlines(r, b, n);
	BUF_LIT(b, "</a>");
}

static void
write_noteref(struct render *r, struct buf *b, const struct node *n)
{
	struct render_notes *notes = r->notes;
	int i = n->as.footnote.number - 1;

	if (notes == NULL || i < 0 || i >= notes->all)
		return;
	if (notes->number[i] == 0) {
		notes->order[notes->n] = i;
		notes->number[i] = ++notes->n;
	}
	notes->refs[i]++;
	buf_fmt(b, "<sup class=\"noteref\"><a href=\"#fn-%d\" id=\"fnref-%d", notes->number[i], notes->number[i]);
	if (notes->refs[i] > 1)
		buf_fmt(b, "-%d", notes->refs[i]);
	BUF_LIT(b, "\" role=\"doc-noteref\">");
	buf_str(b, ui_number(r->arena, r->out->lang, notes->number[i]));
	BUF_LIT(b, "</a></sup>");
}

static void
code_span(struct render *r, struct buf *b, const struct node *n)
{
	BUF_LIT(b, "<code");
	html_attrs(r, b, n->attrs, NULL);
	BUF_LIT(b, ">");
	escape_html(b, n->as.text);
	BUF_LIT(b, "</code>");
}

static void
write_gap(struct render *r, struct buf *b, const struct node *n)
{
	if (r->asked)
		r->writers->gap(r, b, n);
	else
		escape_html(b, n->as.text);
}

/* A language that is put on like a costume leaves addresses and foreign words as they are. */
static bool
wears_costume(const struct render *r, const struct node *n)
{
	const struct node *in = n->parent;

	return r->out->lang->pseudo != PSEUDO_NONE &&
	    !(in && ((in->kind == NODE_LINK && is_address(in)) || attrs_get(in->attrs, "lang")));
}

static void
write_text(struct render *r, struct buf *b, const struct node *n)
{
	struct str text = n->as.words.shown.n > 0 ? n->as.words.shown : n->as.words.text;
	struct buf costume = BUF_INIT;

	if (!wears_costume(r, n)) {
		escape_html(b, text);
		return;
	}
	pseudo_put(&costume, r->out->lang->pseudo, text);
	escape_html(b, buf_view(&costume));
	buf_free(&costume);
}

void
html_words(struct render *r, struct buf *b, const struct node *n)
{
	struct buf words = BUF_INIT;

	if (r->out->lang->pseudo == PSEUDO_NONE) {
		node_shown(b, n);
		return;
	}
	node_shown(&words, n);
	pseudo_put(b, r->out->lang->pseudo, buf_view(&words));
	buf_free(&words);
}

struct str
html_shown(struct render *r, struct str text)
{
	const struct language *l =
	    r->text && !r->out->lang->pseudo ? site_language(r->site, r->text->lang) : r->out->lang;

	return l ? typography_text(r->arena, l, text) : text;
}

static void
write_inline(struct render *r, struct buf *b, const struct node *n, struct raw_open *open)
{
	switch (n->kind) {
	case NODE_TEXT: write_text(r, b, n); break;
	case NODE_GAP: write_gap(r, b, n); break;
	case NODE_SOFTBREAK: buf_str(b, n->as.words.shown.n > 0 ? n->as.words.shown : STR("\n")); break;
	case NODE_LINEBREAK: BUF_LIT(b, "<br>\n"); break;
	case NODE_CODESPAN: code_span(r, b, n); break;
	case NODE_RAW:
		if (r->site->html_safe)
			raw_tag(b, n->as.text, open);
		break;
	case NODE_EMPH: wrap(r, b, n, "em"); break;
	case NODE_STRONG: wrap(r, b, n, "strong"); break;
	case NODE_STRIKE: wrap(r, b, n, "del"); break;
	case NODE_SPAN: wrap(r, b, n, "span"); break;
	case NODE_LINK: write_link(r, b, n); break;
	case NODE_IMAGE: r->writers->image(r, b, n, html_shown(r, n->as.link.title)); break;
	case NODE_NOTEREF: write_noteref(r, b, n); break;
	case NODE_ROLE: r->writers->role(r, b, n); break;
	default: break; /* a block has no place among inlines */
	}
}

static void
inlines(struct render *r, struct buf *b, const struct node *parent)
{
	struct raw_open open;

	open.n = 0;
	for (const struct node *n = parent->first; n; n = n->next)
		write_inline(r, b, n, &open);
	raw_close(b, &open);
}

void
html_inlines(struct render *r, struct buf *b, const struct node *parent)
{
	inlines(r, b, parent);
}

/* -- blocks -- */

void
html_heading(struct render *r, struct buf *b, int level, struct str anchor, const struct node *parent)
{
	level = level < 1 ? 1 : level > 6 ? 6 : level;
	BUF_LIT(b, "<h");
	buf_chr(b, (char)('0' + level));
	if (anchor.n > 0) {
		BUF_LIT(b, " id=\"");
		escape_html(b, anchor);
		BUF_LIT(b, "\"");
	}
	if (parent->kind == NODE_HEADING && parent->attrs) {
		struct attrs rest = *parent->attrs;

		rest.id = STR_EMPTY;
		html_attrs(r, b, &rest, NULL);
	}
	BUF_LIT(b, ">");
	inlines(r, b, parent);
	BUF_LIT(b, "</h");
	buf_chr(b, (char)('0' + level));
	BUF_LIT(b, ">\n");
}

/* Whether ${n} is a part of a directive, not of the page. */
static bool
inside_directive(const struct node *n)
{
	for (n = n->parent; n; n = n->parent)
		if (n->kind == NODE_QUOTE ||
		    (n->kind == NODE_DIRECTIVE && n->as.directive.kind &&
			(n->as.directive.kind->flags & DIRECTIVE_NO_OUTLINE)))
			return true;
	return false;
}

/* The uppermost level among the headings beside ${n}: counted once for all of them. */
static int
upper_level(struct render *r, const struct node *n)
{
	if (r->counted == n->parent)
		return r->upper;
	r->counted = n->parent;
	r->upper = n->as.heading.level;
	for (const struct node *s = n->parent->first; s; s = s->next)
		if (s->kind == NODE_HEADING && s->as.heading.level < r->upper)
			r->upper = s->as.heading.level;
	return r->upper;
}

static void
heading(struct render *r, struct buf *b, const struct node *n)
{
	if (inside_directive(n) || r->body == NULL) {
		html_heading(r, b, r->level + 1 + n->as.heading.level - upper_level(r, n), n->as.heading.anchor, n);
		return;
	}
	r->level = n->as.heading.level + r->body->shift;
	html_heading(r, b, r->level, n->as.heading.anchor, n);
}

static bool
only_image(const struct node *p)
{
	return p->first && p->first == p->last && p->first->kind == NODE_IMAGE;
}

static void
paragraph(struct render *r, struct buf *b, const struct node *n)
{
	if (only_image(n) && n->first->as.link.title.n > 0) {
		BUF_LIT(b, "<figure");
		html_attrs(r, b, n->attrs, NULL);
		BUF_LIT(b, ">");
		r->writers->image(r, b, n->first, STR_EMPTY);
		BUF_LIT(b, "<figcaption>");
		escape_html(b, html_shown(r, n->first->as.link.title));
		BUF_LIT(b, "</figcaption></figure>\n");
		return;
	}
	BUF_LIT(b, "<p");
	html_attrs(r, b, n->attrs, NULL);
	BUF_LIT(b, ">");
	inlines(r, b, n);
	BUF_LIT(b, "</p>\n");
}

static void
task(struct render *r, struct buf *b, enum node_mark mark)
{
	bool done = mark == MARK_TICKED;

	buf_fmt(b, "<span class=\"task-mark\" aria-hidden=\"true\">%s</span><span class=\"visually-hidden\"",
	    done ? "\xe2\x98\x91" : "\xe2\x98\x90");
	html_interface(r, b);
	buf_chr(b, '>');
	escape_html(b, ui_text(r->out->lang, done ? "task-done" : "task-open"));
	BUF_LIT(b, "</span> ");
}

static void
item(struct render *r, struct buf *b, const struct node *n, bool tight)
{
	bool marked = n->as.item.mark == MARK_EMPTY || n->as.item.mark == MARK_TICKED;

	BUF_LIT(b, "<li");
	html_attrs(r, b, n->attrs, marked ? "task" : NULL);
	BUF_LIT(b, ">");
	if (marked)
		task(r, b, n->as.item.mark);
	for (const struct node *c = n->first; c; c = c->next) {
		if (tight && c->kind == NODE_PARAGRAPH) {
			inlines(r, b, c);
			if (c->next)
				buf_chr(b, '\n');
		} else {
			html_block(r, b, c);
		}
	}
	BUF_LIT(b, "</li>\n");
}

static void
list(struct render *r, struct buf *b, const struct node *n)
{
	const char *tag = n->as.list.ordered ? "ol" : "ul";

	open_tag(b, tag);
	if (n->as.list.ordered && n->as.list.start != 1)
		buf_fmt(b, " start=\"%d\"", n->as.list.start);
	html_attrs(r, b, n->attrs, NULL);
	BUF_LIT(b, ">\n");
	for (const struct node *c = n->first; c; c = c->next)
		item(r, b, c, n->as.list.tight);
	close_tag(b, tag);
	buf_chr(b, '\n');
}

static void
code(struct buf *b, const struct node *n)
{
	struct str lang = str_sub(n->as.code.info, 0, str_find(n->as.code.info, ' '));

	BUF_LIT(b, "<pre tabindex=\"0\"><code");
	if (lang.n > 0) {
		BUF_LIT(b, " class=\"language-");
		escape_html(b, lang);
		BUF_LIT(b, "\"");
	}
	BUF_LIT(b, ">");
	escape_html(b, n->as.code.text);
	BUF_LIT(b, "</code></pre>\n");
}

/* An author's HTML: what is harmless of it, or (`html: off`) its words as a paragraph, so that nothing is lost. */
static void
raw(struct render *r, struct buf *b, const struct node *n)
{
	struct buf words = BUF_INIT;

	if (r->site->html_safe) {
		raw_html(b, n->as.text);
		return;
	}
	raw_text(&words, n->as.text);
	if (str_trim(buf_view(&words)).n > 0)
		buf_fmt(b, "<p>%.*s</p>\n", STR_ARG(str_trim(buf_view(&words))));
	buf_free(&words);
}

void
html_block(struct render *r, struct buf *b, const struct node *n)
{
	switch (n->kind) {
	case NODE_PARAGRAPH: paragraph(r, b, n); break;
	case NODE_HEADING: heading(r, b, n); break;
	case NODE_QUOTE:
		BUF_LIT(b, "<blockquote");
		html_attrs(r, b, n->attrs, NULL);
		BUF_LIT(b, ">\n");
		html_blocks(r, b, n);
		BUF_LIT(b, "</blockquote>\n");
		break;
	case NODE_LIST: list(r, b, n); break;
	case NODE_ITEM: item(r, b, n, false); break;
	case NODE_CODE: code(b, n); break;
	case NODE_HTML: raw(r, b, n); break;
	case NODE_RULE: BUF_LIT(b, "<hr>\n"); break;
	case NODE_TABLE: r->writers->table(r, b, n); break;
	case NODE_DIRECTIVE: r->writers->block(r, b, n); break;
	case NODE_FOOTNOTE: break; /* listed by footnotes_document() */
	default: break;
	}
}

void
html_blocks(struct render *r, struct buf *b, const struct node *parent)
{
	for (const struct node *n = parent->first; n; n = n->next)
		html_block(r, b, n);
}
