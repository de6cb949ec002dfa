/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef I18N_WORDMARKS_H
#define I18N_WORDMARKS_H

#include "base/arena.h"
#include "base/str.h"

/* A text in words and what stands between, with a mark on each word that its meaning hangs on. */
enum wordmarks_kind { WORDMARKS_WORD, WORDMARKS_BLANK, WORDMARKS_OTHER };

enum { WORDMARKS_NEGATION = 1, WORDMARKS_NUMBER = 2, WORDMARKS_PHONE = 4, WORDMARKS_MODAL = 8, WORDMARKS_ALL = 4 };

struct wordmarks {
	struct wordmarks_token {
		enum wordmarks_kind kind;
		unsigned marks;  /* bits */
		struct str text; /* a word, one blank, or one other character */
	} * v;
	size_t n;
};

/*
 * wordmarks_of(a, s, negations, modals): the tokens of ${s}, which together are ${s}. The lists have `|` between their phrases, see model/phrases.h. A row of
 * digits is a telephone number where `tel:`, `+` or a zero stands in front, or by its groups, unless it is a day; short ones, like 112, are numbers.
 * The addresses of pages in links have no marks.
 */
struct wordmarks wordmarks_of(struct arena *a, struct str s, struct str negations, struct str modals);

/* wordmarks_name(bit): what a mark says: "negation". */
const char *wordmarks_name(unsigned bit);

#endif
