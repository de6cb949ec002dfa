/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SCORE_STATESIZE_H
#define SCORE_STATESIZE_H

#include <stddef.h>

#include "model/body.h"

/*
 * How many letters the answers of a reader take at worst in the compact form (score/js/page/compact.js), which is
 * what learning platforms have room for.
 */

enum { STATESIZE_TYPED = 40 }; /* letters that a typed answer is counted with */

/* statesize_question(q): of one question, with the point behind it. */
size_t statesize_question(const struct question *q);

/* statesize_page(body): of the page's own questions with its head; 0 where it has none. What is drawn from elsewhere is not in it. */
size_t statesize_page(const struct body *body);

/* statesize_take(body): leaves the sizes of the page in its harvest. */
void statesize_take(const struct body *body);

/* statesize_course(site, course): of all its pages, draws included. After the first wave: from what the bodies left. */
size_t statesize_course(const struct site *site, const struct course *course);

#endif
