/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RENDER_NAVIGATE_H
#define RENDER_NAVIGATE_H

#include "render/render.h"
#include "render/views.h"

/*
 * Views of other pages, seen from r->out: links, modules, courses, languages. All live until the page is staged; links, modules and
 * courses are shared with the next pages, and not to be changed.
 */

/* navigate_link(r, to): a link to the page ${to}; NULL for NULL. */
struct link_view *navigate_link(struct render *r, const struct output *to);

/* navigate_document(r, doc): a link to the page of ${doc} in the reader's language; NULL where there is none. */
struct link_view *navigate_document(struct render *r, const struct document *doc);

/* navigate_module(r, m): a module with its pages. */
struct module_view *navigate_module(struct render *r, const struct module *m);

/* navigate_course(r, c, whole): a course; ${whole}: with its modules and pages. */
struct course_view *navigate_course(struct render *r, const struct course *c, bool whole);

/* navigate_breadcrumb(r): from the home page down to the page above. */
struct view_list navigate_breadcrumb(struct render *r);

/* navigate_languages(r): this page in each language of its course, or of the site. */
struct view_list navigate_languages(struct render *r);

/* navigate_words(r, lang, words): words of an author in ${lang} as readers see them: see localise/typography.h. */
struct str navigate_words(struct render *r, struct str lang, struct str words);

/* navigate_foreign(r, v, lang): the title of ${v} is in the language ${lang} of the site; empty: in the reader's. */
void navigate_foreign(struct render *r, struct link_view *v, struct str lang);

/* navigate_title(r, o): what a page is called, in the reader's language where there is a title in it. */
struct str navigate_title(struct render *r, const struct output *o);

/* navigate_url(r, to): the relative URL of a page. */
struct str navigate_url(struct render *r, const struct output *to);

/* navigate_absolute(r, to): its address on the web, "" without a base URL. */
struct str navigate_absolute(struct render *r, const struct output *to);

/*
 * navigate_root(r): from the page to the output folder: "../../", "". A server shows the page for addresses that do
 * not exist at any depth: its links begin at the path of the base URL ("/kurs/"), or at the server's root.
 */
struct str navigate_root(struct render *r);

#endif
