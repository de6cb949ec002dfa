/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "localise/tongue.h"

#include <string.h>
#include <unicode/uldnames.h>
#include <unicode/uloc.h>

#include "base/wide.h"
#include "localise/tag.h"

bool
tongue_rtl(struct str lang)
{
	return uloc_isRightToLeft(tag_of(lang).icu);
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

/* As ${lang} is called: `en` is the English of the site, not that of a country; a pseudo-locale says that it is one. */
static struct tag
plain_tag(struct str lang)
{
	static const struct {
		const char *lang;
		struct tag tag;
	} plain[] = { { "en", { "en" } }, { "en-XA", { "en_XA" } }, { "ar-XB", { "ar_XB" } } };

	for (size_t i = 0; i < sizeof plain / sizeof *plain; i++)
		if (str_is(lang, plain[i].lang))
			return plain[i].tag;
	return tag_of(lang);
}

struct str
tongue_name(struct arena *a, struct str lang, struct str in)
{
	struct tag tag = plain_tag(lang);
	struct str name = tag.icu[0]
	    ? name_in(a, tag.icu, tag_of(in).icu, UDISPCTX_CAPITALIZATION_FOR_MIDDLE_OF_SENTENCE)
	    : STR_EMPTY;

	return name.n ? name : arena_str(a, lang);
}

struct str
tongue_autonym(struct arena *a, struct str lang)
{
	struct tag tag = plain_tag(lang);
	struct str name;

	/* Not left to CLDR, which called it "Persian (Afghanistan)" for a long time. */
	if (strcmp(tag.icu, "fa_AF") == 0)
		return STR("دری");
	name = tag.icu[0] ? name_in(a, tag.icu, tag.icu, UDISPCTX_CAPITALIZATION_NONE) : STR_EMPTY;
	return name.n ? name : arena_str(a, lang);
}

struct str
tongue_region(struct arena *a, struct str code, struct str in)
{
	UErrorCode e = U_ZERO_ERROR;
	ULocaleDisplayNames *names = uldn_open(tag_of(in).icu, ULDN_STANDARD_NAMES, &e);
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
