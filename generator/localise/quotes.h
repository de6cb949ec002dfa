/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOCALISE_QUOTES_H
#define LOCALISE_QUOTES_H

#include "base/arena.h"
#include "base/str.h"
#include "localise/delimiters.h"
#include "localise/touch.h"

/*
 * Straight quotes become the marks of the language: a quotation has the first pair, one inside it the other pair, one inside
 * that the first again. Where nothing is around it, `'…'` has the other pair, for whoever writes so means it.
 *
 *	apostrophe (don't, boys', '90s)       ’, whatever the language
 *	behind a digit, nothing to be closed   ′ ″ (5'6", 12")
 *	begins the text and is never closed    the first opening mark: the quotation goes on in the next paragraph
 *	any other without a partner            stays as it is
 *
 * Marks that are no longer straight are left alone; those of the language count as what quotations stand in. Doing it
 * twice changes nothing more where all have found a partner.
 */

/* What stands for something that is no text (code, an image) in what quotes_mark() gets: it counts as a letter. */
#define QUOTES_OPAQUE "\xef\xbf\xbc"

/* quotes_mark(text, d, t): adds the places to ${t}. */
void quotes_mark(struct str text, const struct delimiters *d, struct touches *t);

/* quotes_text(a, lang, text): ${text} with the marks of ${lang}; itself where there is nothing to do. */
struct str quotes_text(struct arena *a, struct str lang, struct str text);

#endif
