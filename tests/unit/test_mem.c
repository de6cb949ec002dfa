/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "testing.h"

#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/mem.h"

static void
test_alloc_is_zeroed(void **state)
{
	(void)state;
	for (size_t n = 0; n < 300; n += 7) {
		unsigned char *p = mem_alloc(n);

		assert_non_null(p);
		for (size_t i = 0; i < n; i++)
			assert_int_equal(p[i], 0);
		free(p);
	}
}

static void
test_grow_keeps_bytes(void **state)
{
	char *p = mem_grow(NULL, 4);

	(void)state;
	memcpy(p, "abc", 4);
	p = mem_grow(p, 100000);
	assert_string_equal(p, "abc");
	p = mem_grow(p, 0);
	assert_non_null(p);
	free(p);
}

static void
test_die_tells_and_ends(void **state)
{
	int ends[2], status = 0;
	char said[200];
	ssize_t n;
	pid_t child;

	(void)state;
	assert_int_equal(pipe(ends), 0);
	child = fork();
	if (child == 0) {
		dup2(ends[1], STDERR_FILENO);
		mem_die(12345);
	}
	close(ends[1]);
	assert_int_equal(waitpid(child, &status, 0), child);
	n = read(ends[0], said, sizeof said - 1);
	close(ends[0]);
	assert_true(n > 0);
	said[n] = '\0';
	assert_string_equal(said, "pensum: out of memory: 12345 bytes were wanted\n");
	assert_true(WIFEXITED(status));
	assert_int_equal(WEXITSTATUS(status), 70);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_alloc_is_zeroed),
		cmocka_unit_test(test_grow_keeps_bytes),
		cmocka_unit_test(test_die_tells_and_ends),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
