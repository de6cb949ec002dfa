/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "localise/plural.h"

#include <string.h>
#include <unicode/unumberformatter.h>
#include <unicode/upluralrules.h>
#include <unicode/ustring.h>

#include "base/buf.h"
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

/* -- numbers with decimals -- */

/*
 * Rules ask for a number's last digits (six at most), whether it is some small number, and how many decimals it has, up
 * to two. ICU loses digits beyond the eighteenth, so a longer number is asked for as a shorter one that is alike.
 */
enum { WHOLE_KEPT = 12, PART_KEPT = 8, ZEROS_KEPT = 4 };

static void
put_whole(struct buf *b, struct str whole)
{
	if (whole.n > WHOLE_KEPT) {
		buf_chr(b, '1');
		whole = str_sub(whole, whole.n - WHOLE_KEPT, whole.n);
	}
	buf_str(b, whole);
}

/* Returns how many decimals there are now. */
static size_t
put_part(struct buf *b, struct str part)
{
	size_t from = b->n, told = part.n, zeros;

	while (told > 0 && part.p[told - 1] == '0')
		told--;
	zeros = part.n - told;
	if (told > PART_KEPT) {
		buf_chr(b, '1');
		buf_str(b, str_sub(part, told - PART_KEPT, told));
	} else {
		buf_str(b, str_sub(part, 0, told));
	}
	for (size_t i = 0; i < (zeros > ZEROS_KEPT ? ZEROS_KEPT : zeros); i++)
		buf_chr(b, '0');
	return b->n - from;
}

/* The skeleton that shows ${n} decimals, no more and no fewer: ".00". */
static void
skeleton_of(UChar *out, size_t n)
{
	*out++ = '.';
	for (size_t i = 0; i < n; i++)
		*out++ = '0';
	*out = 0;
}

static enum plural
plural_formatted(const UPluralRules *rules, const char *icu, const struct written *w)
{
	UNumberFormatter *format;
	UFormattedNumber *number;
	UChar skeleton[PART_KEPT + ZEROS_KEPT + 3], name[16];
	UErrorCode e = U_ZERO_ERROR;
	struct buf text = BUF_INIT;
	int32_t n;

	put_whole(&text, w->whole);
	buf_chr(&text, '.');
	skeleton_of(skeleton, put_part(&text, w->part));
	format = unumf_openForSkeletonAndLocale(skeleton, -1, icu, &e);
	number = unumf_openResult(&e);
	unumf_formatDecimal(format, text.p, (int32_t)text.n, number, &e);
	n = uplrules_selectFormatted(rules, number, name, 16, &e);
	unumf_closeResult(number);
	unumf_close(format);
	buf_free(&text);
	return U_SUCCESS(e) ? plural_named(name, n) : PLURAL_OTHER;
}

enum plural
plural_written(struct str lang, const struct written *w, enum plural_kind kind)
{
	UErrorCode e = U_ZERO_ERROR;
	struct tag tag = tag_of(lang);
	UPluralRules *rules =
	    uplrules_openForType(tag.icu, kind == PLURAL_ORDINAL ? UPLURAL_TYPE_ORDINAL : UPLURAL_TYPE_CARDINAL, &e);
	enum plural form = U_SUCCESS(e) ? plural_formatted(rules, tag.icu, w) : PLURAL_OTHER;

	uplrules_close(rules);
	return form;
}

/* -- what a language has -- */

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
