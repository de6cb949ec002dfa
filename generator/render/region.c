/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "render/region.h"

#include "base/escape.h"
#include "localise/bidi.h"
#include "localise/typography.h"
#include "localise/ui.h"
#include "render/html.h"
#include "render/wording.h"

const struct node *
region_label(const struct node *n)
{
	const struct node *label = n->as.directive.label;

	return label && label->first ? label : NULL;
}

struct str
region_id(struct render *r, const struct node *n)
{
	struct str id = attrs_id(n->attrs);

	return id.n > 0 ? id : arena_fmt(r->arena, "block--%d", ++r->serial);
}

/* -- sources -- */

const struct value *
region_entry(const struct value *map, struct str key)
{
	for (size_t i = 0; map && map->kind == VALUE_MAP && i < map->n; i++)
		if (str_eq(map->as.entries[i].key, key))
			return &map->as.entries[i].value;
	return NULL;
}

static void
source_name(struct render *r, struct buf *b, const struct value *source, struct str year)
{
	const struct value *link = value_get(source, "url"), *written = value_get(source, "year");
	struct str title =
	    typography_text(r->arena, r->out->lang, site_local(value_get(source, "title"), r->out->lang));
	bool apart = bidi_apart(r->out->lang, title), linked = link && link->text.n > 0 && escape_scheme_ok(link->text);

	if (linked) {
		BUF_LIT(b, "<a href=\"");
		escape_url(b, link->text, false);
		BUF_LIT(b, "\">");
	}
	if (apart)
		BUF_LIT(b, "<bdi>");
	escape_html(b, title);
	if (apart)
		BUF_LIT(b, "</bdi>");
	if (linked)
		BUF_LIT(b, "</a>");
	if (year.n == 0 && written)
		year = written->text;
	if (year.n == 0)
		return;
	BUF_LIT(b, " (");
	escape_html(b, year);
	buf_chr(b, ')');
}

/* The name is HTML, the sentence around it is not: it is cut where the name goes. */
static void
source_sentence(struct render *r, struct buf *b, const struct value *source, struct str year)
{
	struct ui_arg arg = { "source", STR("\x01") };
	struct str sentence = ui_format(r->arena, r->out->lang, "source", &arg, 1), before = str_cut(&sentence, '\x01');

	escape_html(b, before);
	source_name(r, b, source, year);
	escape_html(b, sentence);
}

void
region_source(struct render *r, struct buf *b, const struct attrs *a, const char *tag)
{
	const struct value *source = region_entry(r->site->sources, attrs_value(a, "source"));
	struct ui_arg year = { "year", attrs_value(a, "year") };

	if (attrs_get(a, "source"))
		facts_note(r->facts, FACT_FILE, STR("content/data/sources.yaml"));
	if (source == NULL && year.value.n == 0)
		return;
	buf_fmt(b, "<%s class=\"source\"", tag);
	wording_lang(r, b);
	buf_chr(b, '>');
	if (source)
		source_sentence(r, b, source, year.value);
	else
		escape_html(b, ui_format(r->arena, r->out->lang, "as-of", &year, 1));
	buf_fmt(b, "</%s>\n", tag);
}

/* -- the region -- */

static bool
titled(const struct node *n, const struct region *g)
{
	return g->kind || region_label(n);
}

static void
title(struct render *r, struct buf *b, const struct node *n, const struct region *g, struct str id)
{
	const struct node *label = region_label(n);

	buf_fmt(b, "<h%d class=\"block-title\" id=\"", r->level);
	escape_html(b, id);
	BUF_LIT(b, "--title\">");
	if (g->kind)
		wording_element(r, b, "span", "block-kind", wording_text(r, g->kind));
	if (label) {
		if (g->kind)
			BUF_LIT(b, "<span class=\"visually-hidden\">: </span>");
		buf_cstr(b, g->term ? "<dfn class=\"block-label\">" : "<span class=\"block-label\">");
		html_inlines(r, b, label);
		buf_cstr(b, g->term ? "</dfn>" : "</span>");
	}
	buf_fmt(b, "</h%d>\n", r->level);
}

int
region_open(struct render *r, struct buf *b, const struct node *n, const struct region *g)
{
	int level = r->level;
	struct str id;

	buf_cstr(b, titled(n, g) ? "<section" : "<div");
	html_attrs(r, b, n->attrs, g->class);
	if (g->role)
		buf_fmt(b, " role=\"%s\"", g->role);
	if (!titled(n, g)) {
		BUF_LIT(b, ">\n");
		return level;
	}
	id = region_id(r, n);
	r->level = level < 6 ? level + 1 : 6;
	if (g->role || region_label(n)) { /* a name makes it a landmark: not five times "Tip" */
		BUF_LIT(b, " aria-labelledby=\"");
		escape_html(b, id);
		BUF_LIT(b, "--title\"");
	}
	BUF_LIT(b, ">\n");
	title(r, b, n, g, id);
	return level;
}

void
region_close(struct render *r, struct buf *b, const struct node *n, const struct region *g, int level)
{
	if (!g->dated || attrs_get(n->attrs, "source"))
		region_source(r, b, n->attrs, "p");
	buf_cstr(b, titled(n, g) ? "</section>\n" : "</div>\n");
	r->level = level;
}
