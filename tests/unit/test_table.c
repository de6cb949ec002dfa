/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "render/table.h"

#include "rendered.h"

static void
is_table(const char *markdown, const char *caption, const char *want)
{
	struct sited s;
	struct rendered h;
	struct buf b = BUF_INIT;

	sited_open(&s);
	folder_put(&s.folder, "content/c/a.md", arena_fmt(&s.folder.a, PAGE("A") "%s", markdown).p);
	sited_read(&s);
	rendered_open(&h, &s, "en/c/a/index.html");
	assert_int_equal(h.r.body->root->first->kind, NODE_TABLE);
	table_render(&h.r, &b, h.r.body->root->first, str_of(caption));
	if (!str_is(buf_view(&b), want))
		fail_msg("%s\n-- is --\n%.*s-- should be --\n%s", markdown, STR_ARG(buf_view(&b)), want);
	buf_free(&b);
	rendered_close(&h);
	sited_close(&s);
}

static void
test_tables(void **state)
{
	(void)state;
	is_table("| a | *b* |\n|:--|--:|\n| c | d {#x .y} |\n", "",
	    "<table>\n<thead>\n<tr><th class=\"align-left\" scope=\"col\">a</th><th class=\"align-right\" scope=\"col\"><em>b</em></th></tr>\n</thead>\n"
	    "<tbody>\n<tr><td class=\"align-left\">c</td><td id=\"x\" class=\"align-right y\">d</td></tr>\n</tbody>\n</table>\n");
	is_table("| a |\n|:-:|\n", "",
	    "<table>\n<thead>\n<tr><th class=\"align-center\" scope=\"col\">a</th></tr>\n</thead>\n</table>\n");
}

/* Where the first head is empty, the first column has heads; an empty cell is none. */
static void
test_row_heads(void **state)
{
	(void)state;
	is_table("| | a |\n|---|---|\n| b | c |\n| | d |\n", "",
	    "<table>\n<thead>\n<tr><td></td><th scope=\"col\">a</th></tr>\n</thead>\n<tbody>\n"
	    "<tr><th scope=\"row\">b</th><td>c</td></tr>\n<tr><td></td><td>d</td></tr>\n</tbody>\n</table>\n");
}

static void
test_name(void **state)
{
	(void)state;
	is_table("| a |\n|---|\n", "t--cap",
	    "<table aria-labelledby=\"t--cap\">\n<thead>\n<tr><th scope=\"col\">a</th></tr>\n</thead>\n</table>\n");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_tables),
		cmocka_unit_test(test_row_heads),
		cmocka_unit_test(test_name),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
