/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "render/scene.h"

#include "base/escape.h"
#include "localise/ui.h"
#include "model/scenario.h"
#include "render/contact.h"
#include "render/html.h"
#include "render/region.h"
#include "render/wording.h"

struct scene {
	struct render *r;
	struct buf *b;
	const struct scenario *s;
};

static const struct scenario *
scenario_of(const struct node *n)
{
	const struct node *top = node_is_directive(n, "scenario") ? n : n->parent;

	return top && node_is_directive(top, "scenario") ? top->as.directive.block : NULL;
}

bool
scene_sound(const struct node *n)
{
	return scenario_of(n) && scenario_of(n)->sound;
}

/* -- words and links -- */

/* The id of a part that is no place: "kindergarten--pause". */
static struct str
part_id(const struct scene *c, const char *part)
{
	return arena_fmt(c->r->arena, "%.*s--%s", STR_ARG(c->s->id), part);
}

static void
open_link(const struct scene *c, struct str id, const char *more)
{
	BUF_LIT(c->b, "<a href=\"#");
	escape_html(c->b, id);
	buf_fmt(c->b, "\"%s>", more);
}

/* A link that the interface says. */
static void
say_link(const struct scene *c, struct str id, const char *more, const char *key)
{
	open_link(c, id, more);
	escape_html(c->b, wording_text(c->r, key));
	BUF_LIT(c->b, "</a>");
}

static void
open_words(const struct scene *c, const char *class)
{
	buf_fmt(c->b, "<p class=\"%s\"", class);
	wording_lang(c->r, c->b);
	buf_chr(c->b, '>');
}

/* "3"; of a turn "3.2". */
static struct str
number_of(const struct scene *c, const struct place *p, size_t turn)
{
	struct str place = ui_number(c->r->arena, c->r->out->lang, (int64_t)p->number);

	if (turn == 0)
		return place;
	return arena_fmt(
	    c->r->arena, "%.*s.%.*s", STR_ARG(place), STR_ARG(ui_number(c->r->arena, c->r->out->lang, (int64_t)turn)));
}

/* " (go to 7)", on paper only. */
static void
say_number(const struct scene *c, struct str number)
{
	struct ui_arg arg = { "number", number };

	buf_chr(c->b, ' ');
	wording_element(c->r, c->b, "span", "scene-go", ui_format(c->r->arena, c->r->out->lang, "scene-go", &arg, 1));
}

/* -- a scene -- */

static void
open_scene(const struct scene *c, const struct attrs *attrs, struct str id, const char *class)
{
	struct attrs with = attrs ? *attrs : (struct attrs){ 0 };

	with.id = id;
	BUF_LIT(c->b, "<div");
	html_attrs(c->r, c->b, &with, class);
}

/* The level of what stands in a scene. Returns the one outside. */
static int
go_down(struct render *r)
{
	int level = r->level;

	r->level = level < 6 ? level + 1 : 6;
	return level;
}

/* Reading goes on here: the script moves the focus to it. */
static void
open_heading(const struct scene *c)
{
	buf_fmt(c->b, "<h%d class=\"scene-title\" tabindex=\"-1\">", c->r->level);
}

static void
close_heading(const struct scene *c)
{
	buf_fmt(c->b, "</h%d>\n", c->r->level);
}

static void
place_heading(const struct scene *c, const struct place *p)
{
	const struct node *label = region_label(p->node);
	struct ui_arg arg = { "number", number_of(c, p, 0) };

	open_heading(c);
	if (label) {
		BUF_LIT(c->b, "<span class=\"scene-number\">");
		escape_html(c->b, arg.value);
		BUF_LIT(c->b, "</span> ");
		html_inlines(c->r, c->b, label);
	} else {
		wording_element(c->r, c->b, "span", "scene-name",
		    p->ending ? wording_text(c->r, "ending")
			      : ui_format(c->r->arena, c->r->out->lang, "step-number", &arg, 1));
	}
	close_heading(c);
}

/* -- choices -- */

static void
choice(const struct scene *c, const struct place *p, size_t i)
{
	const struct turn *t = &p->turns[i];
	struct str to =
	    t->told ? scenario_turn_anchor(c->r->arena, c->s, p, i) : scenario_anchor(c->r->arena, c->s, t->to);

	BUF_LIT(c->b, "<li>");
	open_link(c, to, " data-choice");
	html_inlines(c->r, c->b, t->words);
	BUF_LIT(c->b, "</a>");
	say_number(c, t->told ? number_of(c, p, i + 1) : number_of(c, t->to, 0));
	BUF_LIT(c->b, "</li>\n");
}

static void
choices(const struct scene *c, const struct place *p)
{
	open_words(c, "scene-ask");
	escape_html(c->b, wording_text(c->r, "scene-ask"));
	BUF_LIT(c->b, "</p>\n<ul class=\"choices\">\n");
	for (size_t i = 0; i < p->nturns; i++)
		choice(c, p, i);
	BUF_LIT(c->b, "</ul>\n");
}

static void
pause_link(const struct scene *c)
{
	open_words(c, "scene-pause");
	say_link(c, part_id(c, "pause"), "", "scene-pause");
	BUF_LIT(c->b, "</p>\n");
}

/*
 * "You chose: WORDS". The words are said again, without their links and marks: each stands on the page once. They may be in
 * another language than the sentence, which is cut where they go.
 */
static void
turn_heading(const struct scene *c, const struct place *p, size_t i)
{
	struct ui_arg arg = { "choice", STR("\x01") };
	struct str sentence = ui_format(c->r->arena, c->r->out->lang, "scene-chosen", &arg, 1),
		   before = str_cut(&sentence, '\x01');
	struct buf words = BUF_INIT;

	html_words(c->r, &words, p->turns[i].words);
	open_heading(c);
	BUF_LIT(c->b, "<span class=\"scene-number\">");
	escape_html(c->b, number_of(c, p, i + 1));
	BUF_LIT(c->b, "</span> ");
	wording_element(c->r, c->b, "span", "scene-name", before);
	escape_html(c->b, str_trim(buf_view(&words)));
	escape_html(c->b, sentence);
	close_heading(c);
	buf_free(&words);
}

static void
say_outcome(const struct scene *c, enum outcome outcome)
{
	const char *name = scenario_outcome_names[outcome];

	if (outcome == OUTCOME_NONE)
		return;
	wording_element(c->r, c->b, "p", arena_fmt(c->r->arena, "outcome outcome-%s", name).p,
	    wording_text(c->r, arena_fmt(c->r->arena, "outcome-%s", name).p));
	buf_chr(c->b, '\n');
}

/* What follows from a choice, and the way on. */
static void
turn(const struct scene *c, const struct place *p, size_t i)
{
	const struct turn *t = &p->turns[i];

	open_scene(c, NULL, scenario_turn_anchor(c->r->arena, c->s, p, i), "scene turn");
	wording_data(c->b, "scene", STR("turn"));
	wording_data(c->b, "from", scenario_anchor(c->r->arena, c->s, p));
	BUF_LIT(c->b, ">\n");
	turn_heading(c, p, i);
	say_outcome(c, t->outcome);
	for (const struct node *n = t->item->first; n; n = n->next)
		if (n->kind == NODE_QUOTE)
			html_blocks(c->r, c->b, n);
	open_words(c, "scene-on");
	say_link(
	    c, scenario_anchor(c->r->arena, c->s, t->to), " class=\"button\"", t->to == p ? "scene-again" : "scene-on");
	say_number(c, number_of(c, t->to, 0));
	BUF_LIT(c->b, "</p>\n");
	pause_link(c);
	BUF_LIT(c->b, "</div>\n");
}

/* -- steps and endings -- */

void
scene_place(struct render *r, struct buf *b, const struct node *n)
{
	const struct scene c = { r, b, scenario_of(n) };
	const struct place *p = c.s->places;
	int level = go_down(r);

	while (p->node != n)
		p++;
	open_scene(&c, n->attrs, scenario_anchor(r->arena, c.s, p), p->ending ? "scene ending" : "scene step");
	wording_data(b, "scene", p->ending ? STR("ending") : STR("step"));
	BUF_LIT(b, ">\n");
	place_heading(&c, p);
	for (const struct node *i = n->first; i; i = i->next) {
		if (i == p->list)
			choices(&c, p);
		else
			html_block(r, b, i);
	}
	region_source(r, b, n->attrs, "p");
	pause_link(&c);
	BUF_LIT(b, "</div>\n");
	for (size_t i = 0; i < p->nturns; i++)
		if (p->turns[i].told)
			turn(&c, p, i);
	r->level = level;
}

/* -- what stands around them -- */

void
scene_part(struct render *r, struct buf *b, const struct node *n)
{
	const struct scene c = { r, b, scenario_of(n) };
	bool summary = node_is_directive(n, "summary");
	int level = go_down(r);

	open_scene(&c, n->attrs, part_id(&c, summary ? "summary" : "debrief"), summary ? "scene summary" : "debrief");
	buf_cstr(b, summary ? " data-scene=\"summary\">\n" : ">\n");
	open_heading(&c);
	if (region_label(n))
		html_inlines(r, b, region_label(n));
	else
		wording_element(r, b, "span", "scene-name", wording_text(r, summary ? "summary" : "debrief"));
	close_heading(&c);
	html_blocks(r, b, n);
	region_source(r, b, n->attrs, "p");
	BUF_LIT(b, "</div>\n");
	r->level = level;
}

static bool
tells(const struct node *n)
{
	return node_is_directive(n, "step") || node_is_directive(n, "ending") || node_is_directive(n, "summary") ||
	    node_is_directive(n, "debrief");
}

/* What comes, and a way round it. */
static void
front(const struct scene *c)
{
	open_scene(c, NULL, part_id(c, "front"), "scene front");
	BUF_LIT(c->b, " data-scene=\"front\">\n");
	for (const struct node *n = c->s->node->first; n; n = n->next)
		if (!tells(n))
			html_block(c->r, c->b, n);
	open_words(c, "scene-paper");
	escape_html(c->b, wording_text(c->r, "scene-paper"));
	BUF_LIT(c->b, "</p>\n");
	open_words(c, "scene-on");
	say_link(c, scenario_anchor(c->r->arena, c->s, c->s->start), " class=\"button\"", "scene-begin");
	if (c->s->summary) {
		buf_chr(c->b, ' ');
		say_link(c, part_id(c, "summary"), "", "scene-skip");
	}
	BUF_LIT(c->b, "</p>\n</div>\n");
}

/* A quiet place, with somebody to talk to. */
static void
rest(const struct scene *c)
{
	struct node *card = node_new(c->r->arena, NODE_DIRECTIVE, c->s->node->at);
	struct attr role = { STR("role"), STR("helpline"), c->s->node->at };
	struct attrs attrs = { .v = &role, .n = 1 };
	int level = go_down(c->r);

	open_scene(c, NULL, part_id(c, "pause"), "scene pause");
	BUF_LIT(c->b, " data-scene=\"pause\"");
	wording_lang(c->r, c->b);
	BUF_LIT(c->b, ">\n");
	open_heading(c);
	escape_html(c->b, wording_text(c->r, "pause"));
	close_heading(c);
	BUF_LIT(c->b, "<p>");
	escape_html(c->b, wording_text(c->r, "pause-text"));
	BUF_LIT(c->b, "</p>\n");
	card->attrs = &attrs;
	contact_render(c->r, c->b, card);
	BUF_LIT(c->b, "<p class=\"scene-on\">");
	say_link(c, part_id(c, "front"), " class=\"button\" data-back", "pause-over");
	BUF_LIT(c->b, "</p>\n</div>\n");
	c->r->level = level;
}

/* For the script, which brings them out. */
static void
tools(const struct scene *c)
{
	BUF_LIT(c->b, "<div class=\"scene-tools\" data-tools hidden");
	wording_lang(c->r, c->b);
	BUF_LIT(c->b, ">\n<p>");
	say_link(c, part_id(c, "front"), " data-back", "scene-back");
	buf_chr(c->b, ' ');
	say_link(c, part_id(c, "front"), "", "scene-restart");
	BUF_LIT(c->b, "</p>\n<details>");
	wording_summary(c->r, c->b, "scene-way");
	BUF_LIT(c->b, "<ol></ol>\n</details>\n</div>\n<p class=\"visually-hidden\" role=\"status\"></p>\n");
}

void
scene_story(struct render *r, struct buf *b, const struct node *n)
{
	const struct scene c = { r, b, scenario_of(n) };

	BUF_LIT(b, "<div class=\"story\"");
	wording_data(b, "story", c.s->id);
	if (c.s->scoring != SCENARIO_UNSCORED)
		wording_data(b, "points", wording_text(r, "scene-points"));
	BUF_LIT(b, ">\n");
	front(&c);
	for (const struct node *i = n->first; i; i = i->next)
		if (tells(i) && !node_is_directive(i, "summary") && !node_is_directive(i, "debrief"))
			html_block(r, b, i);
	if (c.s->summary)
		html_block(r, b, c.s->summary);
	if (c.s->debrief)
		html_block(r, b, c.s->debrief);
	rest(&c);
	tools(&c);
	BUF_LIT(b, "</div>\n");
}
