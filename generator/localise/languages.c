/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "localise/languages.h"

#include "localise/cldr.h"
#include "localise/ui.h"

void
languages_prepare(struct site *site, struct diags *d)
{
	for (size_t i = 0; i < site->nlanguages; i++) {
		struct language *l = &site->languages[i];

		if (!cldr_known(l->tag))
			diag_add(d, DIAG_LANGUAGE_UNKNOWN, &site->src, (struct span){ 0, 0, 0 }, "the Unicode CLDR does not know `%.*s`",
			    STR_ARG(l->tag));
		l->dir = cldr_rtl(l->tag) ? STR("rtl") : STR("ltr");
		l->autonym = cldr_autonym(&site->arena, l->tag);
		ui_check(l->ui, d);
	}
}
