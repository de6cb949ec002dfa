/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SCORE_FINGERPRINT_H
#define SCORE_FINGERPRINT_H

#include "model/question.h"
#include "model/site.h"

/* What answers on a reader's device are kept by. */

enum { FINGERPRINT_QUESTION = 5, FINGERPRINT_SITE = 8 };

/*
 * fingerprint_question(q, out): of what ${q} asks, in its source language, and of how it is scored: five lower-case letters and
 * digits, and a NUL. Another one says that an answer given before may no longer fit. Ids, order of options and
 * feedback do not count; nor does the language it is read in.
 */
void fingerprint_question(const struct question *q, char out[FINGERPRINT_QUESTION + 1]);

/* fingerprint_site(s, out): eight letters and digits that tell one site from others on the same server or disk. */
void fingerprint_site(const struct site *s, char out[FINGERPRINT_SITE + 1]);

/* fingerprint_page(a, doc): a page of a course whatever its language: "trafficking/municipality/quiz". */
struct str fingerprint_page(struct arena *a, const struct document *doc);

#endif
