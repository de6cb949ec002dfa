/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "build/keys.h"

#include "asked.h"
#include "base/fs.h"

#include <stdio.h>
#include <stdlib.h>

static char dir[] = "/tmp/test_keys.XXXXXX";
static struct course first = { .name = STR_INIT("first") }, second = { .name = STR_INIT("second") };
static struct document doc;
static struct text text = { .doc = &doc, .lang = STR_INIT("en") };
static struct text *texts[] = { &text };
static struct question *questions[1];
static struct body body = { .text = &text, .quiz = &asked_quiz, .questions = questions, .nquestions = 1 };

static int
setup(void **state)
{
	asked_begin(state);
	quiz_init(&asked_quiz, QUIZ_TEST);
	asked_quiz.page = true;
	doc = (struct document){ .name = STR("quiz"), .texts = texts, .ntexts = 1, .course = &first };
	questions[0] = asked(":::question{#one type=single}\nW\n\n- [x] a {#a}\n- [ ] b {#b}\n\n:::\n");
	assert_non_null(questions[0]);
	snprintf(dir, sizeof dir, "/tmp/test_keys.XXXXXX");
	assert_non_null(mkdtemp(dir));
	return 0;
}

static int
teardown(void **state)
{
	fs_remove_tree(dir);
	return asked_end(state);
}

/* How many files lie in .pensum/keys/. */
static size_t
files(void)
{
	struct fs_entries list = { 0 };
	char path[64];
	size_t n;

	snprintf(path, sizeof path, "%s/.pensum/keys", dir);
	if (fs_list(&asked_arena, path, &list) < 0)
		return 0;
	n = list.n;
	VEC_FREE(&list);
	return n;
}

static void
test_nowhere_to_write(void **state)
{
	struct keys k = { 0 };

	(void)state;
	keys_add(&k, &body);
	assert_int_equal(keys_write(&k, STR("/dev/null"), &asked_diags), -1);
	assert_int_equal(asked_diags.all.n, 1);
	assert_int_equal(asked_diags.all.v[0].code, DIAG_IO);
	keys_free(&k);
}

static void
test_nothing(void **state)
{
	struct keys k = { 0 };

	(void)state;
	assert_int_equal(keys_write(&k, str_of(dir), &asked_diags), 0);
	assert_int_equal(files(), 0);
	keys_free(&k);
}

/* Papers of two workers and two courses; the same again is no other file. */
static void
test_files(void **state)
{
	(void)state;
	for (int again = 0; again < 2; again++) {
		struct keys k = { 0 }, other = { 0 };

		keys_add(&k, &body);
		keys_add(&k, &body);
		doc.course = &second;
		keys_add(&other, &body);
		doc.course = &first;
		keys_merge(&k, &other);
		assert_int_equal(other.papers.n, 0);
		assert_int_equal(keys_write(&k, str_of(dir), &asked_diags), 0);
		assert_int_equal(files(), 2);
		keys_free(&k);
	}
	told_nothing(&asked_diags);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_nowhere_to_write, setup, teardown),
		cmocka_unit_test_setup_teardown(test_nothing, setup, teardown),
		cmocka_unit_test_setup_teardown(test_files, setup, teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
