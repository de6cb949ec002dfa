/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "localise/cldr.h"

#include <stdlib.h>

#include "base/pool.h"
#include "told.h"

static struct arena arena;

static int
setup(void **state)
{
	(void)state;
	arena = (struct arena)ARENA_INIT;
	return 0;
}

static int
teardown(void **state)
{
	(void)state;
	arena_free(&arena);
	return 0;
}

/* -- plural rules: z zero, 1 one, 2 two, f few, m many, . other -- */

static const int64_t counts[] = { 0, 1, 2, 3, 5, 10, 11, 12, 19, 20, 21, 22, 25, 31, 100, 101, 102, 111, 112, 1001,
	1000000 };

static const struct {
	const char *langs, *forms;
} plural_rows[] = {
	{ "nb nn en de sv fi et da en-GB no nb-NO", ".1..................." },
	{ "is", ".1........1..1.1...1." },
	{ "lv", "z1...zzzzz1..1z1.zz1z" },
	{ "lt", ".1fff.....1ff1.1f..1." },
	{ "pl", "m1ffmmmmmmmfmmmmfmmmm" },
	{ "ru uk", "m1ffmmmmmm1fm1m1fmm1m" },
	{ "ar", "z12fffmmmmmmmm...mm.." },
	{ "fa-AF prs", "11..................." },
};

static void
test_plural(void **state)
{
	static const char letters[PLURALS + 1] = "z12fm.";

	(void)state;
	for (size_t i = 0; i < sizeof plural_rows / sizeof *plural_rows; i++)
		for (struct str langs = str_of(plural_rows[i].langs), lang; langs.n;) {
			lang = str_cut(&langs, ' ');
			for (size_t k = 0; k < sizeof counts / sizeof *counts; k++)
				if (letters[cldr_plural(lang, counts[k])] != plural_rows[i].forms[k])
					fail_msg("%.*s %lld is %c", STR_ARG(lang), (long long)counts[k],
					    letters[cldr_plural(lang, counts[k])]);
		}
	for (size_t i = 0; i < sizeof plural_rows / sizeof *plural_rows; i++)
		for (struct str langs = str_of(plural_rows[i].langs), lang; langs.n;) {
			unsigned char table[150];

			lang = str_cut(&langs, ' ');
			cldr_plural_table(lang, table, sizeof table);
			for (size_t n = 0; n < sizeof table; n++)
				assert_int_equal(table[n], cldr_plural(lang, (int64_t)n));
		}
	assert_int_equal(cldr_plural(STR("xx"), 1), PLURAL_OTHER);
	assert_int_equal(cldr_plural(STR(""), 1), PLURAL_OTHER);
}

#define BIT(name) (1u << PLURAL_##name)

static void
test_plurals(void **state)
{
	(void)state;
	assert_int_equal(cldr_plurals(STR("nb")), BIT(ONE) | BIT(OTHER));
	assert_int_equal(cldr_plurals(STR("lv")), BIT(ZERO) | BIT(ONE) | BIT(OTHER));
	assert_int_equal(cldr_plurals(STR("lt")), BIT(ONE) | BIT(FEW) | BIT(MANY) | BIT(OTHER));
	assert_int_equal(cldr_plurals(STR("ar")), 63);
	assert_int_equal(cldr_plurals(STR("fa-AF")), BIT(ONE) | BIT(OTHER));
	assert_int_equal(cldr_plurals(STR("xx")), BIT(OTHER));
}

/* -- names -- */

static void
test_autonyms(void **state)
{
	static const struct {
		const char *lang, *name;
	} rows[] = {
		{ "nb", "norsk bokmål" },
		{ "nn", "norsk nynorsk" },
		{ "en", "English" },
		{ "lv", "latviešu" },
		{ "ru", "русский" },
		{ "et", "eesti" },
		{ "lt", "lietuvių" },
		{ "pl", "polski" },
		{ "sv", "svenska" },
		{ "fi", "suomi" },
		{ "da", "dansk" },
		{ "de", "Deutsch" },
		{ "is", "íslenska" },
		{ "ar", "العربية" },
		{ "uk", "українська" },
		{ "fa-AF", "دری" },
		{ "prs", "دری" },
		{ "no", "norsk bokmål" },
		{ "en-GB", "British English" },
		{ "xx", "xx" },
		{ "", "" },
		{ "a b", "a b" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		is_text(cldr_autonym(&arena, str_of(rows[i].lang)), rows[i].name);
}

static void
test_names(void **state)
{
	(void)state;
	is_text(cldr_name(&arena, STR("en"), STR("nb")), "engelsk");
	is_text(cldr_name(&arena, STR("nb"), STR("en")), "Norwegian Bokmål");
	is_text(cldr_name(&arena, STR("nb"), STR("nb")), "norsk bokmål");
	is_text(cldr_name(&arena, STR("nb"), STR("xx")), "Norwegian Bokmål");
	is_text(cldr_name(&arena, STR("zzzzzzzzz"), STR("nb")), "zzzzzzzzz");
}

static void
test_known(void **state)
{
	static const char *const yes[] = { "nb", "no", "en", "en-GB", "fa-AF", "prs", "sr-Latn", "zh-Hant-TW",
		"ar-u-nu-latn", "se", "NB", "jbo" };
	static const char *const not [] = { "", "xx", "zz-ZZ", "nb_NO", "norsk", "n", "nb-", "nb ", "-nb", "root",
		"und", "x-y", "../nb", "abcdefghijklmnopqrstuvwxyz", "en-abcdefghij" };

	(void)state;
	for (size_t i = 0; i < sizeof yes / sizeof *yes; i++)
		if (!cldr_known(str_of(yes[i])))
			fail_msg("%s is not known", yes[i]);
	for (size_t i = 0; i < sizeof not / sizeof *not ; i++)
		if (cldr_known(str_of(not [i])))
			fail_msg("%s is known", not [i]);
}

static void
test_rtl(void **state)
{
	(void)state;
	assert_true(cldr_rtl(STR("ar")) && cldr_rtl(STR("fa-AF")) && cldr_rtl(STR("prs")) && cldr_rtl(STR("he")));
	assert_false(cldr_rtl(STR("nb")) || cldr_rtl(STR("ru")) || cldr_rtl(STR("xx")) || cldr_rtl(STR("")));
}

/* -- numbers and dates -- */

/* The blanks of CLDR change from one version to the next. */
static void
same_text(struct str s, const char *want)
{
	char folded[200];
	size_t n = 0;

	for (size_t i = 0; i < s.n && n < sizeof folded - 1; i++) {
		if (str_starts(str_sub(s, i, s.n), "\xc2\xa0"))
			folded[n++] = ' ', i += 1;
		else if (str_starts(str_sub(s, i, s.n), "\xe2\x80\xaf"))
			folded[n++] = ' ', i += 2;
		else
			folded[n++] = s.p[i];
	}
	is_text((struct str){ folded, n }, want);
}

static void
test_numbers(void **state)
{
	(void)state;
	same_text(cldr_number(&arena, STR("nb"), 1234), "1 234");
	same_text(cldr_number(&arena, STR("nb"), 7), "7");
	same_text(cldr_number(&arena, STR("nb"), -5), "−5");
	same_text(cldr_number(&arena, STR("en"), 1234567), "1,234,567");
	same_text(cldr_number(&arena, STR("lv"), 1234), "1234");
	same_text(cldr_number(&arena, STR("lv"), 12345), "12 345");
	same_text(cldr_number(&arena, STR("de"), 12345), "12.345");
	same_text(cldr_number(&arena, STR("fa-AF"), 1234), "۱٬۲۳۴");
	same_text(cldr_number(&arena, STR("en"), INT64_MIN), "-9,223,372,036,854,775,808");
}

static void
test_dates(void **state)
{
	(void)state;
	same_text(cldr_date(&arena, STR("nb"), STR("2026-02-03")), "3. februar 2026");
	same_text(cldr_date(&arena, STR("en"), STR("2026-02-03")), "3 February 2026");
	same_text(cldr_date(&arena, STR("lv"), STR("2026-02-03")), "2026. gada 3. februāris");
	same_text(cldr_date(&arena, STR("lt"), STR("2026-02-03")), "2026 m. vasario 3 d.");
	same_text(cldr_date(&arena, STR("ru"), STR("2026-02-03")), "3 февраля 2026 г.");
	same_text(cldr_date(&arena, STR("fi"), STR("2024-02-29")), "29. helmikuuta 2024");
	same_text(cldr_date(&arena, STR("nb"), STR("1970-01-01")), "1. januar 1970");
	same_text(cldr_date(&arena, STR("nb"), STR("1969-12-31")), "31. desember 1969");
	same_text(cldr_date(&arena, STR("nb"), STR("2000-12-31")), "31. desember 2000");
	same_text(cldr_date(&arena, STR("nb"), STR("1900-03-01")), "1. mars 1900");
	same_text(cldr_date(&arena, STR("nb"), STR("9999-12-31")), "31. desember 9999");
}

static void
test_no_dates(void **state)
{
	static const char *const texts[] = { "", "2026", "2026-2-3", "2026-13-01", "2026-00-01", "2026-02-30",
		"2023-02-29", "1900-02-29", "2026-02-31", "2026-04-31", "0000-01-01", "2026/02/03", "2026-02-03T",
		"20x6-02-03", "-026-02-03", "2026-02- 3" };

	(void)state;
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		is_text(cldr_date(&arena, STR("nb"), str_of(texts[i])), "");
}

/* -- sorting: each list as it should come out -- */

static const struct {
	const char *lang, *sorted;
} sort_rows[] = {
	{ "nb",
	    "adresse arbeidsgiver bistand kontrakt offer tvangsarbeid utnytting verge wiki zoologi ære ærlig økonomi øving åpenhet årsak" },
	{ "nb", "Zahl Ærø Östersund Øygarden Åmot Ånes Aarnes Aasen" },
	{ "nb", "arbeid Arbeid offer Offer" },
	{ "no", "zoologi ære økonomi årsak" },
	{ "nn", "arbeidsavtale bustad menneskehandel offer trygd utnytting verje æve øydelegge åtferd" },
	{ "da",
	    "adresse arbejdsgiver bopæl menneskehandel offer tvang vidne zone ægteskab ærlig økonomi ønske Aabenraa ånd Aarhus" },
	{ "da", "Arbejde arbejde Offer offer Ø ø" },
	{ "sv",
	    "adress arbetsgivare bostad offer tvång vad vem vittne vård wok zon ålder åtal ägare ärlig öga övning" },
	{ "fi", "asunto ihmiskauppa oikeus pakkotyö uhri vapaus velvollisuus välitys wiki yhteys zen åland ääni öljy" },
	{ "et",
	    "aadress inimkaubandus ohver rahu seadus sund šokk šveitser zooloogia žanr žest teenus tunnistaja vabadus wiki õigus õpetaja "
	    "ärakasutamine öö üksus xenon yoga" },
	{ "lv",
	    "adrese alga cietušais čaula darbs gads gudrība ģimene iela kontrakts ķermenis laulība ļaunprātība nauda ņemt palīdzība sods "
	    "šantāža tiesības upuris zagt žurnāls" },
	{ "lt",
	    "adresas auka ąžuolas cechas čekis darbas ilgas yra įstatymas jaunas kaltė prekyba sutartis šantažas teisė ūkis upė vergas zona žmogus" },
	{ "pl",
	    "adres bieda czas ćwiczenie lustro łaska ofiara osoba oznaka ósmy piec pies pięć szkolenie śledztwo wart wazon wąs zysk źródło żądanie" },
	{ "is",
	    "aldur atvinna ást barn mansal orð óskir umsókn útlendingur yfirvöld ýta zebra þolandi æska ökuskírteini åland" },
	{ "ru", "адрес бегство договор ежевика ёлка ель жертва иск йод помощь рабство щит эксплуатация юрист язык" },
	{ "uk",
	    "адреса вік гроші ґанок допомога експлуатація єдність жертва злочин иржа ідея їжа йод людина ринок рік" },
	{ "de", "Adler Affe Arbeit Ärger Arzt Ofen Öffnung Opfer Strasse Straße Zwang" },
	{ "en", "abuse cafe café cafeteria co-operate consent victim witness Zebra" },
	{ "fa-AF", "آدرس باج پول تجارت چاپ حق زندان ژاله قانون کار گروه یاد" },
	{ "ar", "آمن إجبار أجر استغلال جريمة حق ضحية عقد قانون مساعدة ولي" },
	{ "nb", "Modul1 Modul2 Modul10 Modul21" },
};

static void
test_sort_keys(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof sort_rows / sizeof *sort_rows; i++) {
		struct cldr_collator *c = cldr_collator_open(str_of(sort_rows[i].lang));
		struct str rest = str_of(sort_rows[i].sorted), before = STR_EMPTY;

		while (rest.n) {
			struct str word = str_cut(&rest, ' '), key = cldr_sort_key(c, &arena, word);

			if (str_cmp(before, key) >= 0)
				fail_msg("%s: %.*s", sort_rows[i].lang, STR_ARG(word));
			before = key;
		}
		cldr_collator_close(c);
	}
	cldr_collator_close(0);
}

static void
test_index_letters(void **state)
{
	static const struct {
		const char *lang, *word, *letter;
	} rows[] = {
		{ "nb", "offer", "O" },
		{ "nb", "åpenhet", "Å" },
		{ "nb", "Aarnes", "Å" },
		{ "nb", "ære", "Æ" },
		{ "nb", "Östersund", "Ø" },
		{ "nb", "zoologi", "Z" },
		{ "nb", "112", "#" },
		{ "nb", "«offer»", "#" },
		{ "nb", "", "#" },
		{ "nb", "жертва", "…" },
		{ "nb", "éen", "E" },
		{ "lv", "čaula", "Č" },
		{ "lv", "ģimene", "Ģ" },
		{ "pl", "ćwiczenie", "Ć" },
		{ "pl", "łaska", "Ł" },
		{ "lt", "ąžuolas", "A" },
		{ "is", "þolandi", "Þ" },
		{ "is", "ást", "Á" },
		{ "ru", "ёлка", "Е" },
		{ "ru", "victim", "…" },
		{ "uk", "їжа", "Ї" },
		{ "en", "consent", "C" },
		{ "de", "Ärger", "A" },
		{ "sv", "wok", "W" },
		{ "ar", "آمن", "ا" },
		{ "xx", "offer", "O" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct cldr_collator *c = cldr_collator_open(str_of(rows[i].lang));

		is_text(cldr_index_letter(c, &arena, str_of(rows[i].word)), rows[i].letter);
		cldr_collator_close(c);
	}
}

/* Bytes that are no text, and text that is long. */
static void
test_odd_text(void **state)
{
	struct cldr_collator *c = cldr_collator_open(STR("nb"));
	char *huge = arena_alloc(&arena, 1000001);

	(void)state;
	memset(huge, 'b', 1000000);
	assert_true(cldr_sort_key(c, &arena, (struct str){ huge, 1000000 }).n > 1000);
	cldr_sort_key(c, &arena, STR("\xff\xc3"));
	cldr_index_letter(c, &arena, STR("\xff\xc3"));
	is_text(cldr_index_letter(c, &arena, (struct str){ huge, 1000000 }), "B");
	cldr_collator_close(c);
}

/* -- threads, and the machine's locale -- */

static void
ask_all(void *ctx, size_t worker, size_t i)
{
	static const char *const langs[] = { "nb", "lv", "ar", "xx" };
	struct arena a = ARENA_INIT;
	struct str lang = str_of(langs[i % 4]);

	(void)ctx;
	(void)worker;
	cldr_plural(lang, (int64_t)i);
	assert_true(cldr_number(&a, lang, 5).n > 0);
	assert_true(cldr_date(&a, lang, STR("2026-02-03")).n > 0);
	assert_true(cldr_autonym(&a, lang).n > 0);
	cldr_collator_close(cldr_collator_open(lang));
	arena_free(&a);
}

static void
test_threads(void **state)
{
	struct pool *p = pool_open(4);

	(void)state;
	pool_each(p, 200, ask_all, 0);
	pool_close(p);
}

/* What ICU does not know must not follow the machine's locale; main() sets one. */
static void
test_unknown_language(void **state)
{
	(void)state;
	same_text(cldr_date(&arena, STR("xx"), STR("2026-02-03")), "3 February 2026");
	same_text(cldr_number(&arena, STR("xx"), 1234), "1,234");
}

int
main(void)
{
#define T(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
	const struct CMUnitTest tests[] = {
		T(test_plural),
		T(test_plurals),
		T(test_autonyms),
		T(test_names),
		T(test_known),
		T(test_rtl),
		T(test_numbers),
		T(test_dates),
		T(test_no_dates),
		T(test_sort_keys),
		T(test_index_letters),
		T(test_odd_text),
		T(test_threads),
		T(test_unknown_language),
	};

	setenv("LC_ALL", "de_DE.UTF-8", 1);
	return cmocka_run_group_tests(tests, 0, 0);
}
