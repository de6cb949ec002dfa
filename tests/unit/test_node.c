/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/node.h"

#include "reads.h"

static struct arena arena;

static int
teardown(void **state)
{
	(void)state;
	arena_free(&arena);
	return 0;
}

static struct node *
text(const char *s)
{
	struct node *n = node_new(&arena, NODE_TEXT, (struct span){ 0, 0, 0 });

	n->as.text = str_of(s);
	return n;
}

static void
children_are(const struct node *parent, const char *want)
{
	const struct node *prev = NULL;
	struct buf b = BUF_INIT;

	for (const struct node *n = parent->first; n; prev = n, n = n->next) {
		assert_ptr_equal(n->parent, parent);
		assert_ptr_equal(n->prev, prev);
		buf_str(&b, n->as.text);
	}
	assert_ptr_equal(parent->last, prev);
	assert_true(str_is(buf_view(&b), want));
	buf_free(&b);
}

static void
test_moves(void **state)
{
	struct node *p = node_new(&arena, NODE_PARAGRAPH, (struct span){ 1, 1, 0 }),
		    *q = node_new(&arena, NODE_EMPH, p->at);
	struct node *a = text("a"), *b = text("b"), *c = text("c"), *d = text("d");

	(void)state;
	node_append(p, b);
	node_insert_before(b, a);
	node_insert_after(b, d);
	node_insert_after(b, c);
	children_are(p, "abcd");
	node_append(q, b);
	children_are(p, "acd");
	children_are(q, "b");
	node_append(p, a);
	children_are(p, "cda");
	node_remove(d);
	node_remove(a);
	node_remove(c);
	children_are(p, "");
	node_remove(c); /* again */
	assert_null(c->parent);
}

static void
test_walk(void **state)
{
	static const char markdown[] = ":::note[label]\n> a *b*\n:::\n\n- c\n";
	struct buf kinds = BUF_INIT;
	struct page p;

	(void)state;
	page_open(&p, STR(markdown));
	for (const struct node *n = p.body.root; n; n = node_next(n, p.body.root))
		buf_fmt(&kinds, "%s ", node_kind_name(n->kind));
	assert_true(
	    str_is(buf_view(&kinds), "document directive quote paragraph text emph text list item paragraph text "));
	buf_reset(&kinds);
	for (const struct node *n = p.body.root; n; n = node_next_block(n, p.body.root))
		buf_fmt(&kinds, "%s ", node_kind_name(n->kind));
	assert_true(str_is(buf_view(&kinds), "document directive quote paragraph list item paragraph "));
	assert_null(node_next(p.body.root->last->first->first->first, p.body.root->last->first->first->first));
	buf_free(&kinds);
	page_close(&p);
}

/* A copy lives on without what it was made of. */
static void
test_copy(void **state)
{
	static const char markdown[] =
	    ":::definition[*A* b]{#a .c k=v}\nx [y](z.md \"t\"){#l} `c` <b> [[g]]{w=1} :only[o]{k=v}\n\n"
	    "```js\ncode\n```\n\n<div>\n\n| a | b |\n|:--|--:|\n| c | d |\n\n## H {#h}\n:::\n";
	struct page p;
	struct node *copy;
	char *before, *after;

	(void)state;
	page_open(&p, STR(markdown));
	page_assemble(&p);
	before = page_dump(&p);
	copy = node_copy(&arena, p.body.root);
	arena_free(&p.arena);
	p.body.root = copy;
	p.body.noutline = 0;
	after = page_dump(&p);
	assert_string_equal(after, before);
	free(before);
	free(after);
	page_close(&p);
}

static void
test_plain(void **state)
{
	static const struct {
		const char *markdown, *want;
	} rows[] = {
		{ "a *b* `c` ![d](e.svg) ~~f~~ [g](h.md)", "a b c d f g" },
		{ "a\nb\\\nc", "a b c" },
		{ "[[x|y]] <b>z</b>", "[[x|y]] z" },
		{ "a\n\nb\n\n- c\n- d", "a b c d" },
		{ "    code", "code\n" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct buf b = BUF_INIT;
		struct page p;

		page_open(&p, str_of(rows[i].markdown));
		node_plain(&b, p.body.root);
		if (!str_is(buf_view(&b), rows[i].want))
			fail_msg("%s gives \"%.*s\"", rows[i].markdown, STR_ARG(buf_view(&b)));
		buf_free(&b);
		page_close(&p);
	}
}

static void
test_names(void **state)
{
	struct node *d = node_new(&arena, NODE_DIRECTIVE, (struct span){ 0, 0, 0 });

	(void)state;
	d->as.directive.name = STR("note");
	assert_true(node_is_directive(d, "note"));
	assert_false(node_is_directive(d, "not"));
	d->kind = NODE_ROLE;
	assert_false(node_is_directive(d, "note"));
	for (int k = 0; k < NODE_KINDS; k++)
		assert_non_null(node_kind_name((enum node_kind)k));
	assert_true(node_is_block(NODE_DIRECTIVE) && node_is_block(NODE_CELL) && !node_is_block(NODE_TEXT) &&
	    !node_is_block(NODE_ROLE));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_moves),
		cmocka_unit_test(test_walk),
		cmocka_unit_test(test_copy),
		cmocka_unit_test(test_plain),
		cmocka_unit_test(test_names),
	};

	return cmocka_run_group_tests(tests, NULL, teardown);
}
