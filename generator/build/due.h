/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BUILD_DUE_H
#define BUILD_DUE_H

#include <stdbool.h>

#include "build/factvalues.h"
#include "build/store.h"
#include "model/site.h"

struct stage;

/*
 * What has to be made again. A document is read when one of the facts of its texts has changed; of one that is not, a page is made
 * again when one of its own has. What the others look like is known from their outlines before anything is read, what ids and terms
 * they have only afterwards: hence two looks.
 */
struct due {
	const struct site *site;
	const struct store *old;
	const struct factvalues *values;
	uint64_t *now;         /* what the stored facts are, by number */
	bool *changed;         /* whether that is something else than they were */
	struct asset **assets; /* of facts of the kind FACT_ASSET */
	bool *read;            /* by document: its texts */
	bool *pages;           /* by document and language: see due_page() */
	bool *lone;            /* by output: pages without a document */
};

/* due_open(due, site, old, values): in the site's arena; nothing is due yet. */
void due_open(struct due *due, const struct site *site, const struct store *old, const struct factvalues *values);

bool *due_page(const struct due *due, size_t document, size_t language);

/* due_changed(due, facts): whether one of the stored facts has changed, as far as is known. */
bool due_changed(const struct due *due, struct record_facts facts);

/* due_keep(due, stage, p): the page ${p} of an earlier build stays as it is, with all it needs. False where it is not there any more as it was. */
bool due_keep(const struct due *due, struct stage *stage, const struct record_page *p);

/* due_look(due, waits): takes the values of the stored facts that can be known now: those that wait for all documents, or the others. */
void due_look(struct due *due, bool waits);

/* due_renew(due, i): the value of that stored fact is taken anew. */
void due_renew(struct due *due, size_t i);

#endif
