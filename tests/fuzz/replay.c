/* SPDX-License-Identifier: GPL-3.0-or-later */
/* main() for a fuzz driver in the ordinary tests: each file named is given to it once. */
#include <stdint.h>
#include <stdio.h>

#include "base/arena.h"
#include "base/fs.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

int
main(int argc, char **argv)
{
	struct arena a = ARENA_INIT;
	struct str bytes;

	for (int i = 1; i < argc; i++) {
		if (fs_read(&a, argv[i], &bytes) < 0) {
			perror(argv[i]);
			return 1;
		}
		LLVMFuzzerTestOneInput((const uint8_t *)bytes.p, bytes.n);
	}
	arena_free(&a);
	return 0;
}
