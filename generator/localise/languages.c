/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "localise/languages.h"

#include "base/unicode.h"
#include "localise/counted.h"
#include "localise/numeral.h"
#include "localise/plural.h"
#include "localise/tag.h"
#include "localise/tongue.h"
#include "localise/typography.h"
#include "localise/ui.h"

/* Opening ICU's rules and formatters for each number on each page would be a tenth of the build. */
static void
count(struct site *site, struct language *l)
{
	struct str zero = numeral_whole(&site->arena, l->tag, 0);
	size_t at = 0;

	l->zero = unicode_next(zero, &at);
	if (at != zero.n)
		l->zero = 0;
	plural_table(l->tag, l->plurals, LANGUAGE_COUNTED);
}

static void
name_all(struct site *site, struct language *l)
{
	l->names = ARENA_ARRAY(&site->arena, struct str, site->nlanguages);
	for (size_t i = 0; i < site->nlanguages; i++)
		l->names[i] = tongue_name(&site->arena, site->languages[i].tag, l->tag);
}

void
languages_prepare(struct site *site, struct diags *d)
{
	for (size_t i = 0; i < site->nlanguages; i++) {
		struct language *l = &site->languages[i];

		if (!tag_known(l->tag))
			diag_add(d, DIAG_LANGUAGE_UNKNOWN, &site->src, (struct span){ 0, 0, 0 },
			    "the Unicode CLDR does not know `%.*s`", STR_ARG(l->tag));
		l->dir = tongue_rtl(l->tag) ? STR("rtl") : STR("ltr");
		l->autonym = tongue_autonym(&site->arena, l->tag);
		name_all(site, l);
		count(site, l);
		ui_check(l->ui, d);
		counted_check(l, d);
	}
	typography_prepare(site, d);
}
