/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read/fence.h"

#include <stdlib.h>
#include <string.h>

#include "testing.h"

static void
is(const char *line, const char *what, struct str got, const char *want)
{
	if (!str_is(got, want ? want : ""))
		fail_msg("\"%s\": %s is \"%.*s\", wanted \"%s\"", line, what, STR_ARG(got), want ? want : "");
}

static void
test_kinds(void **state)
{
	static const struct {
		const char *line;
		enum fence_kind kind;
	} rows[] = {
		{ ":::note", FENCE_OPEN },
		{ "::: note", FENCE_OPEN },
		{ "::::::::note", FENCE_OPEN },
		{ "::: {.note}", FENCE_OPEN },
		{ ":::{}", FENCE_OPEN },
		{ ":::[a]", FENCE_OPEN },
		{ "::: note :::", FENCE_OPEN },
		{ ":::Note", FENCE_OPEN },
		{ ":::", FENCE_CLOSE },
		{ "::::::", FENCE_CLOSE },
		{ ":::  \t", FENCE_CLOSE },
		{ ":::\r\n", FENCE_CLOSE },
		{ ":::\n", FENCE_CLOSE },
		{ "::note", FENCE_LEAF },
		{ "::note[a]{b=c}", FENCE_LEAF },
		{ "::note  ", FENCE_LEAF },
		{ "::note [a] {b=c}", FENCE_LEAF },
		{ "::note more", FENCE_TEXT },
		{ "::note[a] more", FENCE_TEXT },
		{ "::note[a]:::", FENCE_TEXT },
		{ "::note:", FENCE_TEXT },
		{ "::no_te", FENCE_TEXT },
		{ "::", FENCE_NONE },
		{ ":: note", FENCE_NONE },
		{ "::Note", FENCE_NONE },
		{ "::1", FENCE_NONE },
		{ ":note[a]", FENCE_NONE },
		{ ":", FENCE_NONE },
		{ "", FENCE_NONE },
		{ "note", FENCE_NONE },
		{ "a:::", FENCE_NONE },
		{ "::[a]", FENCE_NONE },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct fence f;

		fence_read(str_of(rows[i].line), &f);
		if (f.kind != rows[i].kind)
			fail_msg("\"%s\" is %d, wanted %d", rows[i].line, (int)f.kind, (int)rows[i].kind);
	}
}

static void
test_parts(void **state)
{
	static const struct {
		const char *line, *name, *label, *attrs;
		bool bare;
	} rows[] = {
		{ ":::note[A b]{#c d=e}", "note", "A b", "{#c d=e}", false },
		{ ":::  note   [ A b ]\t{#c}  ::::", "note", "A b", "{#c}", false },
		{ "::: {.note #a}", NULL, NULL, "{.note #a}", false },
		{ ":::a1-b", "a1-b", NULL, NULL, false },
		{ ":::note[a [b] c]", "note", "a [b] c", NULL, false },
		{ ":::note[a \\] b]", "note", "a \\] b", NULL, false },
		{ ":::note[a `]` b]", "note", "a `]` b", NULL, false },
		{ ":::note[a ``` b]", "note", "a ``` b", NULL, false },
		{ ":::note{a=\"}\" b='\\'}'}", "note", NULL, "{a=\"}\" b='\\'}'}", false },
		{ ":::note[]{}", "note", NULL, "{}", false },
		{ ":::tip My title", "tip", "My title", NULL, true },
		{ ":::tip My title {#a} :::", "tip", "My title", "{#a}", true },
		{ ":::tip My title :::", "tip", "My title", NULL, true },
		{ ":::tip :::", "tip", NULL, NULL, false },
		{ "::image[a]{src=b.svg}", "image", "a", "{src=b.svg}", false },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct fence f;

		fence_read(str_of(rows[i].line), &f);
		is(rows[i].line, "the fault", f.bad, "");
		is(rows[i].line, "the name", f.name, rows[i].name);
		is(rows[i].line, "the label", f.label, rows[i].label);
		is(rows[i].line, "the list", f.attrs, rows[i].attrs);
		assert_int_equal(f.bare_label, rows[i].bare);
		assert_int_equal(f.fault, FENCE_FINE);
	}
}

/* A broken head still opens: one mistake, one message. */
static void
test_faults(void **state)
{
	static const struct {
		const char *line;
		enum fence_fault fault;
		const char *bad, *name;
	} rows[] = {
		{ ":::Note[a]", FENCE_BAD_NAME, "Note", "Note" }, { ":::1a", FENCE_BAD_NAME, "1a", "1a" },
		{ ":::my_note{#a}", FENCE_BAD_NAME, "my_note", "my_note" },
		{ ":::n\303\270te", FENCE_BAD_NAME, "n\303\270te", "n\303\270te" },
		{ ":::note[a", FENCE_BAD_LABEL, "[a", "note" },
		{ ":::note[a [b]{#c}", FENCE_BAD_LABEL, "[a [b]{#c}", "note" },
		{ ":::note{#a", FENCE_BAD_ATTRS, "{#a", "note" },
		{ ":::note[a]{b=\"c}", FENCE_BAD_ATTRS, "{b=\"c}", "note" },
		{ ":::note[a] b", FENCE_BAD_REST, "b", "note" }, { ":::note{#a} [b]", FENCE_BAD_REST, "[b]", "note" },
		{ ":::note{#a} ::: b", FENCE_BAD_REST, "b", "note" },
		{ ":::Note[a", FENCE_BAD_NAME, "Note", "Note" }, /* the first counts */
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct fence f;

		fence_read(str_of(rows[i].line), &f);
		if (f.kind != FENCE_OPEN || f.fault != rows[i].fault)
			fail_msg("\"%s\": fault %d, wanted %d", rows[i].line, (int)f.fault, (int)rows[i].fault);
		is(rows[i].line, "what is wrong", f.bad, rows[i].bad);
		is(rows[i].line, "the name", f.name, rows[i].name);
	}
}

/* Every beginning of a head is read without a step over its end. */
static void
test_beginnings(void **state)
{
	static const char whole[] = ":::note[a [b] `]` \\] c]{#d .e f=\"}\" g='\\''} :::\r\n";

	(void)state;
	for (size_t n = 0; n < sizeof whole; n++) {
		char *part = strndup(whole, n), *exact = malloc(n + 1);
		struct fence f;

		memcpy(exact, part, n);
		exact = realloc(exact, n ? n : 1); /* so that AddressSanitizer sees its end */
		fence_read((struct str){ exact, n }, &f);
		assert_int_equal(f.kind, n < 3 ? FENCE_NONE : n == 3 ? FENCE_CLOSE : FENCE_OPEN);
		free(part);
		free(exact);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_kinds),
		cmocka_unit_test(test_parts),
		cmocka_unit_test(test_faults),
		cmocka_unit_test(test_beginnings),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
