/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOCALISE_DELIMITERS_H
#define LOCALISE_DELIMITERS_H

#include "base/arena.h"
#include "base/str.h"

/* The quotation marks of a language: those of a quotation, and those of one inside it. */
struct delimiters {
	struct str open[2], close[2];
};

/* delimiters_of(a, lang): as CLDR has them; texts in ${a}. Thread-safe. */
struct delimiters delimiters_of(struct arena *a, struct str lang);

#endif
