/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/near.h"

#include <stdbool.h>

/* Longer words are not typed by hand. */
#define WORD_MAX 64

static bool
same(char a, char b)
{
	return str_lower(a) == str_lower(b);
}

static unsigned
least(unsigned a, unsigned b)
{
	return a < b ? a : b;
}

/*
 * Optimal string alignment: the table's row for ${i} bytes of ${a}, from the row above
 * and the one above that, which a swap of two neighbours looks at.
 */
static void
next_row(
    unsigned char *row, const unsigned char *above, const unsigned char *twice, struct str a, size_t i, struct str b)
{
	row[0] = (unsigned char)i;
	for (size_t j = 1; j <= b.n; j++) {
		unsigned best = least(above[j], row[j - 1]) + 1u;

		best = least(best, above[j - 1] + (same(a.p[i - 1], b.p[j - 1]) ? 0u : 1u));
		if (i > 1 && j > 1 && same(a.p[i - 1], b.p[j - 2]) && same(a.p[i - 2], b.p[j - 1]))
			best = least(best, twice[j - 2] + 1u);
		row[j] = (unsigned char)best;
	}
}

/* Both have at most WORD_MAX bytes. */
static size_t
distance(struct str a, struct str b)
{
	unsigned char rows[3][WORD_MAX + 1];

	for (size_t j = 0; j <= b.n; j++)
		rows[0][j] = (unsigned char)j;
	for (size_t i = 1; i <= a.n; i++)
		next_row(rows[i % 3], rows[(i + 2) % 3], rows[(i + 1) % 3], a, i, b);
	return rows[a.n % 3][b.n];
}

void
near_begin(struct near *n, struct str word)
{
	n->word = word;
	n->best = STR_EMPTY;
	/* One more than what is near enough, so that only less counts. */
	n->distance = (word.n >= 6 ? word.n / 3 : 1) + 1;
}

void
near_try(struct near *n, struct str name)
{
	size_t longer = name.n > n->word.n ? name.n : n->word.n;
	size_t shorter = name.n > n->word.n ? n->word.n : name.n, d;

	if (shorter == 0 || longer > WORD_MAX || longer - shorter >= n->distance)
		return;
	d = distance(n->word, name);
	/* Where every byte differs, nothing of the word is left to be meant. */
	if (d < n->distance && d < longer) {
		n->distance = d;
		n->best = name;
	}
}

struct str
near_best(const struct near *n)
{
	return n->best;
}
