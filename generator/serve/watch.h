/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SERVE_WATCH_H
#define SERVE_WATCH_H

#include <stdbool.h>

#include "base/buf.h"
#include "base/str.h"
#include "serve/sources.h"

/*
 * Whether the sources have changed: by inotify, by looking again and again, or by both.
 *
 *	struct watch *w = watch_open(root, false, &notice);
 *	poll() on watch_fd(w), for watch_left(w) milliseconds at most
 *	if (watch_look(w) && watch_left(w) == 0)
 *		watch_take(w, &names), and whoever made something of the sources makes it anew
 *
 * Editors save in several steps, programs change many files: what has happened waits until it is quiet for WATCH_QUIET milliseconds, or for
 * WATCH_WHOLE where the last that happened was the end of something, but not for longer than WATCH_LONGEST in all.
 */
struct watch;

enum { WATCH_QUIET = 10, WATCH_WHOLE = 2, WATCH_LONGEST = 200 };

/*
 * watch_open(root, poll, notice): ${poll}: never asks the system. Where that tells nothing, or not all, ${notice} says so in a line without its
 * end, else stays empty. ${root} must live as long.
 */
struct watch *watch_open(struct str root, bool poll, struct buf *notice);

/* watch_fd(w): readable when something may have happened; -1 where nothing tells. */
int watch_fd(const struct watch *w);

/*
 * watch_look(w), watch_look_now(w): takes in what has happened; whether something is pending. The second one, before an answer that must not be old,
 * also looks where nothing tells of changes and the time for the next look has not come.
 */
bool watch_look(struct watch *w);
bool watch_look_now(struct watch *w);

/* watch_left(w): milliseconds until watch_look() or watch_take() is to be called; 0: now; -1: not before watch_fd(w) is readable. */
int watch_left(const struct watch *w);

/* watch_left_now(w): the same for somebody who waits for an answer, and waits for nothing but the end of what has begun. */
int watch_left_now(const struct watch *w);

/* watch_notice(w, notice): what watch_open() says may also turn out later, once. */
bool watch_notice(struct watch *w, struct buf *notice);

/* watch_take(w, names): nothing is pending any more; moves the names of changed files into ${names}, which was emptied. */
void watch_take(struct watch *w, struct sources_changed *names);

void watch_close(struct watch *w); /* NULL is harmless */

#endif
