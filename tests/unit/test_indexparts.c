/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "testing.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "model/site.h"
#include "search/indexparts.h"

static struct text text = { .meta = { .title = STR_INIT("A \"page\" </script>") }, .title_lang = STR_INIT("ru") };
static struct output page = { .path = STR_INIT("en/å/index.html"), .text = &text };

struct index {
	struct gleaning g;
	struct inverted v;
	struct arena a;
	struct indexparts parts;
};

static void
open_index(struct index *x, struct section *v, size_t n)
{
	struct wordbreaks *breaks = wordbreaks_open();
	struct sections all = { v, n };
	struct gleaning *list[1] = { &x->g };

	*x = (struct index){ 0 };
	if (n > 0)
		gleaning_take(&x->g, breaks, &page, &all);
	wordbreaks_close(breaks);
	inverted_make(&x->v, list, 1, STR("en"));
	indexparts_cut(&x->parts, &x->a, &x->v, STR("en"));
}

static void
close_index(struct index *x)
{
	inverted_free(&x->v);
	gleaning_free(&x->g);
	arena_free(&x->a);
}

/* A part, with the edition replaced by a dash. */
static const char *
part(struct index *x, size_t i, const char *name)
{
	struct buf b = BUF_INIT;
	char is[24], edition[16];
	char *p, *at;

	indexparts_emit(&x->parts, i, is, &b);
	assert_string_equal(is, name);
	p = (char *)(uintptr_t)arena_str(&x->a, buf_view(&b)).p;
	buf_free(&b);
	snprintf(edition, sizeof edition, "\"%08x\"", (unsigned)x->v.edition);
	at = strstr(p, edition);
	assert_non_null(at);
	memset(at + 1, '-', 8);
	return p;
}

static void
test_empty(void **state)
{
	struct index x;

	(void)state;
	open_index(&x, NULL, 0);
	assert_int_equal(x.parts.nall, 1);
	assert_string_equal(part(&x, 0, "contents"),
	    "/* Made by Pensum */\npensumSearch(\"en\",\"contents\",\"--------\",{\"sections\":0,\"size\":20,\"starts\":\"\"});\n");
	close_index(&x);
}

static void
test_form(void **state)
{
	struct section v[] = {
		{ SECTION_PAGE, STR_EMPTY, STR_EMPTY, STR("Study <b>\"x\"</b>\n"), STR_EMPTY },
		{ SECTION_HEADING, STR("h"), STR("Studies"), STR("on study"), STR_EMPTY },
		{ SECTION_DEFINITION, STR("d"), STR("On"), STR(""), STR_EMPTY },
	};
	struct index x;

	(void)state;
	open_index(&x, v, 3);
	assert_int_equal(x.parts.nall, 3);
	assert_string_equal(part(&x, 0, "contents"),
	    "/* Made by Pensum */\npensumSearch(\"en\",\"contents\",\"--------\",{\"sections\":3,\"size\":20,\"starts\":\"b\"});\n");
	assert_string_equal(part(&x, 1, "w0"),
	    "/* Made by Pensum */\npensumSearch(\"en\",\"w0\",\"--------\","
	    "\"b - 0,\\u000aon - 1,1:\\u000astudi -es 1; study 0,1,\\u000a>study studi\\u000ax - 0,\\u000a\");\n");
	assert_string_equal(part(&x, 2, "d0"),
	    "/* Made by Pensum */\npensumSearch(\"en\",\"d0\",\"--------\",[\n"
	    "[[\"en/%C3%A5/index.html\",\"A \\\"page\\\" \\u003c/script>\",\"ru\"],\n"
	    "[0,\"\",\"\",\"Study \\u003cb>\\\"x\\\"\\u003c/b>\"],\n"
	    "[1,\"h\",\"Studies\",\"on study\"],\n"
	    "[2,\"d\",\"On\",\"\"]]]);\n");
	close_index(&x);
}

enum { MANY = 9000 };

/* Parts are bounded, begin with what the contents say, and hold each section once. */
static void
test_large(void **state)
{
	struct section *v = calloc(MANY, sizeof *v);
	struct arena a = ARENA_INIT;
	struct index x;
	size_t sections = 0, common = 0;

	(void)state;
	for (int i = 0; i < MANY; i++)
		v[i] = (struct section){ SECTION_HEADING, STR_EMPTY, i % 2000 == 0 ? STR("Everywhere") : STR_EMPTY,
			arena_fmt(&a, "everywhere w%d x%d z%d", i % 2000, i, i / 3), STR_EMPTY };
	open_index(&x, v, MANY);
	assert_true(x.parts.nwords > 4);
	for (size_t i = 0; i < x.parts.nall; i++) {
		struct buf b = BUF_INIT;
		char name[24];

		indexparts_emit(&x.parts, i, name, &b);
		assert_true(b.n < 2 * INDEXPARTS_BYTES);
		buf_chr(&b, '\0');
		if (*name == 'd')
			for (const char *p = b.p; (p = strstr(p, "\n[1,")) != NULL; p++)
				sections++;
		common +=
		    strstr(b.p, "everywher -e *0;1jk;1jk;1jk;1jk;\\u000a") != NULL; /* only where it is a heading */
		buf_free(&b);
	}
	assert_int_equal(sections, MANY);
	assert_int_equal(common, 1);
	close_index(&x);
	arena_free(&a);
	free(v);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_empty),
		cmocka_unit_test(test_form),
		cmocka_unit_test(test_large),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
