/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOCALISE_CLDR_H
#define LOCALISE_CLDR_H

/* The names by which other rooms still ask; what they ask stands in the files named here. */

#include "localise/calendar.h"
#include "localise/collate.h"
#include "localise/numeral.h"
#include "localise/plural.h"
#include "localise/tag.h"
#include "localise/tongue.h"

#define cldr_rtl tongue_rtl
#define cldr_autonym tongue_autonym
#define cldr_name tongue_name
#define cldr_region tongue_region
#define cldr_known tag_known
#define cldr_number numeral_whole
#define cldr_date(a, lang, iso) calendar_date(a, lang, iso, CALENDAR_LONG)
#define cldr_plural plural_of
#define cldr_collator collate
#define cldr_collator_open(lang) collate_open(lang, COLLATE_NUMBERS)
#define cldr_sort_key collate_key
#define cldr_index_letter collate_letter
#define cldr_collator_close collate_close

#endif
