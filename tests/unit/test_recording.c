/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "i18n/recording.h"

#include "testing.h"
#include "told.h"

#define RECORD(end)                                                                                                    \
	"translates:" end "  settings: 0123456789ab" end "  \"no\": \"123456789012\"" end                              \
	"  \"k\xc3\xa5 \\\"x\\\\\": \"12345678e012\"" end "  a-b: abcdefabcdef" end

static const struct {
	const char *name, *before, *after; /* NULL: refused */
} rows[] = {
	{ "empty", "", NULL },
	{ "no settings", "words\n", NULL },
	{ "open", "---\ntitle: a\n", NULL },
	{ "in braces", "---\n{title: a}\n---\n", NULL },
	{ "a list", "---\n- a\n---\n", NULL },
	{ "not YAML", "---\na: [\n---\n", NULL },
	{ "a key in quotes", "---\n\"translates\": {a: b}\n---\n", NULL },
	{ "ends in a mark of its own", "---\ntitle: a\n...\nwords", "---\ntitle: a\n" RECORD("\n") "...\nwords" },
	{ "nothing else", "---\n---\n", "---\n" RECORD("\n") "---\n" },
	{ "settings", "---\ntitle: a\n---\nwords", "---\ntitle: a\n" RECORD("\n") "---\nwords" },
	{ "comments and empty lines", "---\n# a\n\ntitle: a # b\n\n# c\n---\n",
	    "---\n# a\n\ntitle: a # b\n\n# c\n" RECORD("\n") "---\n" },
	{ "a byte order mark", "\xef\xbb\xbf---\ntitle: a\n---\n", "\xef\xbb\xbf---\ntitle: a\n" RECORD("\n") "---\n" },
	{ "line ends", "---\r\ntitle: a\r\n---\r\nb\r\n", "---\r\ntitle: a\r\n" RECORD("\r\n") "---\r\nb\r\n" },
	{ "an old record", "---\ntranslates:\n  a: b\n\n  # c\n  d: e\n---\n", "---\n" RECORD("\n") "---\n" },
	{ "an old record in the middle", "---\na: b\ntranslates:\n  a: b\n\nc: d\n---\n",
	    "---\na: b\n\nc: d\n" RECORD("\n") "---\n" },
	{ "an old record in one line", "---\ntranslates: { a: b }\nc: d\n---\n", "---\nc: d\n" RECORD("\n") "---\n" },
	{ "the same", "---\na: b\n" RECORD("\n") "---\nx", "---\na: b\n" RECORD("\n") "---\nx" },
	{ "a longer name", "---\ntranslates-not: b\n---\n", "---\ntranslates-not: b\n" RECORD("\n") "---\n" },
	{ "the name in a text", "---\na: |\n  translates: b\n---\n",
	    "---\na: |\n  translates: b\n" RECORD("\n") "---\n" },
	{ "the name in the page", "---\na: b\n---\ntranslates: c\n",
	    "---\na: b\n" RECORD("\n") "---\ntranslates: c\n" },
};

static void
test_rows(void **state)
{
	struct block v[] = { { .key = STR("settings"), .hash = "0123456789ab" },
		{ .key = STR("no"), .hash = "123456789012" }, { .key = STR("k\xc3\xa5 \"x\\"), .hash = "12345678e012" },
		{ .key = STR("a-b"), .hash = "abcdefabcdef" } };
	struct blocks blocks = { v, 4 };

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct source src = { STR("a.lv.md"), str_of(rows[i].before) };
		struct buf b = BUF_INIT;
		struct diags d = DIAGS_INIT;
		int rc = recording_write(&b, &src, &blocks, &d);

		if ((rc == 0) != (rows[i].after != NULL) || (rc < 0) != (d.all.n > 0) ||
		    !str_eq(buf_view(&b), str_of(rows[i].after)))
			fail_msg("%s: %d, %zu told, \"%.*s\"", rows[i].name, rc, d.all.n, STR_ARG(buf_view(&b)));
		buf_free(&b);
		diags_free(&d);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_rows) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
