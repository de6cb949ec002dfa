/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef I18N_HEADING_H
#define I18N_HEADING_H

#include "base/arena.h"
#include "base/str.h"
#include "model/po.h"

/*
 * The header of a catalogue (GNU gettext manual, "Filling in the Header Entry"). No date is made up here: equal messages give equal bytes, and tools that
 * translators use write the date of their own work.
 */

/* heading_new(a, project, lang): that of a new catalogue, with CLDR's plural forms; of a template where ${lang} is empty. */
struct str heading_new(struct arena *a, struct str project, struct str lang);

#endif
