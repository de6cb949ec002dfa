/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SERVE_STOPPING_H
#define SERVE_STOPPING_H

/*
 * How the server ends: SIGINT (Ctrl-C), SIGTERM and SIGHUP make a file descriptor readable. Whoever has not ended STOPPING_GRACE milliseconds later,
 * because it is in the middle of a large site, is ended with status 0: nothing that it holds is on the disk.
 */
struct stopping;

enum { STOPPING_GRACE = 120 };

/* stopping_open(): from now on, also for all threads begun later. NULL where that can't be. */
struct stopping *stopping_open(void);
int stopping_fd(const struct stopping *s);
void stopping_close(struct stopping *s); /* signals do what they did before; NULL is harmless */

#endif
