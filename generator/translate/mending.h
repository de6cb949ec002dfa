/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TRANSLATE_MENDING_H
#define TRANSLATE_MENDING_H

#include "base/arena.h"
#include "base/diag.h"
#include "translate/parity.h"
#include "translate/segments.h"

/* A translation whose markup is not that of its source. */
struct mending_case {
	const struct segment *source;
	struct str text; /* as it stands in the catalogue ${src}, in line ${line} */
	const struct source *src;
	uint32_t line;
	struct str lang;
	const struct str *notes; /* labels of the page's footnotes */
	size_t nnotes;
	struct parity before; /* how it differs; equal: only emphasis does */
};

struct mending {
	struct str text;    /* as it should be written */
	struct node *words; /* read */
	struct str what;    /* what was repaired, in words */
};

/*
 * mending_of(a, c, out): repairs what machines do to the markup of a translation (localisation.md T-29): blanks in `] (`, `** so **` and `:role [so]`, full-width brackets,
 * curly quotes in attributes, backslashes before marks; and where the only link leads. Nothing is guessed: false unless the result
 * has the markup of the source. Everything lives in ${a}.
 */
bool mending_of(struct arena *a, const struct mending_case *c, struct mending *out);

#endif
