/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "translate/applying.h"

#include "inlined.h"
#include "translated.h"

/* A page, its catalogues, and what became of both. */
struct applied {
	struct page p;
	struct folder f;
	struct po_file files[2];
	struct segments segs;
	struct node *root;
};

static void
apply(struct applied *x, const char *markdown, const char *first, const char *second)
{
	static const char *const langs[] = { "lv", "ru" };
	struct applying_from from[2];
	const char *texts[2] = { first, second };
	const struct text_list none = { 0 };
	size_t n = 0;

	*x = (struct applied){ 0 };
	folder_open(&x->f);
	assert_non_null(page_open(&x->p, str_of(markdown)));
	x->segs = segments_of(&x->p.arena, &x->p.text, x->p.body.root, &x->p.body.src, &x->p.diags);
	for (; n < 2 && texts[n]; n++) {
		x->files[n] = (struct po_file){ .path = str_of(langs[n]), .lang = str_of(langs[n]) };
		x->files[n].po = catalogue(&x->f, langs[n], arena_fmt(&x->f.a, PO_HEAD "%s", texts[n]).p, &x->p.diags);
		from[n] = (struct applying_from){ x->files[n].lang, &x->files[n] };
	}
	x->p.text.po = &x->files[0];
	x->p.text.lang = STR("lv");
	x->p.texts[0] = ARENA_NEW(&x->p.arena, struct text);
	*x->p.texts[0] = x->p.text;
	x->p.texts[0]->lang = STR("en");
	x->root =
	    applying_tree(&x->p.arena, &x->p.text, x->p.body.root, &x->segs, from, n, &none, &x->p.keep, &x->p.diags);
}

static void
applied_close(struct applied *x)
{
	for (size_t i = 0; i < 2; i++)
		po_free(x->files[i].po);
	folder_close(&x->f);
	page_close(&x->p);
}

/* All words of a tree, blocks by lines, with the languages of their marks. */
static const char *
said(struct applied *x)
{
	struct str all = STR_EMPTY;

	for (struct node *n = x->root; n; n = node_next_block(n, x->root)) {
		struct buf b = BUF_INIT;

		if (n->kind == NODE_DIRECTIVE && n->as.directive.label) {
			inlinetext_write(&b, n->as.directive.label);
			all = arena_fmt(&x->f.a, "%.*s[%.*s]\n", STR_ARG(all), STR_ARG(buf_view(&b)));
			buf_reset(&b);
		}
		if (n->kind == NODE_PARAGRAPH || n->kind == NODE_HEADING || n->kind == NODE_CELL) {
			inlinetext_write(&b, n);
			all = arena_fmt(&x->f.a, "%.*s%.*s%s%.*s\n", STR_ARG(all), STR_ARG(buf_view(&b)),
			    attrs_get(n->attrs, "lang") ? " @" : "", STR_ARG(attrs_value(n->attrs, "lang")));
		}
		buf_free(&b);
	}
	return all.p;
}

#define M(id, str) "msgid \"" id "\"\nmsgstr \"" str "\"\n\n"
#define FUZZY "#, fuzzy\n"

static const struct {
	const char *name, *markdown, *lv, *ru, *want;
	size_t done, messages;
	const char *told; /* the name of the only diagnostic; NULL: none */
} rows[] = {
	{ "all of it", "A\n\n## B\n", M("A", "X") M("B", "Y"), NULL, "X\nY\n", 2, 2, NULL },
	{ "missing", "A\n\nB\n", M("A", "X"), NULL, "X\nB @en\n", 1, 2, NULL },
	{ "empty", "A\n", M("A", ""), NULL, "A @en\n", 0, 1, NULL },
	{ "out of date is never shown", "A\n", FUZZY M("A", "X"), NULL, "A @en\n", 0, 1, NULL },
	{ "along the chain", "A\n\nB\n\nC\n", M("A", "X"), M("B", "Ы") FUZZY M("C", "Z"), "X\nЫ @ru\nC @en\n", 1, 3,
	    NULL },
	{ "a link was lost", "[a](b.md)\n", M("[a](b.md)", "x"), NULL, "[a](b.md) @en\n", 0, 1, "translation-markup" },
	{ "a link was lost, the next has it", "[a](b.md)\n", M("[a](b.md)", "x"), M("[a](b.md)", "[y](b.md)"),
	    "[y](b.md) @ru\n", 0, 1, "translation-markup" },
	{ "HTML was put in", "a\n", M("a", "x <script>"), NULL, "a @en\n", 0, 1, "translation-markup" },
	{ "two paragraphs", "a\n", M("a", "x\\n\\ny"), NULL, "a @en\n", 0, 1, "translation-markup" },
	{ "a list", "a\n", M("a", "1. x"), NULL, "a @en\n", 0, 1, "translation-markup" },
	{ "emphasis may differ, and is told", "_a_\n", M("_a_", "x"), NULL, "x\n", 1, 1, "translation-emphasis" },
	{ "a question is whole or not", ":::question{#q type=single}\nS\n\n- [x] A\n- [ ] B\n:::\n",
	    M("S", "Š") M("A", "X"), NULL, "S @en\n[A]{lang=en}\n[B]{lang=en}\n", 0, 3, NULL },
	{ "a question is of one catalogue", ":::question{#q type=single}\nS\n\n- [x] A\n- [ ] B\n:::\n",
	    M("S", "Š") M("A", "X"), M("S", "С") M("A", "А") M("B", "Б"), "С @ru\n[А]{lang=ru}\n[Б]{lang=ru}\n", 0, 3,
	    NULL },
	{ "a label", ":::note[L]\nA\n:::\n", M("L", "X") M("A", "Y"), NULL, "[X]\nY\n", 2, 2, NULL },
	{ "by role", "# A\n\nA\n", "msgctxt \"heading\"\n" M("A", "X") "msgctxt \"paragraph\"\n" M("A", "Y"), NULL,
	    "X\nY\n", 2, 2, NULL },
	{ "what must not go untranslated", "A {.critical}\n", M("B", "X"), NULL, "A @en\n", 0, 1,
	    "translation-critical" },
	{ "nothing", "", M("B", "X"), NULL, "", 0, 0, NULL },
};

static void
test_rows(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct applied x;
		const struct coverage *c;
		const struct diags *d = &x.p.diags;

		apply(&x, rows[i].markdown, rows[i].lv, rows[i].ru);
		c = x.p.text.coverage;
		if (strcmp(said(&x), rows[i].want) != 0 || c->done != rows[i].done || c->messages != rows[i].messages ||
		    d->all.n != (rows[i].told != NULL) ||
		    (d->all.n && strcmp(diag_info(d->all.v[0].code)->name, rows[i].told) != 0))
			fail_msg("%s: %zu of %zu, %zu told (%s)\n%s", rows[i].name, c->done, c->messages, d->all.n,
			    d->all.n ? diag_info(d->all.v[0].code)->name : "", said(&x));
		applied_close(&x);
	}
}

/* Every message translated as itself: the tree is that of the source. */
static void
test_itself(void **state)
{
	static const char markdown[] =
	    "# A _b_\n\n- c `d`\n\n  > e\n\n| f | g \\| `h \\| i` |\n|---|---|\n| [j](k.md){.l} | |\n\n"
	    ":::note[L]{#m}\nn[^o]\n:::\n\n[^o]: p\\\n  q\n";
	struct applied x, y;
	struct buf b = BUF_INIT;
	struct po po = { .header = STR("Language: lv\n") };
	struct str text;

	(void)state;
	apply(&x, markdown, "", NULL);
	po.nentries = x.segs.n;
	po.entries = ARENA_ARRAY(&x.f.a, struct po_entry, po.nentries);
	for (size_t i = 0; i < po.nentries; i++)
		po.entries[i] = (struct po_entry){ .source = x.segs.v[i].text, .text = x.segs.v[i].text };
	assert_int_equal(gettext_text(&b, &po), 0);
	text = arena_str(&x.f.a, buf_view(&b));
	apply(&y, markdown, strstr(text.p, "\n\n"), NULL); /* it has a header already */
	told_nothing(&y.p.diags);
	assert_int_equal(y.p.text.coverage->done, 9);
	assert_int_equal(y.p.text.coverage->messages, 9);
	x.root = x.p.body.root;
	assert_string_equal(said(&y), said(&x));
	applied_close(&y);
	buf_free(&b);
	applied_close(&x);
}

/* A page that others draw from is read again by several workers, each with memory of its own: what the first found stays. */
static void
test_again(void **state)
{
	const struct text_list none = { 0 };
	const struct coverage *before;
	struct applying_from from;
	struct arena other = ARENA_INIT;
	struct applied x;

	(void)state;
	apply(&x, "A\n\nB\n", M("A", "X"), NULL);
	before = x.p.text.coverage;
	from = (struct applying_from){ x.files[0].lang, &x.files[0] };
	x.root = applying_tree(&x.p.arena, &x.p.text, x.p.body.root, &x.segs, &from, 1, &none, &other, &x.p.diags);
	arena_free(&other);
	assert_ptr_equal(x.p.text.coverage, before);
	assert_int_equal(x.p.text.coverage->done, 1);
	assert_string_equal(said(&x), "X\nB @en\n");
	applied_close(&x);
}

static void
test_words(void **state)
{
	(void)state;
	assert_int_equal(applying_words(STR_EMPTY), 0);
	assert_int_equal(applying_words(STR("a")), 1);
	assert_int_equal(applying_words(STR("a b\\\nc")), 3);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_rows),
		cmocka_unit_test(test_itself),
		cmocka_unit_test(test_again),
		cmocka_unit_test(test_words),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
