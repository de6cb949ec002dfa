/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "localise/bidi.h"

#include <unicode/uchar.h>

#include "base/unicode.h"

#define FIRST_STRONG "\xe2\x81\xa8"
#define END_OF_IT "\xe2\x81\xa9"

bool
bidi_rtl(const struct language *lang)
{
	return str_is(lang->dir, "rtl");
}

/* What is from left to right has no letter of a script that runs the other way: none of these begins in front of U+0590. */
static bool
has_rtl(struct str text)
{
	for (size_t at = 0; at < text.n;) {
		UCharDirection dir;

		if ((unsigned char)text.p[at] < 0xd6) {
			at++;
			continue;
		}
		dir = u_charDirection((UChar32)unicode_next(text, &at));
		if (dir == U_RIGHT_TO_LEFT || dir == U_RIGHT_TO_LEFT_ARABIC)
			return true;
	}
	return false;
}

/* Letters, or digits that something stands between: `2026` alone is in its place, `+47 22 33` is not. */
static bool
has_ltr(struct str text)
{
	bool digits = false, other = false;

	for (size_t at = 0; at < text.n;) {
		UCharDirection dir = u_charDirection((UChar32)unicode_next(text, &at));

		if (dir == U_LEFT_TO_RIGHT)
			return true;
		if (dir == U_EUROPEAN_NUMBER)
			digits = true;
		else if (dir != U_RIGHT_TO_LEFT && dir != U_RIGHT_TO_LEFT_ARABIC)
			other = true;
	}
	return digits && other;
}

bool
bidi_apart(const struct language *lang, struct str text)
{
	return bidi_rtl(lang) ? has_ltr(text) : has_rtl(text);
}

void
bidi_put(struct buf *b, const struct language *lang, struct str text)
{
	bool apart = bidi_apart(lang, text);

	if (apart)
		BUF_LIT(b, FIRST_STRONG);
	buf_str(b, text);
	if (apart)
		BUF_LIT(b, END_OF_IT);
}

struct str
bidi_text(struct arena *a, const struct language *lang, struct str text)
{
	return bidi_apart(lang, text) ? arena_fmt(a, FIRST_STRONG "%.*s" END_OF_IT, STR_ARG(text)) : text;
}
