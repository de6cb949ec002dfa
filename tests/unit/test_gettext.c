/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read/gettext.h"

#include "translated.h"

static const char whole[] =
    "# Team.\nmsgid \"\"\nmsgstr \"\"\n\"Language: lv\\n\"\n\"Content-Type: text/plain; charset=UTF-8\\n\"\n\n"
    "# Look.\n#. type: heading\n#: a.md b.md\n#, fuzzy\n#| msgctxt \"o\"\n#| msgid \"Old\"\n"
    "msgctxt \"heading\"\nmsgid \"New \\\"x\\\"\\n\"\nmsgstr \"Jauns\\n\"\n\n"
    "msgid \"one\"\nmsgid_plural \"many\"\nmsgstr[0] \"x\"\nmsgstr[1] \"y\"\n\n"
    "#~ msgid \"Gone\"\n#~ msgstr \"Prom\"\n";

static void
test_whole(void **state)
{
	struct folder f;
	struct diags d = DIAGS_INIT;
	struct po *po;

	(void)state;
	folder_open(&f);
	po = catalogue(&f, "a.po", whole, &d);
	is_text(catalogue_dump(&f.a, po),
	    "Language: lv\nContent-Type: text/plain; charset=UTF-8\n--\n"
	    "fuzzy (heading) `New \"x\"\n` = `Jauns\n` was (o) `Old` # Look.\n #. type: heading\n #: a.md #: b.md @14\n"
	    "`one` / `many` = `x` [0] `x` [1] `y` @17\n"
	    "obsolete `Gone` = `Prom` @0\n");
	told_nothing(&d);
	po_free(po);
	diags_free(&d);
	folder_close(&f);
}

/* What it wrote is what it read, and written again the same bytes. */
static void
test_back(void **state)
{
	struct folder f;
	struct diags d = DIAGS_INIT;
	struct buf once = BUF_INIT, twice = BUF_INIT;
	struct po *po, *again;

	(void)state;
	folder_open(&f);
	po = catalogue(&f, "a.po", whole, &d);
	assert_int_equal(gettext_text(&once, po), 0);
	again = catalogue_of(&f, "b.po", buf_view(&once), &d);
	assert_int_equal(gettext_text(&twice, again), 0);
	is_text(buf_view(&twice), arena_str(&f.a, buf_view(&once)).p);
	told_nothing(&d);
	po_free(po);
	po_free(again);
	buf_free(&once);
	buf_free(&twice);
	diags_free(&d);
	folder_close(&f);
}

/* What people put into catalogues: read, or told with its line. */
static const struct {
	const char *name, *text, *dump; /* NULL: none, and told */
	uint32_t line;
} rows[] = {
	{ "empty", "", "--\n", 0 },
	{ "without header", "msgid \"a\"\nmsgstr \"b\"\n", "--\n`a` = `b` @1\n", 0 },
	{ "an empty header", "msgid \"\"\nmsgstr \"\"\n\nmsgid \"a\"\nmsgstr \"b\"\n", "--\n`a` = `b` @4\n", 0 },
	{ "set in", " msgid \"\"\n msgstr \"\"\n\n\tmsgid \"a\"\n  msgstr \"b\"\n", "--\n`a` = `b` @4\n", 0 },
	{ "CRLF", "msgid \"a\"\r\nmsgstr \"b\"\r\n", "--\n`a` = `b` @1\n", 0 },
	{ "BOM", "\xef\xbb\xbfmsgid \"a\"\nmsgstr \"b\"\n", NULL, 1 },
	{ "Latin-1",
	    "msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=ISO-8859-1\\n\"\n\nmsgid \"a\"\nmsgstr \"\xe5\"\n",
	    NULL, 5 },
	{ "Latin-1 without header", "msgid \"a\"\nmsgstr \"\xe5\"\n", NULL, 2 },
	{ "in ASCII said to be Latin-1", "msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=ISO-8859-1\\n\"\n",
	    NULL, 1 },
	{ "a template", "msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=CHARSET\\n\"\n",
	    "Content-Type: text/plain; charset=CHARSET\n--\n", 0 },
	{ "twice", "msgid \"a\"\nmsgstr \"b\"\n\nmsgid \"a\"\nmsgstr \"c\"\n", NULL, 4 },
	{ "no charset there is",
	    "msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=KLINGON\\n\"\n\nmsgid \"a\"\nmsgstr \"\xe5\"\n",
	    NULL, 0 },
	{ "bytes of another", PO_HEAD "msgid \"a\"\nmsgstr \"\xe5\"\n", NULL, 5 },
	{ "no end of a text", "msgid \"a\nmsgstr \"b\"\n", NULL, 1 },
	{ "an unknown word", "msgid \"a\"\nmsgstr \"b\"\nmsgxyz \"c\"\n", NULL, 3 },
	{ "no msgstr", "msgid \"a\"\n\nmsgid \"b\"\nmsgstr \"c\"\n", NULL, 1 },
	{ "a conflict", "<<<<<<< HEAD\nmsgid \"a\"\nmsgstr \"b\"\n=======\n", NULL, 1 },
	{ "no catalogue at all", "PK\003\004\001\002", NULL, 1 },
	{ "a context of a header", "msgctxt \"c\"\nmsgid \"\"\nmsgstr \"x\"\n", "--\n(c) `` = `x` @2\n", 0 },
	{ "lines in several pieces", "msgid \"\"\n\"a \"\n\"b\"\nmsgstr \"\"\n\"c\"\n", "--\n`a b` = `c` @1\n", 0 },
};

static void
test_rows(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct folder f;
		struct diags d = DIAGS_INIT;
		struct po *po;

		folder_open(&f);
		po = catalogue(&f, "a.po", rows[i].text, &d);
		if (rows[i].dump ? po == NULL || !str_is(catalogue_dump(&f.a, po), rows[i].dump)
				 : po != NULL || d.all.n == 0 || d.all.v[0].code != DIAG_PO_SYNTAX ||
			    (rows[i].line > 0 && d.all.v[0].at.line > rows[i].line + 1))
			fail_msg("%s: %.*s; %zu told, line %u", rows[i].name, STR_ARG(catalogue_dump(&f.a, po)),
			    d.all.n, d.all.n > 0 ? d.all.v[0].at.line : 0);
		po_free(po);
		diags_free(&d);
		folder_close(&f);
	}
}

static void
test_mark(void **state)
{
	struct folder f;
	struct diags d = DIAGS_INIT;

	(void)state;
	folder_open(&f);
	assert_null(catalogue(&f, "a.po", "\xef\xbb\xbfmsgid \"a\"\nmsgstr \"b\"\n", &d));
	note_has(&d.all.v[0], "byte order mark");
	diags_free(&d);
	folder_close(&f);
}

static void
test_large(void **state)
{
	struct folder f;
	struct diags d = DIAGS_INIT;
	struct buf b = BUF_INIT, out = BUF_INIT;
	struct po *po;

	(void)state;
	folder_open(&f);
	BUF_LIT(&b, "msgid \"");
	for (int i = 0; i < 1 << 18; i++)
		BUF_LIT(&b, "abc ");
	BUF_LIT(&b, "\"\nmsgstr \"x\"\n");
	po = catalogue_of(&f, "a.po", buf_view(&b), &d);
	assert_non_null(po);
	assert_int_equal(po->entries[0].source.n, 1 << 20);
	assert_int_equal(gettext_text(&out, po), 0);
	assert_true(out.n > 1 << 20);
	po_free(po);
	buf_free(&b);
	buf_free(&out);
	diags_free(&d);
	folder_close(&f);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_whole),
		cmocka_unit_test(test_back),
		cmocka_unit_test(test_rows),
		cmocka_unit_test(test_mark),
		cmocka_unit_test(test_large),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
