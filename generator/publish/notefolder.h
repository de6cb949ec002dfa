/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PUBLISH_NOTEFOLDER_H
#define PUBLISH_NOTEFOLDER_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/str.h"

/*
 * Where a site keeps its notes on what it published into one output folder: <root>/.pensum/<hash of the output folder>, no business of version
 * control, and locked while a build is at work. Where nothing can be written there, notes are made in a folder that goes with the build: the
 * next one knows nothing of it, and goes by the files themselves.
 */
struct notefolder {
	struct str path;
	int lock;     /* -1: none */
	bool passing; /* it goes with the build */
};

/* notefolder_open(n, a, root, out): of the absolute folder ${out}. -1 with errno; EWOULDBLOCK where another build has it. */
int notefolder_open(struct notefolder *n, struct arena *a, struct str root, struct str out);

/* notefolder_lock(path, flags): opens and locks what is there; -1 with errno, EWOULDBLOCK where another process has it. */
int notefolder_lock(const char *path, int flags);

void notefolder_close(struct notefolder *n);

#endif
