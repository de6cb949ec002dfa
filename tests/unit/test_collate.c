/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "localise/collate.h"

#include "roomy.h"
#include "told.h"

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
		struct collate *c = collate_open(str_of(sort_rows[i].lang), COLLATE_NUMBERS);
		struct str rest = str_of(sort_rows[i].sorted), before = STR_EMPTY;

		while (rest.n) {
			struct str word = str_cut(&rest, ' '), key = collate_key(c, &arena, word);

			if (str_cmp(before, key) >= 0)
				fail_msg("%s: %.*s", sort_rows[i].lang, STR_ARG(word));
			before = key;
		}
		collate_close(c);
	}
	collate_close(0);
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
		struct collate *c = collate_open(str_of(rows[i].lang), COLLATE_NUMBERS);

		is_text(collate_letter(c, &arena, str_of(rows[i].word)), rows[i].letter);
		collate_close(c);
	}
}

static void
test_sort(void **state)
{
	struct str items[] = { STR_INIT("Modul 10"), STR_INIT("e\u0301"), STR_INIT("Modul 2"), STR_INIT("é"),
		STR_INIT("") };
	struct collate *c = collate_open(STR("nb"), COLLATE_NUMBERS);

	(void)state;
	collate_sort(c, items, 0);
	collate_sort(c, items, 5);
	is_text(items[0], "");
	is_text(items[1], "e\u0301"); /* is é to the language, and was first */
	is_text(items[2], "é");
	is_text(items[3], "Modul 2");
	collate_close(c);
	c = collate_open(STR("nb"), COLLATE_DIGITS);
	collate_sort(c, items, 5);
	is_text(items[3], "Modul 10");
	collate_close(c);
	c = collate_open(STR("nb-u-kn-true"), COLLATE_DIGITS);
	collate_sort(c, items, 5);
	is_text(items[3], "Modul 2");
	collate_close(c);
}

/* Bytes that are no text, and text that is long. */
static void
test_odd_text(void **state)
{
	struct collate *c = collate_open(STR("nb"), COLLATE_NUMBERS);
	char *huge = arena_alloc(&arena, 1000001);

	(void)state;
	memset(huge, 'b', 1000000);
	assert_true(collate_key(c, &arena, (struct str){ huge, 1000000 }).n > 1000);
	collate_key(c, &arena, STR("\xff\xc3"));
	collate_letter(c, &arena, STR("\xff\xc3"));
	is_text(collate_letter(c, &arena, (struct str){ huge, 1000000 }), "B");
	collate_close(c);
}

int
main(void)
{
#define T(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
	const struct CMUnitTest tests[] = {
		T(test_sort_keys),
		T(test_sort),
		T(test_index_letters),
		T(test_odd_text),
	};

	return cmocka_run_group_tests(tests, 0, 0);
}
