/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "localise/cldr.h"

#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <unicode/ucol.h>
#include <unicode/udat.h>
#include <unicode/uldnames.h>
#include <unicode/uloc.h>
#include <unicode/ulocdata.h>
#include <unicode/unumberformatter.h>
#include <unicode/upluralrules.h>
#include <unicode/uscript.h>
#include <unicode/uset.h>
#include <unicode/ustring.h>

#include "base/vec.h"
#include "base/wide.h"

/*
 * ICU keeps its data and parsed rules in a cache of its own with its own locks, so that
 * opening is cheap (plural rules 1 us, numbers 3 us, dates 20 us) and nothing is cached here.
 */

/* -- languages as ICU names them -- */

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

struct id {
	char name[ULOC_FULLNAME_CAPACITY];
};

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

static struct id
id_of(struct str lang)
{
	char tag[ULOC_FULLNAME_CAPACITY];
	UErrorCode e = U_ZERO_ERROR;
	struct id id = { "" };

	pin_default();
	bcp47(lang, tag);
	uloc_forLanguageTag(tag, id.name, sizeof id.name, 0, &e);
	if (U_FAILURE(e) || e == U_STRING_NOT_TERMINATED_WARNING)
		id.name[0] = 0;
	return id;
}

/* -- text to UTF-16 -- */

static UChar *
utf16(struct arena *a, struct str s, int32_t *n)
{
	UErrorCode e = U_ZERO_ERROR;
	UChar *p;

	if (s.n > INT32_MAX / 8)
		s.n = INT32_MAX / 8;
	p = ARENA_ARRAY(a, UChar, s.n + 1);
	u_strFromUTF8WithSub(p, (int32_t)s.n + 1, n, s.p, (int32_t)s.n, 0xfffd, 0, &e);
	if (U_FAILURE(e))
		*n = 0;
	return p;
}

/* -- plural rules -- */

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
cldr_plural(struct str lang, int64_t n)
{
	UErrorCode e = U_ZERO_ERROR;
	UPluralRules *rules = uplrules_open(id_of(lang).name, &e);
	enum plural form = plural_by(rules, n, e);

	uplrules_close(rules);
	return form;
}

void
cldr_plural_table(struct str lang, unsigned char *table, int64_t n)
{
	UErrorCode e = U_ZERO_ERROR;
	UPluralRules *rules = uplrules_open(id_of(lang).name, &e);

	for (int64_t i = 0; i < n; i++)
		table[i] = (unsigned char)plural_by(rules, i, e);
	uplrules_close(rules);
}

unsigned
cldr_plurals(struct str lang)
{
	UErrorCode e = U_ZERO_ERROR;
	UPluralRules *rules = uplrules_open(id_of(lang).name, &e);
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

/* -- names and directions -- */

bool
cldr_rtl(struct str lang)
{
	return uloc_isRightToLeft(id_of(lang).name);
}

/* The name of ${of} in ${in}, with ways of speaking (`British English`) rather than countries. */
static struct str
name_in(struct arena *a, const char *of, const char *in, UDisplayContext capitals)
{
	UDisplayContext contexts[] = { UDISPCTX_DIALECT_NAMES, capitals };
	UErrorCode e = U_ZERO_ERROR;
	ULocaleDisplayNames *names = uldn_openForContext(in, contexts, 2, &e);
	UChar name[256];
	int32_t n = uldn_localeDisplayName(names, of, name, 256, &e);

	uldn_close(names);
	return U_SUCCESS(e) && n <= 256 ? wide_text(a, name, n) : STR_EMPTY;
}

/* `en` is the English of the site, not that of a country. */
static struct id
plain_id(struct str lang)
{
	return str_is(lang, "en") ? (struct id){ "en" } : id_of(lang);
}

struct str
cldr_name(struct arena *a, struct str lang, struct str in)
{
	struct id id = plain_id(lang);
	struct str name = id.name[0]
	    ? name_in(a, id.name, id_of(in).name, UDISPCTX_CAPITALIZATION_FOR_MIDDLE_OF_SENTENCE)
	    : STR_EMPTY;

	return name.n ? name : arena_str(a, lang);
}

struct str
cldr_autonym(struct arena *a, struct str lang)
{
	struct id id = plain_id(lang);
	struct str name = id.name[0] ? name_in(a, id.name, id.name, UDISPCTX_CAPITALIZATION_NONE) : STR_EMPTY;

	return name.n ? name : arena_str(a, lang);
}

struct str
cldr_region(struct arena *a, struct str code, struct str in)
{
	UErrorCode e = U_ZERO_ERROR;
	ULocaleDisplayNames *names = uldn_open(id_of(in).name, ULDN_STANDARD_NAMES, &e);
	char region[4] = "";
	UChar name[128];
	int32_t n = 0;

	if (code.n > 0 && code.n < sizeof region) {
		memcpy(region, code.p, code.n);
		n = uldn_regionDisplayName(names, region, name, 128, &e);
	}
	uldn_close(names);
	return U_SUCCESS(e) && n > 0 && n <= 128 ? wide_text(a, name, n) : arena_str(a, code);
}

bool
cldr_known(struct str lang)
{
	char tag[ULOC_FULLNAME_CAPACITY], language[ULOC_FULLNAME_CAPACITY];
	UErrorCode e = U_ZERO_ERROR;
	struct id id = id_of(lang);
	int32_t parsed = 0;
	UChar name[64];

	bcp47(lang, tag);
	uloc_forLanguageTag(tag, language, sizeof language, &parsed, &e);
	if (!lang.n || U_FAILURE(e) || (size_t)parsed != strlen(tag) || !id.name[0])
		return false;
	uloc_getLanguage(id.name, language, sizeof language, &e);
	uloc_getDisplayLanguage(id.name, "en", name, 64, &e);
	return U_SUCCESS(e) && e != U_USING_DEFAULT_WARNING && language[0] && strcmp(language, "root") != 0;
}

/* -- numbers and dates -- */

/* The newer of ICU's two interfaces: the older one does not know that Latvian writes 1234 without a blank. */
struct str
cldr_number(struct arena *a, struct str lang, int64_t n)
{
	UErrorCode e = U_ZERO_ERROR;
	UNumberFormatter *format = unumf_openForSkeletonAndLocale((const UChar[]){ 0 }, 0, id_of(lang).name, &e);
	UFormattedNumber *number = unumf_openResult(&e);
	UChar text[128];
	int32_t len;

	unumf_formatInt(format, n, number, &e);
	len = unumf_resultToString(number, text, 128, &e);
	unumf_closeResult(number);
	unumf_close(format);
	return U_SUCCESS(e) && len <= 128 ? wide_text(a, text, len) : arena_fmt(a, "%lld", (long long)n);
}

static bool
digits(struct str s, size_t at, size_t n, int *out)
{
	*out = 0;
	for (size_t i = at; i < at + n; i++) {
		if (s.p[i] < '0' || s.p[i] > '9')
			return false;
		*out = 10 * *out + (s.p[i] - '0');
	}
	return true;
}

/* Days from 1970-01-01 in the Gregorian calendar; false where that is no day. */
static bool
days_of(struct str iso, int64_t *days)
{
	static const int lengths[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
	int year, month, day, leap;
	int64_t before;

	if (iso.n != 10 || iso.p[4] != '-' || iso.p[7] != '-' || !digits(iso, 0, 4, &year) ||
	    !digits(iso, 5, 2, &month) || !digits(iso, 8, 2, &day))
		return false;
	leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
	if (year < 1 || month < 1 || month > 12 || day < 1 || day > lengths[month - 1] + (month == 2 && leap))
		return false;
	before = year - 1;
	*days = before * 365 + before / 4 - before / 100 + before / 400 - 719162 + day - 1;
	for (int m = 1; m < month; m++)
		*days += lengths[m - 1] + (m == 2 && leap);
	return true;
}

struct str
cldr_date(struct arena *a, struct str lang, struct str iso)
{
	static const UChar utc[] = { 'U', 'T', 'C', 0 };
	UErrorCode e = U_ZERO_ERROR;
	UDateFormat *format;
	UChar text[128];
	int64_t days;
	int32_t n;

	if (!days_of(iso, &days))
		return STR_EMPTY;
	format = udat_open(UDAT_NONE, UDAT_LONG, id_of(lang).name, utc, 3, 0, 0, &e);
	n = udat_format(format, (double)days * 86400000, text, 128, 0, &e);
	udat_close(format);
	return U_SUCCESS(e) && n <= 128 ? wide_text(a, text, n) : arena_str(a, iso);
}

/* -- sorting -- */

/*
 * Letters are found as ICU's AlphabeticIndex finds them, which its C interface lacks: the
 * index letters of the language in its order, without those that only differ by an accent;
 * a word stands under the last one that is not behind it.
 */
struct letter {
	struct str key, label; /* key: at primary strength */
	struct str order;      /* at full strength: E comes before Ё */
};

struct cldr_collator {
	struct arena arena;
	UCollator *full, *primary;
	struct collator_letters VEC_OF(struct letter) letters;
	unsigned char scripts[USCRIPT_CODE_LIMIT / 8 + 1]; /* those of the letters */
};

static struct str
key_of(const UCollator *c, struct arena *a, const UChar *s, int32_t n)
{
	int32_t size = ucol_getSortKey(c, s, n, 0, 0);
	unsigned char *key = arena_alloc(a, (size_t)size + 1);

	size = ucol_getSortKey(c, s, n, key, size);
	return (struct str){ (const char *)key, size > 0 ? (size_t)size - 1 : 0 };
}

/* The script of the first letter, USCRIPT_COMMON where there is none. */
static UScriptCode
script_of(const UChar *s, int32_t n)
{
	UErrorCode e = U_ZERO_ERROR;
	UScriptCode script;
	UChar32 c;

	for (int32_t i = 0; i < n;) {
		U16_NEXT(s, i, n, c);
		script = uscript_getScript(c, &e);
		if (u_isalpha(c) && script > USCRIPT_INHERITED && script < USCRIPT_CODE_LIMIT)
			return script;
	}
	return USCRIPT_COMMON;
}

static void
add_letter(struct cldr_collator *c, const UChar *s, int32_t n)
{
	UScriptCode script = script_of(s, n);
	struct letter letter = { key_of(c->primary, &c->arena, s, n), wide_text(&c->arena, s, n),
		key_of(c->full, &c->arena, s, n) };

	if (!letter.key.n)
		return;
	c->scripts[script / 8] |= (unsigned char)(1 << script % 8);
	VEC_PUSH(&c->letters, letter);
}

static int
by_key(const void *a, const void *b)
{
	const struct letter *x = a, *y = b;
	int order = str_cmp(x->key, y->key);

	return order ? order : str_cmp(x->order, y->order);
}

static void
add_item(struct cldr_collator *c, const USet *set, int32_t item)
{
	UErrorCode e = U_ZERO_ERROR;
	UChar32 from, to;
	UChar s[16];
	int32_t n = uset_getItem(set, item, &from, &to, s, 16, &e);

	if (U_FAILURE(e))
		return;
	if (n) {
		add_letter(c, s, n);
		return;
	}
	for (UChar32 ch = from; ch <= to; ch++) {
		n = 0;
		U16_APPEND_UNSAFE(s, n, ch);
		add_letter(c, s, n);
	}
}

static void
read_letters(struct cldr_collator *c, const char *id)
{
	UErrorCode e = U_ZERO_ERROR;
	ULocaleData *data = ulocdata_open(id, &e);
	USet *set = ulocdata_getExemplarSet(data, 0, 0, ULOCDATA_ES_INDEX, &e);
	size_t kept = 0;

	for (int32_t i = 0; U_SUCCESS(e) && i < uset_getItemCount(set); i++)
		add_item(c, set, i);
	uset_close(set);
	ulocdata_close(data);
	if (c->letters.n)
		qsort(c->letters.v, c->letters.n, sizeof *c->letters.v, by_key);
	for (size_t i = 0; i < c->letters.n; i++)
		if (!kept || !str_eq(c->letters.v[i].key, c->letters.v[kept - 1].key))
			c->letters.v[kept++] = c->letters.v[i];
	c->letters.n = kept;
}

struct cldr_collator *
cldr_collator_open(struct str lang)
{
	struct cldr_collator *c = mem_alloc(sizeof *c);
	struct id id = id_of(lang);
	UErrorCode e = U_ZERO_ERROR;

	c->full = ucol_open(id.name, &e);
	c->primary = ucol_open(id.name, &e);
	if (U_FAILURE(e)) /* ICU without its data: what cannot be sorted cannot be built */
		mem_die(sizeof *c);
	ucol_setAttribute(c->full, UCOL_NUMERIC_COLLATION, UCOL_ON, &e);
	ucol_setStrength(c->primary, UCOL_PRIMARY);
	read_letters(c, id.name);
	return c;
}

struct str
cldr_sort_key(struct cldr_collator *c, struct arena *a, struct str text)
{
	int32_t n = 0;
	const UChar *s = utf16(a, text, &n);

	return key_of(c->full, a, s, n);
}

struct str
cldr_index_letter(struct cldr_collator *c, struct arena *a, struct str text)
{
	int32_t n = 0;
	const UChar *s = utf16(a, text, &n);
	struct str key = key_of(c->primary, a, s, n), label = STR("#");
	UScriptCode script = script_of(s, n);

	if (script != USCRIPT_COMMON && !(c->scripts[script / 8] & (1 << script % 8)))
		return STR("…");
	for (size_t i = 0; i < c->letters.n && str_cmp(c->letters.v[i].key, key) <= 0; i++)
		label = c->letters.v[i].label;
	return arena_str(a, label);
}

void
cldr_collator_close(struct cldr_collator *c)
{
	if (!c)
		return;
	ucol_close(c->full);
	ucol_close(c->primary);
	VEC_FREE(&c->letters);
	arena_free(&c->arena);
	free(c);
}
