/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "localise/tag.h"

#include <assert.h>
#include <stdatomic.h>
#include <string.h>
#include <unicode/uloc.h>
#include <unicode/ulocdata.h>

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

/* How much of a tag an alias stands for. */
enum reach {
	LANGUAGE, /* whatever follows */
	WHOLE,    /* only where nothing but extensions follow: `en-US` is meant as it is */
};

/*
 * Tags that ICU takes amiss: it writes `prs` from left to right, and `en` is American to it (`2/3/26`), which
 * Europe misreads. The pseudo-locales are translations in a costume: they count as what they are made from.
 */
static const struct alias {
	const char *from, *to;
	enum reach reach;
} aliases[] = {
	{ "prs-AF", "fa-AF", WHOLE },
	{ "prs", "fa-AF", LANGUAGE },
	{ "no", "nb", LANGUAGE },
	{ "en-XA", "en-GB", WHOLE },
	{ "en", "en-GB", WHOLE },
	{ "ar-XB", "ar", WHOLE },
};

static bool
begins(struct str tag, const char *with)
{
	size_t n = strlen(with);

	if (tag.n < n || (tag.n > n && tag.p[n] != '-'))
		return false;
	for (size_t i = 0; i < n; i++)
		if (str_lower(tag.p[i]) != str_lower(with[i]))
			return false;
	return true;
}

/* What follows the first ${n} bytes is nothing, or an extension: `-u-co-trad`. */
static bool
only_extended(struct str tag, size_t n)
{
	return tag.n == n || (tag.n > n + 2 && tag.p[n] == '-' && tag.p[n + 2] == '-');
}

/* Takes what an alias stands for off the front of ${tag}. */
static struct str
replaced(struct str *tag)
{
	for (size_t i = 0; i < sizeof aliases / sizeof *aliases; i++) {
		const struct alias *alias = &aliases[i];
		size_t n = strlen(alias->from);

		if (begins(*tag, alias->from) && (alias->reach == LANGUAGE || only_extended(*tag, n))) {
			*tag = str_sub(*tag, n, tag->n);
			return str_of(alias->to);
		}
	}
	return STR_EMPTY;
}

/* The tag of ${lang} for ICU: ended by NUL, empty where it is too long to be one. Returns its length. */
static size_t
bcp47(struct str lang, char out[ULOC_FULLNAME_CAPACITY])
{
	struct str tail = lang, head = replaced(&tail);

	out[0] = 0;
	if (head.n + tail.n >= ULOC_FULLNAME_CAPACITY)
		return 0;
	memcpy(out, head.p, head.n);
	memcpy(out + head.n, tail.p, tail.n);
	out[head.n + tail.n] = 0;
	return head.n + tail.n;
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

void
tag_pin(struct tag *tag, const char *key, const char *value)
{
	char there[ULOC_KEYWORDS_CAPACITY];
	UErrorCode e = U_ZERO_ERROR;
	struct tag pinned = *tag;

	if (uloc_getKeywordValue(tag->icu, key, there, sizeof there, &e) > 0 || U_FAILURE(e))
		return;
	uloc_setKeywordValue(key, value, pinned.icu, sizeof pinned.icu, &e);
	if (U_SUCCESS(e) && e != U_STRING_NOT_TERMINATED_WARNING)
		*tag = pinned;
}

/* Between two versions of CLDR, `ar` went from its own digits to European ones, and back where a region is named. */
struct tag
tag_counting(struct str lang)
{
	struct tag tag = tag_of(lang);
	char language[ULOC_LANG_CAPACITY] = "", region[ULOC_COUNTRY_CAPACITY] = "";
	UErrorCode e = U_ZERO_ERROR;

	uloc_getLanguage(tag.icu, language, sizeof language, &e);
	uloc_getCountry(tag.icu, region, sizeof region, &e);
	if (U_SUCCESS(e) && strcmp(language, "ar") == 0 && region[0] == 0)
		tag_pin(&tag, "numbers", "arab");
	else if (U_SUCCESS(e) && strcmp(language, "fa") == 0)
		tag_pin(&tag, "numbers", "arabext");
	return tag;
}

struct str
tag_browser(struct arena *a, struct str lang)
{
	struct tag tag = tag_counting(lang);
	char text[ULOC_FULLNAME_CAPACITY];
	UErrorCode e = U_ZERO_ERROR;

	if (strcmp(tag.icu, tag_of(lang).icu) == 0)
		return lang;
	tag_pin(&tag, "calendar", "gregorian");
	uloc_toLanguageTag(tag.icu, text, sizeof text, false, &e);
	return U_FAILURE(e) || e == U_STRING_NOT_TERMINATED_WARNING ? lang : arena_str(a, str_of(text));
}

bool
tag_known(struct str lang)
{
	char text[ULOC_FULLNAME_CAPACITY], language[ULOC_FULLNAME_CAPACITY];
	UErrorCode e = U_ZERO_ERROR;
	struct tag tag = tag_of(lang);
	size_t n = bcp47(lang, text);
	int32_t parsed = 0;
	UChar name[64];

	uloc_forLanguageTag(text, language, sizeof language, &parsed, &e);
	if (!lang.n || U_FAILURE(e) || (size_t)parsed != n || !tag.icu[0])
		return false;
	uloc_getLanguage(tag.icu, language, sizeof language, &e);
	uloc_getDisplayLanguage(tag.icu, "en", name, 64, &e);
	return U_SUCCESS(e) && e != U_USING_DEFAULT_WARNING && language[0] && strcmp(language, "root") != 0;
}

struct str
tag_icu_version(struct arena *a)
{
	char text[U_MAX_VERSION_STRING_LENGTH];
	UVersionInfo version;

	u_getVersion(version);
	u_versionToString(version, text);
	return arena_str(a, str_of(text));
}

struct str
tag_cldr_version(struct arena *a)
{
	char text[U_MAX_VERSION_STRING_LENGTH];
	UErrorCode e = U_ZERO_ERROR;
	UVersionInfo version = { 0 };

	ulocdata_getCLDRVersion(version, &e);
	u_versionToString(version, text);
	return arena_str(a, str_of(text));
}
