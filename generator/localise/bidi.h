/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOCALISE_BIDI_H
#define LOCALISE_BIDI_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/str.h"
#include "model/site.h"

/*
 * Text that runs the other way than what it is put into: it must be isolated, or its numbers and punctuation, and those around it, change
 * places. Between tags an element with `dir` does that; in attributes, titles and inside sentences two characters that
 * draw nothing do.
 */

/* bidi_rtl(lang): whether ${lang} is written from right to left. */
bool bidi_rtl(const struct language *lang);

/*
 * bidi_apart(lang, text): whether ${text} must be isolated inside a text in ${lang}: it has letters of the other direction, or, from right
 * to left, digits with something between them (a phone number).
 */
bool bidi_apart(const struct language *lang, struct str text);

/* bidi_put(b, lang, text): appends ${text}, between U+2068 and U+2069 where it must be isolated. */
void bidi_put(struct buf *b, const struct language *lang, struct str text);

/* bidi_text(a, lang, text): the same, itself where it need not be. */
struct str bidi_text(struct arena *a, const struct language *lang, struct str text);

#endif
