/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "render/dated.h"

#include "localise/calendar.h"

struct str
dated_long(struct render *r, struct str lang, struct str iso)
{
	if (!str_eq(lang, r->out->lang->tag))
		return calendar_date(r->arena, lang, iso, CALENDAR_LONG);
	if (!r->kept->dates)
		r->kept->dates = calendar_open(lang, CALENDAR_LONG);
	return calendar_write(r->kept->dates, r->arena, iso);
}
