/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOCALISE_PSEUDO_H
#define LOCALISE_PSEUDO_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/str.h"
#include "model/catalogue.h"
#include "model/site.h"

/*
 * Languages that nobody speaks, for trying out a theme: `en-XA` is English with accents, longer by four tenths, with
 * brackets around each string, so that one sees what is cut off and what is not translated; `ar-XB` is English written from right to left.
 */

/* pseudo_of(tag): which of them, if any. */
enum pseudo pseudo_of(struct str tag);

/* pseudo_put(b, kind, text): appends words of the text. */
void pseudo_put(struct buf *b, enum pseudo kind, struct str text);

/* pseudo_text(a, kind, text): a string of its own; `%{name}` in it stays. An empty one stays empty. */
struct str pseudo_text(struct arena *a, enum pseudo kind, struct str text);

/* pseudo_catalogue(a, c, kind): the strings of the interface, with the plural forms of c->lang. */
void pseudo_catalogue(struct arena *a, struct catalogue *c, enum pseudo kind);

#endif
