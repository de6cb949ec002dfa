/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AUTHOR_NUMBERING_H
#define AUTHOR_NUMBERING_H

#include "base/arena.h"
#include "base/fs.h"
#include "base/str.h"

/*
 * Leading numbers: "10-ordinary-streets.md" is number 10, named "ordinary-streets". They order and do not show.
 */

/* numbering_split(name, &number): what path_unnumbered() leaves of it; the number is cut to six digits, and -1 where there is none. */
struct str numbering_split(struct str name, int *number);

/*
 * numbering_next(entries): the number a new entry gets: the ten behind the last one, or the next where numbers go up by
 * ones. From 90 on there are quizzes and what else stands at the end: those stay behind. -1 where no two digits are left.
 */
int numbering_next(const struct fs_entries *entries);

/* numbering_find(entries, name): the entry called ${name}, with or without number and ".md"; NULL where there is none. */
const struct fs_entry *numbering_find(const struct fs_entries *entries, struct str name);

#endif
