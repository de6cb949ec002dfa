/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "testing.h"

#include <stdalign.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/arena.h"

static void
assert_zeroed(const char *p, size_t n)
{
	for (size_t i = 0; i < n; i++)
		assert_int_equal(p[i], 0);
}

static void
test_aligned_zeroed_apart(void **state)
{
	struct arena a = ARENA_INIT;
	char *before = NULL;
	size_t size_before = 0;

	(void)state;
	for (size_t n = 0; n < 2000; n++) {
		char *p = arena_alloc(&a, n);

		assert_non_null(p);
		assert_int_equal((uintptr_t)p % alignof(max_align_t), 0);
		assert_zeroed(p, n);
		memset(p, 0xaa, n);
		/* What came before is not overwritten. */
		for (size_t i = 0; i < size_before; i++)
			assert_int_equal((unsigned char)before[i], 0xaa);
		before = p;
		size_before = n;
	}
	arena_free(&a);
	assert_null(a.chunk);
	arena_free(&a);
}

/* What is filled at once need not be zeroed; what comes behind it is. */
static void
test_bytes(void **state)
{
	static const size_t sizes[] = { 0, 1, 16, 17, 1000, 1024, 1025, 5000, (size_t)1 << 19 };
	struct arena a = ARENA_INIT;

	(void)state;
	for (int round = 0; round < 3; round++) {
		for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
			char *bytes = arena_bytes(&a, sizes[i]), *next;

			assert_int_equal((uintptr_t)bytes % ARENA_ALIGN, 0);
			memset(bytes, 1, sizes[i]);
			next = arena_alloc(&a, 40);
			assert_zeroed(next, 40);
			memset(next, 2, 40);
			for (size_t k = 0; k < sizes[i]; k++)
				assert_int_equal(bytes[k], 1);
		}
		arena_reset(&a);
	}
	arena_free(&a);
}

static void
test_big_leaves_room_in_front(void **state)
{
	struct arena a = ARENA_INIT;
	char *small = arena_alloc(&a, 16), *big, *next;

	(void)state;
	big = arena_alloc(&a, (size_t)3 << 20);
	assert_zeroed(big, (size_t)3 << 20);
	memset(big, 1, (size_t)3 << 20);
	next = arena_alloc(&a, 16);
	assert_true(next > small && next - small < 200);
	assert_true(a.used >= ((size_t)3 << 20) + 32);
	arena_free(&a);
}

static void
test_reset_keeps_memory_and_zeroes_it(void **state)
{
	struct arena a = ARENA_INIT;

	(void)state;
	for (int round = 0; round < 20; round++) {
		struct arena_chunk *kept = a.chunk;

		for (int i = 0; i < 200; i++) {
			char *p = arena_alloc(&a, (size_t)(round * 131 + i * 17) % 4000 + 1);

			assert_zeroed(p, (size_t)(round * 131 + i * 17) % 4000 + 1);
			memset(p, 0xff, (size_t)(round * 131 + i * 17) % 4000 + 1);
		}
		memset(arena_alloc(&a, (size_t)2 << 20), 0xff, (size_t)2 << 20);
		assert_true(a.used > (size_t)2 << 20);
		arena_reset(&a);
		assert_non_null(a.chunk);
		assert_int_equal(a.used, 0);
		if (round > 2)
			assert_ptr_equal(a.chunk, kept);
	}
	arena_free(&a);
	arena_reset(&a);
}

static void
test_reset_after_only_big(void **state)
{
	struct arena a = ARENA_INIT;
	char *p;

	(void)state;
	arena_alloc(&a, (size_t)5 << 20);
	arena_reset(&a);
	assert_null(a.chunk);
	p = arena_alloc(&a, 300000);
	memset(p, 7, 300000);
	arena_reset(&a);
	assert_zeroed(arena_alloc(&a, 300000), 300000);
	arena_free(&a);
}

/* Under AddressSanitizer allocations stand apart: nothing grows there. */
static void
test_extend(void **state)
{
	struct arena a = ARENA_INIT;
	char *p = arena_alloc(&a, 20), *q;

	(void)state;
	if (arena_extend(&a, p, 20, 32)) {
		assert_zeroed(p, 32);
		memset(p, 0xff, 32);
		assert_true(arena_extend(&a, p, 32, 1500));
		assert_int_equal((unsigned char)p[31], 0xff);
		assert_zeroed(p + 32, 1500 - 32);
		memset(p, 0xff, 1500);
		assert_true(a.used >= 1500);
		/* No room is left for so much, nothing has changed. */
		assert_false(arena_extend(&a, p, 1500, 4000));
	}
	q = arena_alloc(&a, 8);
	assert_zeroed(q, 8);
	/* It is not the last one any more. */
	assert_false(arena_extend(&a, p, 1500, 1600));
	arena_reset(&a);
	assert_zeroed(arena_alloc(&a, 1600), 1600);
	arena_free(&a);
}

static void
test_text(void **state)
{
	struct arena a = ARENA_INIT;
	struct str s = arena_str(&a, STR("a\0b")), long_one;
	char wanted[1001];

	(void)state;
	assert_int_equal(s.n, 3);
	assert_memory_equal(s.p, "a\0b", 4);
	s = arena_str(&a, (struct str){ 0 });
	assert_int_equal(s.n, 0);
	assert_string_equal(s.p, "");
	s = ARENA_CAT(&a, STR("x"), (struct str){ NULL, 0 }, STR("-"), STR("yz"));
	assert_int_equal(s.n, 4);
	assert_string_equal(s.p, "x-yz");
	assert_string_equal(ARENA_CAT(&a, STR_EMPTY).p, "");
	s = arena_fmt(&a, "%s-%d", "x", 7);
	assert_int_equal(s.n, 3);
	assert_string_equal(s.p, "x-7");
	/* Around the size of what is formatted without a second pass, and far behind it. */
	for (int n = 250; n <= 1000; n += n < 260 ? 1 : 740) {
		memset(wanted, '.', sizeof wanted);
		wanted[n] = '\0';
		long_one = arena_fmt(&a, "%s", wanted);
		assert_int_equal(long_one.n, n);
		assert_string_equal(long_one.p, wanted);
	}
	arena_free(&a);
}

static void
test_join(void **state)
{
	struct arena a = ARENA_INIT, b = ARENA_INIT, none = ARENA_INIT;
	struct str x = arena_str(&a, STR("of a")), y = arena_str(&b, STR("of b"));
	size_t used = a.used + b.used;

	(void)state;
	arena_alloc(&b, (size_t)2 << 20);
	used += (size_t)2 << 20;
	arena_join(&a, &b);
	arena_join(&a, &none);
	assert_null(b.chunk);
	assert_int_equal(b.used, 0);
	assert_int_equal(a.used, used);
	assert_string_equal(x.p, "of a");
	assert_string_equal(y.p, "of b");
	arena_join(&none, &a);
	assert_int_equal(none.used, used);
	assert_string_equal(y.p, "of b");
	assert_string_equal(arena_str(&none, STR("more")).p, "more");
	arena_free(&none);
}

static int
status_of_array(size_t n, size_t size)
{
	int status = 0;
	pid_t child = fork();

	if (child == 0) {
		struct arena a = ARENA_INIT;

		close(STDERR_FILENO);
		arena_array(&a, n, size);
		_exit(0);
	}
	assert_int_equal(waitpid(child, &status, 0), child);
	return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

static void
test_overflow_ends_the_program(void **state)
{
	(void)state;
	assert_int_equal(status_of_array(SIZE_MAX / 2, 3), 70);
	assert_int_equal(status_of_array(SIZE_MAX, 1), 70);
	assert_int_equal(status_of_array(10, 10), 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_aligned_zeroed_apart),
		cmocka_unit_test(test_bytes),
		cmocka_unit_test(test_big_leaves_room_in_front),
		cmocka_unit_test(test_reset_keeps_memory_and_zeroes_it),
		cmocka_unit_test(test_reset_after_only_big),
		cmocka_unit_test(test_extend),
		cmocka_unit_test(test_text),
		cmocka_unit_test(test_join),
		cmocka_unit_test(test_overflow_ends_the_program),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
