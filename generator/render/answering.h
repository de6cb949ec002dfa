/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RENDER_ANSWERING_H
#define RENDER_ANSWERING_H

#include "model/question.h"
#include "render/render.h"

/*
 * What the types of questions have in common where one answers, and in the list of answers below. A part is what gets a
 * verdict of its own: an option, an entry, a gap. Where one answers it is [data-part=ID], in the list [data-answer=ID].
 */

/* answering_instruction(r, b, words): what to do; ${words} not yet escaped. Nothing where they are empty. */
void answering_instruction(struct render *r, struct buf *b, struct str words);

/* answering_paper(r, b, words): the same for a reader with a pen. */
void answering_paper(struct render *r, struct buf *b, struct str words);

/* answering_mark(r, b, q, suffix): the place for the verdict of a part in words, called ID--${suffix} where that is not NULL. */
void answering_mark(struct render *r, struct buf *b, const struct question *q, const char *suffix);

/* answering_words(r, b, n): the words of a cell, or of an item: of its first paragraph. */
void answering_words(struct render *r, struct buf *b, const struct node *n);

/* answering_more(r, b, n): what else an item has, quotes and lists apart: pictures, say. */
void answering_more(struct render *r, struct buf *b, const struct node *n);

/* answering_plain(r, n): the words of a cell, an item, as text; quotes and lists apart. Lives in r->arena. */
struct str answering_plain(struct render *r, const struct node *n);

/* answering_hint(r, b, hint): of a part, to open before answering; nothing where ${hint} is NULL. */
void answering_hint(struct render *r, struct buf *b, const struct node *hint);

/*
 * answering_feedback(r, b, words, when, label): feedback for the case ${when} in the list of answers, said to be for that case by the
 * string ${label} (NULL: by none). Nothing where ${words} is NULL.
 */
void answering_feedback(struct render *r, struct buf *b, const struct node *words, const char *when, const char *label);

/* answering_open(b, id), answering_close(b): an item of the list of answers; the words of the part come first. */
void answering_open(struct buf *b, struct str id);
void answering_close(struct buf *b);

/* answering_right(r, b, words): inside it: the right answer, not yet escaped. */
void answering_right(struct render *r, struct buf *b, struct str words);

/*
 * answering_mixed(a, q, ids, n): an order for what must not stand as the author wrote it, where no script shuffles: places in
 * ${ids}. The same for every language, and never the one written if there are two.
 */
size_t *answering_mixed(struct arena *a, const struct question *q, const struct str *ids, size_t n);

#endif
