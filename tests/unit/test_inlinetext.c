/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "translate/inlinetext.h"

#include "read/front.h"
#include "folder.h"
#include "inlined.h"

/* -- what is written -- */

static const struct {
	const char *markdown, *text;
} written[] = {
	{ "a *b* __c__ ~~d~~", "a _b_ **c** ~~d~~" },
	{ "a\n  b\tc   d", "a b c d" },
	{ "a\\\nb", "a\\\nb" },
	{ "a  \nb", "a\\\nb" },
	{ "a*b*c", "a*b*c" },
	{ "*a*b", "*a*b" },
	{ "\\*a\\* \\_b\\_ c_d 2 * 3", "\\*a\\* \\_b\\_ c_d 2 * 3" },
	{ "[a][r]\n\n[r]: b.md \"t\"", "[a](b.md \"t\")" },
	{ "[a](<b c.md>)", "[a](<b c.md>)" },
	{ "[a](b_(c).md)", "[a](b_(c).md)" },
	{ "[a](<b).md>)", "[a](<b).md>)" },
	{ "[a](b.md 'say \"so\"')", "[a](b.md \"say \\\"so\\\"\")" },
	{ "[a](b.md){#i .c k=v w=\"x y\"}", "[a](b.md){#i .c k=v w=\"x y\"}" },
	{ "![](b.svg)", "![](b.svg)" },
	{ "<https://a.example/>", "<https://a.example/>" },
	{ "<a@b.example>", "<a@b.example>" },
	{ "`` a`b ``", "``a`b``" },
	{ "`` ` ``", "`` ` ``" },
	{ "`a`{.k}", "`a`{.k}" },
	{ "a<br>b", "a<br>b" },
	{ "\\<br> 1 < 2", "\\<br> 1 < 2" },
	{ "&amp;amp; &lt;b> AT&T", "\\&amp; \\<b> AT&T" },
	{ "1\\. a", "1\\. a" },
	{ "\\- a", "\\- a" },
	{ "\\+ a", "\\+ a" },
	{ "\\# a", "\\# a" },
	{ "\\> a", "\\> a" },
	{ "\\::: a", "\\::: a" },
	{ "-a", "-a" },
	{ "[a]{.b}", "[a]{.b}" },
	{ "[a]\\{b}", "\\[a\\]{b}" },
	{ "[a](b.md)\\{b}", "[a](b.md)\\{b}" },
	{ "a \\{.b}", "a \\{.b}" },
	{ "a\\\n\\- b", "a\\\n\\- b" },
	{ "a\\\n1\\. b", "a\\\n1\\. b" },
	{ "\\::contact", "\\::contact" },
	{ ":contact[a b]{role=c}", ":contact[a b]{role=c}" },
	{ "*a _b_*", "_a *b*_" },
	{ "[\\^n](b.md)", "[\\^n](b.md)" },
	{ "\\* a", "\\* a" },
	{ "\\_ _ _", "\\_ _ _" },
	{ "[a](b?c&amp;copy;d)", "[a](b?c\\&copy;d)" },
	{ "a_b@c.example @ a@b_c.example", "<a_b@c.example> @ [a@b_c.example](mailto:a@b_c.example)" },
	{ "`  `", "`  `" },
	{ "a[^n]\\: b\n\n[^n]: c", "a[^n]\\: b" },
	{ "a[^n]\\(b)\n\n[^n]: c", "a[^n]\\(b)" },
	{ "{name} and %{n}", "{name} and %{n}" },
	{ "a[^n]\n\n[^n]: b", "a[^n]" },
	{ "a!\\[b]", "a\\!\\[b\\]" },
	{ "\xc2\xa0_a_", "\xc2\xa0*a*" },
};

static void
test_written(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof written / sizeof *written; i++) {
		struct page p;
		struct node *root = page_open(&p, str_of(written[i].markdown));

		assert_non_null(root);
		if (!str_is(inlined_text(&p.arena, root->first), written[i].text))
			fail_msg("`%s` is `%.*s`, wanted `%s`", written[i].markdown,
			    STR_ARG(inlined_text(&p.arena, root->first)), written[i].text);
		page_close(&p);
	}
}

/* A cell's bars have a backslash, those in code do not: the message is read as a paragraph. */
static void
test_cells(void **state)
{
	struct page p;
	struct node *root = page_open(&p, STR("| a |\n|---|\n| b \\| *c* `d \\| e` |\n")), *cell;

	(void)state;
	cell = root->first->last->first;
	assert_int_equal(cell->kind, NODE_CELL);
	is_text(inlined_text(&p.arena, cell), "b \\| _c_ `d | e`");
	page_close(&p);
}

static void
test_attrs(void **state)
{
	struct buf b = BUF_INIT;
	struct attrs none = { .id = STR_EMPTY };

	(void)state;
	inlinetext_attrs(&b, NULL);
	inlinetext_attrs(&b, &none);
	assert_int_equal(b.n, 0);
	buf_free(&b);
}

/* -- read again -- */

/* Labels of the notes at the end of the page. */
static size_t
notes_of(struct arena *a, const struct node *root, struct str **notes)
{
	size_t n = 0;

	for (const struct node *c = root->first; c; c = c->next)
		n += c->kind == NODE_FOOTNOTE;
	*notes = ARENA_ARRAY(a, struct str, n);
	n = 0;
	for (const struct node *c = root->first; c; c = c->next)
		if (c->kind == NODE_FOOTNOTE)
			(*notes)[n++] = c->as.footnote.label;
	return n;
}

struct tally {
	size_t messages, wrong;
};

static void
complain(struct tally *t, const char *file, const struct node *n, const char *what, struct str a, struct str b)
{
	if (t->wrong++ < 20)
		print_error("%s:%u: %s\n  %.*s\n  %.*s\n", file, n->at.line, what, STR_ARG(a), STR_ARG(b));
}

/* Written, read, written: the same text, and the same tree. */
static void
again(struct tally *t, struct arena *a, const char *file, const struct node *holder, const struct str *notes, size_t n)
{
	struct str text = inlined_text(a, holder), tree = inlined(a, holder), text2, tree2;
	struct diags d = DIAGS_INIT;
	struct node *read;

	if (text.n == 0)
		return;
	t->messages++;
	read = inlined_read(a, text, notes, n, &d);
	if (read)
		read->kind =
		    holder->kind == NODE_CELL ? NODE_CELL : NODE_PARAGRAPH; /* bars of cells are written otherwise */
	if (read == NULL) {
		complain(t, file, holder, "is no paragraph", text, tree);
	} else {
		text2 = inlined_text(a, read);
		tree2 = inlined(a, read);
		if (!str_eq(text, text2))
			complain(t, file, holder, "another text", text, text2);
		else if (!str_eq(tree, tree2))
			complain(t, file, holder, "another tree", tree, tree2);
	}
	diags_free(&d);
}

static bool
holds_inlines(const struct node *n)
{
	return n->kind == NODE_PARAGRAPH || n->kind == NODE_HEADING || n->kind == NODE_CELL;
}

/* What is no Markdown of ours is not promised to stay. */
static bool
faultless(const struct page *p)
{
	for (size_t i = 0; i < p->diags.all.n; i++)
		if (p->diags.all.v[i].level >= DIAG_ERROR)
			return false;
	return true;
}

static void
file_again(struct tally *t, const char *file, struct str bytes)
{
	struct source src = { str_of(file), bytes };
	struct diags d = DIAGS_INIT;
	struct front front;
	struct page p;
	struct str *notes;
	size_t n;

	if (front_split(&src, &front, &d) && page_open(&p, front.body) != NULL && faultless(&p)) {
		n = notes_of(&p.arena, p.body.root, &notes);
		for (struct node *b = p.body.root; b; b = node_next_block(b, p.body.root)) {
			if (b->kind == NODE_DIRECTIVE && b->as.directive.label)
				again(t, &p.arena, file, b->as.directive.label, notes, n);
			if (holds_inlines(b))
				again(t, &p.arena, file, b, notes, n);
		}
		page_close(&p);
	}
	diags_free(&d);
}

static void
folder_again(struct tally *t, struct arena *a, const char *dir)
{
	struct fs_entries es = { 0 };

	assert_return_code(fs_list(a, dir, &es), 0);
	for (size_t i = 0; i < es.n; i++) {
		const char *path = arena_fmt(a, "%s/%.*s", dir, STR_ARG(es.v[i].name)).p;
		struct str bytes;

		if (es.v[i].kind == FS_DIR && !es.v[i].link && !str_is(es.v[i].name, "node_modules"))
			folder_again(t, a, path);
		else if (es.v[i].kind == FS_FILE && str_ends(es.v[i].name, ".md") && fs_read(a, path, &bytes) == 0)
			file_again(t, path, bytes);
	}
	VEC_FREE(&es);
}

/* Every page and fixture there is. */
static void
test_pages(void **state)
{
	static const char *const dirs[] = { "content", "tests", "docs" };
	const char *root = getenv("ROOT");
	struct arena a = ARENA_INIT;
	struct tally t = { 0 };

	(void)state;
	for (size_t i = 0; i < sizeof dirs / sizeof *dirs; i++)
		folder_again(&t, &a, arena_fmt(&a, "%s/%s", root ? root : ".", dirs[i]).p);
	print_message("%zu messages, %zu wrong\n", t.messages, t.wrong);
	assert_true(t.messages > 3000);
	assert_int_equal(t.wrong, 0);
	arena_free(&a);
}

/* Random marks: none of them may become another by being written. */
static void
test_random(void **state)
{
	static const char *const bits[] = { "a", "b c", " ", "*", "**", "_", "__", "~", "~~", "`", "``", "[", "]", "(",
		")", "](x)", "![", "<", ">", "<b>", "&", "&amp;", "\\", "\\\n", "\n", "{", "}", "{.k}", "|", ":",
		":::", ":contact[x]", "[[g]] ", "1.", "-", "#", "+", "=", "!", "\xc3\xa5", " www.a.no ",
		" https://a.no ", " a@b.no ", "\"", "'", "a[^n]", "{name}", "<a@b.no>" };
	struct str note = STR("n");
	uint64_t x = 88172645463325252U;
	struct tally t = { 0 };

	(void)state;
	for (int i = 0; i < 20000; i++) {
		struct buf b = BUF_INIT;
		struct page p;

		for (int k = 0; k < 3 + i % 9; k++) {
			x ^= x << 13;
			x ^= x >> 7;
			x ^= x << 17;
			buf_cstr(&b, bits[x % (sizeof bits / sizeof *bits)]);
		}
		BUF_LIT(&b, "\n\n[^n]: .\n");
		if (page_open(&p, buf_view(&b)) != NULL && faultless(&p) && p.body.root->first &&
		    p.body.root->first->kind == NODE_PARAGRAPH)
			again(&t, &p.arena, arena_str(&p.arena, buf_view(&b)).p, p.body.root->first, &note, 1);
		page_close(&p);
		buf_free(&b);
	}
	print_message("%zu messages, %zu wrong\n", t.messages, t.wrong);
	assert_int_equal(t.wrong, 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_written),
		cmocka_unit_test(test_cells),
		cmocka_unit_test(test_attrs),
		cmocka_unit_test(test_pages),
		cmocka_unit_test(test_random),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
