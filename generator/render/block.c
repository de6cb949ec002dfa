/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "render/block.h"

#include "base/escape.h"
#include "render/blanks.h"
#include "render/checklist.h"
#include "render/contact.h"
#include "render/grid.h"
#include "render/html.h"
#include "render/only.h"
#include "render/override.h"
#include "render/parted.h"
#include "render/picture.h"
#include "render/question.h"
#include "render/quiz.h"
#include "render/region.h"
#include "render/role.h"
#include "render/scene.h"
#include "render/table.h"
#include "render/wording.h"

/* -- the kinds of blocks -- */

struct kind {
	const char *name;
	void (*render)(struct render *, struct buf *, const struct node *, const struct kind *);
	void (*inside)(struct render *, struct buf *, const struct node *); /* NULL: its blocks */
	struct region region;
};

static void
write_region(struct render *r, struct buf *b, const struct node *n, const struct kind *k)
{
	int level = region_open(r, b, n, &k->region);

	if (k->inside)
		k->inside(r, b, n);
	else
		html_blocks(r, b, n);
	region_close(r, b, n, &k->region, level);
}

/* What Pensum does not know, or does not build yet: its label as a title, and its text. */
static void
write_container(struct render *r, struct buf *b, const struct node *n)
{
	struct str name = arena_str(r->arena, n->as.directive.name);
	struct region g = { .class = name.n > 0 ? name.p : NULL };
	int level = region_open(r, b, n, &g);

	html_blocks(r, b, n);
	region_close(r, b, n, &g, level);
}

static bool
same_source(const struct node *a, const struct node *b)
{
	return str_eq(attrs_value(a->attrs, "source"), attrs_value(b->attrs, "source")) &&
	    str_eq(attrs_value(a->attrs, "year"), attrs_value(b->attrs, "year"));
}

/* The item whose source is that of all; NULL where they differ. */
static const struct node *
common_source(const struct node *list)
{
	for (const struct node *i = list->first; i; i = i->next)
		if (!same_source(i, list->first))
			return NULL;
	return list->first;
}

static void
fact(struct render *r, struct buf *b, const struct node *item, bool sourced)
{
	BUF_LIT(b, "<li");
	html_attrs(r, b, item->attrs, NULL);
	BUF_LIT(b, ">");
	for (const struct node *c = item->first; c; c = c->next) {
		if (c->kind == NODE_PARAGRAPH)
			html_inlines(r, b, c);
		else
			html_block(r, b, c);
	}
	if (sourced) {
		buf_chr(b, ' ');
		region_source(r, b, item->attrs, "span");
	}
	BUF_LIT(b, "</li>\n");
}

/* Figures, each with its source; what all have in common is said once. */
static void
write_facts(struct render *r, struct buf *b, const struct node *n)
{
	for (const struct node *c = n->first; c; c = c->next) {
		const struct node *common;

		if (c->kind != NODE_LIST) {
			html_block(r, b, c);
			continue;
		}
		common = common_source(c);
		BUF_LIT(b, "<ul class=\"facts\">\n");
		for (const struct node *i = c->first; i; i = i->next)
			fact(r, b, i, !common);
		BUF_LIT(b, "</ul>\n");
		if (common)
			region_source(r, b, common->attrs, "p");
	}
}

static void
write_band(struct render *r, struct buf *b, const struct node *n, const struct kind *k)
{
	(void)k;
	quiz_band(r, b, n);
}

static void
write_question(struct render *r, struct buf *b, const struct node *n, const struct kind *k)
{
	(void)k;
	if (n->as.directive.block)
		question_render(r, b, n->as.directive.block);
	else
		write_container(r, b, n);
}

static void
write_scenario(struct render *r, struct buf *b, const struct node *n, const struct kind *k)
{
	if (scene_sound(n))
		write_region(r, b, n, k);
	else
		write_container(r, b, n);
}

static void
write_place(struct render *r, struct buf *b, const struct node *n, const struct kind *k)
{
	(void)k;
	if (scene_sound(n))
		scene_place(r, b, n);
	else
		write_container(r, b, n);
}

static void
write_part(struct render *r, struct buf *b, const struct node *n, const struct kind *k)
{
	(void)k;
	if (scene_sound(n))
		scene_part(r, b, n);
	else
		write_container(r, b, n);
}

/* A part of a question stands where the question puts it; elsewhere it was diagnosed. */
static void
write_nothing(struct render *r, struct buf *b, const struct node *n, const struct kind *k)
{
	(void)r, (void)b, (void)n, (void)k;
}

/* -- tables -- */

/* Returns the id of the caption, or nothing where the directive has none. */
static struct str
caption(struct render *r, struct buf *b, const struct node *n)
{
	struct str id;

	if (region_label(n) == NULL)
		return STR_EMPTY;
	id = ARENA_CAT(r->arena, region_id(r, n), STR("--title"));
	BUF_LIT(b, "<figcaption id=\"");
	escape_html(b, id);
	BUF_LIT(b, "\">");
	html_inlines(r, b, region_label(n));
	BUF_LIT(b, "</figcaption>\n");
	return id;
}

static void
named_table(struct render *r, struct buf *b, const struct node *n, struct str name)
{
	table_scroll(r, b, name);
	table_render(r, b, n, name);
	BUF_LIT(b, "</div>\n");
}

static void
write_table(struct render *r, struct buf *b, const struct node *n, const struct kind *k)
{
	struct str name;

	BUF_LIT(b, "<figure");
	html_attrs(r, b, n->attrs, k->region.class);
	BUF_LIT(b, ">\n");
	name = caption(r, b, n);
	for (const struct node *c = n->first; c; c = c->next) {
		if (c->kind == NODE_TABLE && name.n > 0)
			named_table(r, b, c, name);
		else
			html_block(r, b, c);
	}
	region_source(r, b, n->attrs, "p");
	BUF_LIT(b, "</figure>\n");
}

static void
write_grid(struct render *r, struct buf *b, const struct node *n, const struct kind *k)
{
	BUF_LIT(b, "<figure");
	html_attrs(r, b, n->attrs, k->region.class);
	BUF_LIT(b, ">\n");
	grid_render(r, b, n, caption(r, b, n));
	region_source(r, b, n->attrs, "p");
	BUF_LIT(b, "</figure>\n");
}

/* -- others -- */

static void
write_details(struct render *r, struct buf *b, const struct node *n, const struct kind *k)
{
	struct str open = attrs_value(n->attrs, "open");

	BUF_LIT(b, "<details");
	html_attrs(r, b, n->attrs, k->region.class);
	buf_cstr(b, str_is(open, "yes") || str_is(open, "true") ? " open>\n" : ">\n");
	if (region_label(n)) {
		BUF_LIT(b, "<summary>");
		html_inlines(r, b, region_label(n));
		BUF_LIT(b, "</summary>\n");
	} else {
		wording_summary(r, b, "details");
	}
	html_blocks(r, b, n);
	region_source(r, b, n->attrs, "p");
	BUF_LIT(b, "</details>\n");
}

static void
write_contact(struct render *r, struct buf *b, const struct node *n, const struct kind *k)
{
	(void)k;
	contact_render(r, b, n);
}

/* Nothing around it but what an id or a class is for. */
static void
write_only(struct render *r, struct buf *b, const struct node *n, const struct kind *k)
{
	bool bare = attrs_id(n->attrs).n == 0 && (n->attrs == NULL || n->attrs->nclasses == 0) &&
	    attrs_value(n->attrs, "lang").n == 0;

	if (!bare) {
		BUF_LIT(b, "<div");
		html_attrs(r, b, n->attrs, k->region.class);
		BUF_LIT(b, ">\n");
	}
	html_blocks(r, b, n);
	if (!bare)
		BUF_LIT(b, "</div>\n");
}

/* `::image[words]{src=…}` is another way to write `![words](…)`. */
static void
write_image(struct render *r, struct buf *b, const struct node *n, const struct kind *k)
{
	struct node *p = node_new(r->arena, NODE_PARAGRAPH, n->at), *image = node_new(r->arena, NODE_IMAGE, n->at),
		    *words;
	struct buf alt = BUF_INIT;

	(void)k;
	if (region_label(n))
		html_words(r, &alt, region_label(n));
	words = node_new(r->arena, NODE_TEXT, n->at);
	words->as.text = arena_str(r->arena, buf_view(&alt));
	image->attrs = n->attrs;
	image->as.link.url = attrs_value(n->attrs, "src");
	image->as.link.title = STR_EMPTY;
	node_append(image, words);
	node_append(p, image);
	html_block(r, b, p);
	buf_free(&alt);
}

/* clang-format off */
#define CALLOUT(word) { word, write_region, NULL, { .class = "callout " word, .role = "note", .kind = word } }
/* clang-format on */
/* clang-format off */
#define BOX(word, inside) { word, write_region, inside, { .class = "box " word, .kind = word } }
/* clang-format on */

static const struct kind kinds[] = {
	CALLOUT("note"),
	CALLOUT("tip"),
	CALLOUT("caution"),
	CALLOUT("important"),
	{ "definition", write_region, NULL, { .class = "definition", .kind = "definition", .term = true } },
	{ "case", write_region, parted_render, { .class = "case", .kind = "case", .dated = true } },
	{ "practice", write_region, parted_render, { .class = "box practice", .kind = "practice", .dated = true } },
	{ "scenario", write_scenario, scene_story, { .class = "scenario", .kind = "scenario" } },
	{ "step", write_place, NULL, { .class = "step" } },
	{ "ending", write_place, NULL, { .class = "ending" } },
	{ "summary", write_part, NULL, { .class = "summary" } },
	{ "debrief", write_part, NULL, { .class = "debrief" } },
	BOX("indicators", checklist_render),
	BOX("checklist", checklist_render),
	BOX("actions", NULL),
	BOX("keyfacts", write_facts),
	BOX("objectives", NULL),
	BOX("prerequisites", NULL),
	BOX("keypoints", NULL),
	BOX("reflect", NULL),
	BOX("facilitator", NULL),
	{ "band", write_band, NULL, { .class = "band" } },
	{ "question", write_question, NULL, { .class = "question" } },
	{ "hint", write_nothing, NULL, { .class = "hint" } },
	{ "feedback", write_nothing, NULL, { .class = "feedback" } },
	{ "explanation", write_nothing, NULL, { .class = "explanation" } },
	{ "samples", write_nothing, NULL, { .class = "samples" } },
	{ "table", write_table, NULL, { .class = "table" } },
	{ "grid", write_grid, NULL, { .class = "grid" } },
	{ "details", write_details, NULL, { .class = "details" } },
	{ "contact", write_contact, NULL, { .class = "contact" } },
	{ "only", write_only, NULL, { .class = "only" } },
	{ "image", write_image, NULL, { .class = NULL } },
};

static const struct kind *
kind_of(const struct node *n)
{
	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
		if (str_is(n->as.directive.name, kinds[i].name))
			return &kinds[i];
	return NULL;
}

/* Whether a directive's conditions let it into this page. */
static bool
shown(const struct render *r, const struct node *n)
{
	return !only_leaks(r, n) && (!str_is(n->as.directive.name, "only") || only_holds(r, n->attrs));
}

static void
write_block(struct render *r, struct buf *b, const struct node *n)
{
	const char *template = override_template(r, n);
	const struct kind *k = kind_of(n);

	if (!shown(r, n))
		return;
	if (template)
		override_render(r, b, n, template);
	else if (k)
		k->render(r, b, n, k);
	else
		write_container(r, b, n);
}

/* A table without a directive around it. */
static void
write_bare_table(struct render *r, struct buf *b, const struct node *n)
{
	table_scroll(r, b, STR_EMPTY);
	table_render(r, b, n, STR_EMPTY);
	BUF_LIT(b, "</div>\n");
}

const struct render_writers block_writers = { write_block, role_render, write_bare_table, picture_write, blanks_gap };
