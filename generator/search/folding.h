/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SEARCH_FOLDING_H
#define SEARCH_FOLDING_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/str.h"

/*
 * How words are compared when one searches: small letters, without the marks and strokes that people leave away ("på" as "pa",
 * "Łódź" as "lodz", "Straße" as "strasse", "ёлка" as "елка"), without punctuation inside. Letters of other scripts than Latin
 * stay what they are, й and ї too; the forms of Arabic letters that differ by language or position are one. search/js/fold.js
 * does the same with what is typed; tests/search/folds.txt holds both to it.
 */

/* folding_word(b, word): appends ${word} folded; nothing where nothing of it is left. */
void folding_word(struct buf *b, struct str word);

/*
 * folding_also(a, word, lang): how else people type ${word}, folded; empty where there is no such way. In German "maedchen" for
 * "Mädchen"; in Arabic without its article; of a word in Cyrillic letters, what the rules of ${lang} (BGN) make of it in Latin
 * ones: "torgovlya".
 */
struct str folding_also(struct arena *a, struct str word, struct str lang);

#endif
