/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOCALISE_BINDINGS_H
#define LOCALISE_BINDINGS_H

#include <stddef.h>

/* What a language binds: words with blanks between, but for ${short_forms}, which have `|` between. */
struct binding {
	const char *langs;       /* first parts of tags: "nb nn no" */
	const char *before;      /* in front of a number: "kl." */
	const char *after;       /* behind a number: "kr" */
	const char *months;      /* how month names begin */
	const char *letters;     /* words of one letter, bound to the word behind them */
	const char *short_forms; /* "u. c.|š. g." */
};

/* The table: a language is a row. */
extern const struct binding bindings_rows[];
extern const size_t bindings_count;

/* What holds in every language, besides its row. */
extern const struct binding bindings_all;

#endif
