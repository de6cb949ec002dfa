/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "testing.h"

#include <stdlib.h>
#include <string.h>

#include "score/vectors.h"

static void
makes(size_t (*run)(struct str, FILE *), struct str json, size_t errors, const char *wanted)
{
	char *p = NULL;
	size_t n = 0;
	FILE *f = open_memstream(&p, &n);

	assert_int_equal(run(json, f), errors);
	assert_int_equal(fclose(f), 0);
	assert_string_equal(p, wanted);
	free(p);
}

static void
test_no_list(void **state)
{
	(void)state;
	makes(vectors_score, STR("[5,"), 1, "{\"id\": null, \"error\": \"line 1, column 4: premature EOF\"}\n");
	makes(vectors_settle, STR("{}"), 1,
	    "={\"id\": null, \"error\": \"line 1, column 1: this is JSON, but not a list\"}\n");
}

static void
test_lines(void **state)
{
	static const char json[] =
	    "[{\"id\": \"a\\n<\", \"type\": \"survey\"},\n5, {\"id\": 7, \"type\": \"survey\"}, {\"id\": \"b\"},"
	    "{\"id\": \"c\", \"type\": \"band\", \"question\": {\"bands\": [{\"from\": 0, \"label\": \"\xc3\xa5\"}]},"
	    "\"response\": {\"score\": 0.5}}]";

	(void)state;
	makes(vectors_score, STR("[]"), 0, "");
	makes(vectors_score, str_of(json), 3,
	    "{\"id\": \"a\\u000a\\u003c\", \"score\": null, \"max\": null}\n"
	    "{\"id\": null, \"error\": \"vector is a number, but must be an object\"}\n"
	    "{\"id\": null, \"error\": \"id is the number 7, but must be a string\"}\n"
	    "{\"id\": \"b\", \"error\": \"the vector has no field \\\"type\\\", which it must have\"}\n"
	    "{\"id\": \"c\", \"score\": \"1/2\", \"max\": \"1\", \"band\": \"\xc3\xa5\"}\n");
	makes(vectors_settle, str_of(json), 3,
	    "{\"id\": \"a\\u000a\\u003c\", \"type\": \"survey\", \"question\": {}, \"scoring\": {}, \"response\": null}\n"
	    "={\"id\": null, \"error\": \"vector is a number, but must be an object\"}\n"
	    "={\"id\": null, \"error\": \"id is the number 7, but must be a string\"}\n"
	    "={\"id\": \"b\", \"error\": \"the vector has no field \\\"type\\\", which it must have\"}\n"
	    "{\"id\": \"c\", \"type\": \"band\", \"question\": {\"bands\": [{\"from\": \"0\", \"label\": \"\xc3\xa5\"}]}, \"scoring\": {}, "
	    "\"response\": {\"score\": \"1/2\"}}\n");
}

static void
test_twice(void **state)
{
	(void)state;
	makes(vectors_score, STR("[{\"id\": \"a\", \"id\": \"b\"}, {\"id\": \"c\", \"type\": \"survey\"}]"), 1,
	    "{\"id\": \"a\", \"error\": \"line 1, column 24: the name \\\"id\\\" stands twice in one object\"}\n"
	    "{\"id\": \"c\", \"score\": null, \"max\": null}\n");
}

/* Each piece of the engine is there, and nothing that only pages need. */
static void
test_script(void **state)
{
	struct buf b = BUF_INIT;

	(void)state;
	vectors_script(&b);
	buf_chr(&b, '\0');
	assert_non_null(strstr(b.p, "types.multiple = "));
	assert_non_null(strstr(b.p, "answerAll(process.stdin"));
	assert_null(strstr(b.p, "document."));
	assert_true(b.n < 128 << 10);
	buf_free(&b);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_no_list),
		cmocka_unit_test(test_lines),
		cmocka_unit_test(test_twice),
		cmocka_unit_test(test_script),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
