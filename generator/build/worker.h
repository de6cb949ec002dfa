/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BUILD_WORKER_H
#define BUILD_WORKER_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "build/keys.h"
#include "model/body.h"
#include "model/site.h"
#include "render/lua.h"

struct searching;
struct searching_worker;
struct stage;

/* What one thread of a build has to itself, and how it makes a page. */
struct worker {
	struct site *site;
	struct stage *stage;
	struct arena arena; /* until the document in hand is staged */
	struct lua *lua;    /* NULL: not yet, or it could not be opened */
	bool lua_failed;
	struct render_kept *kept; /* by language: neighbours in one language have most in common */
	struct buf page, script;
	struct diags diags;
	struct keys keys;                /* papers of the tests that it staged */
	struct searching_worker *search; /* NULL: the site has none */
	size_t pages, questions;
	uint64_t bytes;
	bool failed; /* a file could not be written, or a template failed */
};

/* worker_open(w, site, stage, search, number): the worker of that number; ${search} may be NULL. For worker_close(). */
void worker_open(struct worker *w, struct site *site, struct stage *stage, struct searching *search, size_t number);

/* worker_page(w, o, body): the page ${o} is rendered and staged, with the scripts it needs, and is taken into the search. ${body} is NULL for a page without a text of its own. */
void worker_page(struct worker *w, const struct output *o, const struct body *body);

/* worker_close(w): what it told and counted must have been taken. */
void worker_close(struct worker *w);

#endif
