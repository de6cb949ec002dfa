/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef MODEL_PHRASES_H
#define MODEL_PHRASES_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/str.h"
#include "model/site.h"

/*
 * Whether a text of an author has certain words, which each locale lists for its language, `|` between: what the build
 * says about good questions hangs on them. They are looked for as whole words; case and punctuation do not count.
 */

/* phrases_letter(c): whether ${c} is part of a word: a letter, a digit, an apostrophe. */
bool phrases_letter(uint32_t c);

/* phrases_text(a, s): the words of ${s} in the form that is searched, one blank around each: " none of these ". */
struct str phrases_text(struct arena *a, struct str s);

/* phrases_quiet(a, s): the same without words in capitals. */
struct str phrases_quiet(struct arena *a, struct str s);

/* phrases_list(site, lang, key): the list of that key in the locale of ${lang}; empty where the site has no such language. */
struct str phrases_list(const struct site *site, struct str lang, const char *key);

/* phrases_find(a, text, list): the first phrase of ${list} that stands in ${text}, in the form of phrases_text(); empty: none. */
struct str phrases_find(struct arena *a, struct str text, struct str list);

/* phrases_words(text): how many words ${text} has. */
size_t phrases_words(struct str text);

#endif
