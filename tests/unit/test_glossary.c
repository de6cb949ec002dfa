/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "render/glossary.h"

#include "rendered.h"
#include "render/views.h"

/* "A[aid agency] B[...]": letters with their terms. */
static const char *
letters(struct sited *s, struct render *r)
{
	struct view_list list = glossary_letters(r);
	struct str all = STR_EMPTY;

	for (size_t i = 0; i < list.n; i++) {
		const struct letter_view *l = list.v[i];

		all = arena_fmt(&s->a, "%.*s%s%.*s[", STR_ARG(all), i ? " " : "", STR_ARG(l->letter));
		for (size_t k = 0; k < l->terms.n; k++)
			all = arena_fmt(&s->a, "%.*s%s%.*s", STR_ARG(all), k ? " " : "",
			    STR_ARG(((struct term_view *)l->terms.v[k])->id));
		all = arena_fmt(&s->a, "%.*s]", STR_ARG(all));
	}
	return all.p;
}

static void
definitions(struct sited *s)
{
	sited_open(s);
	folder_put(&s->folder, "content/c/a.md",
	    PAGE(
		"A") ":::definition[\303\205se]{#aase}\nx [b](#bed)[^n]\n:::\n\n:::definition[*Bed*]{#bed}\n# Part\n:::\n\n[^n]: note\n");
	folder_put(&s->folder, "content/c/m/b.md",
	    PAGE("B") ":::definition[the act]{#act sort=act}\nx\n:::\n\n:::definition[zoo]{#zoo}\nx\n:::\n");
	folder_put(&s->folder, "content/c/m/b.nb.md",
	    PAGE("B") ":::definition[handling]{#act}\nx\n:::\n\n:::definition[zoo]{#zoo}\nx\n:::\n");
	folder_put(
	    &s->folder, "content/c/m/d.md", "---\ntitle: D\ndraft: yes\n---\n:::definition[draft]{#draft}\nx\n:::\n");
	folder_put(&s->folder, "content/other/course.yaml", "title: Other\n");
	folder_put(&s->folder, "content/other/o.md", PAGE("O") ":::definition[other]{#other}\nx\n:::\n");
	sited_read(s);
	assert_string_equal(sited_told(s), "");
}

/* By the rules of the reader's language: `Å` is an A in English and the last letter in Norwegian. */
static void
test_order(void **state)
{
	struct sited s;
	struct rendered h;

	(void)state;
	definitions(&s);
	rendered_open(&h, &s, "en/c/glossary/index.html");
	assert_string_equal(letters(&s, &h.r), "A[act aase] B[bed] Z[zoo]");
	rendered_close(&h);
	rendered_open(&h, &s, "nb/c/glossary/index.html");
	assert_string_equal(letters(&s, &h.r), "B[bed] H[act] Z[zoo] \303\205[aase]");
	rendered_close(&h);
	sited_close(&s);
}

static void
test_terms(void **state)
{
	struct sited s;
	struct rendered h;
	struct view_list list;
	const struct term_view *t;

	(void)state;
	definitions(&s);
	rendered_open(&h, &s, "nb/c/glossary/index.html");
	list = glossary_letters(&h.r);
	t = ((struct letter_view *)list.v[3])->terms.v[0];
	is_text(t->term, "\303\205se");
	is_text(t->body, "<p>x <a href=\"../a/index.html#bed\" class=\"term\">b</a></p>\n"); /* no mark of a note */
	is_text(t->url, "../a/index.html#aase");
	is_text(t->page, "A");
	is_text(t->lang, "en");
	t = ((struct letter_view *)list.v[1])->terms.v[0];
	is_text(t->term, "handling");
	assert_int_equal(t->lang.n, 0);
	rendered_close(&h);
	sited_close(&s);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_order),
		cmocka_unit_test(test_terms),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
