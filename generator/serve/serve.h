/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SERVE_SERVE_H
#define SERVE_SERVE_H

#include <stdbool.h>

#include "base/buf.h"
#include "model/config.h"
#include "serve/telling.h"

/* The site in a browser while it is written: made in memory, kept up to date, never published. */

struct serve_options {
	const char *address; /* NULL: this machine only */
	int port;            /* -1: not said; 0: any */
	bool poll;           /* do not ask the system what changes */
	bool no_follow;      /* browsers stay on their page */
};

/*
 * serve_run(cfg, o, voice, why): serves until a signal ends it, and returns 0. -1 with a sentence in ${why}, without a full stop, where it
 * cannot begin. A site with errors is served as well as it can be.
 */
int serve_run(
    const struct config *cfg, const struct serve_options *o, const struct telling_voice *voice, struct buf *why);

#endif
