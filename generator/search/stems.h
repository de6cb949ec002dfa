/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SEARCH_STEMS_H
#define SEARCH_STEMS_H

#include "base/buf.h"
#include "base/str.h"

/*
 * The stem that the forms of a word share: libstemmer's, in Latvian our own. It is looked for at the build only, so that no browser
 * needs the rules of a language. One at a time: not shared between threads.
 */
struct stems;

/* stems_open(lang): for that language (a BCP 47 tag). NULL where nobody knows its stems: then a word is its own. */
struct stems *stems_open(struct str lang);

/* stems_put(s, b, word): appends the stem of ${word}, which is in small letters; the word itself where ${s} is NULL. */
void stems_put(struct stems *s, struct buf *b, struct str word);

void stems_close(struct stems *s); /* NULL is harmless */

#endif
