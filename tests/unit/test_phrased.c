/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "score/phrased.h"

#include "asked.h"
#include "score/asked.h"

static struct buf out;

static int
end(void **state)
{
	buf_free(&out);
	out = (struct buf)BUF_INIT;
	return asked_end(state);
}

/* What the page and the key files know of the question. */
static void
is_written(const char *markdown, const char *want)
{
	struct question *q = asked(markdown);

	told_nothing(&asked_diags);
	assert_non_null(q);
	buf_reset(&out);
	asked_write(&out, q);
	is_text(buf_view(&out), want);
}

static void
test_text(void **state)
{
	(void)state;
	is_written(
	    ":::question{#q type=text case=match accents=tell}\nT?\n\n- a \"b\" | c {#x}\n- `d*` {#y score=1/2 match=glob}\n\n:::\n",
	    "\"type\":\"text\",\"question\":{\"accept\":[{\"text\":\"a \\\"b\\\"\"},{\"text\":\"c\"},"
	    "{\"text\":\"d*\",\"score\":\"1/2\",\"match\":\"glob\"}]},\"scoring\":{\"case\":\"match\",\"accents\":\"ignore\"}");
	assert_true(
	    asked(":::question{#q type=text accents=tell}\nT?\n\n- a {#x}\n\n:::\n")->gaps[0].text.tell_accents);
}

static void
test_number(void **state)
{
	(void)state;
	is_written(":::question{#q type=number answer=65 tolerance=1 unit=% unit-penalty=1/5}\nN?\n:::\n",
	    "\"type\":\"number\",\"question\":{\"answers\":[{\"low\":\"64\",\"high\":\"66\"}],\"units\":{\"%\":\"1\"}},"
	    "\"scoring\":{\"unit_penalty\":\"1/5\"}");
	is_written(":::question{#q type=number}\nN?\n\n- 3 {#a}\n- (5, 7] {#b score=1/2}\n- any {#c score=0}\n\n:::\n",
	    "\"type\":\"number\",\"question\":{\"answers\":[{\"low\":\"3\",\"high\":\"3\"},"
	    "{\"low\":\"5\",\"openLow\":true,\"high\":\"7\",\"score\":\"1/2\"},{\"any\":true,\"score\":\"0\"}]},\"scoring\":{}");
	is_written(":::question{#q type=number answer=1/3 decimals=2}\nN?\n:::\n",
	    "\"type\":\"number\",\"question\":{\"answers\":[{\"value\":\"1/3\",\"decimals\":2}]},\"scoring\":{}");
}

static void
test_gaps(void **state)
{
	(void)state;
	is_written(":::question{#q type=gap scoring=exact}\nA [[b|c]]{#one weight=2} d [[*e*|f]].\n:::\n",
	    "\"type\":\"gap\",\"question\":{\"gaps\":[{\"id\":\"one\",\"weight\":\"2\",\"accept\":[{\"text\":\"b\"},{\"text\":\"c\"}]},"
	    "{\"id\":\"2\",\"kind\":\"select\",\"answer\":\"1\",\"choices\":[\"1\",\"2\"]}]},\"scoring\":{\"mode\":\"exact\"}");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_text, asked_begin, end),
		cmocka_unit_test_setup_teardown(test_number, asked_begin, end),
		cmocka_unit_test_setup_teardown(test_gaps, asked_begin, end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
