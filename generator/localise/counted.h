/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOCALISE_COUNTED_H
#define LOCALISE_COUNTED_H

#include <stdbool.h>

#include "base/diag.h"
#include "model/site.h"

/*
 * counted_check(lang, d): whether each plural form of the interface's strings says what the others say, numbers above all:
 * `one` is 1, 21, 31 … in Latvian, so that "one minute" is wrong there. A form may leave the number out where it stands for one
 * only. Needs lang->plurals. Diagnosed at the string.
 */
bool counted_check(const struct language *lang, struct diags *d);

#endif
