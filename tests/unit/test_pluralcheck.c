/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "localise/pluralcheck.h"

#include <stdio.h>
#include <string.h>

#include "i18n/heading.h"
#include "localise/formulas.h"
#include "testing.h"

#define LV_GETTEXT "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n != 0 ? 1 : 2);"
#define SLAVIC "(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);"

/* What translators' tools write into headers, against CLDR (localisation.md 4.1). */
static const struct {
	const char *lang, *field;
	int n; /* the first that differs; -1: none */
} formulas[] = {
	{ "nb", "nplurals=2; plural=(n != 1);", -1 },
	{ "nn", "nplurals=2; plural=(n != 1);", -1 },
	{ "en", "nplurals=2; plural=(n != 1);", -1 },
	{ "et", "nplurals=2; plural=(n != 1);", -1 },
	{ "sv", "nplurals=2; plural=(n != 1);", -1 },
	{ "fi", "nplurals=2; plural=(n != 1);", -1 },
	{ "da", "nplurals=2; plural=(n != 1);", -1 },
	{ "de", "nplurals=2; plural=n == 1 ? 0 : 1;", -1 },
	{ "de", "nplurals=2; plural=(n > 1);", 1 },
	{ "ru", "nplurals=3; plural=" SLAVIC, -1 },
	{ "uk", "nplurals=3; plural=" SLAVIC, -1 },
	{ "ru",
	    "nplurals=4; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : n%10==0 || (n%10>=5 && n%10<=9) || (n%100>=11 && n%100<=14) ? 2 : 3);",
	    -1 },
	{ "ru", "nplurals=2; plural=(n != 1);", 2 },
	{ "pl", "nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);", -1 },
	{ "pl", "nplurals=3; plural=" SLAVIC, 21 },
	{ "lt", "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && (n%100<10 || n%100>=20) ? 1 : 2);", -1 },
	{ "ar", "nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5);",
	    -1 },
	{ "fa-AF", "nplurals=2; plural=(n > 1);", -1 },
	{ "fa-AF", "nplurals=2; plural=(n != 1);", 1 },
	/* Latvian: the form that does for 2 and for 10 is wrong, the order is free. */
	{ "lv", LV_GETTEXT, 10 },
	{ "lv", "nplurals=3; plural=(n%10==0 || (n%100>=11 && n%100<=19) ? 0 : n%10==1 && n%100!=11 ? 1 : 2);", -1 },
	{ "lv", "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10==0 || (n%100>=11 && n%100<=19) ? 2 : 1);", -1 },
	{ "lv", "nplurals=2; plural=(n != 1);", 2 },
	{ "is", "nplurals=2; plural=(n != 1);", 21 },
	{ "is", "nplurals=2; plural=(n%10!=1 || n%100==11);", -1 },
	{ "is", "nplurals=2; plural=(n%10 == 1 && n%100 != 11);", -1 },
	/* More forms than the header says; a division by zero in it. */
	{ "nb", "nplurals=2; plural=n;", 2 },
	{ "nb", "nplurals=2; plural=1/n;", 0 },
	{ "nb", "nplurals=1; plural=0;", 1 },
};

static struct pluralcheck
check(const char *lang, const char *field)
{
	struct pluralforms f;
	const char *why;

	assert_true(pluralforms_read(&f, str_of(field), &why));
	return pluralcheck_of(&f, str_of(lang));
}

static void
test_formulas(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof formulas / sizeof *formulas; i++) {
		struct pluralcheck c = check(formulas[i].lang, formulas[i].field);

		if (c.agrees ? formulas[i].n != -1 : (int)c.n != formulas[i].n)
			fail_msg("%s, %s: %d", formulas[i].lang, formulas[i].field, c.agrees ? -1 : (int)c.n);
	}
}

/* What differs, in which way. */
static void
test_ways(void **state)
{
	struct pluralcheck c = check("lv", LV_GETTEXT);

	(void)state;
	assert_true(c.shared && c.other == 2 && c.other_has == PLURAL_OTHER && c.index == 1 && c.has == PLURAL_ZERO);
	c = check("is", "nplurals=2; plural=(n != 1);");
	assert_true(c.shared && c.other == 0 && c.index == 1 && c.has == PLURAL_ONE);
	c = check(
	    "pl", "nplurals=4; plural=(n==1 ? 0 : n==22 ? 3 : n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2);");
	assert_true(!c.agrees && !c.shared && c.n == 22 && c.other == 2 && c.has == PLURAL_FEW && c.other_index == 1 &&
	    c.index == 3);
	c = check("nb", "nplurals=2; plural=n;");
	assert_true(c.outside && c.index == 2);
	c = check("nb", "nplurals=2; plural=1/n;");
	assert_true(c.zero);
}

/* What Pensum writes into new catalogues. */
static void
test_own(void **state)
{
	static const char *const langs[] = { "nb", "nn", "en", "lv", "ru", "et", "lt", "pl", "sv", "fi", "da", "de",
		"is", "uk", "ar", "fa-AF" };

	(void)state;
	for (size_t i = 0; i < sizeof langs / sizeof *langs; i++)
		assert_true(check(langs[i], formulas_of(str_of(langs[i]))).agrees);
}

/* -- telling -- */

static const char file[] = "msgid \"\"\nmsgstr \"\"\n\"Language: lv\\n\"\n\"Plural-Forms: x\\n\"\n";

static void
tells(const char *header, struct po_entry *entries, size_t n, const char *want, uint32_t line)
{
	struct po po = { .src = { STR("a.po"), STR(file) },
		.lang = STR("lv"),
		.header = str_of(header),
		.entries = entries,
		.nentries = n };
	struct diags d = DIAGS_INIT;

	pluralcheck_tell(&po, &d);
	if (want == NULL) {
		assert_int_equal(d.all.n, 0);
	} else {
		assert_int_equal(d.all.n, 1);
		assert_int_equal(d.all.v[0].code, DIAG_PO_PLURAL);
		assert_int_equal(d.all.v[0].at.line, line);
		assert_true(d.all.v[0].nnotes == 1);
		if (!str_is(d.all.v[0].detail, want))
			fail_msg("%.*s", STR_ARG(d.all.v[0].detail));
	}
	diags_free(&d);
}

static void
test_tells(void **state)
{
	struct str forms[3] = { STR_EMPTY, STR("x"), STR("y") };
	struct po_entry two = {
		.source = STR("a"), .plural = STR("as"), .text = STR("x"), .forms = forms, .nforms = 2, .line = 9
	};
	struct po_entry single = { .source = STR("a"), .text = STR("x") };
	char good[300];

	(void)state;
	two.comment = two.extracted = two.context = single.plural = STR_EMPTY;
	snprintf(good, sizeof good, "Language: lv\nPlural-Forms: %s\n", formulas_of(STR("lv")));
	tells("", NULL, 0, NULL, 0);
	tells("Language: lv\n", &single, 1, NULL, 0);
	tells("Language: lv\n", &two, 1, "the header has no Plural-Forms", 0);
	tells(good, &single, 1, NULL, 0);
	tells(good, &two, 1, "this message has 2 forms, the header says 3", 9);
	two.obsolete = true;
	tells(good, &two, 1, NULL, 0);
	tells(
	    "Plural-Forms: nplurals=INTEGER; plural=EXPRESSION;\n", NULL, 0, "`nplurals=` with a number is missing", 4);
	tells("Plural-Forms: nplurals=2; plural=n;\n", NULL, 0, "2 has msgstr[2], but `nplurals` is 2", 4);
	tells("Plural-Forms: nplurals=2; plural=1/n;\n", NULL, 0, "for 0 it divides by zero", 4);
	tells(
	    "Plural-Forms: nplurals=4; plural=(n%10==1 && n%100!=11 ? 0 : n==3 ? 1 : n%10==0 || (n%100>=11 && n%100<=19) ? 3 : 2);\n",
	    NULL, 0, "2 has msgstr[2] and 3 has msgstr[1], but in `lv` both are `other`", 4);
	tells("Plural-Forms: " LV_GETTEXT "\n", NULL, 0,
	    "msgstr[1] is for 2 and for 10, but in `lv` 2 is `other` and 10 is `zero`", 4);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_formulas),
		cmocka_unit_test(test_ways),
		cmocka_unit_test(test_own),
		cmocka_unit_test(test_tells),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
