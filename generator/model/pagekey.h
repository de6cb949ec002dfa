/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef MODEL_PAGEKEY_H
#define MODEL_PAGEKEY_H

#include "model/site.h"

/* What is kept on a reader's device is kept by these: they are the same in all languages, and stay when words, titles and places in the course change. */

enum { PAGEKEY_SITE = 8 };

/* pagekey_site(s, out): eight letters and digits that tell one site from others on the same server or disk. */
void pagekey_site(const struct site *s, char out[PAGEKEY_SITE + 1]);

/* pagekey_of(a, doc): a page of a course whatever its language: "trafficking/municipality/quiz". */
struct str pagekey_of(struct arena *a, const struct document *doc);

#endif
