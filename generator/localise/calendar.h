/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOCALISE_CALENDAR_H
#define LOCALISE_CALENDAR_H

#include "base/arena.h"
#include "base/str.h"

/* calendar_long(a, lang, iso): the long form of "2026-02-03"; empty where that is no date. */
struct str calendar_long(struct arena *a, struct str lang, struct str iso);

#endif
