/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef READ_SCAN_H
#define READ_SCAN_H

#include "base/arena.h"
#include "base/diag.h"
#include "base/vec.h"

/* A file found below content/. */
struct scan_file {
	struct str path; /* "content/trafficking/01-a/10-b.md", sorted by bytes over the whole list */
	struct str file; /* path to open */
};
struct scan_files VEC_OF(struct scan_file);

/*
 * scan_tree(a, root, dir, out, d): every file below ${root}/${dir}, sorted. Names that begin with `.` or
 * end in `~` are left out. Links are followed, a folder that was already entered is not entered again (a
 * warning where that is a loop); what cannot be read, a dangling link, a pipe or socket, a name that is not UTF-8 is
 * diagnosed and left out. Returns -1 where ${dir} itself cannot be read.
 */
int scan_tree(struct arena *a, struct str root, const char *dir, struct scan_files *out, struct diags *d);

#endif
