/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/wordnotes.h"

#include "testing.h"

static struct str
two(struct arena *a, uint32_t line, uint64_t hash)
{
	struct wordnotes n = { 0 };
	struct buf b = BUF_INIT;
	struct str s;

	pack_fixed(&b, hash);
	pack_fixed(&b, 2);
	wordnotes_add(&n, (struct span){ line, 4, 11 }, 8, buf_view(&b));
	wordnotes_add(&n, (struct span){ 9, 1, 0 }, 5, str_sub(buf_view(&b), 0, 8));
	s = wordnotes_end(&n, a);
	buf_free(&b);
	return s;
}

static void
test_none(void **state)
{
	struct arena a = ARENA_INIT;
	struct wordnotes n = { 0 };
	struct wordnotes_note note;
	struct pack_reader r;
	struct str s = wordnotes_end(&n, &a);

	(void)state;
	assert_int_equal(s.n, 0);
	assert_true(wordnotes_mark(s) == 0);
	r = wordnotes_of(s);
	assert_false(wordnotes_next(&r, &note));
	arena_free(&a);
}

/* Whatever bytes there are: an end, and nothing read behind it. */
static void
test_damaged(void **state)
{
	struct arena a = ARENA_INIT;
	struct str whole = two(&a, 3, 1);

	(void)state;
	for (size_t n = 0; n < whole.n; n++) {
		char *cut = mem_alloc(n + 1);
		struct pack_reader r;
		struct wordnotes_note note;
		int notes = 0;

		memcpy(cut, whole.p, n);
		r = wordnotes_of((struct str){ cut, n });
		while (wordnotes_next(&r, &note))
			notes++;
		assert_true(notes < 2);
		(void)wordnotes_mark((struct str){ cut, n });
		free(cut);
	}
	arena_free(&a);
}

static void
test_there_and_back(void **state)
{
	struct arena a = ARENA_INIT;
	struct pack_reader r = wordnotes_of(two(&a, 3, 1));
	struct wordnotes_note note;

	(void)state;
	assert_true(wordnotes_next(&r, &note));
	assert_int_equal(note.at.line, 3);
	assert_int_equal(note.at.len, 11);
	assert_int_equal(note.words, 8);
	assert_int_equal(note.n, 2);
	assert_true(pack_take_fixed(&note.all) == 1 && pack_take_fixed(&note.all) == 2);
	assert_true(wordnotes_next(&r, &note));
	assert_int_equal(note.words, 5);
	assert_int_equal(note.n, 1);
	assert_false(wordnotes_next(&r, &note));
	arena_free(&a);
}

/* Lines above a note do not make it another one. */
static void
test_mark(void **state)
{
	struct arena a = ARENA_INIT;

	(void)state;
	assert_true(wordnotes_mark(two(&a, 3, 1)) == wordnotes_mark(two(&a, 30, 1)));
	assert_false(wordnotes_mark(two(&a, 3, 1)) == wordnotes_mark(two(&a, 3, 7)));
	arena_free(&a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_none),
		cmocka_unit_test(test_damaged),
		cmocka_unit_test(test_there_and_back),
		cmocka_unit_test(test_mark),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
