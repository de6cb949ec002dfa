/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "search/lexicon.h"

uint32_t
lexicon_number(struct lexicon *l, struct str word)
{
	uintptr_t found = (uintptr_t)map_get(&l->words, word);

	if (found == 0) {
		found = l->words.n + 1;
		map_put(&l->words, arena_str(&l->arena, word), (void *)found);
	}
	return (uint32_t)(found - 1);
}

struct str
lexicon_word(const struct lexicon *l, uint32_t number)
{
	return l->words.v[number].key;
}

void
lexicon_free(struct lexicon *l)
{
	map_free(&l->words);
	arena_free(&l->arena);
}
