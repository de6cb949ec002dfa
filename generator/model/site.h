/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef MODEL_SITE_H
#define MODEL_SITE_H

#include <stdatomic.h>
#include <stdbool.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/map.h"
#include "base/pool.h"
#include "base/str.h"
#include "base/vec.h"
#include "model/config.h"
#include "model/fields.h"
#include "model/meta.h"
#include "model/value.h"

struct anchor;
struct catalogue;
struct harvest;
struct typography;
struct node;
struct origin;
struct po;

/*
 * The whole site. read/ fills the sources, assemble/ the courses and outputs; later
 * rooms see it as const. Everything here lives in ${arena} until site_free().
 *
 *	site ── languages
 *	     ── courses ── modules ── documents ── texts (one a language)
 *	     ── outputs: one a file to be written
 *
 * What grows with the prose (bodies) is not here: see body.h.
 */

enum { LANGUAGE_COUNTED = 200 };

/* Languages that are made of others, for trying out a theme: localise/pseudo.h. */
enum pseudo { PSEUDO_NONE, PSEUDO_ACCENTS, PSEUDO_MIRRORED };

/* One way the site speaks. */
struct language {
	struct str tag;     /* BCP 47 as configured: "nb", "en", "fa-AF" */
	struct str dir;     /* "ltr" or "rtl" */
	struct str autonym; /* "norsk bokmål", "English" */
	struct str
	    *names; /* of the site's languages by index, inside a sentence in this one: "engelsk"; NULL: not prepared */
	struct str *chain; /* languages to fall back on, nearest first; ends with none */
	size_t nchain;
	struct catalogue *ui; /* its UI strings, complete; const to all but site_free() */
	size_t index;         /* its place in site->languages */
	enum pseudo pseudo;   /* which costume it is, if any: its pages are never told to search engines */
	const struct typography *typography; /* localise/typography.h; NULL: not prepared */
	/* How it counts, kept for the numbers that pages show most (localise/languages.c); zero digit 0: not prepared. */
	uint32_t zero;                           /* code point of its digit zero */
	unsigned char plurals[LANGUAGE_COUNTED]; /* enum plural of 0, 1, 2, … */
};

/* A block whose source has changed since it was translated as part of a whole file. */
struct stale {
	struct str block; /* its key: see translate/segments.h */
	struct str
	    words; /* the heading or label that it is known by, in the source language; empty: the settings, or the beginning */
};

/* How much of a page is translated, in messages and in words of the source; words may be 0 where all of it is. */
struct coverage {
	size_t messages, words;
	size_t done, done_words;
	struct stale *stale;
	size_t nstale;
};

/* content/<course>/po/<lang>/<module>.po: a module's messages in one language. */
struct po_file {
	struct str path; /* as shown */
	struct str file; /* path to open */
	struct str lang;
	struct str folder; /* of the pages it is for: "content/trafficking/02-what" */
	struct po *po;     /* NULL: it could not be read (diagnosed) */
	bool known;        /* it is for pages that are there */
};

/* A document in one language: a Markdown file, or what a catalogue makes of the source's. */
struct text {
	struct document *doc;
	struct str lang;   /* its language */
	struct source src; /* path shown, "content/x/10-a.en.md"; bytes empty: see read/document.c */
	struct meta meta;
	struct str front;          /* the whole front matter, packed: site_front(); empty: there is none */
	struct str file;           /* path to open */
	struct origin *origin;     /* of its own file; NULL: translated by messages */
	struct str url_part;       /* last part of its URL in its language; "" for an index.md */
	struct harvest *harvest;   /* what its body left; NULL until it was read. harvest.h */
	bool mentions_definitions; /* a fence of that name stands in it, perhaps in code */
	bool broken;               /* could not be read: diagnosed, not rendered */
	atomic_bool
	    torn; /* its file was another one when the site was looked at than when it was read: what is made of it holds for this build only */
	/* Translated by messages: ${src} and ${file} are the catalogue. */
	const struct po_file *po; /* NULL: it has a file of its own */
	struct str
	    title_lang; /* of the title, summary and other settings: the source's where they are not translated */
	struct coverage *coverage; /* of a translation, once its body was made; NULL: the source, or not recorded */
};

/* One page of a course, in all its languages. */
struct document {
	struct str path; /* source path of the source language: "content/trafficking/01-a/10-b.md" */
	struct str name; /* file name without number, language and ".md": "ordinary-streets", "index" */
	enum page_type type;
	struct course *course; /* NULL: a page of the site itself */
	struct module *module; /* NULL: lies in the course's own folder */
	struct text **texts;   /* source language first, then in the order of course languages */
	size_t ntexts;
	struct output **pages;        /* its page by language index; NULL where it has none there */
	bool excluded;                /* a draft, or for another audience: known, but without pages */
	struct document *prev, *next; /* reading order within the course; NULL at the ends */
};

/* Where an id that is unique in the course lives. */
struct course_id {
	struct document *doc;
	const struct anchor *anchor; /* in the source language */
};

/* A folder of a course. Modules do not nest. */
struct module {
	struct str path; /* "content/trafficking/01-municipality" */
	struct str name; /* without its number: "municipality" */
	struct course *course;
	struct document *index; /* its index.md, or NULL */
	struct document **docs; /* without the index, in order */
	size_t ndocs;
	int minutes;           /* of all its pages */
	size_t number;         /* 1-based place in the course */
	struct output **pages; /* its page by language index; with or without a document */
};

struct course {
	struct str path;   /* "content/trafficking" */
	struct str name;   /* "trafficking" */
	struct source src; /* course.yaml */
	const struct value *settings;
	struct str language; /* as written in course.yaml */
	const struct value *language_list;
	const struct value *title, *summary, *slug; /* text, or map by language; may be NULL but for the title */
	const struct value *pass, *certificate, *outputs;
	struct str source_lang;      /* the source language: ${language}, else the site's first */
	struct language **languages; /* those of the site that the course has */
	size_t nlanguages;
	struct document *index; /* index.md in the course folder, or NULL */
	struct document **docs; /* loose documents of the course folder (glossary.md), in order */
	size_t ndocs;
	struct module **modules;
	size_t nmodules;
	size_t first, end;          /* its documents are among these of site->docs: from ${first} up to before ${end} */
	int minutes;                /* of all its pages */
	struct document *glossary;  /* the document of type glossary, or NULL */
	bool mentions_definitions;  /* a text of the course seems to have some: it gets a glossary */
	struct output **pages;      /* its home page by language index */
	struct output **glossaries; /* its glossary page by language index; NULL: none */
	struct map ids;             /* course-wide id → struct course_id *; filled after the first wave */
};

/* A file below content/ that is not Markdown or YAML: media. */
struct asset {
	struct str path;   /* "content/trafficking/media/map.svg" */
	struct str file;   /* path to open */
	struct str out;    /* "assets/map-0123456789abcdef.svg" */
	int width, height; /* pixels; 0: not known */
	uint64_t hash;     /* that is in the name */
	bool broken;       /* could not be read: diagnosed, not published */
	atomic_bool used;  /* a page shows it: published */
	struct origin *origin;
};

enum output_kind {
	OUTPUT_ROOT,     /* /index.html: the choice of language */
	OUTPUT_HOME,     /* /nb/index.html: the courses */
	OUTPUT_COURSE,   /* /nb/trafficking/index.html */
	OUTPUT_MODULE,   /* a module's own page */
	OUTPUT_DOCUMENT, /* a lesson, a quiz, … */
	OUTPUT_GLOSSARY, /* the definitions of a course */
	OUTPUT_SEARCH,   /* /nb/search/index.html: where one searches */
	OUTPUT_MOVED,    /* where a page would be but for a translated slug: it sends readers on */
	OUTPUT_NOTFOUND, /* /404.html */
};

/* A page to be written: a document (or a collection) in the language of the reader. */
struct output {
	enum output_kind kind;
	struct str path; /* below the output folder: "nb/trafficking/index.html" */
	struct language
	    *lang; /* of the reader: interface, notices. For OUTPUT_ROOT and OUTPUT_NOTFOUND the default one */
	struct course *course; /* NULL: of the site */
	struct module *module; /* NULL: none */
	struct document *doc;  /* NULL: a collection without text of its own */
	struct text *text;     /* what is shown; its lang differs from lang->tag on a fallback; NULL with doc NULL */
	bool fallback;
	struct output *moved; /* of OUTPUT_MOVED: where to */
	struct output *
	    *alternates; /* the same page in each language of the course, itself included, by language order */
	size_t nalternates;
};

struct site {
	struct arena arena;
	const struct config *config;
	struct source src; /* site.yaml */
	const struct value *settings;
	const struct value *title; /* text or map by language */
	const struct value *language_list, *fallback, *editions;
	struct str html;                /* as written */
	struct str base_url;            /* "https://example.org/kurs/", ends in a slash; empty: not said */
	struct str theme;               /* "default" */
	const struct value *typography; /* by language, or NULL */
	bool html_safe;                 /* `html: safe`: harmless raw HTML passes; else none does */
	struct str publish;             /* as written */
	bool in_place;                  /* `publish: in-place`: files are replaced one by one; else all in one step */
	int budget;                     /* bytes that a page may load; 0: not said */
	const struct value *exit;   /* where the quick exit leads: text or map by language, sound addresses; or NULL */
	struct text_list kept;      /* words that are the same in every language */
	bool search;                /* no only with `search: no` */
	struct language *languages; /* the first is the default */
	size_t nlanguages;
	struct course **courses;
	size_t ncourses;
	struct document **docs; /* every document, sorted by path: the unit of work of the first wave */
	size_t ndocs;
	struct output **homes;    /* the home page by language index */
	struct output **searches; /* the page to search on by language index; NULL: none */
	struct output **outputs;  /* every page, sorted by path */
	size_t noutputs;
	struct map origins;          /* path → struct origin *: every file below content/ */
	const struct origin *before; /* the same of an earlier build, sorted by path: site_before() */
	size_t nbefore;
	int64_t looked;       /* when the files were looked at, as stamp_now() has it */
	struct map assets;    /* path → struct asset * */
	struct map pages;     /* source path (of any language) → struct text * */
	struct po_file **pos; /* catalogues of messages, sorted by path */
	size_t npos;
	struct map includes;          /* source path of an `_file.md` → struct text *; no page of its own */
	const struct value *contacts; /* content/data/contacts.yaml, a map by role, or NULL */
	struct source contacts_src;
	const struct value *sources; /* content/data/sources.yaml, a map by key, or NULL */
	struct source sources_src;
	struct pool *pool;
	struct arena *keep; /* one a worker of ${pool}: for what workers make that lives as long as the site */
};

/* site_before(s, path, place): the file ${path} as the earlier build found it, NULL where it did not; most likely number ${place} of those. */
const struct origin *site_before(const struct site *s, struct str path, size_t place);

/* site_language(s, tag): that language of the site, or NULL. */
struct language *site_language(const struct site *s, struct str tag);

/* site_output(s, doc, lang): the page of ${doc} for readers of ${lang}; NULL where there is none. */
struct output *site_output(const struct site *s, const struct document *doc, const struct language *lang);

/* site_local(v, lang): a text setting in the reader's language: exact, along the chain, else the first there is. */
struct str site_local(const struct value *v, const struct language *lang);

/* site_text(doc, tag): the text of ${doc} in that language; NULL where there is none. */
struct text *site_text(const struct document *doc, struct str tag);

/* site_torn(doc): whether one of its texts is. */
bool site_torn(const struct document *doc);

/* site_title(t): what the page is called. Where its front matter does not say, read/document.c found something in its stead. */
struct str site_title(const struct text *t);

/* site_front(a, t): its front matter with all places, in ${a}, texts where the text has them; NULL: it has none. Few ask, so nobody keeps it. */
const struct value *site_front(struct arena *a, const struct text *t);

/* site_folder(t): the folder that its links start from: that of the Markdown. */
struct str site_folder(const struct text *t);

extern const struct fields site_settings, course_settings;

void site_free(struct site *s);

#endif
