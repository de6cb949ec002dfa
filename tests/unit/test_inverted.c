/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "testing.h"

#include <stdlib.h>

#include "model/site.h"
#include "search/inverted.h"

static struct text text = { .meta = { .title = STR_INIT("T") } };
static struct output pages[] = {
	{ .path = STR_INIT("en/a/index.html"), .text = &text },
	{ .path = STR_INIT("en/b/index.html"), .text = &text },
	{ .path = STR_INIT("en/c/index.html"), .text = &text },
};

/* Two workers; ${who} is a digit a page: who takes it. */
struct crew {
	struct gleaning workers[2];
	struct gleaning *list[2];
	struct inverted v;
};

static void
invert(struct crew *c, const char *who, const char *const *words, const char *lang)
{
	struct wordbreaks *breaks = wordbreaks_open();

	*c = (struct crew){ 0 };
	c->list[0] = &c->workers[0];
	c->list[1] = &c->workers[1];
	for (int i = 0; who[i]; i++) {
		struct section v[] = { { SECTION_PAGE, STR_EMPTY, str_of(words[2 * i]), STR_EMPTY, STR_EMPTY },
			{ SECTION_HEADING, STR("h"), STR_EMPTY, str_of(words[2 * i + 1]), STR_EMPTY } };
		struct sections all = { v, 2 };

		gleaning_take(c->list[who[i] - '0'], breaks, &pages[i], &all);
	}
	wordbreaks_close(breaks);
	inverted_make(&c->v, c->list, 2, str_of(lang));
}

static void
finish(struct crew *c)
{
	inverted_free(&c->v);
	gleaning_free(&c->workers[0]);
	gleaning_free(&c->workers[1]);
}

/* "stem/key section.place …" lines. */
static struct str
written(struct crew *c, struct arena *a)
{
	struct str s = STR_EMPTY;

	for (size_t i = 0; i < c->v.nforms; i++) {
		const struct inverted_form *f = &c->v.forms[i];

		s = arena_fmt(a, "%.*s%.*s/%.*s", STR_ARG(s), STR_ARG(f->stem), STR_ARG(f->key));
		for (size_t k = 0; k < f->n; k++)
			s = arena_fmt(
			    a, "%.*s %u.%u", STR_ARG(s), c->v.places[f->first + k] >> 2, c->v.places[f->first + k] & 3);
		s = arena_fmt(a, "%.*s\n", STR_ARG(s));
	}
	return s;
}

static void
assert_inverted(const char *const *words, const char *lang, const char *wanted)
{
	struct arena a = ARENA_INIT;
	struct crew c;
	struct str is;

	invert(&c, "010", words, lang);
	is = written(&c, &a);
	if (!str_is(is, wanted))
		fail_msg("%s is\n%.*snot\n%s", lang, STR_ARG(is), wanted);
	assert_int_equal(c.v.nsections, 6);
	finish(&c);
	arena_free(&a);
}

static void
test_none(void **state)
{
	static const char *const words[] = { "", "", "", "'", "", "…" };
	struct crew c;

	(void)state;
	assert_inverted(words, "nb", "");
	invert(&c, "", words, "nb");
	assert_int_equal(c.v.npages + c.v.nsections + c.v.nforms, 0);
	finish(&c);
}

static void
test_languages(void **state)
{
	static const char *const nb[] = { "På arbeid", "arbeidet", "pa", "", "PÅ", "Arbeid" };
	static const char *const ru[] = { "торговля", "", "", "торговлю", "", "" };
	static const char *const de[] = { "Mädchen", "", "", "madchen", "", "" };
	static const char *const en[] = { "study", "", "", "studies", "", "" };
	static const char *const et[] = { "õigus", "", "", "õigust", "", "" };

	(void)state;
	assert_inverted(nb, "nb", "arbeid/arbeid 0.3 5.0\narbeid/arbeidet 1.0\npa/pa 0.3 2.3 4.3\n");
	assert_inverted(
	    ru, "ru", "torgovl/torgovlya 0.3\ntorgovl/torgovlyu 3.0\nторговл/торговлю 3.0\nторговл/торговля 0.3\n");
	assert_inverted(de, "de", "madch/madchen 0.3 3.0\nmaedch/maedchen 0.3\n");
	assert_inverted(en, "en", "studi/studies 3.0\nstudi/study 0.3\n");
	assert_inverted(et, "et", "oigus/oigus 0.3\noigust/oigust 3.0\n");
	assert_inverted(et, "xx", "oigus/oigus 0.3\noigust/oigust 3.0\n");
}

/* Whoever takes which page. The edition tells any difference. */
static void
test_workers(void **state)
{
	static const char *const words[] = { "a b", "c d a", "e På pa", "b", "pa x", "z" };
	static const char *const other[] = { "a b", "c d a", "e På pa", "b", "pa x", "y" };
	static const char *const crews[] = { "000", "111", "010", "101", "011", "100" };
	struct arena a = ARENA_INIT;
	struct str first = STR_EMPTY;
	uint64_t edition = 0;
	struct crew c;

	(void)state;
	for (size_t i = 0; i < sizeof crews / sizeof *crews; i++) {
		struct str is;

		invert(&c, crews[i], words, "nb");
		is = written(&c, &a);
		first = i == 0 ? is : first;
		edition = i == 0 ? c.v.edition : edition;
		assert_true(str_eq(is, first));
		assert_true(c.v.edition == edition);
		finish(&c);
	}
	invert(&c, "000", other, "nb");
	assert_true(c.v.edition != edition);
	finish(&c);
	invert(&c, "00", words, "nb");
	assert_true(c.v.edition != edition);
	finish(&c);
	arena_free(&a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_none),
		cmocka_unit_test(test_languages),
		cmocka_unit_test(test_workers),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
