/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "translate/patching.h"

#include "reads.h"
#include "told.h"

/* What a translation lacks stands there in the source's words. Words of the result in one line: "x | y@en". */
static const struct {
	const char *name, *source, *translation,
	    *recorded; /* a key whose hash is told, "-key": a wrong one; NULL: nothing recorded */
	const char *want;
	size_t told;
} rows[] = {
	{ "nothing is missing", "## A {#a}\n\nb\n", "## X {#a}\n\ny\n", NULL, "X | y", 0 },
	{ "a part is missing", "## A {#a}\n\nb\n\n## C {#c}\n\nd\n", "## X {#a}\n\ny\n", NULL, "X | y | C@en | d@en",
	    1 },
	{ "the first is missing", "## A {#a}\n\nb\n\n## C {#c}\n\nd\n", "## X {#c}\n\ny\n", NULL, "A@en | b@en | X | y",
	    1 },
	{ "one between", "## A {#a}\n\n## B {#b}\n\n## C {#c}\n", "## X {#a}\n\nx\n\n## Z {#c}\n", NULL,
	    "X | x | B@en | Z", 1 },
	{ "what was written later is no mistake", "## A {#a}\n\nb\n\n## C {#c}\n\nd\n", "## X {#a}\n\ny\n", "a",
	    "X | y | C@en | d@en", 0 },
	{ "a question is missing", ":::question{#q type=single}\nS\n\n- [x] A\n- [ ] B\n:::\n", "Words\n", NULL,
	    "S@en | A@en | B@en | Words", 1 },
	{ "a question has changed", ":::question{#q type=single}\nS\n\n- [x] A\n- [ ] B\n:::\n",
	    ":::question{#q type=single}\nX\n\n- [x] Y\n- [ ] Z\n:::\n", "-q", "S@en | A@en | B@en", 0 },
	{ "a question has not changed", ":::question{#q type=single}\nS\n\n- [x] A\n- [ ] B\n:::\n",
	    ":::question{#q type=single}\nX\n\n- [x] Y\n- [ ] Z\n:::\n", "q", "X | Y | Z", 0 },
	{ "a question has changed, and its id is there twice",
	    ":::question{#q type=single}\nS\n\n- [x] A\n:::\n\n:::question{#q type=single}\nT\n\n- [x] B\n:::\n\n:::note{#n}\nc\n:::\n",
	    ":::question{#q type=single}\nX\n\n- [x] Y\n:::\n\n:::note{#n}\nz\n:::\n", "-q", "T@en | B@en | z", 0 },
	{ "what is inside of a question that has changed stands elsewhere in the source",
	    ":::question{#q type=single}\nS\n\n- [x] A\n:::\n\n:::note{#n}\nc\n:::\n\n:::note{#m}\nd\n:::\n",
	    "::::question{#q type=single}\nX\n\n- [x] Y\n\n:::note{#n}\nz\n:::\n::::\n", "-q",
	    "S@en | A@en | c@en | d@en", 0 },
	{ "without ids, by their order", "## A {#a}\n\nb\n\n:::note{#n}\nc\n:::\n", "## X\n\ny\n\n:::note\nz\n:::\n",
	    NULL, "X | y | z", 0 },
	{ "an empty translation", "## A {#a}\n\nb[^n]\n\n[^n]: c\n", "", NULL, "A@en | b@en", 1 },
	{ "nothing in the source has an id", "A\n\n## B\n", "X\n", NULL, "X", 0 },
};

static struct str
said(struct arena *a, struct node *root)
{
	struct str all = STR_EMPTY;

	for (struct node *n = root; n; n = node_next_block(n, root)) {
		struct buf b = BUF_INIT;
		struct str lang = attrs_value(n->attrs, "lang");

		if (n->kind != NODE_PARAGRAPH && n->kind != NODE_HEADING)
			continue;
		if (n->first && n->first->kind == NODE_SPAN)
			lang = attrs_value(n->first->attrs, "lang");
		node_plain(&b, n);
		all = arena_fmt(a, "%.*s%s%.*s%s%.*s", STR_ARG(all), all.n > 0 ? " | " : "", STR_ARG(buf_view(&b)),
		    lang.n > 0 ? "@" : "", STR_ARG(lang));
		buf_free(&b);
	}
	return all;
}

static void
test_rows(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct page source, t;
		struct segments segs;
		struct blocks blocks;
		struct value_entry entry = { 0 };
		struct value map = { .kind = VALUE_MAP, .as.entries = &entry, .n = 1 };
		bool wrong = rows[i].recorded && rows[i].recorded[0] == '-';

		page_open(&source, str_of(rows[i].source));
		page_open(&t, str_of(rows[i].translation));
		segs = segments_of(&source.arena, &source.text, source.body.root, &source.body.src, &source.diags);
		blocks = blocks_of(&source.arena, &segs);
		entry.key = str_of(rows[i].recorded ? rows[i].recorded + wrong : "");
		entry.value = (struct value){ .kind = VALUE_TEXT, .text = STR("000000000000") };
		for (size_t k = 0; k < blocks.n; k++)
			if (str_eq(blocks.v[k].key, entry.key) && !wrong)
				entry.value.text = str_of(blocks.v[k].hash);
		if (rows[i].recorded)
			t.text.meta.translates = &map;
		patching_apply(&t.arena, &t.body, &source.body, &blocks, &t.diags);
		if (!str_is(said(&t.arena, t.body.root), rows[i].want) || t.diags.all.n != rows[i].told)
			fail_msg(
			    "%s: %.*s, %zu told", rows[i].name, STR_ARG(said(&t.arena, t.body.root)), t.diags.all.n);
		for (size_t k = 0; k < t.diags.all.n; k++)
			assert_int_equal(t.diags.all.v[k].code, DIAG_TRANSLATION_DIFFERS);
		page_close(&source);
		page_close(&t);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_rows) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
