/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "check/keyleaks.h"

#include "told.h"

/* What is told of the page of a test with the questions `a` and `b`. */
static const char *
told_of(const char *salt, const char *html, const char *script)
{
	static char all[512];
	struct question a = { .id = STR("a") }, b = { .id = STR("b") }, *both[] = { &a, &b };
	struct quiz quiz = { .page = true };
	struct body body = { .src = { STR("a.md"), STR_EMPTY },
		.quiz = &quiz,
		.salt = str_of(salt),
		.questions = both,
		.nquestions = 2 };
	struct diags d = DIAGS_INIT;

	*all = '\0';
	keyleaks_check(&body, str_of(html), str_of(script), &d);
	for (size_t i = 0; i < d.all.n; i++) {
		assert_int_equal(d.all.v[i].code, DIAG_LEAK);
		strncat(all, d.all.v[i].detail.p, d.all.v[i].detail.n);
		strcat(all, "\n");
	}
	diags_free(&d);
	return all;
}

#define IN_SCRIPT(id) "the key of the question `" id "` is in clear in its script\n"
#define IN_PAGE(id) "the key of the question `" id "` is in clear in its page\n"
#define B "{\"id\":\"b\",\"hash\":\"0\","
#define MARKED "\"type\":\"single\",\"question\":{\"options\":[{\"id\":\"a\",\"key\":\"0123abcd\"}]},\"scoring\":{}}"

static void
test_script(void **state)
{
	(void)state;
	assert_string_equal(
	    told_of("s", "", B "\"type\":\"text\",\"question\":{\"entries\":[]},\"scoring\":{}}\n"), IN_SCRIPT("b"));
	assert_string_equal(
	    told_of("s", "", B "\"type\":\"single\",\"question\":{\"options\":[{\"id\":\"a\",\"correct\":true}]}}"),
	    IN_SCRIPT("b"));
	assert_string_equal(
	    told_of("s", "", B "\"question\":{\"options\":[{\"id\":\"a\",\"key\":\"0\",\"correct\":true}]}}"),
	    IN_SCRIPT("b"));
	assert_string_equal(
	    told_of("s", "", B "\"question\":{\"options\":[{\"id\":\"a\",\"key\":\"0\",\"credit\":\"1/2\"}]}}"),
	    IN_SCRIPT("b"));
	/* covered, and in clear beside it */
	assert_string_equal(told_of("s", "", B "\"sealed\":\"eA==\",\"question\":{}}"), IN_SCRIPT("b"));
	assert_string_equal(told_of("s", "", B "}"), IN_SCRIPT("b"));
	assert_string_equal(
	    told_of("s", "", B MARKED ",\n{\"id\":\"a\",\"hash\":\"0\",\"question\":{}}"), IN_SCRIPT("a"));
}

static void
test_page(void **state)
{
	(void)state;
	assert_string_equal(told_of("s",
				"<form data-question=\"a\"><div data-answers data-sealed=\"eA==\"></div></form>"
				"<form data-question=\"b\"><div data-answers hidden>key</div></form>",
				""),
	    IN_PAGE("b"));
	assert_string_equal(
	    told_of("s", "<form data-question=\"a\"><details class=\"x\" data-answers>", ""), IN_PAGE("a"));
}

static void
test_fine(void **state)
{
	(void)state;
	assert_string_equal(told_of("s", "", ""), "");
	assert_string_equal(told_of("s", "", B MARKED ",\n{\"id\":\"a\",\"hash\":\"0\",\"sealed\":\"eA==\"}]"), "");
	/* no test */
	assert_string_equal(told_of("", "<div data-answers>", B "\"question\":{}}"), "");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_script),
		cmocka_unit_test(test_page),
		cmocka_unit_test(test_fine),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
