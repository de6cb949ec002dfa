/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "i18n/statushtml.h"

#include <stdlib.h>

#include "base/escape.h"
#include "base/path.h"
#include "i18n/statusstyle.h"

struct report {
	struct buf *b;
	const struct statuspage *page;
	struct str root, file; /* the site's folder and the report in full, without the first slash; empty: not known */
	bool machine;          /* anything is translated by a machine */
};

/* -- pieces -- */

static void
put(struct report *r, const char *html)
{
	buf_cstr(r->b, html);
}

static void
put_text(struct report *r, struct str s)
{
	escape_html(r->b, s);
}

static void
put_lang(struct report *r, const struct language *lang)
{
	buf_fmt(r->b, " lang=\"%.*s\" dir=\"%.*s\"", STR_ARG(lang->tag), STR_ARG(lang->dir));
}

/* A file of the site, by its name, as seen from where the report stands. */
static void
put_link(struct report *r, struct str path)
{
	struct buf link = BUF_INIT, url = BUF_INIT;

	if (r->file.n > 0)
		path_relative(&link, r->file, path_join(r->page->a, r->root, path));
	else
		buf_str(&link, path);
	path_escape(&url, buf_view(&link));
	put(r, "<a href=\"");
	put_text(r, buf_view(&url));
	put(r, "\">");
	put_text(r, path);
	put(r, "</a>");
	buf_free(&link);
	buf_free(&url);
}

static struct str
id_of(struct report *r, const struct progress_course *c)
{
	return arena_fmt(r->page->a, "%.*s-%.*s", STR_ARG(c->course->name), STR_ARG(c->lang->tag));
}

/* "Course, latviešu (lv)". */
static void
put_name(struct report *r, const struct progress_course *c)
{
	const struct language *source = c->course->languages[0];

	put(r, "<span");
	put_lang(r, source);
	put(r, ">");
	put_text(r, site_local(c->course->title, source));
	put(r, "</span>, <span");
	put_lang(r, c->lang);
	put(r, ">");
	put_text(r, c->lang->autonym);
	put(r, "</span> (");
	put_text(r, c->lang->tag);
	put(r, ")");
}

/* -- tables -- */

static const char *const heads[] = { "Translated", "Outdated", "By machine", "Missing" };

static bool
shows(const struct report *r, int state)
{
	return state != PROGRESS_MACHINE || r->machine;
}

static void
put_cells(struct report *r, const struct progress_sum *s)
{
	for (int i = 0; i < PROGRESS_STATES; i++)
		if (shows(r, i))
			buf_fmt(r->b, "<td class=\"%s\" data-head=\"%s\">%zu <small>%zu\xc2\xa0word%s</small></td>",
			    s->of[i].messages > 0 ? statuspage_states[i] : "none", heads[i], s->of[i].messages,
			    s->of[i].words, s->of[i].words == 1 ? "" : "s");
	buf_fmt(r->b, "<td data-head=\"Up to date\">%u\xc2\xa0%%</td></tr>\n", progress_percent(s));
}

static void
begin_table(struct report *r, const struct progress_course *c, const char *what, const char *first)
{
	buf_fmt(r->b, "<div class=\"wide\" role=\"region\" tabindex=\"0\" aria-label=\"%s: ", what);
	put_text(r, id_of(r, c));
	buf_fmt(r->b, "\">\n<table>\n<caption>%s</caption>\n<thead><tr><th scope=\"col\">%s</th>", what, first);
	for (int i = 0; i < PROGRESS_STATES; i++)
		if (shows(r, i))
			buf_fmt(r->b, "<th scope=\"col\">%s</th>", heads[i]);
	put(r, "<th scope=\"col\">Up to date</th></tr></thead>\n<tbody>\n");
}

static void
end_table(struct report *r)
{
	put(r, "</tbody>\n</table>\n</div>\n");
}

static void
put_modules(struct report *r, const struct progress_course *c)
{
	begin_table(r, c, "Messages by module", "Module");
	for (size_t i = 0; i < c->npieces; i++) {
		put(r, "<tr><th scope=\"row\">");
		put_text(r, c->pieces[i].piece->name);
		put(r, "</th>");
		put_cells(r, &c->pieces[i].sum);
	}
	put(r, "</tbody>\n<tbody class=\"sum\">\n<tr><th scope=\"row\">Together</th>");
	put_cells(r, &c->sum);
	end_table(r);
}

static void
put_pages(struct report *r, const struct progress_course *c)
{
	begin_table(r, c, "Messages by page", "Page");
	for (size_t i = 0; i < c->npieces; i++)
		for (size_t k = 0; k < c->pieces[i].npages; k++) {
			const struct progress_page *page = &c->pieces[i].pages[k];

			put(r, "<tr><th scope=\"row\">");
			put_link(r, page->doc->path);
			put(r, "<br><small>");
			if (page->way == PROGRESS_NOT)
				put(r, "not translated");
			else
				put_link(r, page->file);
			if (page->sum.unrecorded.messages > 0)
				put(r, ": not recorded which version it translates");
			put(r, "</small></th>");
			put_cells(r, &page->sum);
		}
	end_table(r);
}

/* -- what is out of date -- */

/* Colour is not all: the words "out" and "in" stand there, and what a mark means. */
static void
put_diff(struct report *r, const struct worddiff *w)
{
	for (size_t i = 0; i < w->n; i++) {
		const struct worddiff_piece *p = &w->v[i];
		const char *tag = p->kind == WORDDIFF_OUT ? "del" : "ins";
		struct str words = str_trim(p->text);

		if (p->kind == WORDDIFF_SAME) {
			put_text(r, p->text);
			continue;
		}
		put_text(r, str_sub(p->text, 0, (size_t)(words.p - p->text.p)));
		buf_fmt(r->b, "<%s><small lang=\"en\" dir=\"ltr\">%s:</small> ", tag,
		    p->kind == WORDDIFF_OUT ? "out" : "in");
		put_text(r, words);
		for (unsigned k = 0; k < WORDMARKS_ALL; k++)
			if (p->marks & 1u << k)
				buf_fmt(r->b, " <mark lang=\"en\" dir=\"ltr\">%s</mark>", wordmarks_name(1u << k));
		buf_fmt(r->b, "</%s>", tag);
		put_text(r, str_sub(p->text, (size_t)(words.p - p->text.p) + words.n, p->text.n));
		if (p->kind == WORDDIFF_OUT && i + 1 < w->n && w->v[i + 1].kind == WORDDIFF_IN &&
		    !str_ends(p->text, " "))
			buf_chr(r->b, ' ');
	}
}

static void
put_source(struct report *r, const struct progress_course *c, const struct progress_stale *s)
{
	struct worddiff diff = statuspage_diff(r->page, c, s);
	const struct language *source = site_language(r->page->site, c->course->source_lang);

	put(r, diff.n > 0 ? "<dt>Source, old and new</dt><dd" : "<dt>Source now; the old words are not known</dt><dd");
	put_lang(r, source);
	put(r, ">");
	if (diff.n > 0)
		put_diff(r, &diff);
	else
		put_text(r, s->now);
	if (s->block)
		buf_fmt(r->b, " <small lang=\"en\" dir=\"ltr\">and what belongs to it, %zu messages, %zu words</small>",
		    s->of.messages, s->of.words);
	put(r, "</dd>\n");
}

static void
put_stale(struct report *r, const struct progress_course *c, const struct progress_stale *s)
{
	put(r, "<li><p class=\"where\">");
	put_link(r, s->doc->path);
	buf_fmt(r->b, ", line %u: %s", s->at.line, s->role);
	if (s->heading.n > 0) {
		put(r, " under <q>");
		put_text(r, s->heading);
		put(r, "</q>");
	}
	put(r, s->critical ? " <strong>critical</strong></p>\n<dl>" : "</p>\n<dl>");
	put_source(r, c, s);
	if (s->text.n > 0) {
		put(r, "<dt>Translation now</dt><dd");
		put_lang(r, c->lang);
		put(r, ">");
		put_text(r, s->text);
		put(r, "</dd>\n");
	}
	put(r, "<dt>Where</dt><dd>");
	put_link(r, s->file);
	if (s->line > 0)
		buf_fmt(r->b, ", line %u", s->line);
	put(r, "</dd></dl></li>\n");
}

static void
put_all_stale(struct report *r, const struct progress_course *c)
{
	size_t all = 0;

	for (size_t i = 0; i < c->npieces; i++)
		all += c->pieces[i].nstale;
	if (all == 0)
		return;
	put(r, "<h3>Out of date</h3>\n<ol class=\"stale\">\n");
	for (size_t i = 0; i < c->npieces; i++)
		for (size_t k = 0; k < c->pieces[i].nstale; k++)
			put_stale(r, c, &c->pieces[i].stale[k]);
	put(r, "</ol>\n");
}

/* -- all -- */

static void
put_next(struct report *r, const struct progress_course *c)
{
	struct buf lines = BUF_INIT;
	struct str rest;

	statuspage_next(&lines, r->page, c);
	rest = buf_view(&lines);
	put(r, rest.n > 0 ? "<h3>To do next</h3>\n<ul>\n" : "<p>Everything is up to date.</p>\n");
	while (rest.n > 0) {
		put(r, "<li>");
		put_text(r, str_cut(&rest, '\n'));
		put(r, "</li>\n");
		if (rest.n == 0)
			put(r, "</ul>\n");
	}
	buf_free(&lines);
}

static void
put_course(struct report *r, const struct progress_course *c)
{
	put(r, "<section aria-labelledby=\"");
	put_text(r, id_of(r, c));
	put(r, "\">\n<h2 id=\"");
	put_text(r, id_of(r, c));
	put(r, "\">");
	put_name(r, c);
	put(r, "</h2>\n");
	if (!minimum_met(r->page->min, c)) {
		struct buf line = BUF_INIT;

		statuspage_below(&line, r->page, c);
		put(r, "<p class=\"below\"><strong>Below the minimum.</strong> ");
		put_text(r, str_trim(buf_view(&line)));
		put(r, "</p>\n");
		buf_free(&line);
	}
	put_modules(r, c);
	put_next(r, c);
	put_all_stale(r, c);
	put_pages(r, c);
	put(r, "</section>\n");
}

static void
put_overview(struct report *r)
{
	const struct progress *p = &r->page->progress;

	if (p->n == 0) {
		put(r, "<p>There is nothing to translate: what was asked for has no further language.</p>\n");
		return;
	}
	put(r, "<nav aria-label=\"Courses and languages\">\n<ul>\n");
	for (size_t i = 0; i < p->n; i++) {
		put(r, "<li><a href=\"#");
		put_text(r, id_of(r, &p->v[i]));
		put(r, "\">");
		put_name(r, &p->v[i]);
		buf_fmt(r->b, "</a>: %u\xc2\xa0%%", progress_percent(&p->v[i].sum));
		put(r, minimum_met(r->page->min, &p->v[i]) ? "</li>\n" : ", <strong>below the minimum</strong></li>\n");
	}
	put(r, "</ul>\n</nav>\n");
}

/* Where the report and the site are, in full; nothing of it is written but the way from the one to the other. */
static void
find_places(struct report *r)
{
	struct arena *a = r->page->a;
	struct str dir = arena_str(a, path_dir(r->page->file));
	char *root, *folder;

	r->root = r->file = STR_EMPTY;
	if (r->page->file.n == 0)
		return;
	root = realpath(arena_str(a, r->page->order->config->root).p, NULL);
	folder = realpath(dir.n > 0 ? dir.p : str_starts(r->page->file, "/") ? "/" : ".", NULL);
	if (root && folder) {
		r->root = arena_str(a, str_of(root + 1));
		r->file = path_join(a, arena_str(a, str_of(folder + 1)), path_base(r->page->file));
	}
	free(root);
	free(folder);
}

void
statushtml_write(struct buf *b, const struct statuspage *page)
{
	struct report r = { .b = b, .page = page };

	find_places(&r);
	for (size_t i = 0; i < page->progress.n; i++)
		r.machine |= page->progress.v[i].sum.of[PROGRESS_MACHINE].messages > 0;
	put(&r,
	    "<!DOCTYPE html>\n<html lang=\"en\" dir=\"ltr\">\n<head>\n<meta charset=\"utf-8\">\n"
	    "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
	    "<meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"robots\" content=\"noindex\">\n"
	    "<title>State of the translations</title>\n<style>\n");
	put(&r, statusstyle_css);
	put(&r,
	    "</style>\n</head>\n<body>\n<main>\n<h1>State of the translations</h1>\n"
	    "<p>Words are those of the source. A message counts wherever it stands, as readers meet it.</p>\n");
	put_overview(&r);
	for (size_t i = 0; i < page->progress.n; i++)
		put_course(&r, &page->progress.v[i]);
	put(&r, "</main>\n</body>\n</html>\n");
}
