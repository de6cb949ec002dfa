/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOCALISE_TAG_H
#define LOCALISE_TAG_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/str.h"

/*
 * A language as ICU names it. For the files that ask ICU, all behind this room's doors. What ICU takes amiss is put
 * right: `no` is `nb`, `prs` is `fa-AF`, and `en` alone is `en-GB`. Thread-safe, as all of this room.
 */
struct tag {
	char icu[160]; /* "nb_NO"; empty where the tag is none */
};

/* tag_of(lang): of a BCP 47 tag. */
struct tag tag_of(struct str lang);

/* tag_counting(lang): the same, for numbers and dates: with the digits of the language, whatever version of CLDR is there. */
struct tag tag_counting(struct str lang);

/* tag_pin(tag, key, value): says what ICU would else choose itself ("calendar", "gregorian"); nothing where ${tag} says it. */
void tag_pin(struct tag *tag, const char *key, const char *value);

/*
 * tag_browser(a, lang): what a browser is to count and to write dates in, so that both say the same: ${lang}, where need be with digits and calendar, as
 * "ar-u-ca-gregory-nu-arab".
 */
struct str tag_browser(struct arena *a, struct str lang);

/* tag_known(lang): whether ${lang} is a well-formed tag of a language that CLDR knows. */
bool tag_known(struct str lang);

/* "72.1", "42.0": on which the order of words and the forms of numbers hang. */
struct str tag_icu_version(struct arena *a);
struct str tag_cldr_version(struct arena *a);

#endif
