/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOCALISE_SPOKEN_H
#define LOCALISE_SPOKEN_H

#include "base/buf.h"
#include "model/site.h"

/*
 * spoken_message(b, lang, key): appends `"key":"…"` for a script in the browser, with `%{…}` as written; a message with plural forms is an
 * object of them by CLDR's names. The key must exist (a missing one is our bug).
 */
void spoken_message(struct buf *b, const struct language *lang, struct str key);

#endif
