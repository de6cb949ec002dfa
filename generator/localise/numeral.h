/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOCALISE_NUMERAL_H
#define LOCALISE_NUMERAL_H

#include <stdint.h>

#include "base/arena.h"
#include "base/str.h"

/* numeral_whole(a, lang, n): grouped and with the digits of the language. */
struct str numeral_whole(struct arena *a, struct str lang, int64_t n);

#endif
