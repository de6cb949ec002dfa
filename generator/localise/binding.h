/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOCALISE_BINDING_H
#define LOCALISE_BINDING_H

#include "base/str.h"
#include "localise/bindings.h"
#include "localise/touch.h"

/*
 * Blanks at which no line may end, by language: `§ 5`, `25 %`, `10 000 kr`, `kl. 13.00`, `3. februar`, `š. g.`, `w mieście`, `A. B. Olsen`.
 * A blank that was written becomes U+00A0; none is added and none is taken away. Digits that stand in groups are bound only in front of a
 * unit: elsewhere they may be a phone number, which is copied and must stay clean (themes keep those on one line).
 */

/* binding_of(lang): the row of the language; of one without a row what holds in all. Never NULL. */
const struct binding *binding_of(struct str lang);

/* binding_mark(text, rules, t): adds the places to ${t}. */
void binding_mark(struct str text, const struct binding *rules, struct touches *t);

#endif
