/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SEARCH_WORDBREAKS_H
#define SEARCH_WORDBREAKS_H

#include <stdbool.h>

#include "base/str.h"

/*
 * The words of a text, by Unicode's rules of word breaks (UAX #29): "don't", "f.eks", "3,5" are one each, "e-post" is two.
 * Latin and Cyrillic text is broken here, all other by ICU, which knows Thai or Hebrew; a test holds the two to each other.
 */
struct wordbreaks; /* of one thread */

struct wordbreaks *wordbreaks_open(void);
void wordbreaks_close(struct wordbreaks *w); /* NULL is harmless */

/* wordbreaks_each(w, text, take, ctx): calls take(ctx, word) for each run of ${text} that has a letter or digit in it. */
void wordbreaks_each(struct wordbreaks *w, struct str text, void (*take)(void *ctx, struct str word), void *ctx);

/* wordbreaks_plain(text): whether it is broken without ICU. */
bool wordbreaks_plain(struct str text);

#endif
