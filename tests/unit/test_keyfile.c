/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "score/keyfile.h"

#include "slips.h"

#include <string.h>

static struct arena arena;

static int
teardown(void **state)
{
	(void)state;
	arena_free(&arena);
	return 0;
}

/* What is said of ${file}, which is none. */
static void
refused(const char *file, const char *part)
{
	struct keyfiles k = { .arena = &arena };
	struct buf why = BUF_INIT;

	assert_int_equal(keyfile_read(&k, str_of(file), &why), -1);
	buf_chr(&why, '\0');
	if (strstr(why.p, part) == NULL)
		fail_msg("not \"%s\" but: %s", part, why.p);
	buf_free(&why);
	keyfile_free(&k);
}

/* ${with} in place of the first ${what} of the file of SLIPS_KEY. */
static const char *
changed(const char *what, const char *with)
{
	struct str file = slips_file(&arena);
	const char *p = strstr(file.p, what);

	assert_non_null(p);
	return arena_fmt(&arena, "%.*s%s%s", (int)(p - file.p), file.p, with, p + strlen(what)).p;
}

static void
test_no_key_file(void **state)
{
	(void)state;
	refused("", "line 1: ");
	refused("[1, 2", "line 1: ");
	refused("[1, 2]", "no key file");
	refused("{\"version\": 1}", "no key file");
	refused("{\"pensumKey\": 2}", "a newer Pensum");
	refused("{\"pensumKey\": -1}", "should be a whole number");
	refused("{\"pensumKey\": 1, \"version\": \"x\"}", "`papers` should be a list");
	refused("{\"pensumKey\": 1, \"version\": \"x\",\n\"papers\": [{}]}", "line 2: `mark` should be a string");
	refused("{\"pensumKey\": 1, \"version\": \"x\",\n\"papers\": [7]}", "line 2: `mark` should be a string");
}

static void
test_changed_by_hand(void **state)
{
	(void)state;
	refused(changed("\"correct\": true", "\"correct\": false"), "line 2: this paper was changed");
	refused(changed("\"7/10\"", "\"1/10\""), "this paper was changed");
	refused(changed("\"tries\": 1", "\"tries\": \"1\""), "`tries` should be a whole number");
	refused(changed("\"tries\": 1", "\"tries\": 999999999999999999999"), "`tries` should be a whole number");
	refused(changed("\"points\": \"1\"", "\"points\": \"-1\""), "`points` should be a number from 0");
	refused(changed("\"points\": \"1\"", "\"points\": \"much\""), "`points` should be a number from 0");
	refused(changed("\"id\": \"q2\"", "\"id\": \"q1\""), "question `q1` is there twice");
	refused(changed("\"question\": {", "\"questioned\": {"), "`question` should be an object");
}

static void
test_read(void **state)
{
	struct keyfiles k = { .arena = &arena };
	struct buf why = BUF_INIT;
	const struct keyfile_paper *p;

	(void)state;
	assert_int_equal(keyfile_read(&k, slips_file(&arena), &why), 0);
	assert_int_equal(keyfile_read(&k, slips_file(&arena), &why), 0); /* again: still one */
	assert_int_equal(k.papers.n, 1);
	assert_null(keyfile_find(&k, 1));
	assert_non_null(p = keyfile_find(&k, 0xfcfd06fc));
	assert_true(str_is(p->course, "c") && str_is(p->quiz, "end") && str_is(p->language, "en"));
	assert_true(str_is(p->title, "A test"));
	assert_true(str_is(p->pass, "7/10") && !p->pass_in_points && !p->draws);
	assert_int_equal(p->attempts, 2);
	assert_int_equal(p->nquestions, 4);
	assert_true(str_is(p->questions[1].id, "q2"));
	assert_int_equal(p->questions[1].nhints, 2);
	assert_int_equal(p->questions[1].tries, 3);
	keyfile_free(&k);
	buf_free(&why);
}

/* Blanks of the file do not matter; what is asked does, its title does not. */
static void
test_mark(void **state)
{
	struct keyfile_paper_text a = keyfile_seal(&arena, STR("A"), STR("{\"course\":\"c\",\"questions\":[]}"));
	struct keyfile_paper_text b = keyfile_seal(&arena, STR("B"), STR("{ \"course\": \"c\",\n\"questions\": [ ] }"));
	struct keyfile_paper_text c = keyfile_seal(&arena, STR("A"), STR("{\"course\":\"d\",\"questions\":[]}"));

	(void)state;
	assert_string_equal(a.mark, b.mark);
	assert_string_not_equal(a.mark, c.mark);
	assert_int_equal(strlen(a.mark), 8);
}

/* In whatever order papers come, and however often, the file is the same. */
static void
test_order(void **state)
{
	struct keyfile_paper_text a = keyfile_seal(&arena, STR("A"), STR("{\"course\":\"c\",\"quiz\":\"1\"}"));
	struct keyfile_paper_text b = keyfile_seal(&arena, STR("B"), STR("{\"course\":\"c\",\"quiz\":\"2\"}"));
	struct keyfile_paper_text one[] = { a, b }, two[] = { b, a, b };
	struct buf x = BUF_INIT, y = BUF_INIT;
	char vx[17], vy[17];

	(void)state;
	keyfile_write(&x, STR("c"), one, 2, vx);
	keyfile_write(&y, STR("c"), two, 3, vy);
	assert_true(str_eq(buf_view(&x), buf_view(&y)));
	assert_string_equal(vx, vy);
	buf_reset(&y);
	keyfile_write(&y, STR("c"), one, 1, vy);
	assert_string_not_equal(vx, vy);
	buf_free(&x);
	buf_free(&y);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_teardown(test_no_key_file, teardown),
		cmocka_unit_test_teardown(test_changed_by_hand, teardown),
		cmocka_unit_test_teardown(test_read, teardown),
		cmocka_unit_test_teardown(test_mark, teardown),
		cmocka_unit_test_teardown(test_order, teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
