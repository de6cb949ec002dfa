/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOCALISE_TONGUE_H
#define LOCALISE_TONGUE_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/str.h"

/* tongue_rtl(lang): whether it is written from right to left. */
bool tongue_rtl(struct str lang);

/* tongue_autonym(a, lang): the language's name in itself, as its speakers capitalise it in a list: "norsk bokmål". */
struct str tongue_autonym(struct arena *a, struct str lang);

/* tongue_name(a, lang, in): the language's name in the language ${in}, as inside a sentence: "engelsk". */
struct str tongue_name(struct arena *a, struct str lang, struct str in);

/* tongue_region(a, code, in): the country ${code} ("NO") as ${in} calls it; ${code} itself where CLDR does not know it. */
struct str tongue_region(struct arena *a, struct str code, struct str in);

#endif
