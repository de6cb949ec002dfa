/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SEARCH_LEXICON_H
#define SEARCH_LEXICON_H

#include <stdint.h>

#include "base/arena.h"
#include "base/map.h"
#include "base/str.h"

/* Words as numbers, from 0, in the order in which they were met. Zeroed by its owner, who ends it with lexicon_free(). */
struct lexicon {
	struct arena arena; /* of the words */
	struct map words;   /* word → its number + 1 */
};

/* lexicon_number(l, word): the number of ${word}, which is kept if it is new. */
uint32_t lexicon_number(struct lexicon *l, struct str word);

/* lexicon_word(l, number): the word of that number. */
struct str lexicon_word(const struct lexicon *l, uint32_t number);

void lexicon_free(struct lexicon *l);

#endif
