/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BASE_STOCK_H
#define BASE_STOCK_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/str.h"

/*
 * Files that ship inside the program (`lua/`, `themes/default/`, `locales/`, the
 * browser runtime), and the site's own files that stand in for them by the same path.
 */
struct stock_file {
	struct str path; /* "themes/default/page.html" */
	struct str bytes;
};

/* The embedded files, sorted by path; the table is made at compile time (tools/embed). */
extern const struct stock_file stock_files[];
extern const size_t stock_count;

/* stock_builtin(path): the embedded file, or NULL. */
const struct stock_file *stock_builtin(struct str path);

/*
 * stock_read(a, root, path, out): the site's file ${root}/${path} if it exists, else the
 * embedded one. Returns 0, -1 with errno from reading the site's file, or -1 with ENOENT
 * where neither exists.
 */
int stock_read(struct arena *a, struct str root, struct str path, struct str *out);

#endif
