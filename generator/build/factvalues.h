/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BUILD_FACTVALUES_H
#define BUILD_FACTVALUES_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/map.h"
#include "model/facts.h"
#include "model/site.h"
#include "render/theme.h"

/*
 * What the facts of a site are (model/facts.h). What is read from the disk for it is read when it is opened, before any page is made: a file that changes
 * while pages are made has another value in the next build. One thread at a time to open it; any may ask.
 */
struct factvalues {
	const struct site *site;
	struct arena arena;
	struct theme theme;
	struct map outputs;                     /* path → place in site->outputs + 1 */
	struct map documents, modules, courses; /* by path */
	struct map catalogues;                  /* by folder, seam, language: as subjects have it */
	struct map templates;                   /* name → uint64_t *, its value */
	uint64_t *links;                        /* by place in ${outputs} */
	uint64_t lua;
};

/* factvalues_open(v, site): of a site whose outputs are planned. */
void factvalues_open(struct factvalues *v, const struct site *site);

/* factvalues_waits(kind): whether it is known only when all documents have left their harvest, and the ids of courses are listed. */
bool factvalues_waits(enum fact_kind kind);

/* factvalues_of(v, subject): the value; 0 where there is no such thing. */
uint64_t factvalues_of(const struct factvalues *v, struct str subject);

/* factvalues_renew(v, doc): the titles of the document are other ones than when ${v} was opened. */
void factvalues_renew(struct factvalues *v, const struct document *doc);

void factvalues_close(struct factvalues *v);

#endif
