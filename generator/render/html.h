/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RENDER_HTML_H
#define RENDER_HTML_H

#include "render/render.h"

/*
 * Prose: nodes to HTML5. Directives go to block.c. `only` blocks that do not apply and
 * `facilitator` blocks in a learner's page are left out.
 */

/* html_blocks(r, b, parent): the children of ${parent}, which are blocks. */
void html_blocks(struct render *r, struct buf *b, const struct node *parent);

/* html_block(r, b, n): one block. */
void html_block(struct render *r, struct buf *b, const struct node *n);

/* html_words(r, b, n): the words of ${n} as readers see them, as plain text that is yet to be escaped. */
void html_words(struct render *r, struct buf *b, const struct node *n);

/* html_shown(r, text): a text of its own (a caption, a word of a menu) in the language of the text around it, as readers see it. */
struct str html_shown(struct render *r, struct str text);

/* html_inlines(r, b, parent): the children of ${parent}, which are inlines. */
void html_inlines(struct render *r, struct buf *b, const struct node *parent);

/* html_attrs(r, b, a): ` id="…" class="…" lang="…"` of an author's attributes, with ${class} (may be NULL) in front of its classes. */
void html_attrs(struct render *r, struct buf *b, const struct attrs *a, const char *class);

/* html_heading(r, b, level, anchor, parent): a heading of the absolute level 1-6 with the inlines of ${parent}. */
void html_heading(struct render *r, struct buf *b, int level, struct str anchor, const struct node *parent);

/*
 * html_interface(r, b): ` lang="…" dir="…"` of words of the interface where the text around them is in another language; html_text(r, b): of that text inside such an
 * element.
 */
void html_interface(const struct render *r, struct buf *b);
void html_text(const struct render *r, struct buf *b);

/* html_lang(r, b, lang): ` lang="…" dir="…"` of a language that differs from its surroundings. */
void html_lang(const struct render *r, struct buf *b, struct str lang);

#endif
