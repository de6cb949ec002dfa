/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOCALISE_SERIES_H
#define LOCALISE_SERIES_H

#include <stddef.h>

#include "base/arena.h"
#include "base/str.h"

/* "a, b og c", "a, b eller c": several things as a sentence names them. */
enum series { SERIES_AND, SERIES_OR };

/* series_join(a, lang, items, n, kind): wrong bytes become U+FFFD; nothing for no items. */
struct str series_join(struct arena *a, struct str lang, const struct str *items, size_t n, enum series kind);

#endif
