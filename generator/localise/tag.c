/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "localise/tag.h"

#include <assert.h>
#include <stdatomic.h>
#include <string.h>
#include <unicode/uloc.h>

static_assert(sizeof(struct tag) >= ULOC_FULLNAME_CAPACITY, "ICU writes longer names");

/* What ICU knows nothing of falls back on its default, which else would be the machine's locale. */
static void
pin_default(void)
{
	static atomic_bool pinned;
	UErrorCode e = U_ZERO_ERROR;

	if (atomic_load(&pinned))
		return;
	uloc_setDefault("en_GB", &e);
	atomic_store(&pinned, true);
}

/*
 * Tags that ICU takes amiss: it writes `prs` from left to right, and `en` is American
 * to it (`2/3/26`), which Europe misreads.
 */
static struct str
replaced(struct str tag, size_t *taken)
{
	static const struct {
		const char *from, *to;
	} aliases[] = { { "prs", "fa-AF" }, { "no", "nb" }, { "en", "en-GB" } };
	size_t end = str_find(tag, '-');

	for (size_t i = 0; i < sizeof aliases / sizeof *aliases; i++)
		if (str_is(str_sub(tag, 0, end), aliases[i].from) && (i < 2 || end == tag.n)) {
			*taken = end;
			return str_of(aliases[i].to);
		}
	*taken = 0;
	return STR_EMPTY;
}

/* The tag of ${lang} for ICU: ended by NUL, empty where it is too long to be one. */
static void
bcp47(struct str lang, char out[ULOC_FULLNAME_CAPACITY])
{
	size_t taken;
	struct str head = replaced(lang, &taken), tail = str_sub(lang, taken, lang.n);

	out[0] = 0;
	if (head.n + tail.n >= ULOC_FULLNAME_CAPACITY)
		return;
	memcpy(out, head.p, head.n);
	memcpy(out + head.n, tail.p, tail.n);
	out[head.n + tail.n] = 0;
}

struct tag
tag_of(struct str lang)
{
	char text[ULOC_FULLNAME_CAPACITY];
	UErrorCode e = U_ZERO_ERROR;
	struct tag tag = { "" };

	pin_default();
	bcp47(lang, text);
	uloc_forLanguageTag(text, tag.icu, sizeof tag.icu, 0, &e);
	if (U_FAILURE(e) || e == U_STRING_NOT_TERMINATED_WARNING)
		tag.icu[0] = 0;
	return tag;
}

bool
tag_known(struct str lang)
{
	char text[ULOC_FULLNAME_CAPACITY], language[ULOC_FULLNAME_CAPACITY];
	UErrorCode e = U_ZERO_ERROR;
	struct tag tag = tag_of(lang);
	int32_t parsed = 0;
	UChar name[64];

	bcp47(lang, text);
	uloc_forLanguageTag(text, language, sizeof language, &parsed, &e);
	if (!lang.n || U_FAILURE(e) || (size_t)parsed != strlen(text) || !tag.icu[0])
		return false;
	uloc_getLanguage(tag.icu, language, sizeof language, &e);
	uloc_getDisplayLanguage(tag.icu, "en", name, 64, &e);
	return U_SUCCESS(e) && e != U_USING_DEFAULT_WARNING && language[0] && strcmp(language, "root") != 0;
}
