/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOCALISE_PLURAL_H
#define LOCALISE_PLURAL_H

#include <stdint.h>

#include "base/str.h"
#include "localise/written.h"
#include "model/catalogue.h"

/* plural_of(lang, n): the category of a whole number as written without decimals. */
enum plural plural_of(struct str lang, int64_t n);

/* plural_written(lang, w, kind): the category of a number as it is written, whose decimals count: 1.0 is `other` in English. */
enum plural_kind { PLURAL_CARDINAL, PLURAL_ORDINAL }; /* 2 modules; the 2nd module */
enum plural plural_written(struct str lang, const struct written *w, enum plural_kind kind);

/* plural_table(lang, table, n): plural_of() of 0 to n - 1, the rules being opened once. */
void plural_table(struct str lang, unsigned char *table, int64_t n);

/* plural_forms(lang): bit 1 << category for each category the language has. */
unsigned plural_forms(struct str lang);

#endif
