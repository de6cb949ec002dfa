/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOCALISE_NUMERAL_H
#define LOCALISE_NUMERAL_H

#include <stdint.h>

#include "base/arena.h"
#include "base/str.h"
#include "localise/written.h"

/* Numbers as a language writes them: its groups, its decimal sign, its digits, its minus. */

struct str numeral_whole(struct arena *a, struct str lang, int64_t n);

/* numeral_zero(lang): its digit 0, after which the others follow; 0 where it does not count with ten digits in a row. */
uint32_t numeral_zero(struct str lang);

/* numeral_decimal(a, lang, w): with the decimals that ${w} has: "1 234,50". */
struct str numeral_decimal(struct arena *a, struct str lang, const struct written *w);

/*
 * numeral_percent(a, lang, share): 0.25 is "25 %", by CLDR. Pages write percents by the string `percent` of their
 * locale, in which a house style may differ from it. Empty where ${share} has WRITTEN_MAX digits already.
 */
struct str numeral_percent(struct arena *a, struct str lang, const struct written *share);

#endif
