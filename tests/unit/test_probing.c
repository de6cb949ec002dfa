/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "localise/probing.h"

#include <stdlib.h>

#include "told.h"

static void
says(const char *json, size_t errors, const char *lines)
{
	char *text = NULL;
	size_t n = 0;
	FILE *f = open_memstream(&text, &n);

	assert_int_equal(probing_run(str_of(json), f), errors);
	fclose(f);
	is_text((struct str){ text, n }, lines);
	free(text);
}

static void
test_lists(void **state)
{
	(void)state;
	says("", 1, "{\"id\": null, \"error\": \"line 1, column 1: premature EOF\"}\n");
	says("[]", 0, "");
	says(
	    "[{\"id\": \"a\", \"op\": \"direction\", \"locale\": \"nb\"}, {\"id\": \"b\"}, {\"id\": 3, \"op\": \"direction\", "
	    "\"locale\": \"ar\"}, {\"id\": [], \"op\": \"direction\", \"locale\": \"nb\"}]",
	    1,
	    "{\"id\": \"a\", \"result\": \"ltr\"}\n{\"id\": \"b\", \"error\": \"`op` is missing\"}\n"
	    "{\"id\": 3, \"result\": \"rtl\"}\n{\"id\": null, \"result\": \"ltr\"}\n");
}

static void
test_fault(void **state)
{
	char *text = NULL;
	size_t n = 0;
	FILE *f = open_memstream(&text, &n);

	(void)state;
	probing_fault(f, STR("\"x\" cannot be read"));
	fclose(f);
	is_text((struct str){ text, n }, "{\"id\": null, \"error\": \"\\\"x\\\" cannot be read\"}\n");
	free(text);
}

int
main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_lists), cmocka_unit_test(test_fault) };

	return cmocka_run_group_tests(tests, 0, 0);
}
