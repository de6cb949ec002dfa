/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "localise/probes.h"

#include "told.h"

/* What is asked, answered as JSON, or what is wrong with it. Most of it stands in tests/l10n/. */
static const struct {
	const char *vector, *answer;
} rows[] = {
	{ "5", "a vector must be an object, not a number" },
	{ "{}", "`op` is missing" },
	{ "{\"op\": \"direction\"}", "`locale` is missing" },
	{ "{\"op\": \"direction\", \"locale\": \"xx\"}", "the Unicode CLDR knows no language `xx`" },
	{ "{\"op\": \"directoin\", \"locale\": \"nb\"}",
	    "there is no `op` called `directoin`; did you mean `direction`?" },
	{ "{\"op\": \"bucket\", \"locale\": \"nb\", \"txet\": \"a\"}",
	    "there is no field `txet`; did you mean `text`?" },
	{ "{\"op\": \"bucket\", \"locale\": \"nb\", \"text\": \"a\", \"txet\": \"a\"}", "\"A\"" },
	{ "{\"op\": \"direction\", \"locale\": \"ar\"}", "\"rtl\"" },
	{ "{\"op\": \"plural\", \"locale\": \"lv\", \"n\": \"0.11\"}", "\"zero\"" },
	{ "{\"op\": \"plural\", \"locale\": \"en\", \"n\": 2, \"ordinal\": true}", "\"two\"" },
	{ "{\"op\": \"plural\", \"locale\": \"en\", \"n\": 2, \"ordinal\": null}", "\"other\"" },
	{ "{\"op\": \"number\", \"locale\": \"de\", \"value\": 1.50}", "\"1,50\"" },
	{ "{\"op\": \"date\", \"locale\": \"de\", \"date\": \"2026-02-03\"}", "\"3. Februar 2026\"" },
	{ "{\"op\": \"list\", \"locale\": \"de\", \"items\": [\"a\", \"\\\"b\"], \"type\": \"or\"}",
	    "\"a oder \\\"b\"" },
	{ "{\"op\": \"sort\", \"locale\": \"sv\", \"items\": [\"ö\", \"z\", \"å\"]}", "[\"z\", \"å\", \"ö\"]" },
	{ "{\"op\": \"slug\", \"locale\": \"de\", \"text\": \"Ärger\"}", "\"aerger\"" },
};

static void
test_probes(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct arena a = ARENA_INIT;
		struct buf result = BUF_INIT;
		struct json_fault fault;
		struct probe p = {
			.arena = &a, .vector = jsonread_parse(&a, str_of(rows[i].vector), &fault), .result = &result
		};

		assert_non_null(p.vector);
		if (probes_ask(&p)) {
			is_text(buf_view(&result), rows[i].answer);
			assert_int_equal(p.error.n, 0);
		} else {
			is_text(p.error, rows[i].answer);
		}
		buf_free(&result);
		arena_free(&a);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_probes) };

	return cmocka_run_group_tests(tests, 0, 0);
}
