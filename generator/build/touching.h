/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BUILD_TOUCHING_H
#define BUILD_TOUCHING_H

#include "build/making.h"

/*
 * Facts that have changed while the site is in hand, when all its pages were decided on: pages that rest on one are out of date.
 *
 *	struct touching t;
 *	touching_open(&t, m);
 *	touching_fact(&t, FACT_FILE, path);   what the site has must be the new one already
 *	touching_apply(&t, &pages);
 *	touching_close(&t);
 */
struct touching {
	struct making *m;
	bool *stored; /* by number of a stored fact */
	bool **own;   /* by worker and its number */
	bool media;   /* a page that is out of date showed some: other pages may not */
};

/* A page that is out of date, and the scripts that it had: packed texts, valid as long as the site. */
struct touched {
	const struct output *page;
	struct str files;
};

struct touching_pages VEC_OF(struct touched);

void touching_open(struct touching *t, struct making *m);

/* touching_fact(t, kind, about): all facts of that kind about that, whatever their second part is. */
void touching_fact(struct touching *t, enum fact_kind kind, struct str about);

/* touching_page(t, document, language, pages): what is remembered of that page does not hold any more: it is added. */
void touching_page(struct touching *t, size_t document, size_t language, struct touching_pages *pages);

/*
 * touching_apply(t, pages): adds the pages that are out of date now and were not before; links that hang on the facts are checked again, by the first worker. Media are
 * those that the other pages show.
 */
void touching_apply(struct touching *t, struct touching_pages *pages);

void touching_close(struct touching *t);

#endif
