/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SCORE_NODEJS_H
#define SCORE_NODEJS_H

#include <stdio.h>
#include <sys/types.h>

/* A script under Node.js, the command `node`, that reads what we write and writes to our standard output. */
struct nodejs {
	FILE *to;
	pid_t pid;
};

/* nodejs_start(n, script): -1 with errno (ENOENT: there is no `node`). ${script} is held in the command line: below 128 kB. */
int nodejs_start(struct nodejs *n, const char *script);

/* nodejs_end(n): ends its input and waits; the exit status, or -1 where it was killed. Writes that failed are seen in that. */
int nodejs_end(struct nodejs *n);

#endif
