/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/normal.h"

#include <stdlib.h>
#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>

#include "base/unicode.h"
#include "base/wide.h"

static int32_t
normalise(const UNormalizer2 *form, UChar *to, int32_t cap, const UChar *from, int32_t n, UErrorCode *error)
{
	return U_FAILURE(*error) ? 0 : unorm2_normalize(form, from, n, to, cap, error);
}

static int32_t
to_nfkc(UChar *to, int32_t cap, const UChar *from, int32_t n, UErrorCode *error)
{
	return normalise(unorm2_getNFKCInstance(error), to, cap, from, n, error);
}

static int32_t
to_nfd(UChar *to, int32_t cap, const UChar *from, int32_t n, UErrorCode *error)
{
	return normalise(unorm2_getNFDInstance(error), to, cap, from, n, error);
}

/* The locale "" is the root, NULL would be the user's. */
static int32_t
to_upper(UChar *to, int32_t cap, const UChar *from, int32_t n, UErrorCode *error)
{
	return u_strToUpper(to, cap, from, n, "", error);
}

static int32_t
to_lower(UChar *to, int32_t cap, const UChar *from, int32_t n, UErrorCode *error)
{
	return u_strToLower(to, cap, from, n, "", error);
}

static struct str
changed(struct arena *a, struct str s, wide_change *f)
{
	struct str out;
	struct wide w;

	if (s.n > INT32_MAX / 32)
		return s;
	w = wide_of(s);
	wide_apply(&w, f);
	out = wide_text(a, w.p, w.n);
	free(w.p);
	return out;
}

static bool
is_ascii(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if ((unsigned char)s.p[i] >= 0x80)
			return false;
	return true;
}

struct str
normal_compose(struct arena *a, struct str s)
{
	return unicode_nfc(a, s);
}

struct str
normal_compat(struct arena *a, struct str s)
{
	return is_ascii(s) ? s : changed(a, s, to_nfkc);
}

struct str
normal_decompose(struct arena *a, struct str s)
{
	return is_ascii(s) ? s : changed(a, s, to_nfd);
}

/* Most words that are searched for are ASCII, which needs no ICU. */
static struct str
recased(struct arena *a, struct str s, char from, char to)
{
	struct str copy = arena_str(a, s);
	char *p = (char *)(uintptr_t)copy.p;

	for (size_t i = 0; i < copy.n; i++)
		if (p[i] >= from && p[i] <= from + 25)
			p[i] = (char)(p[i] - from + to);
	return copy;
}

struct str
normal_upper(struct arena *a, struct str s)
{
	return is_ascii(s) ? recased(a, s, 'a', 'A') : changed(a, s, to_upper);
}

struct str
normal_lower(struct arena *a, struct str s)
{
	return is_ascii(s) ? recased(a, s, 'A', 'a') : changed(a, s, to_lower);
}

bool
normal_is_mark(uint32_t c)
{
	return u_charType((UChar32)c) == U_NON_SPACING_MARK;
}

int
normal_digit(uint32_t c)
{
	return u_charType((UChar32)c) == U_DECIMAL_DIGIT_NUMBER ? u_charDigitValue((UChar32)c) : -1;
}

bool
normal_in_name(uint32_t c, bool first)
{
	/* ZWNJ and ZWJ are spelling in some scripts. */
	if (!first && (c == 0x200c || c == 0x200d))
		return true;
	return u_hasBinaryProperty((UChar32)c, first ? UCHAR_ID_START : UCHAR_ID_CONTINUE);
}

uint32_t
normal_case(uint32_t c)
{
	/* Unicode 15.1 folds these three, which look the same as another; browsers have always done so. */
	switch (c) {
	case 0x1fd3: return 0x390;
	case 0x1fe3: return 0x3b0;
	case 0xfb05: return 0xfb06;
	default: return (uint32_t)u_foldCase((UChar32)c, U_FOLD_CASE_DEFAULT);
	}
}
