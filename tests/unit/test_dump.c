/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/dump.h"

#include "sited.h"

static void
test_site(void **state)
{
	struct sited s;

	(void)state;
	sited_open(&s);
	folder_put(&s.folder, "content/c/a.md", "---\ntitle: \"A \\\"b\\\"\"\n---\n");
	folder_put(&s.folder, "content/c/m/q.md", "---\ntitle: Q\ntype: quiz\n---\n");
	folder_put(&s.folder, "content/c/m/q.nb.md", PAGE("Q nb"));
	folder_put(&s.folder, "content/c/m/index.md", PAGE("M"));
	folder_put(&s.folder, "content/c/m/d.md", "---\ntitle: D\ndraft: yes\n---\n");
	sited_plan(&s);
	assert_string_equal(sited_dump(&s),
	    "site theme default base \"\"\n"
	    "language en ltr English\n"
	    "language nb ltr norsk bokm\303\245l\n"
	    "course content/c source en\n"
	    "  document content/c/a.md lesson\n"
	    "    en \"A \\\"b\\\"\" content/c/a.md\n"
	    "  module content/c/m\n"
	    "    document content/c/m/index.md module\n"
	    "      en \"M\" content/c/m/index.md\n"
	    "    document content/c/m/q.md quiz\n"
	    "      en \"Q\" content/c/m/q.md\n"
	    "      nb \"Q nb\" content/c/m/q.nb.md\n"
	    "output 404.html\n"
	    "output en/c/a/index.html from content/c/a.md\n"
	    "output en/c/index.html\n"
	    "output en/c/m/index.html from content/c/m/index.md\n"
	    "output en/c/m/q/index.html from content/c/m/q.md\n"
	    "output en/index.html\n"
	    "output en/search/index.html\n"
	    "output index.html\n"
	    "output nb/c/a/index.html from content/c/a.md fallback\n"
	    "output nb/c/index.html\n"
	    "output nb/c/m/index.html from content/c/m/index.md fallback\n"
	    "output nb/c/m/q/index.html from content/c/m/q.nb.md\n"
	    "output nb/index.html\n"
	    "output nb/search/index.html\n");
	sited_close(&s);
}

/* One thing a line, whatever is in it. */
static void
test_body(void **state)
{
	static const struct reads {
		const char *markdown, *line;
	} rows[] = {
		{ "`a\"b\\c`", "codespan \"a\\\"b\\\\c\"" },
		{ "a\tb\033", "text \"a\\x09b\\x1b\"" },
		{ "```js\na\nb\n```", "code \"js\" \"a\\nb\\n\" @4:1" },
		{ "## B {#b}", "outline 2 #b" },
		{ "- [x] a", "item [x] @4:1" },
		{ "1. a", "list ordered tight @4:1" },
		{ "[a](b.md){k=\"v w\"}", "link \"b.md\" k=\"v w\" @4:5" },
		{ ":::note{#n .c}\n:::", "directive note #n .c @4:4" },
		{ "::contact{role=x}", "directive contact leaf role=\"x\" @4:3" },
		{ "[[a]]", "gap \"[[a]]\"" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct sited s;
		struct body *bodies = NULL;
		char *text = NULL;
		size_t n;
		FILE *f;

		sited_open(&s);
		folder_put(&s.folder, "content/c/a.md", arena_fmt(&s.folder.a, PAGE("A") "%s\n", rows[i].markdown).p);
		sited_read_into(&s, &bodies);
		f = open_memstream(&text, &n);
		dump_body(f, bodies);
		fclose(f);
		assert_int_equal(strncmp(text, "body content/c/a.md\n", 20), 0);
		if (strstr(text, rows[i].line) == NULL)
			fail_msg("%s gives\n%s", rows[i].markdown, text);
		free(text);
		sited_close(&s);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_site),
		cmocka_unit_test(test_body),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
