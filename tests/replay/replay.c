/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Gives files to a fuzz driver (tests/fuzz/fuzz_*.c), one after the other, without a
 * fuzzer: what was found once is tried in each test run. A crash, a failed demand or a
 * report of a sanitizer ends it, after the name of the file was printed.
 */
#include <err.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

/* A block of just the file's size, so that a step beyond it is seen. */
static uint8_t *
read_file(const char *path, size_t *n)
{
	FILE *f = fopen(path, "rb");
	if (!f) err(2, "%s", path);
	if (fseek(f, 0, SEEK_END)) err(2, "%s", path);
	long size = ftell(f);
	if (size < 0) err(2, "%s", path);
	rewind(f);
	uint8_t *data = malloc(size ? (size_t)size : 1);
	if (!data) err(2, NULL);
	*n = fread(data, 1, (size_t)size, f);
	fclose(f);
	return data;
}

int
main(int argc, char **argv)
{
	for (int i = 1; i < argc; i++) {
		size_t n;
		uint8_t *data = read_file(argv[i], &n);
		LLVMFuzzerTestOneInput(data, n);
		free(data);
	}
	return 0;
}
