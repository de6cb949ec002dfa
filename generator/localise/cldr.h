/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOCALISE_CLDR_H
#define LOCALISE_CLDR_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/str.h"
#include "model/catalogue.h"

/* ICU's knowledge of languages: the second door to ICU (base/unicode.c is the first). Thread-safe. */

/* cldr_plural(lang, n): the category of a whole number as written without decimals. */
enum plural cldr_plural(struct str lang, int64_t n);

/* cldr_plural_table(lang, table, n): cldr_plural() of 0 to n - 1, the rules being opened once. */
void cldr_plural_table(struct str lang, unsigned char *table, int64_t n);

/* cldr_plurals(lang): bit 1 << category for each category the language has. */
unsigned cldr_plurals(struct str lang);

bool cldr_rtl(struct str lang);

/* cldr_autonym(a, lang): the language's name in itself, as its speakers capitalise it in a list: "norsk bokmål". */
struct str cldr_autonym(struct arena *a, struct str lang);

/* cldr_name(a, lang, in): the language's name in the language ${in}, as inside a sentence: "engelsk". */
struct str cldr_name(struct arena *a, struct str lang, struct str in);

/* cldr_region(a, code, in): the country ${code} ("NO") as ${in} calls it; ${code} itself where CLDR does not know it. */
struct str cldr_region(struct arena *a, struct str code, struct str in);

/* cldr_known(lang): whether ${lang} is a well-formed tag of a language that CLDR knows. */
bool cldr_known(struct str lang);

/* cldr_number(a, lang, n): grouped and with the digits of the language. */
struct str cldr_number(struct arena *a, struct str lang, int64_t n);

/* cldr_date(a, lang, iso): the long form of "2026-02-03"; empty where that is no date. */
struct str cldr_date(struct arena *a, struct str lang, struct str iso);

/*
 * Sorting by the rules of a language (numbers by value), and the letter a word stands under: "Å", "Ć",
 * "#" for what sorts before letters, "…" for another script.
 * One collator a call sequence: open, keys, close. Not shared between threads.
 */
struct cldr_collator;
struct cldr_collator *cldr_collator_open(struct str lang);
struct str cldr_sort_key(struct cldr_collator *c, struct arena *a, struct str text); /* compare with str_cmp */
struct str cldr_index_letter(struct cldr_collator *c, struct arena *a, struct str text);
void cldr_collator_close(struct cldr_collator *c);

#endif
