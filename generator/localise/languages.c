/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "localise/languages.h"

#include "localise/counted.h"
#include "localise/numeral.h"
#include "localise/plural.h"
#include "localise/pseudo.h"
#include "localise/tag.h"
#include "localise/tongue.h"
#include "localise/typography.h"
#include "localise/ui.h"

/* Opening ICU's rules and formatters for each number on each page would be a tenth of the build. */
static void
count(struct language *l)
{
	l->zero = numeral_zero(l->tag);
	plural_table(l->tag, l->plurals, LANGUAGE_COUNTED);
}

static void
name_all(struct site *site, struct language *l)
{
	l->names = ARENA_ARRAY(&site->arena, struct str, site->nlanguages);
	for (size_t i = 0; i < site->nlanguages; i++)
		l->names[i] = site->languages[i].pseudo ? site->languages[i].autonym
							: tongue_name(&site->arena, site->languages[i].tag, l->tag);
}

/* A costume is put on English where the site has that. */
static void
dress(struct site *site, struct language *l)
{
	pseudo_catalogue(&site->arena, l->ui, l->pseudo);
	for (size_t i = 0; i < site->nlanguages && l->nchain == 0; i++)
		if (str_is(str_sub(site->languages[i].tag, 0, 3), "en") ||
		    str_is(str_sub(site->languages[i].tag, 0, 6), "en-GB")) {
			l->chain = ARENA_NEW(&site->arena, struct str);
			l->chain[l->nchain++] = site->languages[i].tag;
		}
}

void
languages_prepare(struct site *site, struct diags *d)
{
	for (size_t i = 0; i < site->nlanguages; i++) {
		struct language *l = &site->languages[i];

		if (!tag_known(l->tag))
			diag_add(d, DIAG_LANGUAGE_UNKNOWN, &site->src, (struct span){ 0, 0, 0 },
			    "the Unicode CLDR does not know `%.*s`", STR_ARG(l->tag));
		l->pseudo = pseudo_of(l->tag);
		l->dir = tongue_rtl(l->tag) ? STR("rtl") : STR("ltr");
		l->autonym = pseudo_text(
		    &site->arena, l->pseudo, l->pseudo ? STR("English") : tongue_autonym(&site->arena, l->tag));
		if (l->pseudo)
			dress(site, l);
		count(l);
		ui_check(l->ui, d);
		counted_check(l, d);
	}
	for (size_t i = 0; i < site->nlanguages; i++)
		name_all(site, &site->languages[i]);
	typography_prepare(site, d);
}
