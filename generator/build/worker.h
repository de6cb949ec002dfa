/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BUILD_WORKER_H
#define BUILD_WORKER_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "build/keys.h"
#include "build/record.h"
#include "model/body.h"
#include "model/facts.h"
#include "model/link.h"
#include "model/site.h"
#include "render/lua.h"

struct searching;
struct searching_worker;
struct stage;

/* What one thread of a build has to itself, and how it makes a page. */
struct worker {
	struct site *site;
	int number; /* from 0 */
	struct stage *stage;
	struct arena arena; /* until the document in hand is staged */
	struct lua *lua;    /* NULL: not yet, or it could not be opened */
	bool lua_failed;
	struct render_kept *kept; /* by language: neighbours in one language have most in common */
	struct facts facts;       /* of what it has in hand */
	struct link_known links;  /* with the numbers of ${facts} */
	struct buf page, script, files;
	struct diags diags;
	struct keys keys;                /* papers of the tests that it staged */
	struct searching_worker *search; /* NULL: the site has none */
	size_t pages, questions;
	uint64_t bytes;
	bool failed; /* a file could not be written, or a template failed */
};

/* worker_open(w, site, stage, search, number): the worker of that number; ${search} may be NULL. For worker_close(). */
void worker_open(struct worker *w, struct site *site, struct stage *stage, struct searching *search, size_t number);

/*
 * worker_page(w, o, body, made): the page ${o} is rendered and staged, with the scripts it needs, and is taken into the search. ${body} is NULL for
 * a page without a text of its own. What is remembered of it goes to ${made}, which has only what was told where the page could not be made.
 */
void worker_page(struct worker *w, const struct output *o, const struct body *body, struct record_page *made);

/* worker_kept(w, p): the same for a page that stays as it was: its papers, its problems, its place in the counts. */
void worker_kept(struct worker *w, const struct output *o, const struct record_page *p);

/* worker_forget(w): what it keeps from page to page may not hold any more. */
void worker_forget(struct worker *w);

/* worker_facts(w), worker_told(w, from): what was noted since facts_begin(), and told from that diag on; for as long as the site. */
struct record_facts worker_facts(struct worker *w);
struct str worker_told(struct worker *w, size_t from);

/* worker_rest(w): it makes no more pages; what it told and counted must have been taken. Its facts stay until worker_close(). */
void worker_rest(struct worker *w);

void worker_close(struct worker *w);

#endif
