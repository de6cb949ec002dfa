/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "render/page.h"

#include "base/escape.h"
#include "base/version.h"
#include "localise/calendar.h"
#include "localise/tongue.h"
#include "localise/typography.h"
#include "localise/ui.h"
#include "model/pagekey.h"
#include "render/contact.h"
#include "render/footnotes.h"
#include "render/glossary.h"
#include "render/html.h"
#include "render/lua.h"
#include "render/navigate.h"
#include "render/quiz.h"
#include "render/views.h"

/* What each kind of page is rendered by. */
static const struct {
	const char *kind, *template;
} kinds[] = {
	[OUTPUT_ROOT] = { "root", "root.html" },
	[OUTPUT_HOME] = { "home", "home.html" },
	[OUTPUT_COURSE] = { "course", "course.html" },
	[OUTPUT_MODULE] = { "module", "module.html" },
	[OUTPUT_DOCUMENT] = { "document", "page.html" },
	[OUTPUT_GLOSSARY] = { "glossary", "glossary.html" },
	[OUTPUT_SEARCH] = { "search", "search.html" },
	[OUTPUT_MOVED] = { "moved", "moved.html" },
	[OUTPUT_NOTFOUND] = { "notfound", "notfound.html" },
};

/* -- parts of the page -- */

static void
add_objective(struct render *r, void **v, size_t *n, struct str id, const struct value *text)
{
	struct objective_view *o;

	if (text->kind == VALUE_LIST || text->kind == VALUE_MAP)
		return;
	o = ARENA_NEW(r->arena, struct objective_view);
	o->id = id;
	o->text = navigate_words(r, r->out->text->title_lang, text->text);
	v[(*n)++] = o;
}

static struct view_list
objectives(struct render *r, const struct value *list)
{
	size_t n = 0, all = list && (list->kind == VALUE_LIST || list->kind == VALUE_MAP) ? list->n : 0;
	void **v = ARENA_ARRAY(r->arena, void *, all);

	for (size_t i = 0; i < all; i++) {
		if (list->kind == VALUE_LIST)
			add_objective(r, v, &n, STR_EMPTY, &list->as.items[i]);
		else
			add_objective(r, v, &n, list->as.entries[i].key, &list->as.entries[i].value);
	}
	return (struct view_list){ v, n };
}

static struct outline_view *
outline_entry(struct render *r, const struct outline_entry *e)
{
	struct outline_view *v = ARENA_NEW(r->arena, struct outline_view);
	struct str lang = e->heading->first ? attrs_value(e->heading->first->attrs, "lang") : STR_EMPTY;
	struct buf words = BUF_INIT, html = BUF_INIT;

	html_words(r, &words, e->heading); /* words only: a link inside a link is none */
	if (lang.n > 0) {
		BUF_LIT(&html, "<span");
		html_lang(r, &html, lang);
		BUF_LIT(&html, ">");
	}
	escape_html(&html, buf_view(&words));
	if (lang.n > 0)
		BUF_LIT(&html, "</span>");
	v->anchor = e->anchor;
	v->text = arena_str(r->arena, buf_view(&html));
	buf_free(&words);
	buf_free(&html);
	return v;
}

/* Third-level headings hang on the second-level one in front of them: those of one stand side by side in ${lower}. */
static struct view_list
outline(struct render *r, const struct body *body)
{
	void **v = ARENA_ARRAY(r->arena, void *, body->noutline),
	     **lower = ARENA_ARRAY(r->arena, void *, body->noutline);
	struct view_list list = { v, 0 };
	struct outline_view *upper = NULL;

	for (size_t i = 0; i < body->noutline; i++) {
		struct outline_view *e = outline_entry(r, &body->outline[i]);

		if (body->outline[i].level > 2 && upper) {
			lower[i] = e;
			if (upper->children.n++ == 0)
				upper->children.v = &lower[i];
		} else {
			v[list.n++] = upper = e;
		}
	}
	return list;
}

static struct view_list
scripts(struct render *r, struct str root)
{
	void **v = ARENA_ARRAY(r->arena, void *, 1);
	struct link_view *l;

	if (r->script.n == 0)
		return (struct view_list){ v, 0 };
	l = ARENA_NEW(r->arena, struct link_view);
	l->id = l->title = l->summary = l->type = l->key = l->lang = l->dir = STR_EMPTY;
	l->url = ARENA_CAT(r->arena, root, r->script);
	v[0] = l;
	return (struct view_list){ v, 1 };
}

static void
note(struct render *r, struct page_view *p, const struct value *v)
{
	struct str lang = r->out->text->title_lang;

	p->note_what = p->note_around = STR_EMPTY;
	if (v == NULL)
		return;
	p->has_note = true;
	if (v->kind != VALUE_MAP) {
		p->note_what = navigate_words(r, lang, v->text);
		return;
	}
	if (value_get(v, "what"))
		p->note_what = navigate_words(r, lang, value_get(v, "what")->text);
	if (value_get(v, "around"))
		p->note_around = navigate_words(r, lang, value_get(v, "around")->text);
}

/* -- how far it is translated -- */

enum { MOSTLY = 80 };

/* The words in the page that a changed block is known by. */
static struct link_view *
stale_link(struct render *r, const struct stale *s)
{
	struct link_view *l = ARENA_NEW(r->arena, struct link_view);
	struct buf words = BUF_INIT;

	l->id = l->summary = l->type = l->key = l->lang = l->dir = l->url = STR_EMPTY;
	l->title = s->words;
	for (size_t i = 0; r->body && i < r->body->nheadings && words.n == 0; i++)
		if (str_eq(r->body->headings[i]->as.heading.anchor, s->block))
			html_words(r, &words, r->body->headings[i]);
	if (words.n > 0)
		l->title = arena_str(r->arena, str_trim(buf_view(&words)));
	else if (s->words.n > 0)
		navigate_foreign(r, l, r->out->text->doc->texts[0]->lang);
	else
		l->title = ui_text(r->out->lang, "outdated-beginning");
	if (words.n > 0 || s->words.n > 0)
		l->url = arena_fmt(r->arena, "#%.*s", STR_ARG(s->block));
	buf_free(&words);
	return l;
}

static void
add_coverage(struct render *r, struct page_view *p, const struct coverage *c)
{
	void **v = ARENA_ARRAY(r->arena, void *, c->nstale);
	struct ui_arg number = { "number", STR_EMPTY };
	int64_t share = c->words > 0 ? (int64_t)(100 * c->done_words / c->words) : 100;

	for (size_t i = 0; i < c->nstale; i++)
		v[i] = stale_link(r, &c->stale[i]);
	p->stale = (struct view_list){ v, c->nstale };
	p->outdated = c->nstale > 0;
	p->mostly = share >= MOSTLY;
	if (c->done == c->messages)
		return;
	number.value = ui_number(r->arena, r->out->lang, share);
	p->translated = ui_format(r->arena, r->out->lang, "percent", &number, 1);
}

/* What the reader's language calls the language ${tag}. */
static struct str
language_name(struct render *r, struct str tag)
{
	const struct language *l = site_language(r->site, tag);

	return l && r->out->lang->names ? r->out->lang->names[l->index] : tongue_name(r->arena, tag, r->out->lang->tag);
}

/* Where the page that it was made from, or that is shown in its place, is read. */
static void
add_source(struct render *r, struct page_view *p, const struct text *t)
{
	const struct language *l = site_language(r->site, r->out->fallback ? t->lang : t->doc->texts[0]->lang);
	const struct output *o = l ? site_output(r->site, t->doc, l) : NULL;

	if (o == NULL || o == r->out)
		return;
	facts_note(r->facts, FACT_LINK, o->path);
	p->source_url = navigate_url(r, o);
	if (r->out->fallback)
		p->canonical = navigate_absolute(r, o);
	else
		p->source_language = language_name(r, l->tag);
}

/* -- the page -- */

/* The prose, and what it leaves in the page's settings. */
static void
add_text(struct render *r, struct page_view *p, struct buf *html)
{
	const struct text *t = r->out->text;
	const struct meta *own = &t->meta, *source = &t->doc->texts[0]->meta;

	p->type = str_of(meta_type_name(t->doc->type));
	p->summary = navigate_words(r, t->title_lang, own->summary);
	if (!r->out->lang->pseudo) {
		p->text_lang = t->lang;
		p->text_dir = site_language(r->site, t->lang)->dir;
	}
	if (r->out->fallback)
		p->text_language = language_name(r, t->lang);
	p->minutes = source->minutes;
	p->at_risk = source->at_risk;
	if (p->at_risk) {
		p->exit = site_local(r->site->exit, r->out->lang);
		p->neutral_title = own->neutral_title.n > 0 ? navigate_words(r, t->title_lang, own->neutral_title)
							    : ui_text(r->out->lang, "neutral-title");
	}
	p->objectives = objectives(r, own->objectives ? own->objectives : source->objectives);
	note(r, p, own->content_note ? own->content_note : source->content_note);
	add_source(r, p, t);
	if (!r->out->lang->pseudo && !str_eq(t->title_lang, r->out->lang->tag)) {
		p->settings_lang = t->title_lang;
		p->settings_dir = site_language(r->site, t->title_lang)->dir;
	}
	p->machine = !r->out->fallback && own->machine_translated;
	if (!r->out->fallback && t->coverage)
		add_coverage(r, p, t->coverage);
	if (r->body == NULL)
		return;
	p->questions = (int)body_attempt(r->body);
	p->has_scenario = r->body->nscenarios > 0;
	p->outline = outline(r, r->body);
	r->level = 1;
	footnotes_document(r, html, r->body->root);
	quiz_pool(r, html);
	quiz_result(r, html);
	quiz_kept(r, html);
	p->body = buf_view(html);
	p->rules = quiz_rules(r->arena, r->body, r->out->lang);
	if (p->rules.n > 0)
		p->plain_rules = ui_text(r->out->lang, r->body->salt.n > 0 ? "test-without-script" : "without-script");
}

static void
fill_page(struct render *r, struct page_view *p, struct buf *html, struct str root)
{
	const struct output *o = r->out;

	*p = (struct page_view){
		.id = o->path,
		.kind = str_of(kinds[o->kind].kind),
		.type = STR_EMPTY,
		.summary = STR_EMPTY,
		.lang = o->lang->tag,
		.dir = o->lang->dir,
		.text_lang = o->lang->tag,
		.text_dir = o->lang->dir,
		.text_language = STR_EMPTY,
		.source_url = STR_EMPTY,
		.settings_lang = STR_EMPTY,
		.settings_dir = STR_EMPTY,
		.source_language = STR_EMPTY,
		.translated = STR_EMPTY,
		.body = STR_EMPTY,
		.exit = STR_EMPTY,
		.neutral_title = STR_EMPTY,
		.rules = STR_EMPTY,
		.plain_rules = STR_EMPTY,
		.note_what = STR_EMPTY,
		.note_around = STR_EMPTY,
		.fallback = o->fallback && !o->lang->pseudo,
		.indexable = !o->fallback && !o->lang->pseudo && o->kind != OUTPUT_NOTFOUND &&
		    o->kind != OUTPUT_SEARCH && !o->moved,
	};
	p->title = navigate_link(r, o)->title;
	p->key = navigate_link(r, o)->key;
	p->canonical = o->kind == OUTPUT_NOTFOUND ? STR_EMPTY : navigate_absolute(r, o);
	if (o->moved) {
		p->source_url = navigate_url(r, o->moved);
		p->canonical = navigate_absolute(r, o->moved);
	}
	if (o->text)
		add_text(r, p, html);
	if (o->kind == OUTPUT_COURSE)
		p->summary = typography_text(r->arena, o->lang, site_local(o->course->summary, o->lang));
	p->breadcrumb = navigate_breadcrumb(r);
	p->languages = navigate_languages(r);
	p->scripts = scripts(r, root);
	if (o->kind == OUTPUT_GLOSSARY)
		p->letters = glossary_letters(r);
	if (o->doc) {
		p->prev = navigate_document(r, o->doc->prev);
		p->next = navigate_document(r, o->doc->next);
	}
}

static void
fill_site(struct render *r, struct site_view *s, const struct page_view *page, struct str root)
{
	const struct site *site = r->site;
	const struct link_view *home = navigate_link(r, site->homes[r->out->lang->index]);
	char key[PAGEKEY_SITE + 1];
	void **courses;

	pagekey_site(site, key);
	*s = (struct site_view){
		.key = arena_str(r->arena, str_of(key)),
		.title = home->title,
		.url = home->url,
		.root = root,
		.version = STR(PENSUM_VERSION),
		.languages = page->languages,
		.search = STR_EMPTY,
		.help = contact_help(r),
	};
	if (site->searches && site->searches[r->out->lang->index])
		s->search = navigate_link(r, site->searches[r->out->lang->index])->url;
	if (r->out->kind != OUTPUT_HOME && r->out->kind != OUTPUT_ROOT && r->out->kind != OUTPUT_SEARCH)
		return;
	courses = ARENA_ARRAY(r->arena, void *, site->ncourses);
	s->courses = (struct view_list){ courses, 0 };
	facts_note(r->facts, FACT_COURSES, STR_EMPTY);
	for (size_t i = 0; i < site->ncourses; i++)
		if (site->courses[i]->pages && site->courses[i]->pages[r->out->lang->index])
			courses[s->courses.n++] = navigate_course(r, site->courses[i], false);
}

/* What every page shows in one way or another. */
static void
note_page(struct render *r)
{
	const struct output *o = r->out, *search = r->site->searches ? r->site->searches[o->lang->index] : NULL;

	facts_note(r->facts, FACT_LINK, o->path);
	facts_note(r->facts, FACT_STRINGS, o->lang->tag);
	facts_note(r->facts, FACT_LUA, STR_EMPTY);
	if (search)
		facts_note(r->facts, FACT_LINK, search->path);
	if (o->moved)
		facts_note(r->facts, FACT_LINK, o->moved->path);
}

int
page_render(struct render *r, struct buf *out)
{
	const struct output *o = r->out;
	struct str root = navigate_root(r);
	struct page_view page;
	struct site_view site;
	struct lua_global globals[] = {
		{ "page", &page, &page_fields },
		{ "site", &site, &site_fields },
		{ "course", o->course ? navigate_course(r, o->course, o->kind == OUTPUT_COURSE) : NULL,
		    &course_fields },
		{ "module", o->module ? navigate_module(r, o->module) : NULL, &module_fields },
		{ NULL, NULL, NULL },
	};
	struct lua_call call = {
		.lang = o->lang,
		.content = o->text ? o->text->src.path : STR_EMPTY,
		.root = root,
		.globals = globals,
		.current = o->path,
		.arena = r->arena,
		.facts = r->facts,
	};
	int result;

	note_page(r);
	buf_reset(&r->kept->prose);
	fill_page(r, &page, &r->kept->prose, root);
	fill_site(r, &site, &page, root);
	result = lua_run(r->lua, &call, kinds[o->kind].template, out, r->diags);
	return result;
}

void
page_forget(struct render_kept *k)
{
	buf_free(&k->prose);
	buf_free(&k->url);
	map_free(&k->links);
	calendar_close(k->dates);
	arena_free(&k->arena);
	*k = (struct render_kept){ 0 };
}
