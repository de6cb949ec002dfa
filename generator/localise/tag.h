/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOCALISE_TAG_H
#define LOCALISE_TAG_H

#include <stdbool.h>

#include "base/str.h"

/* A language as ICU names it. For the files that ask ICU, all behind this room's doors. */
struct tag {
	char icu[160]; /* "nb_NO"; empty where the tag is none */
};

/* tag_of(lang): of a BCP 47 tag. Thread-safe, as all of this room. */
struct tag tag_of(struct str lang);

/* tag_known(lang): whether ${lang} is a well-formed tag of a language that CLDR knows. */
bool tag_known(struct str lang);

#endif
