/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/charset.h"

#include <string.h>
#include <unicode/uchar.h>
#include <unicode/uset.h>

#include "base/normal.h"
#include "base/words.h"

/* ICU's sets under a name of our own; a struct charset is never defined. */

static USet *
icu(struct charset *s)
{
	return (USet *)s;
}

static const USet *
icu_const(const struct charset *s)
{
	return (const USet *)s;
}

struct charset *
charset_new(void)
{
	return (struct charset *)uset_openEmpty();
}

void
charset_end(struct charset *s)
{
	if (s)
		uset_close(icu(s));
}

void
charset_add(struct charset *s, uint32_t from, uint32_t to)
{
	uset_addRange(icu(s), (UChar32)from, (UChar32)to);
}

void
charset_join(struct charset *s, const struct charset *other)
{
	uset_addAll(icu(s), icu_const(other));
}

void
charset_invert(struct charset *s)
{
	uset_complement(icu(s));
}

/* -- properties -- */

enum { NAME_MAX_LENGTH = 63 };

/* ICU forgives case and blanks in names, JavaScript does not: whether ${name} is one of the names that ICU gives. */
static bool
is_property(UProperty property, const char *name)
{
	for (int i = 0; i < 4; i++) {
		const char *known = u_getPropertyName(property, (UPropertyNameChoice)i);

		if (known && strcmp(known, name) == 0)
			return true;
	}
	return false;
}

static bool
is_value(UProperty property, int32_t value, const char *name)
{
	for (int i = 0; i < 6; i++) {
		const char *known = u_getPropertyValueName(property, value, (UPropertyNameChoice)i);

		if (known && strcmp(known, name) == 0)
			return true;
	}
	return false;
}

/* Adds the characters whose ${property} is called ${name} among the values of ${names}, mostly itself. */
static bool
add_value(struct charset *s, UProperty property, UProperty names, const char *name)
{
	UErrorCode error = U_ZERO_ERROR;
	int32_t value = u_getPropertyValueEnum(names, name);
	USet *all;
	bool any;

	if (value == UCHAR_INVALID_CODE || !is_value(names, value, name))
		return false;
	all = uset_openEmpty();
	uset_applyIntPropertyValue(all, property, value, &error);
	any = U_SUCCESS(error) && !uset_isEmpty(all);
	if (any)
		uset_addAll(icu(s), all);
	uset_close(all);
	return any;
}

static bool
add_category(struct charset *s, const char *name)
{
	return add_value(s, UCHAR_GENERAL_CATEGORY_MASK, UCHAR_GENERAL_CATEGORY_MASK, name);
}

/* The properties of yes and no that ECMAScript lists; ICU has more. */
static const struct str binary =
    STR_INIT("AHex Alpha Bidi_C Bidi_M CI CWCF CWCM CWKCF CWL CWT CWU Cased DI Dash Dep Dia "
	     "EBase EComp EMod EPres Emoji Ext ExtPict Gr_Base Gr_Ext Hex IDC IDS IDSB IDST "
	     "Ideo Join_C LOE Lower Math NChar Pat_Syn Pat_WS QMark RI Radical STerm SD "
	     "UIdeo Upper VS Term WSpace XIDC XIDS");

static bool
add_binary(struct charset *s, const char *name)
{
	UProperty property = u_getPropertyEnum(name);
	const char *brief = property == UCHAR_INVALID_CODE ? NULL : u_getPropertyName(property, U_SHORT_PROPERTY_NAME);
	UErrorCode error = U_ZERO_ERROR;
	USet *all;

	/* The one name that JavaScript leaves out. */
	if (strcmp(name, "WSpace") == 0)
		return false;
	if (property >= UCHAR_BINARY_LIMIT || !is_property(property, name))
		return false;
	if (!brief)
		brief = u_getPropertyName(property, U_LONG_PROPERTY_NAME);
	if (!brief || !words_has(binary, str_of(brief)))
		return false;
	all = uset_openEmpty();
	uset_applyIntPropertyValue(all, property, 1, &error);
	uset_addAll(icu(s), all);
	uset_close(all);
	return U_SUCCESS(error);
}

static bool
add_lone(struct charset *s, const char *name)
{
	if (strcmp(name, "Any") == 0) {
		charset_add(s, 0, 0x10ffff);
		return true;
	}
	if (strcmp(name, "ASCII") == 0) {
		charset_add(s, 0, 0x7f);
		return true;
	}
	if (strcmp(name, "Assigned") == 0) {
		struct charset *none = charset_new();

		add_category(none, "Cn");
		charset_invert(none);
		charset_join(s, none);
		charset_end(none);
		return true;
	}
	return add_category(s, name) || add_binary(s, name);
}

bool
charset_property(struct charset *s, struct str name, struct str value)
{
	char text[NAME_MAX_LENGTH + 1];
	struct str last = value.n > 0 ? value : name;

	if (last.n == 0 || last.n > NAME_MAX_LENGTH)
		return false;
	memcpy(text, last.p, last.n);
	text[last.n] = '\0';
	if (value.n == 0)
		return add_lone(s, text);
	if (str_is(name, "General_Category") || str_is(name, "gc"))
		return add_category(s, text);
	if (str_is(name, "Script") || str_is(name, "sc"))
		return add_value(s, UCHAR_SCRIPT, UCHAR_SCRIPT, text);
	if (str_is(name, "Script_Extensions") || str_is(name, "scx"))
		return add_value(s, UCHAR_SCRIPT_EXTENSIONS, UCHAR_SCRIPT, text);
	return false;
}

/* -- case, ranges -- */

void
charset_fold(struct charset *s)
{
	UErrorCode error = U_ZERO_ERROR;
	USet *changing = uset_openEmpty();

	uset_applyIntPropertyValue(changing, UCHAR_CHANGES_WHEN_CASEFOLDED, 1, &error);
	uset_retainAll(changing, icu(s));
	for (int32_t i = 0; i < uset_getRangeCount(changing); i++) {
		UChar32 from, to;

		uset_getItem(changing, i, &from, &to, NULL, 0, &error);
		for (UChar32 c = from; c <= to; c++)
			uset_add(icu(s), (UChar32)normal_case((uint32_t)c));
	}
	uset_close(changing);
}

size_t
charset_ranges(struct charset *s)
{
	uset_removeRange(icu(s), 0xd800, 0xdfff);
	return (size_t)uset_getRangeCount(icu(s));
}

void
charset_range(const struct charset *s, size_t i, uint32_t *from, uint32_t *to)
{
	UErrorCode error = U_ZERO_ERROR;
	UChar32 first = 0, last = 0;

	uset_getItem(icu_const(s), (int32_t)i, &first, &last, NULL, 0, &error);
	*from = (uint32_t)first;
	*to = (uint32_t)last;
}
