/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/po.h"

#include "translated.h"

static const char text[] = PO_HEAD "#: a.md\nmsgid \"Plain\"\nmsgstr \"Vienkāršs\"\n\n"
				   "#: a.md b.md\nmsgctxt \"heading\"\nmsgid \"Close\"\nmsgstr \"Aizvēršana\"\n\n"
				   "msgctxt \"verb\"\nmsgid \"Close\"\nmsgstr \"Aizvērt\"\n\n"
				   "#, fuzzy\nmsgid \"Old\"\nmsgstr \"Vecs\"\n\n"
				   "msgid \"New\"\nmsgstr \"\"\n\n"
				   "msgid \"one\"\nmsgid_plural \"many\"\nmsgstr[0] \"x\"\nmsgstr[1] \"y\"\n\n"
				   "#~ msgid \"Gone\"\n#~ msgstr \"Prom\"\n";

static void
test_find(void **state)
{
	struct folder f;
	struct diags d = DIAGS_INIT;
	struct po *po;

	(void)state;
	folder_open(&f);
	po = catalogue(&f, "a.po", text, &d);
	assert_non_null(po);
	told_nothing(&d);
	is_text(po_find(po, STR_EMPTY, "paragraph", STR("Plain"))->text, "Vienkāršs");
	is_text(po_find(po, STR_EMPTY, "heading", STR("Close"))->text, "Aizvēršana");
	is_text(po_find(po, STR("verb"), "heading", STR("Close"))->text, "Aizvērt");
	assert_null(po_find(po, STR("noun"), "heading", STR("Close"))); /* the author's context is not the role */
	assert_null(po_find(po, STR_EMPTY, "paragraph", STR("Close"))); /* another role */
	assert_null(po_find(po, STR_EMPTY, "paragraph", STR("Old")));   /* fuzzy is never shown */
	assert_null(po_find(po, STR_EMPTY, "paragraph", STR("New")));
	assert_null(po_find(po, STR_EMPTY, "paragraph", STR("one")));
	assert_null(po_find(po, STR_EMPTY, "paragraph", STR("Gone")));
	assert_non_null(po_find_any(po, STR_EMPTY, "paragraph", STR("Old")));
	assert_non_null(po_find_any(po, STR_EMPTY, "paragraph", STR("New")));
	assert_null(po_find_any(po, STR_EMPTY, "paragraph", STR("Gone")));
	assert_non_null(map_get(&po->mentioned, STR("b.md")));
	assert_null(map_get(&po->mentioned, STR("c.md")));
	po_free(po);
	po_free(NULL);
	diags_free(&d);
	folder_close(&f);
}

/* Keys longer than what find_in() has at hand. */
static void
test_long(void **state)
{
	struct arena a = ARENA_INIT;

	(void)state;
	for (size_t n = 490; n < 530; n++) {
		struct po_entry e = { .context = STR("c"), .text = STR("t") };
		struct po po = { .entries = &e, .nentries = 1 };
		char *bytes = arena_alloc(&a, n);

		memset(bytes, 'x', n);
		e.source = (struct str){ bytes, n };
		po_index(&a, &po);
		assert_ptr_equal(po_find(&po, STR("c"), "", e.source), &e);
		assert_ptr_equal(po_find(&po, STR_EMPTY, "c", e.source), &e);
		assert_null(po_find(&po, STR("d"), "", e.source));
		po_free(&po);
	}
	arena_free(&a);
}

static void
test_field(void **state)
{
	struct str header = STR("Language: lv\nPlural-Forms: nplurals=2; plural=n;\nX-Language: no\nEmpty:\n");

	(void)state;
	is_text(po_field(header, "Language"), "lv");
	is_text(po_field(header, "Plural-Forms"), "nplurals=2; plural=n;");
	is_text(po_field(header, "Empty"), "");
	is_text(po_field(header, "Lang"), "");
	is_text(po_field(STR_EMPTY, "Language"), "");
	is_text(po_field(STR("Language"), "Language"), "");
}

static void
test_machine(void **state)
{
	static const struct {
		struct po_entry e;
		bool machine;
	} rows[] = {
		{ { .fuzzy = true, .text = STR_INIT("x"), .extracted = STR_INIT("mt: engine 2026-01-01\n") }, true },
		{ { .fuzzy = true, .text = STR_INIT("x"), .comment = STR_INIT("look\n mt: engine\n") }, true },
		{ { .fuzzy = true, .text = STR_INIT("x"), .comment = STR_INIT("amt: engine\n") }, false },
		{ { .fuzzy = false, .text = STR_INIT("x"), .extracted = STR_INIT("mt: engine\n") }, false },
		{ { .fuzzy = true, .text = STR_INIT(""), .extracted = STR_INIT("mt: engine\n") }, false },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		assert_int_equal(po_machine(&rows[i].e), rows[i].machine);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_find),
		cmocka_unit_test(test_long),
		cmocka_unit_test(test_field),
		cmocka_unit_test(test_machine),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
