/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RENDER_RENDER_H
#define RENDER_RENDER_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/map.h"
#include "model/body.h"
#include "model/link.h"
#include "model/site.h"

struct calendar;
struct lua;

struct course_view;
struct module_view;

/*
 * What one worker keeps from page to page, since the next page is most often a neighbour: room for prose and addresses, and what
 * other pages look like from the folder of the page it made last, in its language. Zeroed by its owner, who ends it with page_forget().
 */
struct render_kept {
	struct buf prose, url;
	struct arena arena; /* of all that is seen */
	struct str from;    /* where it is seen from */
	bool anywhere;      /* so that it can be seen from everywhere */
	struct map links;   /* path of a page → struct link_view * */
	const struct module *module;
	struct module_view *module_view;
	const struct course *course;
	struct course_view *course_view; /* without what is in it */
	struct calendar *dates;          /* how the reader's language writes them; NULL: none was needed so far */
};

struct render;

/*
 * Who writes what prose holds beside itself. html.c calls them without knowing them, since they
 * write prose in their turn: block_writers of block.c.
 */
struct render_writers {
	void (*block)(struct render *r, struct buf *b, const struct node *directive);
	void (*role)(struct render *r, struct buf *b, const struct node *role);
	void (*table)(struct render *r, struct buf *b, const struct node *table);
	void (*image)(struct render *r, struct buf *b, const struct node *image, struct str title);
	void (*gap)(struct render *r, struct buf *b, const struct node *gap); /* in the text of a question, r->asked */
};

/*
 * What a renderer has in hand: one page, its prose, and the worker's tools. Made by
 * build.c for each page; page.c, html.c, block.c and question.c write by it.
 */
struct render {
	const struct site *site;
	const struct output *out;
	const struct body *body; /* NULL: a collection */
	const struct text *text; /* whose links and language the nodes have; changes for borrowed nodes (glossary) */
	const struct render_writers *writers;
	struct render_kept *kept;
	struct arena *arena; /* until the page is staged */
	struct lua *lua;
	struct diags *diags;
	int level; /* heading level of the part that is being written: headings inside directives go below it */
	const struct node *counted;   /* whose headings html.c has looked at last, … */
	int upper;                    /* … and the uppermost level among them */
	struct render_notes *notes;   /* footnotes met so far; NULL: marks are left out (borrowed nodes) */
	int serial;                   /* ids given to blocks without one, so far */
	bool placed;                  /* ${kept} is what can be seen from here: navigate.c */
	const struct question *asked; /* whose text is being written; NULL: none */
	struct facts *facts;          /* what it is made of; NULL: nobody asks */
	struct link_known *links;     /* those of its worker, by the numbers of ${facts}; may be NULL */
	struct str script;            /* the page's own script, below the output folder; empty: none */
};

/*
 * Footnotes are numbered as their marks are met, and only those are listed: what a block that is
 * left out says in a note is left out, too.
 */
struct render_notes {
	int *number; /* of the note with number i + 1 in the tree: as shown; 0: not met */
	int *refs;   /* marks of it met so far */
	int *order;  /* notes (numbers in the tree) as shown */
	int all, n;
};

#endif
