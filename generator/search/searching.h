/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SEARCH_SEARCHING_H
#define SEARCH_SEARCHING_H

#include "model/body.h"
#include "model/site.h"

/*
 * The search of the site, without a server: what workers find on the pages that they have in hand is kept (gleaning.h), and
 * once all have been seen it becomes an index a language in parts.
 */
struct searching;
struct searching_worker;

/* searching_open(site): NULL where site.yaml says `search: no`. Its workers are those of site->pool. */
struct searching *searching_open(const struct site *site);

/* searching_worker(s, i): what worker number ${i} takes pages into; NULL for NULL. */
struct searching_worker *searching_worker(struct searching *s, size_t i);

/*
 * searching_hash(a, site, o, body): of all that would be found on the page: equal hashes, equal index. 0: nothing is: it is a fallback, which is found in
 * its own language, or ${body} is NULL. ${a} is scratch.
 */
uint64_t searching_hash(struct arena *a, const struct site *site, const struct output *o, const struct body *body);

/* searching_take(w, o, body): takes the words of a page that is rendered, once a page, and returns that hash. ${w} NULL: nothing happens. */
uint64_t searching_take(struct searching_worker *w, const struct output *o, const struct body *body);

/* Writes a file below the output folder, called by any worker; -1 where it could not. */
typedef int searching_write(void *ctx, size_t worker, struct str path, struct str bytes);

/* searching_scripts(site, write, ctx): the script of each language; it does not hang on what pages hold. */
int searching_scripts(const struct site *site, searching_write *write, void *ctx);

/* searching_stage(s, write, ctx): the index of each language. -1 where something could not be written. */
int searching_stage(struct searching *s, searching_write *write, void *ctx);

void searching_close(struct searching *s); /* NULL is harmless */

#endif
