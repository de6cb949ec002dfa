/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef I18N_WORDDIFF_H
#define I18N_WORDDIFF_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/str.h"
#include "i18n/wordmarks.h"
#include "model/site.h"

/*
 * What was changed in a text, word by word, with marks on what changes its meaning however small it is: "You must not pay" and "You must pay" are nearly the
 * same text (localisation.md, finding 6 and T-18).
 */
enum worddiff_kind { WORDDIFF_SAME, WORDDIFF_OUT, WORDDIFF_IN };

struct worddiff_piece {
	enum worddiff_kind kind;
	unsigned marks;  /* those of its words, see wordmarks.h; 0 where it is the same */
	struct str text; /* of the old text, or (WORDDIFF_IN) of the new one, with the blanks around it */
};

struct worddiff {
	struct worddiff_piece *v; /* in the order of the texts, what was taken out before what was put in there */
	size_t n;
};

/* The words of a language that are marked, `|` between. */
struct worddiff_words {
	struct str negations, modals;
};

/* worddiff_words_of(site, lang): those of the locale of ${lang}. */
struct worddiff_words worddiff_words_of(const struct site *site, struct str lang);

/* worddiff_of(a, before, after, words): the pieces, slices of both texts; neither needs to be UTF-8. */
struct worddiff worddiff_of(struct arena *a, struct str before, struct str after, const struct worddiff_words *words);

/* worddiff_text(b, w): appends it as text: "You must ![-not-] pay [-it-] {+them+}", `!` before what has a mark. */
void worddiff_text(struct buf *b, const struct worddiff *w);

#endif
