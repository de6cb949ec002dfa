/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/decoding.h"

#include "exchanged.h"

static void
becomes(const char *bytes, const char *wanted, size_t count)
{
	struct taking t = EXCHANGED(bytes);

	assert_int_equal(decoding_text(&t), 0);
	exchanged_is(t.src.bytes, wanted);
	exchanged_told(count, "windows-1252");
	diags_free(&asked_diags);
	asked_diags = (struct diags)DIAGS_INIT;
}

static void
refused(const char *bytes, size_t n, uint32_t line)
{
	struct taking t = exchanged_taking(bytes, n);

	assert_int_equal(decoding_text(&t), -1);
	told(&asked_diags, DIAG_IMPORT_SYNTAX, line, 0, 0);
	diags_free(&asked_diags);
	asked_diags = (struct diags)DIAGS_INIT;
}

static void
test_all(void **state)
{
	(void)state;
	refused("a\nb\0c", 5, 2);
	refused("\xff\xfe"
		"a",
	    3, 0);
	refused("a\n\x81", 3, 2);
	becomes("", "", 0);
	becomes("\xef\xbb\xbf"
		"a\u00e4",
	    "a\u00e4", 0);
	becomes("\xe4 \x93q\x94 \x80", "\u00e4 \u201cq\u201d \u20ac", 1);
}

int
main(void)
{
	const struct CMUnitTest tests[] = { EXCHANGED_TEST(test_all) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
