/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef READ_SETTINGS_H
#define READ_SETTINGS_H

#include <stdbool.h>

#include "base/diag.h"
#include "model/fields.h"
#include "model/value.h"

/*
 * settings_read(a, f, into, map, src, d): fills the struct ${into} from ${map} by the rows of ${f} with
 * FIELD_SETTING. An unknown key is an error with a suggestion, a wrong kind an error that says what is
 * wanted (a FIELD_FLAG takes yes/no and true/false; a FIELD_TEXT takes any scalar as written; a FIELD_INT
 * whole numbers of 0 to a million), a missing FIELD_REQUIRED one an error. Fields that were not set keep what they had.
 * Returns whether all was well.
 */
bool settings_read(struct arena *a, const struct fields *f, void *into, const struct value *map,
    const struct source *src, struct diags *d);

#endif
