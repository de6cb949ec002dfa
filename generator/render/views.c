/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdbool.h>

#include "render/views.h"

/* One row a member of views.h; docs/templates.md says the same in prose. */

#define COUNT(rows) (sizeof(rows) / sizeof *(rows))
/* clang-format off */
#define ROW(kind, type, m, of, doc) { #m, kind, FIELD_VIEW, offsetof(struct type, m), of, doc }
/* clang-format on */
#define TEXT(type, m, doc) ROW(FIELD_TEXT, type, m, NULL, doc)
#define HTML(type, m, doc) ROW(FIELD_HTML, type, m, NULL, doc)
#define FLAG(type, m, doc) ROW(FIELD_FLAG, type, m, NULL, doc)
#define INT(type, m, doc) ROW(FIELD_INT, type, m, NULL, doc)
#define LIST(type, m, of, doc) ROW(FIELD_LIST, type, m, &of, doc)
#define OBJECT(type, m, of, doc) ROW(FIELD_OBJECT, type, m, &of, doc)

static const struct field link_rows[] = {
	TEXT(link_view, id, "stable; what `current()` compares"),
	TEXT(link_view, title, "of the page"),
	TEXT(link_view, url, "relative to the page being rendered"),
	TEXT(link_view, summary, "one or two sentences"),
	TEXT(link_view, type, "\"lesson\", \"quiz\", …"),
	TEXT(link_view, key, "what is kept on the reader's device is kept by it; \"\" where the page has no text"),
	INT(link_view, minutes, "time it takes"),
	FLAG(link_view, translated, "into the reader's language"),
	TEXT(link_view, lang, "of the title, where it is not the reader's language"),
	TEXT(link_view, dir, "of the title, where its language is not the reader's"),
};
const struct fields link_fields = { "link", link_rows, COUNT(link_rows) };

static const struct field outline_rows[] = {
	TEXT(outline_view, anchor, "id of the heading"),
	HTML(outline_view, text, "of the heading"),
	LIST(outline_view, children, outline_fields, "headings below it"),
};
const struct fields outline_fields = { "outline", outline_rows, COUNT(outline_rows) };

static const struct field language_rows[] = {
	TEXT(language_view, tag, "\"nb\", for `lang` and `hreflang`"),
	TEXT(language_view, dir, "\"ltr\" or \"rtl\""),
	TEXT(language_view, autonym, "the language's name for itself"),
	TEXT(language_view, name, "what the reader's language calls it, inside a sentence"),
	TEXT(language_view, change,
	    "what a link to it does, in the reader's language; \"\" for the language of the page"),
	TEXT(language_view, url, "this page in that language"),
	TEXT(language_view, absolute, "the same with the base URL; \"\" without one"),
	TEXT(language_view, missing, "\"not translated\" in that language, where it is not; else \"\""),
	FLAG(language_view, current, "the language of this page"),
	FLAG(language_view, translated, "the page exists in that language"),
};
const struct fields language_fields = { "language", language_rows, COUNT(language_rows) };

static const struct field objective_rows[] = {
	TEXT(objective_view, id, "of the objective"),
	TEXT(objective_view, text, "what the learner will be able to do"),
};
const struct fields objective_fields = { "objective", objective_rows, COUNT(objective_rows) };

static const struct field module_rows[] = {
	TEXT(module_view, id, "stable"),
	TEXT(module_view, title, "of the module"),
	TEXT(module_view, summary, "one or two sentences"),
	TEXT(module_view, url, "its page; \"\" where it has none"),
	TEXT(module_view, key, "what `cached` keeps a partial by"),
	INT(module_view, number, "its place in the course, from 1"),
	INT(module_view, minutes, "of all its pages"),
	LIST(module_view, pages, link_fields, "in order"),
	TEXT(module_view, lang, "of the title, where it is not the reader's language"),
	TEXT(module_view, dir, "of the title, where its language is not the reader's"),
};
const struct fields module_fields = { "module", module_rows, COUNT(module_rows) };

static const struct field course_rows[] = {
	TEXT(course_view, id, "stable"),
	TEXT(course_view, title, "of the course"),
	TEXT(course_view, summary, "one or two sentences"),
	TEXT(course_view, url, "its page"),
	TEXT(course_view, key, "what `cached` keeps a partial by"),
	INT(course_view, minutes, "of all its pages"),
	LIST(course_view, modules, module_fields, "in order"),
	LIST(course_view, pages, link_fields, "pages outside of the modules, the glossary included"),
	OBJECT(course_view, glossary, link_fields, "nil where the course has none"),
};
const struct fields course_fields = { "course", course_rows, COUNT(course_rows) };

static const struct field contact_rows[] = {
	TEXT(contact_view, role, "key in contacts.yaml"),
	TEXT(contact_view, name, "who one reaches"),
	TEXT(contact_view, phone, "number, as it is printed"),
	TEXT(contact_view, number, "number for `tel:`"),
	TEXT(contact_view, email, "address for e-mail"),
	TEXT(contact_view, url, "website"),
	TEXT(contact_view, address, "where to go or write"),
	TEXT(contact_view, hours, "when it is open"),
	TEXT(contact_view, note, "what it is for"),
	TEXT(contact_view, source, "who says so"),
	TEXT(contact_view, valid_until,
	    "date in the long form of the language; the key in contacts.yaml is `valid-until`"),
};
const struct fields contact_fields = { "contact", contact_rows, COUNT(contact_rows) };

static const struct field site_rows[] = {
	TEXT(site_view, title, "of the site"),
	TEXT(site_view, url, "the home page in the reader's language"),
	TEXT(site_view, key, "tells the site from others on the same server or disk"),
	TEXT(site_view, search, "the page to search on in the reader's language; \"\" where there is none"),
	TEXT(site_view, root, "from the page to the output folder: \"../../\""),
	TEXT(site_view, version, "of Pensum"),
	LIST(site_view, languages, language_fields, "of the whole site"),
	LIST(site_view, courses, course_fields, "on home and search pages; elsewhere empty"),
	OBJECT(site_view, help, contact_fields, "the first contact with a phone number, or nil"),
};
const struct fields site_fields = { "site", site_rows, COUNT(site_rows) };

static const struct field letter_rows[] = {
	TEXT(letter_view, letter, "first letter of the terms"),
	LIST(letter_view, terms, term_fields, "in the order of the language"),
};
const struct fields letter_fields = { "letter", letter_rows, COUNT(letter_rows) };

static const struct field term_rows[] = {
	TEXT(term_view, id, "anchor of the term"),
	HTML(term_view, term, "the word or words"),
	HTML(term_view, body, "what it means"),
	TEXT(term_view, url, "where it is taught"),
	TEXT(term_view, page, "the title of that page"),
	TEXT(term_view, lang, "of the term, where it is not the reader's language"),
	TEXT(term_view, dir, "of the term, where its language is not the reader's"),
};
const struct fields term_fields = { "term", term_rows, COUNT(term_rows) };

static const struct field page_rows[] = {
	TEXT(page_view, id, "stable; what `current()` marks"),
	TEXT(page_view, kind,
	    "\"root\", \"home\", \"course\", \"module\", \"document\", \"glossary\", \"search\", \"moved\" or \"notfound\""),
	TEXT(page_view, type, "\"lesson\", \"quiz\", …; \"\" for a page without a text of its own"),
	TEXT(page_view, key, "what is kept on the reader's device is kept by it; \"\" where the page has no text"),
	TEXT(page_view, title, "of the page"),
	TEXT(page_view, summary, "one or two sentences"),
	TEXT(page_view, lang, "of the interface: the reader's"),
	TEXT(page_view, dir, "\"ltr\" or \"rtl\", of the interface"),
	TEXT(page_view, text_lang, "of the text"),
	TEXT(page_view, text_dir, "\"ltr\" or \"rtl\", of the text"),
	FLAG(page_view, fallback, "the text is in another language than the reader's"),
	TEXT(page_view, text_language, "the language of the text, as the reader's calls it"),
	TEXT(page_view, source_url,
	    "of a fallback or a translation: the page that is shown, or that it was made from; of one that moved: where to"),
	TEXT(page_view, settings_lang, "of title, summary and objectives, where it is not the reader's; else \"\""),
	TEXT(page_view, settings_dir, "\"ltr\" or \"rtl\", of the same"),
	TEXT(page_view, source_language,
	    "of a translation: the language of its source, as the reader's calls it; else \"\""),
	TEXT(page_view, translated, "of a page that is translated in part: \"63%\"; else \"\""),
	FLAG(page_view, mostly, "that is four fifths or more"),
	FLAG(page_view, machine, "a machine translated it, and nobody has read it since"),
	FLAG(page_view, outdated, "its source has changed since it was translated"),
	LIST(page_view, stale, link_fields,
	    "what has changed there: `url` (\"\" for the beginning), `title` and `lang`"),
	TEXT(page_view, canonical, "absolute; \"\" without a base URL"),
	HTML(page_view, body, "the text"),
	INT(page_view, minutes, "time it takes"),
	INT(page_view, questions, "how many there are"),
	TEXT(page_view, rules, "of a quiz: its rules in a sentence"),
	TEXT(page_view, plain_rules, "of a quiz: what holds where no script runs"),
	LIST(page_view, objectives, objective_fields, "what the learner will be able to do"),
	LIST(page_view, outline, outline_fields, "the headings"),
	LIST(page_view, breadcrumb, link_fields, "from the home page down, without the page itself"),
	LIST(page_view, languages, language_fields, "this page in each language"),
	LIST(page_view, scripts, link_fields, "those that the page needs; only `url` is filled in"),
	LIST(page_view, letters, letter_fields, "of a glossary"),
	OBJECT(page_view, prev, link_fields, "the page before in reading order, or nil"),
	OBJECT(page_view, next, link_fields, "the page after it, or nil"),
	FLAG(page_view, has_note, "a warning about distressing content was written"),
	FLAG(page_view, at_risk, "the page may be read by somebody in danger"),
	FLAG(page_view, has_scenario, "a scenario stands on it"),
	TEXT(page_view, exit, "where its quick exit leads; \"\" where there is none"),
	TEXT(page_view, neutral_title, "what a browser's tab and history say of such a page, else \"\""),
	TEXT(page_view, note_what, "of the warning: what is told"),
	TEXT(page_view, note_around, "of the warning: how to go around it"),
	FLAG(page_view, indexable, "search engines may list it"),
};
const struct fields page_fields = { "page", page_rows, COUNT(page_rows) };

static const struct field block_rows[] = {
	TEXT(block_view, name, "of the directive"),
	TEXT(block_view, id, "\"\" where it has none"),
	HTML(block_view, label, "\"\" where it has none"),
	HTML(block_view, body, "everything inside"),
	TEXT(block_view, classes, "with blanks between"),
	LIST(block_view, attributes, attribute_fields, "all others, as written"),
};
const struct fields block_fields = { "block", block_rows, COUNT(block_rows) };

static const struct field attribute_rows[] = {
	TEXT(attribute_view, key, "of the attribute"),
	TEXT(attribute_view, value, "\"\" where it has none"),
};
const struct fields attribute_fields = { "attribute", attribute_rows, COUNT(attribute_rows) };
