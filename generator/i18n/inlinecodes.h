/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef I18N_INLINECODES_H
#define I18N_INLINECODES_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/str.h"

/*
 * A message taken apart into words and what is not to be touched, as tools for translators show it: where links lead, code, attributes, marks
 * of footnotes, roles, hard breaks. All pieces one behind the other are the message, byte for byte, whatever it is. Emphasis and
 * backslashes are words: they are moved and changed as words are.
 */
enum inlinecode {
	INLINECODE_WORDS,
	INLINECODE_ALONE, /* code, a mark, a placeholder, a break */
	INLINECODE_OPEN,  /* in front of words: the bracket of a link; its partner closes it */
	INLINECODE_CLOSE
};

struct inlinepiece {
	enum inlinecode code;
	struct str text;
	size_t partner; /* of OPEN and CLOSE: the number of the other piece */
	const char *
	    what; /* of OPEN and ALONE: "link", "image", "span", "role", "gap", "code", "html", "footnote", "placeholder", "break" */
};

struct inlinepieces {
	struct inlinepiece *v;
	size_t n;
};

/*
 * inlinecodes_of(a, s, typed): OPEN and CLOSE are nested and in pairs. Of ${typed} answers the code is words between its marks: each language has its own.
 * No WORDS are empty, no two stand side by side.
 */
struct inlinepieces inlinecodes_of(struct arena *a, struct str s, bool typed);

#endif
