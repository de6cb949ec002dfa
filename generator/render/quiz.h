/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RENDER_QUIZ_H
#define RENDER_QUIZ_H

#include "render/render.h"

/* What a quiz page has besides its questions (question.h says what hooks the script finds). */

/* quiz_band(r, b, n): the directive `band` on a quiz page: hidden until the result is in it. */
void quiz_band(struct render *r, struct buf *b, const struct node *n);

/*
 * quiz_pool(r, b): the questions of other pages that an attempt may draw. Without script all of them can be read; the script shows
 * those that are drawn.
 */
void quiz_pool(struct render *r, struct buf *b);

/* quiz_result(r, b): behind the text of a quiz page with questions, where the result appears; else nothing. */
void quiz_result(struct render *r, struct buf *b);

/* quiz_kept(r, b): on a page with questions, where readers say whether answers are kept on the device, and delete them: the theme's partials/kept.html; not for people at risk. */
void quiz_kept(struct render *r, struct buf *b);

/* quiz_rules(a, body, lang): the rules of a quiz page in a few sentences; empty where it has none. */
struct str quiz_rules(struct arena *a, const struct body *body, const struct language *lang);

#endif
