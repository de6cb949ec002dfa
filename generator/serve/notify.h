/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SERVE_NOTIFY_H
#define SERVE_NOTIFY_H

#include <stdbool.h>

#include "base/str.h"
#include "serve/sources.h"

/*
 * inotify over the sources of a site: all folders, those that appear later, and files and folders that links lead to.
 */
struct notify;

/* notify_open(root): NULL with errno: EMFILE (no more instances), ENOSPC (no more watches). ${root} must live as long. */
struct notify *notify_open(struct str root);

/* notify_fd(n): readable when something has happened. */
int notify_fd(const struct notify *n);

/* What has happened since the last notify_read(). */
struct notify_news {
	bool any;
	bool
	    whole; /* the last that happened is the end of something: a file was closed or put into place, not begun or taken away */
	bool short_of_watches; /* folders are not seen any more: look at everything oneself from now on */
};

/* notify_read(n, names, news): takes what there is, without waiting; adds names. The kernel's queue may run over: then there is news without a name. */
void notify_read(struct notify *n, struct sources_changed *names, struct notify_news *news);

void notify_close(struct notify *n); /* NULL is harmless */

#endif
