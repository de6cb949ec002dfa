/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "build/yield.h"

#include "sited.h"

#define DEFINITION(label, words) "\n:::definition[" label "]{#act}\n" words "\n:::\n"
#define QUESTION(id)                                                                                                   \
	"\n:::question{#" id " type=single tags=t objective=o}\nIs it?\n\n- [x] yes {#y}\n- [ ] no {#n}\n:::\n"

/* What the page leaves; lives with the site, as does *packed: what is kept of it, without the number in front. */
static struct harvest *
harvest_of(struct sited *s, const char *words, struct str *packed)
{
	struct harvest *h;

	sited_open(s);
	folder_put(&s->folder, "content/c/a.svg", "<svg/>");
	folder_put(&s->folder, "content/c/10-a.md", arena_fmt(&s->folder.a, "---\ntitle: A\n---\n%s", words).p);
	sited_read(s);
	h = s->site.docs[0]->texts[0]->harvest;
	assert_non_null(h);
	*packed = yield_keep(&s->a, &s->a, s->site.docs[0]);
	assert_int_equal(packed->p[0], 1);
	*packed = str_sub(*packed, 1, packed->n);
	return h;
}

static bool
same_span(struct span a, struct span b)
{
	return a.line == b.line && a.col == b.col && a.len == b.len;
}

static void
everything_comes_back(void **state)
{
	struct str packed;
	struct sited s;
	struct harvest *h, *back;
	struct pack_reader r;

	(void)state;
	h = harvest_of(&s, "# H {#h}\n\n[a](#h) ![p](a.svg)\n" DEFINITION("Act", "Law.") QUESTION("q"), &packed);
	h->draws = ARENA_NEW(&s.a, struct quiz_draw);
	h->draws[0] = (struct quiz_draw){ .tag = STR("t"), .take = 3, .points = { -1, 2 }, .at = { 4, 5, 6 } };
	h->ndraws = 1;
	h->letters = 17;
	h->names_contacts = true;
	assert_true(h->nanchors >= 3 && h->ndefinitions == 1 && h->ntagged == 1);
	packed = yield_keep(&s.a, &s.a, s.site.docs[0]);
	r = pack_reader(str_sub(packed, 1, packed.n));
	back = yield_take(&s.a, &r, s.site.docs[0]->texts[0]);
	assert_non_null(back);
	assert_ptr_equal(r.p, r.end);
	assert_true(back->links.n > 0 && str_eq(back->links, h->links));
	assert_int_equal(back->nanchors, h->nanchors);
	for (size_t i = 0; i < h->nanchors; i++) {
		assert_true(str_eq(back->anchors[i].id, h->anchors[i].id));
		assert_int_equal(back->anchors[i].kind, h->anchors[i].kind);
		assert_true(same_span(back->anchors[i].at, h->anchors[i].at));
	}
	assert_int_equal(back->ndefinitions, 1);
	is_text(back->definitions[0].id, "act");
	assert_true(str_eq(back->definitions[0].sort, h->definitions[0].sort));
	assert_ptr_equal(back->definitions[0].text, s.site.docs[0]->texts[0]);
	assert_null(back->definitions[0].body);
	assert_int_equal(back->ntagged, 1);
	is_text(back->tagged[0].id, "q");
	is_text(back->tagged[0].tags, "t");
	assert_int_equal(back->nobjectives, h->nobjectives);
	assert_int_equal(back->ndraws, 1);
	is_text(back->draws[0].tag, "t");
	assert_true(back->draws[0].take == 3 && back->draws[0].points.num == -1 && back->draws[0].points.den == 2);
	assert_true(same_span(back->draws[0].at, h->draws[0].at));
	assert_true(back->names_contacts && !back->names_sources);
	assert_int_equal(back->letters, 17);
	assert_true(back->face == h->face && back->terms == h->terms);
	sited_close(&s);
}

/* Cut off anywhere: never taken for whole. */
static void
cut_off(void **state)
{
	struct str packed;
	struct sited s;

	(void)state;
	harvest_of(&s, "# H {#h}\n\n[a](#h)\n" DEFINITION("Act", "Law.") QUESTION("q"), &packed);
	for (size_t n = 0; n < packed.n; n++) {
		struct pack_reader r = pack_reader(str_sub(packed, 0, n));

		assert_null(yield_take(&s.a, &r, s.site.docs[0]->texts[0]));
	}
	sited_close(&s);
}

/* What pages that link here hang on, and what a glossary does. */
static void
face_and_terms(void **state)
{
	static const char before[] = "# H {#h}\n\nWords.\n" DEFINITION("Act", "Law.");
	static const struct {
		const char *words;
		bool face, terms; /* another one than ${before} has */
	} rows[] = {
		{ "# H {#h}\n\nWords.\n" DEFINITION("Act", "Law."), false, false },
		{ "\n\n# Other {#h}\n\nMore words. [l](a.svg)\n" DEFINITION("Act", "Law."), false, false },
		{ "# H {#i}\n\nWords.\n" DEFINITION("Act", "Law."), true, false },
		{ "# H {#h}\n\nWords.\n# I {#i}\n" DEFINITION("Act", "Law."), true, false },
		{ "# H {#h}\n\nWords.\n" DEFINITION("Act", "Rule."), false, true },
		{ "# H {#h}\n\nWords.\n" DEFINITION("Acts", "Law."), false, true },
		{ "# H {#h}\n\nWords.\n" DEFINITION("Act", "*Law.*"), false, true },
		{ "# H {#h}\n\nWords. [x]{#act}\n", true, true },
		{ "# H {#h}\n\nWords.\n", true, true },
	};
	struct str packed;
	struct sited s;
	const struct harvest *h = harvest_of(&s, before, &packed);
	uint64_t face = h->face, terms = h->terms;

	(void)state;
	assert_true(face != 0 && terms != 0);
	sited_close(&s);
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		h = harvest_of(&s, rows[i].words, &packed);
		if ((h->face != face) != rows[i].face || (h->terms != terms) != rows[i].terms)
			fail_msg("%s: face %d, terms %d", rows[i].words, h->face != face, h->terms != terms);
		sited_close(&s);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(cut_off),
		cmocka_unit_test(everything_comes_back),
		cmocka_unit_test(face_and_terms),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
