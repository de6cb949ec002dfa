/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "render/checklist.h"

#include "base/escape.h"
#include "localise/ui.h"
#include "render/html.h"
#include "render/region.h"
#include "render/wording.h"

struct ticks {
	struct render *r;
	struct buf *b;
	struct str id; /* of the directive */
	int n;         /* items so far: ids of theirs are unique only in the directive */
	bool grouped;  /* a group is open */
};

/* -- an item -- */

static const struct node *
first_words(const struct node *item)
{
	return item->first && item->first->kind == NODE_PARAGRAPH ? item->first : NULL;
}

static void
why_id(struct ticks *t, const char *name)
{
	buf_fmt(t->b, " %s=\"", name);
	escape_html(t->b, t->id);
	buf_fmt(t->b, "--%d\"", t->n);
}

/* What explains the item, or stands in it besides its words. */
static void
more(struct ticks *t, const struct node *item)
{
	BUF_LIT(t->b, "<div class=\"tick-why\"");
	why_id(t, "id");
	BUF_LIT(t->b, ">\n");
	for (const struct node *c = item->first; c; c = c->next) {
		if (c == first_words(item))
			continue;
		if (c->kind == NODE_QUOTE)
			html_blocks(t->r, t->b, c);
		else
			html_block(t->r, t->b, c);
	}
	BUF_LIT(t->b, "</div>\n");
}

static void
tick(struct ticks *t, const struct node *item)
{
	const struct node *words = first_words(item);
	bool explained = item->first != item->last || (item->first && !words);

	t->n++;
	BUF_LIT(t->b, "<li class=\"tick");
	for (size_t i = 0; item->attrs && i < item->attrs->nclasses; i++) {
		buf_chr(t->b, ' ');
		escape_html(t->b, item->attrs->classes[i]);
	}
	BUF_LIT(t->b, "\"><label><input type=\"checkbox\"");
	if (explained)
		why_id(t, "aria-describedby");
	BUF_LIT(t->b, "> <span>");
	if (words)
		html_inlines(t->r, t->b, words);
	BUF_LIT(t->b, "</span></label>\n");
	if (explained)
		more(t, item);
	BUF_LIT(t->b, "</li>\n");
}

static bool
marked(const struct node *list)
{
	return list->kind == NODE_LIST && list->first && list->first->as.item.mark != MARK_NONE;
}

static void
items(struct ticks *t, const struct node *list)
{
	BUF_LIT(t->b, "<ul class=\"ticks\">\n");
	for (const struct node *i = list->first; i; i = i->next)
		tick(t, i);
	BUF_LIT(t->b, "</ul>\n");
}

/* -- groups and bands -- */

static void
close_group(struct ticks *t)
{
	if (t->grouped)
		BUF_LIT(t->b, "</fieldset>\n");
	t->grouped = false;
}

static void
group(struct ticks *t, const struct node *heading)
{
	close_group(t);
	BUF_LIT(t->b, "<fieldset>\n<legend>");
	html_heading(t->r, t->b, t->r->level + 1, heading->as.heading.anchor, heading);
	BUF_LIT(t->b, "</legend>\n");
	t->grouped = true;
}

/* Small whole numbers only: what is not one is nothing that can be said. */
static int
number(struct str s)
{
	int n = 0;

	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] < '0' || s.p[i] > '9' || n > 9999)
			return -1;
		n = 10 * n + (s.p[i] - '0');
	}
	return s.n > 0 ? n : -1;
}

static struct str
band_when(struct ticks *t, const struct node *band)
{
	struct str from = attrs_value(band->attrs, "from");
	bool share = str_ends(from, "%"), strong = str_is(attrs_value(band->attrs, "of"), "strong");
	int n = number(share ? str_sub(from, 0, from.n - 1) : from);
	struct ui_arg arg = { "number", STR_EMPTY };

	if (n <= 0)
		return STR_EMPTY;
	if (!share)
		return ui_count(t->r->arena, t->r->out->lang, strong ? "band-strong-ticks" : "band-ticks", n);
	arg.value = ui_number(t->r->arena, t->r->out->lang, n);
	return ui_format(t->r->arena, t->r->out->lang, "percent", &arg, 1);
}

/* For the script, which shows one band and hides the others. */
static void
band_data(struct ticks *t, const struct node *n)
{
	struct str from = attrs_value(n->attrs, "from");

	BUF_LIT(t->b, " data-from=\"");
	escape_html(t->b, from.n > 0 ? from : STR("0"));
	BUF_LIT(t->b, "\"");
	if (str_is(attrs_value(n->attrs, "of"), "strong"))
		BUF_LIT(t->b, " data-of=\"strong\"");
}

static void
band(struct ticks *t, const struct node *n)
{
	struct str when = band_when(t, n);

	close_group(t);
	BUF_LIT(t->b, "<div");
	html_attrs(t->r, t->b, n->attrs, "band");
	band_data(t, n);
	BUF_LIT(t->b, ">\n");
	if (when.n > 0)
		wording_element(t->r, t->b, "p", "band-when", when);
	html_blocks(t->r, t->b, n);
	BUF_LIT(t->b, "</div>\n");
}

/* -- all of it -- */

static bool
in_form(const struct node *n)
{
	for (n = n->parent; n; n = n->parent)
		if (node_is_directive(n, "question") || node_is_directive(n, "indicators") ||
		    node_is_directive(n, "checklist"))
			return true;
	return false;
}

static bool
has_bands(const struct node *n)
{
	for (const struct node *c = n->first; c; c = c->next)
		if (node_is_directive(c, "band"))
			return true;
	return false;
}

/* Who fills in what may concern somebody leaves nothing on the screen. */
static void
clear(struct ticks *t)
{
	BUF_LIT(t->b, "<p class=\"tick-actions\"");
	wording_lang(t->r, t->b);
	BUF_LIT(t->b, "><button type=\"reset\">");
	escape_html(t->b, wording_text(t->r, "clear-ticks"));
	BUF_LIT(t->b, "</button></p>\n");
}

/* A form of the method `dialog` outside of a dialog goes nowhere when it is submitted; `off` keeps browsers from remembering ticks. */
void
checklist_render(struct render *r, struct buf *b, const struct node *n)
{
	struct ticks t = { r, b, region_id(r, n), 0, false };
	bool form = !in_form(n);

	if (form)
		buf_cstr(b,
		    has_bands(n) ? "<form method=\"dialog\" autocomplete=\"off\" data-ticks>\n"
				 : "<form method=\"dialog\" autocomplete=\"off\">\n");
	for (const struct node *c = n->first; c; c = c->next) {
		if (c->kind == NODE_HEADING)
			group(&t, c);
		else if (marked(c))
			items(&t, c);
		else if (node_is_directive(c, "band"))
			band(&t, c);
		else
			html_block(r, b, c);
	}
	close_group(&t);
	if (form && t.n > 0)
		clear(&t);
	if (form)
		BUF_LIT(b, "</form>\n");
}
