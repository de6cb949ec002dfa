/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef MODEL_FACTS_H
#define MODEL_FACTS_H

#include <stdint.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/map.h"
#include "base/str.h"
#include "base/vec.h"

/*
 * What a page was made of. Each thing that is looked at beside the page's own tree is a *fact*: a kind and what it is about. The
 * value of a fact is a hash that build/factvalues.c can take of any site, also of one in which no page has been made yet; a page
 * is made again exactly when the value of one of its facts has changed.
 *
 * What is not a fact holds for all pages: site.yaml, the options of the build, the program and its libraries. When that
 * changes, everything is made again.
 */
enum fact_kind {
	FACT_FILE,        /* PATH: the bytes of a source file; it may not be there */
	FACT_COURSE,      /* COURSE: the bytes of its course.yaml */
	FACT_PLACE,       /* DOCUMENT: its type, module, neighbours and texts, and which of these each language shows */
	FACT_CATALOGUE,   /* FOLDER LANG: the catalogue of messages for the pages of a folder */
	FACT_LINK,        /* PAGE: how a page is shown where it is linked to: address, title, summary, minutes … */
	FACT_MODULE,      /* MODULE LANG: the same of a module and its pages */
	FACT_COURSE_VIEW, /* COURSE LANG: of a course, without what is in it */
	FACT_COURSE_TREE, /* COURSE LANG: with its modules and pages */
	FACT_COURSES,     /* which courses there are, and in which languages */
	FACT_FACE,        /* DOCUMENT LANG: where it is read, and what ids are on it */
	FACT_ID,          /* COURSE ID: which document has it */
	FACT_PATH,        /* PATH: what a link to that file leads to: a page, media, nothing */
	FACT_ASSET,       /* PATH: media that the page shows or offers: name and size; it gets published */
	FACT_TERMS,       /* COURSE LANG: the definitions of a course */
	FACT_TAGGED,      /* COURSE: which documents have questions that may be drawn */
	FACT_STRINGS,     /* LANG: the strings of the interface */
	FACT_TEMPLATE,    /* NAME: its bytes, or that there is none */
	FACT_LUA,         /* the files of lua/ */
	FACT_THEME_ASSET, /* NAME: what it is called on the site */
	FACT_MOMENT, /* when the site was looked at, which no build has twice: what was read is not what was looked at */
	FACT_KINDS
};

/* Those of the page in hand, and all that were met before, numbered. One a worker; zero to begin with. */
struct facts {
	struct arena arena;
	struct map
	    numbers; /* subject (the kind as one byte, then what it is about) → its number + 1; entries are in the order of numbers */
	struct facts_stamps VEC_OF(uint32_t) stamps; /* by number: the ${serial} of the list it is in */
	uint32_t serial;
	struct facts_list VEC_OF(uint32_t) list; /* numbers of the page in hand */
	struct buf subject;
};

/* facts_begin(f): for the next page: the list is empty. */
void facts_begin(struct facts *f);

/* facts_note(f, kind, about): it was looked at. Returns its number. ${f} NULL: nobody wants to know. */
uint32_t facts_note(struct facts *f, enum fact_kind kind, struct str about);

/* facts_note_in(f, kind, about, in): of two parts: a document and a language, say. */
uint32_t facts_note_in(struct facts *f, enum fact_kind kind, struct str about, struct str in);

/*
 * facts_mark(f): what is noted from here on is in the list behind the place returned, even if it is in front of it, too. For what
 * is kept and used on other pages: facts_again() notes the numbers ${v} once more.
 */
size_t facts_mark(struct facts *f);
void facts_again(struct facts *f, const uint32_t *v, size_t n);

/* facts_subject(f, number): what was noted under it; there are f->numbers.n of them. */
struct str facts_subject(const struct facts *f, uint32_t number);

/* facts_kind(subject), facts_about(subject, &in): the parts of a subject; ${in} is empty where it has one part. */
enum fact_kind facts_kind(struct str subject);
struct str facts_about(struct str subject, struct str *in);

void facts_free(struct facts *f);

#endif
