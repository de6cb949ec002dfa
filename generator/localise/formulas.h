/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOCALISE_FORMULAS_H
#define LOCALISE_FORMULAS_H

#include "base/str.h"

/* formulas_of(lang): the value of `Plural-Forms` in a catalogue's header that agrees with CLDR for whole numbers; empty: not known. */
const char *formulas_of(struct str lang);

#endif
