/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RENDER_REGION_H
#define RENDER_REGION_H

#include "render/render.h"

/* A part of the page with a title of its own: what most block directives are. */
struct region {
	const char *class;
	const char *role; /* NULL: that of a `section` */
	const char *kind; /* key of the UI string that says what it is; NULL: only its label is its title */
	bool term;        /* the label is a word that is explained */
	bool dated;       /* says `year=` itself, where there is no source */
};

/*
 * region_open(r, b, n, g): start tag and title of the directive ${n}: its label with the kind above it, or the kind
 * alone. Returns the heading level outside, for region_close(); inside, headings go below the title.
 */
int region_open(struct render *r, struct buf *b, const struct node *n, const struct region *g);

/* region_close(r, b, n, g, level): the source, where one is named, and the end tag. */
void region_close(struct render *r, struct buf *b, const struct node *n, const struct region *g, int level);

/* region_label(n): the label of a directive, or NULL where it has no words. */
const struct node *region_label(const struct node *n);

/* region_id(r, n): the id of a directive, or one of its own for this page. Each call makes a new one where the author wrote none. */
struct str region_id(struct render *r, const struct node *n);

/* region_source(r, b, a, tag): "Source: TITLE (year)" of `source=` and `year=` in an element ${tag}; nothing without them. */
void region_source(struct render *r, struct buf *b, const struct attrs *a, const char *tag);

/* region_entry(map, key): the entry of a data file, or NULL. */
const struct value *region_entry(const struct value *map, struct str key);

#endif
