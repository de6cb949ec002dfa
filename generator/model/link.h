/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef MODEL_LINK_H
#define MODEL_LINK_H

#include "base/buf.h"
#include "model/facts.h"
#include "model/harvest.h"
#include "model/site.h"

/*
 * Where a link of the prose leads, in the language of the page it stands on. All
 * links pass through link_follow(), which also notes what it looked at.
 */
enum link_kind {
	LINK_EXTERNAL, /* https:, mailto:, tel: */
	LINK_PAGE,     /* a page of the site, with or without an anchor */
	LINK_ASSET,    /* a file to be published */
	LINK_BROKEN,
};

enum link_fault {
	LINK_FINE,
	LINK_NO_FILE,    /* no such document or file */
	LINK_NO_ANCHOR,  /* the page is there, the id is not */
	LINK_NO_ID,      /* `#id` neither on this page nor in the course */
	LINK_NOT_A_PAGE, /* the document has no page for this reader (draft, other audience, `_file.md`) */
	LINK_OUTSIDE,    /* leaves the site's content */
	LINK_BAD_SCHEME, /* javascript:, data:, an unknown scheme */
};

struct link {
	enum link_kind kind;
	enum link_fault fault;
	struct str url; /* external: as written */
	const struct output *page;
	const struct document *doc; /* whose page it is, or would be; NULL: none */
	struct asset *asset;
	struct str fragment;           /* id on the page, without `#` */
	const struct definition *term; /* the definition it leads to, or NULL */
	/* what was looked at to find out */
	struct str path, local; /* below content/, and as the reader's language may have it instead; empty: no file */
	struct str id;          /* of the course; empty: none */
};

/*
 * link_resolve(a, s, from, text, url, out): ${url} as written in ${text}, on the page
 * ${from}. Ids of other pages are known only after the first wave: before that,
 * ask link_needs_course().
 */
void link_resolve(struct arena *a, const struct site *s, const struct output *from, const struct text *text,
    struct str url, struct link *out);

/*
 * Links that were followed, of texts of one folder: most name a page beside them, and each page is named by many. One a worker, for one build; zero
 * to begin with.
 */
struct link_known {
	struct str folder;
	struct arena arena;
	struct map links;
	struct buf key;
};

/* link_follow(k, a, s, from, text, url, f, out): link_resolve(), and the facts that it rests on noted in ${f}, whose numbers ${k} keeps. Either may be NULL. */
void link_follow(struct link_known *k, struct arena *a, const struct site *s, const struct output *from,
    const struct text *text, struct str url, struct facts *f, struct link *out);

void link_forget(struct link_known *k); /* frees what it has */

/* link_needs_course(url): whether resolving needs other pages' ids (it has a fragment that is not of this page). */
bool link_needs_course(const struct harvest *here, struct str url);

/* link_href(b, from, l): appends the relative URL, not yet escaped for HTML. */
void link_href(struct buf *b, const struct output *from, const struct link *l);

/* link_to_page(b, from, to): appends the relative URL of one page seen from another. */
void link_to_page(struct buf *b, const struct output *from, const struct output *to);

#endif
