/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RENDER_VIEWS_H
#define RENDER_VIEWS_H

#include "base/str.h"
#include "model/fields.h"

/*
 * What templates see. Plain structs that page.c fills for one page; the tables in
 * views.c name their members. Lists hold pointers to the element's struct. URLs are
 * relative to the page. A struct str with n == 0 is "" in templates (use `if x ~= ""`).
 */
struct link_view {     /* a page, seen from another */
	struct str id; /* stable: for the mark of the current item in a cached partial */
	struct str title, url, summary, type;
	struct str
	    key; /* what is kept on the reader's device is kept by it: model/pagekey.h; "" where there is no text */
	int minutes;
	bool translated; /* in the reader's language */
	struct str lang; /* of the title, where it is not the reader's; else "" */
	struct str dir;  /* of ${lang}; "" with it */
};

struct outline_view {
	struct str anchor, text;   /* text: HTML */
	struct view_list children; /* outline_view */
};

struct language_view {
	struct str tag, dir, autonym;
	struct str url;      /* this page in that language */
	struct str absolute; /* with the base URL; "" without one */
	struct str name;     /* as the reader's language calls it, inside a sentence */
	struct str change;   /* what a link to it does, in the reader's language; "" for the language of the page */
	struct str missing;  /* where the page is not translated: that, in that language; else "" */
	bool current, translated;
};

struct objective_view {
	struct str id, text;
};

struct module_view {
	struct str id, title, summary, url; /* url "" where the module has no page of its own */
	struct str key;         /* what a cached partial is kept by: module, language and depth of the page */
	int number, minutes;    /* minutes: of all its pages */
	struct view_list pages; /* link_view */
	struct str lang;        /* of the title, where it is not the reader's; else "" */
	struct str dir;         /* of ${lang}; "" with it */
};

struct course_view {
	struct str id, title, summary, url;
	struct str key;
	int minutes;
	struct view_list modules;   /* module_view */
	struct view_list pages;     /* link_view: loose pages, glossary included */
	struct link_view *glossary; /* NULL: none */
};

struct contact_view { /* of content/data/contacts.yaml, in the reader's language; what is not known is "" */
	struct str role, name, phone, email, url, address, hours, note, source;
	struct str number;      /* the phone number for a `tel:` link */
	struct str valid_until; /* in the long form of the language */
};

struct site_view {
	struct str title, url;      /* url: the home page in the reader's language */
	struct str key;             /* tells the site from others on the same server or disk */
	struct str search;          /* the page to search on; "" where there is none */
	struct str root;            /* from the page to the output folder: "../../", "" */
	struct str version;         /* of Pensum */
	struct view_list languages; /* language_view of the whole site */
	struct view_list courses;   /* course_view; only on home pages, else empty */
	struct contact_view *help;  /* the first contact that has a phone number; NULL: none */
};

struct letter_view { /* of the glossary */
	struct str letter;
	struct view_list terms; /* term_view */
};

struct term_view {
	struct str id, term, body; /* term, body: HTML */
	struct str url, page;      /* where it is taught, and that page's title */
	struct str lang, dir;      /* of the term, where it is not the reader's; else "" */
};

struct page_view {
	struct str id;
	struct str kind; /* "root" "home" "course" "module" "document" "glossary" "search" "notfound" */
	struct str type; /* "lesson", "quiz", …; "" for a collection */
	struct str key;  /* as in link_view */
	struct str title, summary;
	struct str lang, dir;           /* of the interface: the reader's */
	struct str text_lang, text_dir; /* of the text */
	bool fallback;                  /* the text is in another language than the reader's */
	struct str text_language;       /* the language of the text as the reader's calls it */
	struct str source_url; /* of a translation or fallback: the page that it is made from, or that is shown */
	struct str settings_lang, settings_dir; /* of title, summary, objectives, where not the reader's; else "" */
	struct str source_language;             /* of a translation: its source's, as the reader's calls it; else "" */
	struct str translated;                  /* of a page that is translated in part: "63%"; else "" */
	bool mostly;                            /* that is four fifths of it or more */
	bool machine;                           /* translated by a machine, and not read by a person since */
	bool outdated;                          /* its source has changed since */
	struct view_list stale;                 /* link_view: what has changed, with anchor, words and language */
	struct str canonical;                   /* absolute; "" without base URL */
	struct str body;                        /* HTML */
	int minutes;
	int questions;
	struct str rules;              /* of a quiz: its rules in a sentence */
	struct str plain_rules;        /* of a quiz: what holds where no script runs */
	struct view_list objectives;   /* objective_view */
	struct view_list outline;      /* outline_view */
	struct view_list breadcrumb;   /* link_view, from the home page down, without the page itself */
	struct view_list languages;    /* language_view */
	struct view_list scripts;      /* link_view with only url */
	struct view_list letters;      /* letter_view of a glossary */
	struct link_view *prev, *next; /* NULL at the ends */
	bool has_note, at_risk, has_scenario;
	struct str exit;          /* of a page for people at risk: where the quick exit leads; else "" */
	struct str neutral_title; /* of such a page: for the tab and the history; else "" */
	struct str note_what, note_around;
	bool indexable; /* false: `noindex` */
};

/* A block directive, for blocks/<name>.html. */
struct block_view {
	struct str name, id;
	struct str label;            /* HTML, "" where it has none */
	struct str body;             /* HTML of everything inside */
	struct str classes;          /* blank between */
	struct view_list attributes; /* attribute_view */
};

struct attribute_view {
	struct str key, value;
};

extern const struct fields link_fields, outline_fields, language_fields, objective_fields, module_fields, course_fields,
    contact_fields, site_fields, letter_fields, term_fields, page_fields, block_fields, attribute_fields;

#endif
