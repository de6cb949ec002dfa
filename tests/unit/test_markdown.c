/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read/markdown.h"

#include <pthread.h>

#include "base/hash.h"
#include "read/marks.h"
#include "reads.h"

static const struct reads rows[] = {
	{ "positions with front lines", "a [b](c.md)\n\n- d [e](f.md) {#x}\n\n> g [h](i.md)\n",
	    "paragraph @1:1\n"
	    "  text \"a \"\n"
	    "  link \"c.md\" @1:7\n"
	    "    text \"b\"\n"
	    "list tight @3:1\n"
	    "  item #x @3:1\n"
	    "    paragraph @3:3\n"
	    "      text \"d \"\n"
	    "      link \"f.md\" @3:9\n"
	    "        text \"e\"\n"
	    "quote @5:1\n"
	    "  paragraph @5:3\n"
	    "    text \"g \"\n"
	    "    link \"i.md\" @5:9\n"
	    "      text \"h\"\n" },
	{ "crlf positions", "a\r\n\r\nb [c](d.md) {#p}\r\n\r\n- [x] e {#e}\r\n  > f\r\n",
	    "paragraph @1:1\n"
	    "  text \"a\"\n"
	    "paragraph #p @3:1\n"
	    "  text \"b \"\n"
	    "  link \"d.md\" @3:7\n"
	    "    text \"c\"\n"
	    "list tight @5:1\n"
	    "  item [x] #e @5:1\n"
	    "    paragraph @5:3\n"
	    "      text \"e\"\n"
	    "    quote @6:3\n"
	    "      paragraph @6:5\n"
	    "        text \"f\"\n" },
	{ "tabs in lists", "-\ta {#a}\n\t- b {#b}\n",
	    "list tight @1:1\n"
	    "  item #a @1:1\n"
	    "    paragraph @1:3\n"
	    "      text \"a\"\n"
	    "    list tight @2:2\n"
	    "      item #b @2:2\n"
	    "        paragraph @2:4\n"
	    "          text \"b\"\n" },
	{ "utf8 columns", "æøå [b](c.md){k=v} {#p}\n",
	    "paragraph #p @1:1\n"
	    "  text \"æøå \"\n"
	    "  link \"c.md\" k=\"v\" @1:12\n"
	    "    text \"b\"\n" },
	{ "no newline", "a {#p}",
	    "paragraph #p @1:1\n"
	    "  text \"a\"\n" },
	{ "no newline heading", "# a {#p}",
	    "heading 1 anchor  #p @1:1\n"
	    "  text \"a\"\n" },
	{ "bom", "\357\273\277# a\n\nb\n",
	    "heading 1 anchor  @1:4\n"
	    "  text \"a\"\n"
	    "paragraph @3:1\n"
	    "  text \"b\"\n" },
	{ "only blank", "   \n", "" },
	{ "empty", "", "" },
	{ "duplicate urls", "[a](x.md) b x.md [c](x.md)\n",
	    "paragraph @1:1\n"
	    "  link \"x.md\" @1:5\n"
	    "    text \"a\"\n"
	    "  text \" b x.md \"\n"
	    "  link \"x.md\" @1:22\n"
	    "    text \"c\"\n" },
	{ "url as words before", "x.md [a](x.md)\n",
	    "paragraph @1:1\n"
	    "  text \"x.md \"\n"
	    "  link \"x.md\" @1:10\n"
	    "    text \"a\"\n" },
	{ "heading levels", "# a\n## b\n### c\n#### d\n##### e\n###### f\n####### g\n",
	    "heading 1 anchor  @1:1\n"
	    "  text \"a\"\n"
	    "heading 2 anchor  @2:1\n"
	    "  text \"b\"\n"
	    "heading 3 anchor  @3:1\n"
	    "  text \"c\"\n"
	    "heading 4 anchor  @4:1\n"
	    "  text \"d\"\n"
	    "heading 5 anchor  @5:1\n"
	    "  text \"e\"\n"
	    "heading 6 anchor  @6:1\n"
	    "  text \"f\"\n"
	    "paragraph @7:1\n"
	    "  text \"####### g\"\n" },
	{ "rule and setext", "a\n---\n\n---\n***\n",
	    "heading 2 anchor  @1:1\n"
	    "  text \"a\"\n"
	    "rule @4:1\n"
	    "rule @5:1\n" },
	{ "code", "```js {#x}\na\n```\n\n~~~\nb\n",
	    "code \"js {#x}\" \"a\\n\" @1:1\n"
	    "code \"\" \"b\\n\" @5:1\n"
	    "! 5:0+0 code-open: it goes on to line 6\n" },
	{ "indented code", "    a\n\n    b\n", "code \"\" \"a\\n\\nb\\n\" @1:5\n" },
	{ "html block", "<div>\n\na\n\n</div>\n",
	    "html \"<div>\\n\" @1:1\n"
	    "paragraph @3:1\n"
	    "  text \"a\"\n"
	    "html \"</div>\\n\" @5:1\n" },
	{ "loose and tight", "- a\n- b\n\n- c\n\n* d\n* e\n",
	    "list @1:1\n"
	    "  item @1:1\n"
	    "    paragraph @1:3\n"
	    "      text \"a\"\n"
	    "  item @2:1\n"
	    "    paragraph @2:3\n"
	    "      text \"b\"\n"
	    "  item @4:1\n"
	    "    paragraph @4:3\n"
	    "      text \"c\"\n"
	    "list tight @6:1\n"
	    "  item @6:1\n"
	    "    paragraph @6:3\n"
	    "      text \"d\"\n"
	    "  item @7:1\n"
	    "    paragraph @7:3\n"
	    "      text \"e\"\n" },
	{ "list start", "3. a\n4. b\n",
	    "list ordered tight @1:1\n"
	    "  item @1:1\n"
	    "    paragraph @1:4\n"
	    "      text \"a\"\n"
	    "  item @2:1\n"
	    "    paragraph @2:4\n"
	    "      text \"b\"\n" },
	{ "quote with list and code", "> - a\n>   ```\n>   b\n>   ```\n",
	    "quote @1:1\n"
	    "  list tight @1:3\n"
	    "    item @1:3\n"
	    "      paragraph @1:5\n"
	    "        text \"a\"\n"
	    "      code \"\" \"b\\n\" @2:5\n" },
	{ "nul", "a\001b {\0010} c {#p}\n",
	    "paragraph #p @1:1\n"
	    "  text \"a b { 0} c\"\n" },
};

/* Places are those of the file, front matter included. */
static void
test_front_matter(void **state)
{
	static const char file[] = "---\ntitle: a b\n---\n# a {#h}\n\nb [c](d.md) {k=v}\n\n:::note\ne {#x #y}\n:::\n";
	struct str whole = STR(file);
	struct page p;
	char *got;

	(void)state;
	page_open_part(&p, whole, str_sub(whole, 19, whole.n), 4);
	got = page_dump(&p);
	assert_string_equal(got,
	    "heading 1 anchor  #h @4:1\n"
	    "  text \"a\"\n"
	    "paragraph k=\"v\" @6:1\n"
	    "  text \"b \"\n"
	    "  link \"d.md\" @6:7\n"
	    "    text \"c\"\n"
	    "directive note @8:4\n"
	    "  paragraph #x @9:1\n"
	    "    text \"e\"\n"
	    "! 9:7+2 attribute-syntax: `y` is a second id, after `x`\n");
	free(got);
	page_close(&p);
}

/* -- what is made by a machine -- */

/* ${times} times ${unit}, between ${front} and ${back}. */
static struct str
many(struct arena *a, const char *front, const char *unit, size_t times, const char *back)
{
	struct buf b = BUF_INIT;
	struct str s;

	buf_cstr(&b, front);
	for (size_t i = 0; i < times; i++)
		buf_cstr(&b, unit);
	buf_cstr(&b, back);
	s = arena_str(a, buf_view(&b));
	buf_free(&b);
	return s;
}

static size_t
count_told(const struct page *p, enum diag_code code)
{
	size_t n = 0;

	for (size_t i = 0; i < p->diags.all.n; i++)
		n += p->diags.all.v[i].code == code;
	return n;
}

static int
height(const struct node *n)
{
	int most = 0;

	for (const struct node *c = n->first; c; c = c->next) {
		int h = height(c);

		most = h > most ? h : most;
	}
	return most + 1;
}

/* Whatever stands in each other: the tree has an end, and it is told once that something is left out. */
static void
test_depth(void **state)
{
	struct arena a = ARENA_INIT;
	struct buf lists = BUF_INIT, fences = BUF_INIT;
	const struct str deep[] = { many(&a, "", "*a _b ", 5000, "c"), many(&a, "", "> ", 90, "a"),
		many(&a, many(&a, "", "*", 5000, "a").p, "*", 5000, ""),
		many(&a, many(&a, "", "[", 5000, "a").p, "]{.x}", 5000, "") };
	struct page p;

	(void)state;
	for (size_t i = 0; i < sizeof deep / sizeof *deep; i++) {
		assert_non_null(page_open(&p, deep[i]));
		page_assemble(&p);
		assert_true(height(p.body.root) < 3 * NODE_MAX_DEPTH);
		assert_true(count_told(&p, DIAG_DEPTH) <= 1);
		page_close(&p);
	}
	for (int i = 0; i < 600; i++)
		buf_fmt(&lists, "%*s- a\n", 2 * i, "");
	assert_non_null(page_open(&p, buf_view(&lists)));
	assert_true(height(p.body.root) < 2 * NODE_MAX_DEPTH);
	assert_int_equal(count_told(&p, DIAG_DEPTH), 1);
	page_close(&p);
	for (int i = 0; i < 33; i++)
		BUF_LIT(&fences, ":::note\n");
	BUF_LIT(&fences, "a\n");
	for (int i = 0; i < 33; i++)
		BUF_LIT(&fences, ":::\n");
	assert_non_null(page_open(&p, buf_view(&fences)));
	assert_int_equal(p.diags.all.n, 1);
	assert_int_equal(p.diags.all.v[0].code, DIAG_FENCE_DEPTH);
	assert_int_equal(p.diags.all.v[0].at.line, 33);
	page_close(&p);
	buf_free(&lists);
	buf_free(&fences);
	arena_free(&a);
}

/* Bytes that no text has: document.c refuses them, but nobody falls over them. */
static void
test_bytes(void **state)
{
/* clang-format off: braces on one line */
#define BYTES(s)                                                                                                       \
	{                                                                                                              \
		s, sizeof s - 1                                                                                        \
	}
	/* clang-format on */
	static const struct str bad[] = { BYTES("a\0b {#c}\0\n:::\0note\n"), BYTES("\377\376a {#b\303}"),
		BYTES("a\001b {\0010} [\001]{\001}"), BYTES("[a]{k=\200}"), BYTES(":::n\303\n[\302]: \201"),
		BYTES("\355\240\200 ::: {#\364\220\200\200}"), BYTES("\357\273\277\357\273\277:::note\n"),
		BYTES("\r\r\r\n\r:::note\r"), BYTES("{\001"), BYTES("{\0011}"), BYTES("[a](\001{#b}) `\0010`{#c}") };
#undef BYTES

	(void)state;
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
		struct page p;

		assert_non_null(page_open(&p, bad[i]));
		page_assemble(&p);
		for (const struct node *n = p.body.root; n; n = node_next(n, p.body.root))
			if (n->kind == NODE_TEXT)
				assert_int_equal(str_find(n->as.text, MARKS_BYTE), n->as.text.n);
		page_close(&p);
	}
}

/* Lines for which cmark takes the square of their length. */
static void
test_monsters(void **state)
{
	struct arena a = ARENA_INIT;
	const struct str lines[] = { many(&a, "", ">", 10000, "a"), many(&a, "", "> ", 10000, "a"),
		many(&a, "", "- ", 10000, "a"), many(&a, "", "1. ", 10000, "a"), many(&a, "", "a|", 100000, "\n"),
		many(&a, "", "-|", 100000, "\n"), many(&a, "|a|b|\n|-|-|\n", "c|", 100000, "\n") };
	const struct str fine[] = { many(&a, "", "-", 10000, "\n"), many(&a, "", "*", 10000, "\n"),
		many(&a, "", " ", 10000, "a\n"), many(&a, "a|b\n", "-", 10000, "|-\n"), many(&a, "", "a|", 900, "\n"),
		many(&a, "", "1", 10000, ". a\n") };
	struct page p;

	(void)state;
	for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
		assert_null(page_open(&p, lines[i]));
		assert_int_equal(p.diags.all.n, 1);
		assert_int_equal(p.diags.all.v[0].code, DIAG_MARKDOWN_LIMIT);
		assert_int_equal(p.diags.all.v[0].at.line, i == 6 ? 3 : 1);
		page_close(&p);
	}
	for (size_t i = 0; i < sizeof fine / sizeof *fine; i++) {
		assert_non_null(page_open(&p, fine[i]));
		page_close(&p);
	}
	arena_free(&a);
}

/* Read and typed; a test that takes the square of its size does not end in a lifetime. */
static void
whole(struct str markdown)
{
	struct page p;

	if (page_open(&p, markdown))
		page_assemble(&p);
	page_close(&p);
}

static void
test_big(void **state)
{
	struct arena a = ARENA_INIT;

	(void)state;
	whole(many(&a, "", "word and ", 10000000 / 9, ""));
	whole(many(&a, "", "x", 10000000, ""));
	whole(many(&a, "", "\n", 1000000, ""));
	arena_free(&a);
}

static void
test_linear(void **state)
{
	static const char *const units[] = { "[", "![", "[[", "[[\n", "]{.x} ", "[a]{.x} ", "a**b", "*a _b ", "_",
		"~~a", "a ~~b ", "`a``b", ":a[", ":only[x] ", ":only[", "{#", "{#a ", "{#a} ", "{.a k=\"",
		"{a=", "[x]{a=", "[x]{a=b} ", "a[^1] ", "[^1]: ", "[^a", "|a|\n", "a | b\n", ":::note\n", ":::\n",
		":::note[", "::a\n", ":", "www._", "www.", "http://", "http://a.b/(", "http://a.b/&a;", "a@", "a@b.c ",
		"<a", "<!--", "<a b=\"", "<?", "&amp;", "\\~", "\\[", "# a\n\n", "- a\n", "- a {#b}\n", "a\n=\n",
		"a b\n", "[a](", "[a](<b", "![[]()", "**a*", "[[a]] ", "```\n", "\t", "* ", "\342\200\213{#a} ",
		"\302\240:::a\n", "[a](b&amp;c) ", "[a](<b>) ", "{#a}          ", "a |\n- |\n", ">\n", "- :::note\n" };
	struct arena a = ARENA_INIT;

	(void)state;
	for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
		whole(many(&a, "", units[i], 20000, ""));
		whole(many(&a, "a {", units[i], 2000, "}"));
		arena_reset(&a);
	}
	whole(many(&a, many(&a, "", "[", 20000, "a").p, "]{.x}", 20000, ""));
	whole(many(&a, many(&a, "", ":a[", 20000, "b").p, "]", 20000, ""));
	whole(many(&a, many(&a, "", "![", 20000, "b").p, "]()", 20000, ""));
	whole(many(&a, many(&a, "", "- ", 50, "b\n").p, "\n", 20000, ""));
	arena_free(&a);
}

/* -- all beginnings of a page that has everything -- */

static const char rich[] =
    "# Heading *a* {#h}\n\nText [link](b.md \"t\"){.x k=\"v}\"} and [words]{lang=sv}, `code`{lang=en}, ~~gone~~ \\~~ \\{.\n"
    "An ![image](c.svg \"C\"){width=3} and <http://a.b> https://c.d/e_f (www.g.h) i@j.k {#p\n.c}\n\n"
    ":::question[Which *one*?]{#q type=multiple points=2}\nText[^n] :only[x **y**]{edition=riga} :date{on=2026-02-03}.\n\n"
    "- [x] an act {#act}\n  > Right.\n  >\n  > [ ] Wrong.\n- [\321\205] \303\246\303\270\303\245 {#b .fixed}\n- [?] c\n\n"
    ":::hint\nd\n:::\n\n:::\n\n| A {#a} | [[b\\|c]]{#d weight=2} |\n|---|:-:|\n| `x\\|y` | z {.k} |\n| 1 | 2 | 3 |\nswallowed\n\n"
    "::contact{role=helpline}\n\n> quote\n> 1. one\n>    :::tip\n>    two\n>    :::\n\n"
    "```js\n:::note\n```\n\n<div>\n:::note\n</div>\n\n<!-- a\n-->\n\n[^n]: Note [m]\n\n    more\n\n[m]: /url 'T'\n\n"
    "2015. gada\n\nSetext {#s}\n------\n\n::: {.note #z}\nlast \342\200\213{.y}\n:::\n";

static void
test_beginnings(void **state)
{
	(void)state;
	for (size_t n = 0; n <= sizeof rich - 1; n++) {
		char *exact = malloc(n + 1); /* AddressSanitizer sees what is read behind it */

		memcpy(exact, rich, n);
		exact = realloc(exact, n ? n : 1);
		whole((struct str){ exact, n });
		free(exact);
	}
	for (size_t from = 0; from < sizeof rich - 1; from += 7)
		whole(str_sub(STR(rich), from, sizeof rich - 1));
}

/* -- several threads at once: what is said of cmark's extensions in dialect.h does not come back -- */

enum { THREADS = 4, DOCUMENTS = 2000 };

/* A document of its own for each number, made of the parts of one that has everything. */
static struct str
document(struct arena *a, unsigned number)
{
	size_t n = sizeof rich - 1, from = number * 131 % n;

	return arena_fmt(a, "%.*s\n\n~~%u~~ www.a%u.example a:only[%u]\n\n%.*s", (int)(n - from), rich + from, number,
	    number, number, (int)from, rich);
}

static void *
read_all(void *out)
{
	struct arena a = ARENA_INIT;
	uint64_t *hashes = out;

	for (unsigned i = 0; i < DOCUMENTS; i++) {
		struct page p;
		char *dump;

		if (page_open(&p, document(&a, i)))
			page_assemble(&p);
		dump = page_dump(&p);
		hashes[i] = hash_bytes(str_of(dump));
		free(dump);
		page_close(&p);
		arena_reset(&a);
	}
	arena_free(&a);
	return NULL;
}

static void
test_threads(void **state)
{
	static uint64_t hashes[THREADS + 1][DOCUMENTS];
	pthread_t threads[THREADS];

	(void)state;
	for (int i = 0; i < THREADS; i++)
		assert_int_equal(pthread_create(&threads[i], NULL, read_all, hashes[i]), 0);
	for (int i = 0; i < THREADS; i++)
		assert_int_equal(pthread_join(threads[i], NULL), 0);
	read_all(hashes[THREADS]);
	for (int i = 0; i < THREADS; i++)
		assert_memory_equal(hashes[i], hashes[THREADS], sizeof hashes[i]);
	assert_true(hashes[0][0] != hashes[0][1]);
}

static void
test_whole_pages(void **state)
{
	(void)state;
	READS_ALL(rows, false);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_front_matter),
		cmocka_unit_test(test_depth),
		cmocka_unit_test(test_bytes),
		cmocka_unit_test(test_monsters),
		cmocka_unit_test(test_big),
		cmocka_unit_test(test_linear),
		cmocka_unit_test(test_beginnings),
		cmocka_unit_test(test_threads),
		cmocka_unit_test(test_whole_pages),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
