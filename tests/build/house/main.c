/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Prints the embedded files' names, or with a name its bytes: as a program that has nothing but them, and one library. */
#include <stdio.h>
#include <string.h>
#include <xxhash.h>

#include "base/stock.h"

int
main(int argc, char **argv)
{
	for (size_t i = 0; i < stock_count; i++) {
		const struct stock_file *f = &stock_files[i];
		if (argc < 2) printf("%.*s %zu\n", STR_ARG(f->path), f->bytes.n);
		else if (f->path.n == strlen(argv[1]) && !memcmp(f->path.p, argv[1], f->path.n))
			fwrite(f->bytes.p, 1, f->bytes.n, stdout);
	}
	return XXH_versionNumber() == 0;
}
