/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "localise/plural.h"

#include <string.h>
#include <unicode/upluralrules.h>
#include <unicode/ustring.h>

#include "localise/tag.h"

/*
 * ICU keeps its data and parsed rules in a cache of its own with its own locks, so that
 * opening is cheap (plural rules 1 us, numbers 3 us, dates 20 us) and nothing is cached here.
 */

static enum plural
plural_named(const UChar *name, int32_t n)
{
	char ascii[8] = "";

	if (n < (int32_t)sizeof ascii)
		u_UCharsToChars(name, ascii, n);
	for (int i = 0; i < PLURALS; i++)
		if (strcmp(ascii, catalogue_plurals[i]) == 0)
			return (enum plural)i;
	return PLURAL_OTHER;
}

static enum plural
plural_by(const UPluralRules *rules, int64_t n, UErrorCode e)
{
	UChar name[16];
	int32_t len = uplrules_select(rules, (double)n, name, 16, &e);

	return U_SUCCESS(e) ? plural_named(name, len) : PLURAL_OTHER;
}

enum plural
plural_of(struct str lang, int64_t n)
{
	UErrorCode e = U_ZERO_ERROR;
	UPluralRules *rules = uplrules_open(tag_of(lang).icu, &e);
	enum plural form = plural_by(rules, n, e);

	uplrules_close(rules);
	return form;
}

void
plural_table(struct str lang, unsigned char *table, int64_t n)
{
	UErrorCode e = U_ZERO_ERROR;
	UPluralRules *rules = uplrules_open(tag_of(lang).icu, &e);

	for (int64_t i = 0; i < n; i++)
		table[i] = (unsigned char)plural_by(rules, i, e);
	uplrules_close(rules);
}

unsigned
plural_forms(struct str lang)
{
	UErrorCode e = U_ZERO_ERROR;
	UPluralRules *rules = uplrules_open(tag_of(lang).icu, &e);
	UEnumeration *names = uplrules_getKeywords(rules, &e);
	unsigned found = 1u << PLURAL_OTHER;
	const UChar *name;
	int32_t len;

	while (U_SUCCESS(e) && (name = uenum_unext(names, &len, &e)))
		found |= 1u << plural_named(name, len);
	uenum_close(names);
	uplrules_close(rules);
	return found;
}
