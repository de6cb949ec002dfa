/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "search/stems.h"

#include <libstemmer.h>
#include <limits.h>
#include <stdlib.h>

#include "base/mem.h"
#include "search/latvian.h"

struct stems {
	struct sb_stemmer *snowball; /* NULL: our own */
};

/* Languages that libstemmer has under another name than their own; it takes the two letters of the others. */
static const struct {
	const char *lang, *algorithm;
} named[] = {
	{ "nb", "norwegian" },
	{ "nn", "norwegian" },
};

/* "nb" of "nb-NO", as a string that ends; "" where it is longer than such a part can be: libstemmer has algorithms of other names. */
static void
primary_of(struct str lang, char out[4])
{
	size_t n = 0;

	while (n < 3 && n < lang.n && lang.p[n] != '-') {
		out[n] = str_lower(lang.p[n]);
		n++;
	}
	out[n < lang.n && lang.p[n] != '-' ? 0 : n] = '\0';
}

struct stems *
stems_open(struct str lang)
{
	struct stems *s;
	char primary[4];
	const char *algorithm = primary;
	struct sb_stemmer *snowball;

	primary_of(lang, primary);
	for (size_t i = 0; i < sizeof named / sizeof *named; i++)
		if (str_is(str_of(primary), named[i].lang))
			algorithm = named[i].algorithm;
	snowball = sb_stemmer_new(algorithm, NULL);
	if (snowball == NULL && !str_is(str_of(primary), "lv"))
		return NULL;
	s = mem_alloc(sizeof *s);
	s->snowball = snowball;
	return s;
}

void
stems_put(struct stems *s, struct buf *b, struct str word)
{
	const sb_symbol *stem;

	if (s == NULL || word.n > INT_MAX) {
		buf_str(b, word);
		return;
	}
	if (s->snowball == NULL) {
		latvian_stem(b, word);
		return;
	}
	stem = sb_stemmer_stem(s->snowball, (const sb_symbol *)word.p, (int)word.n);
	if (stem == NULL)
		mem_die(word.n);
	buf_put(b, stem, (size_t)sb_stemmer_length(s->snowball));
}

void
stems_close(struct stems *s)
{
	if (s && s->snowball)
		sb_stemmer_delete(s->snowball);
	free(s);
}
