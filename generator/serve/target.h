/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SERVE_TARGET_H
#define SERVE_TARGET_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/str.h"

/*
 * What a request names. Only what is plainly one path is taken: whatever two programs could read in two ways (`..`, `%2F`, a backslash,
 * NUL, an empty part) is none.
 */

/*
 * target_path(a, raw, path): the path of a request line, without its query ("/nb/a%20b/"), as the site knows it ("nb/a b/"); empty for the root.
 * False: it is no path.
 */
bool target_path(struct arena *a, struct str raw, struct str *path);

/*
 * target_is_local(host): whether a Host header names this machine: localhost, what ends so, a loopback address; with or without a port. A page of
 * another site that lets its own name lead here (DNS rebinding) says another name.
 */
bool target_is_local(struct str host);

#endif
