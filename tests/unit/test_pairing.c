/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "i18n/pairing.h"

#include "inlined.h"
#include "model/valuepack.h"
#include "read/front.h"
#include "read/yaml.h"

#define F "---\ntitle: T\n---\n"

/* Two pages; the pairs, a line each; what was told: the detail of the first, and a part of a note of it. */
static const struct {
	const char *name, *source, *translation, *want, *told, *note;
	size_t left;
} rows[] = {
	{ "nothing", F, F, "T = T\n", NULL, NULL, 0 },
	{ "no title in it", F, "---\nslug: x\n---\n", "", NULL, NULL, 1 },
	{ "settings by their keys", "---\ntitle: T\nsummary: S\nobjectives: { a: A, b: B }\n---\n",
	    "---\nobjectives: { b: Y, a: X }\ntitle: U\n---\n", "T = U\nA = X\nB = Y\n", NULL, NULL, 1 },
	{ "another kind of setting", "---\ntitle: T\nobjectives: [A]\n---\n",
	    "---\ntitle: [U]\nobjectives: { a: X }\n---\n", "", NULL, NULL, 2 },
	{ "paragraphs", F "a\n\nb\n", F "x\n\ny\n", "T = T\na = x\nb = y\n", NULL, NULL, 0 },
	{ "one too few", F "a\n\nb\n", F "x\n", "T = T\na = x\n", "it ends; the source goes on", "a.md:6: b", 1 },
	{ "one too many", F "a\n", F "x\n\ny\n", "T = T\na = x\n", "more than in the source", "line 4", 0 },
	{ "no page at all", F "a\n", F "", "T = T\n", "it ends", "a.md:4: a", 1 },
	{ "another kind", F "a\n\nb\n", F "x\n\n- y\n", "T = T\na = x\n", "item, where the source has: paragraph",
	    "a.md:6: b", 1 },
	{ "another level", F "# a\n", F "## x\n", "T = T\n", "this heading stands elsewhere", "a.md:4: a", 1 },
	{ "ids that are left out", F "# a {#i}\n\nb\n", F "# x\n\ny\n", "T = T\na = x\nb = y\n", NULL, NULL, 0 },
	{ "ids that differ", F "# a {#i}\n\nb\n", F "# x {#j}\n\ny\n", "T = T\n", "this heading stands elsewhere", NULL,
	    2 },
	{ "parts that changed places", F "# a {#i}\n\nb\n\n# c {#j}\n\nd\n", F "# x {#j}\n\ny\n\n# z {#i}\n\nw\n",
	    "T = T\n", "elsewhere", NULL, 4 },
	{ "lists", F "- a\n  - b\n- c\n", F "* x\n  * y\n* z\n", "T = T\na = x\nb = y\nc = z\n", NULL, NULL, 0 },
	{ "not as deep", F "- a\n  - b\n", F "- x\n- y\n", "T = T\na = x\n", "elsewhere", NULL, 1 },
	{ "numbered", F "1. a\n", F "- x\n", "T = T\n", "elsewhere", NULL, 1 },
	{ "other ticks", F "- [ ] a\n- [x] b\n", F "- [x] x\n- [ ] y\n", "T = T\n", "elsewhere", NULL, 2 },
	{ "cells", F "| a | b |\n|-|-|\n| c | d |\n", F "| x | y |\n|-|-|\n| z | w |\n",
	    "T = T\na = x\nb = y\nc = z\nd = w\n", NULL, NULL, 0 },
	{ "a column more", F "| a | b |\n|-|-|\n| c | d |\n", F "| x | y | z |\n|-|-|-|\n| w | v | u |\n",
	    "T = T\na = x\nb = y\n", "cell", NULL, 2 },
	{ "an empty cell", F "| a | b |\n|-|-|\n| c | d |\n", F "| x | y |\n|-|-|\n| | w |\n", "T = T\na = x\nb = y\n",
	    "elsewhere", "c", 2 },
	{ "directives", F ":::note[a]\nb\n:::\n", F ":::note[x]\ny\n:::\n", "T = T\na = x\nb = y\n", NULL, NULL, 0 },
	{ "another directive", F ":::note[a]\nb\n:::\n", F ":::tip[x]\ny\n:::\n", "T = T\n",
	    "label in `tip`, where the source has: label in `note`", NULL, 2 },
	{ "a label is missing", F ":::note[a]\nb\n:::\n", F ":::note\ny\n:::\n", "T = T\n",
	    "where the source has: label", NULL, 2 },
	{ "kept out of translation", F "<!-- i18n:skip -->\n\na\n\nb\n", F "x\n\ny\n", "T = T\nb = y\n", NULL, NULL,
	    0 },
	{ "kept out in both", F "<!-- i18n:skip -->\n\na\n\nb\n", F "<!-- i18n:skip -->\n\na\n\n<!-- ? -->\n\ny\n",
	    "T = T\nb = y\n", NULL, NULL, 0 },
	{ "notes in another order", F "a[^1] b[^2]\n\n[^1]: c\n[^2]: d\n", F "x[^2] y[^1]\n\n[^2]: z\n\n[^1]: w\n",
	    "T = T\na[^1] b[^2] = x[^2] y[^1]\nc = w\nd = z\n", NULL, NULL, 0 },
	{ "markup that differs", F "[a](b.md)\n\nc\n", F "[x](y.md)\n\nz\n", "T = T\n[a](b.md) = [x](y.md) !\nc = z\n",
	    "the link to `b.md` of the source is missing", "a.md:4: [a](b.md)", 0 },
};

static void
open_page(struct page *p, const char *path, const char *whole, const char *lang)
{
	struct source src = { str_of(path), str_of(whole) };
	struct diags d = DIAGS_INIT;
	struct buf packed = BUF_INIT;
	struct front front;

	assert_true(front_split(&src, &front, &d));
	assert_non_null(page_open_part(p, src.bytes, front.body, front.body_line));
	valuepack_write(&packed, yaml_read(&p->arena, &src, front.yaml, front.yaml_line, &d));
	p->text.front = arena_str(&p->arena, buf_view(&packed));
	buf_free(&packed);
	p->body.src.path = src.path;
	p->text.lang = str_of(lang);
	assert_int_equal(d.all.n, 0);
	diags_free(&d);
}

static struct str
listed(struct arena *a, const struct pairs *pairs)
{
	struct buf b = BUF_INIT;
	struct str s;

	for (size_t i = 0; i < pairs->n; i++)
		buf_fmt(&b, "%.*s = %.*s%s\n", STR_ARG(pairs->v[i].source->text), STR_ARG(pairs->v[i].text),
		    pairs->v[i].sound ? "" : " !");
	s = arena_str(a, buf_view(&b));
	buf_free(&b);
	return s;
}

static void
test_rows(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct page source, translation;
		struct diags d = DIAGS_INIT;
		struct segments segs;
		struct pairs pairs;

		open_page(&source, "a.md", rows[i].source, "en");
		open_page(&translation, "a.lv.md", rows[i].translation, "lv");
		segs = segments_of(&source.arena, &source.text, source.body.root, &source.body.src, &d);
		pairs = pairing_of(&source.arena, &source.body, &translation.body, &segs, &d);
		if (!str_is(listed(&source.arena, &pairs), rows[i].want) || pairs.left != rows[i].left ||
		    d.all.n != (rows[i].told != NULL))
			fail_msg("%s: %zu left, %zu told (%.*s)\n%.*s", rows[i].name, pairs.left, d.all.n,
			    d.all.n > 0 ? (int)d.all.v[0].detail.n : 0, d.all.n > 0 ? d.all.v[0].detail.p : "",
			    STR_ARG(listed(&source.arena, &pairs)));
		if (rows[i].told) {
			detail_has(&d.all.v[0], rows[i].told);
			assert_true(str_is(d.all.v[0].file, "a.lv.md"));
		}
		if (rows[i].note)
			note_has(&d.all.v[0], rows[i].note);
		diags_free(&d);
		page_close(&translation);
		page_close(&source);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_rows) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
