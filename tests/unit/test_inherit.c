/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "assemble/inherit.h"

#include "sited.h"

/* Source and translation of one page; the bodies are the page's. */
static struct body *
translate(struct sited *s, const char *source, const char *translation)
{
	struct body *bodies = NULL;

	sited_open(s);
	folder_put(&s->folder, "content/data/sources.yaml", "one: {title: One}\ntwo: {title: Two}\n");
	folder_put(&s->folder, "content/c/a.md", arena_fmt(&s->folder.a, PAGE("A") "%s", source).p);
	folder_put(&s->folder, "content/c/a.nb.md", arena_fmt(&s->folder.a, PAGE("A nb") "%s", translation).p);
	sited_read_into(s, &bodies);
	return bodies;
}

static const struct attrs *
attrs_of(const struct body *b, enum node_kind kind, int which)
{
	for (const struct node *n = b->root; n; n = node_next(n, b->root))
		if (n->kind == kind && which-- == 0)
			return n->attrs;
	fail_msg("not there");
	return NULL;
}

static void
test_by_id(void **state)
{
	struct sited s;
	struct body *b;

	(void)state;
	b = translate(&s, ":::case[A]{#a country=NO .wide}\nx\n:::\n\n:::case[B]{#b country=SE}\nx\n:::\n",
	    "Extra.\n\n:::case[B]{#b}\nx\n:::\n\n:::case[A]{#a}\nx\n:::\n\n:::tip\nx\n:::\n");
	assert_string_equal(sited_told(&s), "");
	is_text(attrs_value(attrs_of(&b[1], NODE_DIRECTIVE, 0), "country"), "SE");
	is_text(attrs_value(attrs_of(&b[1], NODE_DIRECTIVE, 1), "country"), "NO");
	assert_true(attrs_class(attrs_of(&b[1], NODE_DIRECTIVE, 1), "wide"));
	assert_null(attrs_of(&b[1], NODE_DIRECTIVE, 2));
	sited_close(&s);
}

static void
test_by_place(void **state)
{
	struct sited s;
	struct body *b;

	(void)state;
	b = translate(&s, "## A {part=x}\n\n- b {source=one}\n- c {#c source=two}\n", "## A\n\n- b\n- c\n");
	is_text(attrs_value(attrs_of(&b[1], NODE_ITEM, 0), "source"), "one");
	is_text(attrs_of(&b[1], NODE_ITEM, 1)->id, "c");
	sited_close(&s);
	b = translate(&s, ":::definition[A]{#a sort=b source=one}\nx\n:::\n",
	    ":::definition[A]{#a}\nx\n:::\n"); /* words are its own */
	assert_null(attrs_get(attrs_of(&b[1], NODE_DIRECTIVE, 0), "sort"));
	is_text(attrs_value(attrs_of(&b[1], NODE_DIRECTIVE, 0), "source"), "one");
	sited_close(&s);
	b = translate(&s, "- b {source=one}\n", "- b\n- more\n"); /* who knows which is which */
	assert_null(attrs_of(&b[1], NODE_ITEM, 0));
	sited_close(&s);
}

/* Options of two questions may have the same id. */
static void
test_options(void **state)
{
	struct sited s;
	struct body *b;

	(void)state;
	b = translate(&s,
	    ":::question[A?]{#a type=single}\n- [x] y {#yes}\n- [ ] n {#no}\n:::\n\n"
	    ":::question[B?]{#b type=single}\n- [x] y {#yes}\n- [ ] n {#no .fixed}\n:::\n",
	    "Extra\n\n- list\n\n:::question[A?]{#a}\n- j {#yes}\n- n {#no}\n:::\n\n:::question[B?]{#b}\n- j {#yes}\n- n {#no}\n:::\n");
	assert_string_equal(sited_told(&s), "");
	assert_false(attrs_class(attrs_of(&b[1], NODE_ITEM, 2), "fixed"));
	assert_true(attrs_class(attrs_of(&b[1], NODE_ITEM, 4), "fixed"));
	sited_close(&s);
}

/* Accepted answers are each language's own, wherever they stand: what they are worth is written beside them. */
static void
test_typed_answers(void **state)
{
	struct sited s;
	struct body *b;

	(void)state;
	b = translate(&s,
	    ":::question[Who?]{#a type=text}\n- presumed victim\n- `*victim*` {score=1/2 match=glob}\n:::\n",
	    ":::question[Hvem?]{#a}\n- formodet offer\n- antatt offer\n:::\n");
	assert_string_equal(sited_told(&s), "");
	assert_null(attrs_of(&b[1], NODE_ITEM, 1));
	sited_close(&s);
}

static void
test_differences(void **state)
{
	static const struct {
		const char *source, *translation, *told;
	} rows[] = {
		{ ":::case[A]{#a country=NO}\nx\n:::\n", ":::case[A]{#a country=SE}\nx\n:::\n",
		    "content/c/a.nb.md:4 translation-differs `country` is not that of the source\n" },
		{ ":::case[A]{#a country=NO}\nx\n:::\n", ":::case[A]{#a country=NO}\nx\n:::\n", "" },
		{ ":::case[A]{#a}\nx\n:::\n", ":::case[A]{#a country=NO}\nx\n:::\n",
		    "content/c/a.nb.md:4 translation-differs the source has no `country` here\n" },
		{ ":::definition[A]{#a sort=b}\nx\n:::\n", ":::definition[A]{#a sort=c}\nx\n:::\n", "" },
		{ ":::case[A]{#a}\nx\n:::\n", ":::case[A]{#b}\nx\n:::\n",
		    "content/c/a.nb.md:0 translation-differs `#a` is missing\n"
		    "content/c/a.nb.md:4 translation-differs the source has no `#b`\n" },
		{ "## A {#a}\n", "text\n", "content/c/a.nb.md:0 translation-differs `#a` is missing\n" },
		{ "## A {#a}\n\n## B\n", "## A {#a}\n\n## B {#b}\n",
		    "content/c/a.nb.md:6 translation-differs the source has no `#b`\n" },
		/* a mistake of the source is told there only */
		{ ":::case[A]{#a wrong=1}\nx\n:::\n", ":::case[A]{#a}\nx\n:::\n",
		    "content/c/a.md:4 attribute-unknown `case` has no `wrong`\n" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct sited s;

		translate(&s, rows[i].source, rows[i].translation);
		if (strncmp(sited_told(&s), rows[i].told, strlen(rows[i].told)) != 0 ||
		    (!rows[i].told[0] && s.d.all.n > 0))
			fail_msg("%s-- told: %s", rows[i].translation, sited_told(&s));
		sited_close(&s);
	}
}

/* What learners do not see is compared all the same, and shifts nothing. */
static void
test_left_out(void **state)
{
	struct sited s;
	struct body *b;

	(void)state;
	b = translate(&s, "# A\n\n:::facilitator\n- f {#f}\n:::\n\n- b {source=one}\n",
	    "# A nb\n\n:::facilitator\n- f\n:::\n\n- b\n");
	assert_string_equal(sited_told(&s), "");
	is_text(attrs_value(attrs_of(&b[1], NODE_ITEM, 0), "source"), "one");
	sited_close(&s);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_by_id),
		cmocka_unit_test(test_by_place),
		cmocka_unit_test(test_options),
		cmocka_unit_test(test_typed_answers),
		cmocka_unit_test(test_differences),
		cmocka_unit_test(test_left_out),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
