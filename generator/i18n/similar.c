/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "i18n/similar.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>

#include "base/hash.h"
#include "base/mem.h"

enum { FEW_WORDS = 4, MOST_UNITS = 4000 };

/* A text as a row of numbers, equal where its words (or bytes) are. */
struct units {
	uint64_t *v;
	size_t n;
};

static bool
blank(char c)
{
	return c == ' ' || c == '\n' || c == '\t';
}

static size_t
count_words(struct str s)
{
	size_t n = 0;

	for (size_t i = 0; i < s.n; i++)
		n += !blank(s.p[i]) && (i == 0 || blank(s.p[i - 1]));
	return n;
}

static struct units
in_bytes(struct str s)
{
	struct units u = { mem_alloc((s.n + 1) * sizeof *u.v), 0 };

	for (size_t i = 0; i < s.n && u.n < MOST_UNITS; i++)
		u.v[u.n++] = (unsigned char)s.p[i];
	return u;
}

static struct units
in_words(struct str s)
{
	struct units u = { mem_alloc((count_words(s) + 1) * sizeof *u.v), 0 };

	for (size_t i = 0; i < s.n && u.n < MOST_UNITS;) {
		size_t from = i;

		while (i < s.n && !blank(s.p[i]))
			i++;
		if (i > from)
			u.v[u.n++] = hash_bytes(str_sub(s, from, i));
		while (i < s.n && blank(s.p[i]))
			i++;
	}
	return u;
}

/* The length of the longest common subsequence. */
static size_t
common(const struct units *a, const struct units *b)
{
	size_t *row = mem_alloc((b->n + 1) * sizeof *row), n;

	for (size_t k = 0; k <= b->n; k++)
		row[k] = 0;
	for (size_t i = 0; i < a->n; i++) {
		size_t diagonal = 0;

		for (size_t k = 1; k <= b->n; k++) {
			size_t above = row[k];

			if (a->v[i] == b->v[k - 1])
				row[k] = diagonal + 1;
			else if (row[k - 1] > above)
				row[k] = row[k - 1];
			diagonal = above;
		}
	}
	n = row[b->n];
	free(row);
	return n;
}

int
similar_texts(struct str a, struct str b)
{
	bool few = count_words(a) <= FEW_WORDS || count_words(b) <= FEW_WORDS;
	struct units x, y;
	int share = 0;

	if (a.n == 0 || b.n == 0 || a.n > 3 * b.n || b.n > 3 * a.n)
		return 0;
	x = few ? in_bytes(a) : in_words(a);
	y = few ? in_bytes(b) : in_words(b);
	share = (int)(2000 * common(&x, &y) / (x.n + y.n));
	free(x.v);
	free(y.v);
	return share;
}
