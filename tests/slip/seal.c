/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes a key file of keys: one a line on standard input, the file on standard output. */
#include <stdio.h>
#include <stdlib.h>

#include "score/keyfile.h"

int
main(void)
{
	struct arena a = ARENA_INIT;
	struct papers VEC_OF(struct keyfile_paper_text);
	struct papers all = { 0 };
	struct buf out = BUF_INIT;
	char version[17], *line = NULL;
	size_t room = 0;
	ssize_t n;

	while ((n = getline(&line, &room, stdin)) > 0)
		VEC_PUSH(&all, keyfile_seal(&a, STR("Test"), (struct str){ line, (size_t)n }));
	keyfile_write(&out, STR("course"), all.v, all.n, version);
	fwrite(out.p, 1, out.n, stdout);
	free(line);
	buf_free(&out);
	VEC_FREE(&all);
	arena_free(&a);
	return 0;
}
