/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "i18n/heading.h"

#include "localise/pluralcheck.h"
#include "told.h"

/* A header of ours is one that our own check finds nothing wrong with. */
static void
test_plural(void **state)
{
	static const char *const langs[] = { "nb", "nn", "en", "en-GB", "lv", "ru", "et", "lt", "pl", "sv", "fi", "da",
		"de", "is", "uk", "ar", "fa-AF" };

	(void)state;
	for (size_t i = 0; i < sizeof langs / sizeof *langs; i++) {
		struct arena a = ARENA_INIT;
		struct diags d = DIAGS_INIT;
		struct po po = { .src = { STR("a.po"), STR_EMPTY }, .lang = str_of(langs[i]) };

		po.header = heading_new(&a, STR("Site"), po.lang);
		assert_true(po_field(po.header, "Plural-Forms").n > 0);
		pluralcheck_tell(&po, &d);
		told_nothing(&d);
		diags_free(&d);
		arena_free(&a);
	}
}

static void
test_fields(void **state)
{
	struct arena a = ARENA_INIT;
	struct str h = heading_new(&a, STR("Site"), STR("fa-AF"));

	(void)state;
	is_text(po_field(h, "Project-Id-Version"), "Site");
	is_text(po_field(h, "Language"), "fa_AF");
	is_text(po_field(h, "Content-Type"), "text/plain; charset=UTF-8");
	is_text(po_field(h, "POT-Creation-Date"), ""); /* equal messages give equal bytes */
	h = heading_new(&a, STR("Site"), STR_EMPTY);
	is_text(po_field(h, "Language"), "");
	is_text(po_field(h, "Plural-Forms"), "");
	arena_free(&a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_plural), cmocka_unit_test(test_fields) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
