/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PUBLISH_JOURNAL_H
#define PUBLISH_JOURNAL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/str.h"
#include "publish/manifest.h"

/*
 * The paths in which the output folder and its twin may differ, written before either of them is touched: all else in
 * them is the same files under two names. Which of the two folders is which is asked of the folders themselves, so
 * that it holds before and after their exchange. It also names the files and folders of others that the twin has.
 *
 *	struct journal j;
 *	journal_open(&j, folder, twin);
 *	journal_add(&j, JOURNAL_DIFFERS, path, 0);
 *	journal_write(&j, file);
 *	journal_close(&j);
 *
 *	journal_read(&j, file);
 *	if (journal_holds(&j, folder, twin) && journal_has(&j, JOURNAL_DIFFERS, path, 0)) ...
 *	while (journal_next(&j, &i, &row)) ...
 */
enum journal_kind { JOURNAL_DIFFERS = 'd', JOURNAL_FILE = 'f', JOURNAL_FOLDER = 'F' }; /* the last two: of others */

struct journal {
	struct manifest m; /* each path with its kind in front of it */
};

struct journal_row {
	enum journal_kind kind;
	struct str path; /* ends in NUL */
	uint64_t ino;    /* of a file of others */
};

void journal_open(struct journal *j, uint64_t folder, uint64_t twin); /* published_folder() of both */

/* journal_add(j, kind, path, ino): to one that is being made. */
void journal_add(struct journal *j, enum journal_kind kind, struct str path, uint64_t ino);

/* journal_write(j, file): in one step; -1 with errno. */
int journal_write(struct journal *j, const char *file);

/* journal_read(j, file): one that is missing or damaged holds for no folders. */
void journal_read(struct journal *j, const char *file);

/* journal_holds(j, a, b): whether it is about these two, in either order. */
bool journal_holds(const struct journal *j, uint64_t a, uint64_t b);

/* journal_has(j, kind, path, ino): whether one that was read or written has this row. */
bool journal_has(const struct journal *j, enum journal_kind kind, struct str path, uint64_t ino);

/* journal_next(j, i, row): the rows one after the other, from *i = 0. */
bool journal_next(const struct journal *j, size_t *i, struct journal_row *row);

size_t journal_count(const struct journal *j, enum journal_kind kind);

void journal_close(struct journal *j);

#endif
