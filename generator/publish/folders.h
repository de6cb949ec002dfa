/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PUBLISH_FOLDERS_H
#define PUBLISH_FOLDERS_H

#include <stdbool.h>
#include <stdint.h>
#include <sys/stat.h>

#include "base/str.h"
#include "publish/manifest.h"

/*
 * Folders of the output folder in which there is nothing but our own files, and no folder: most pages have one. As long as inode and time
 * of status are what they were, nothing came and nothing went, and the survey need not look into them. Kept for the output folder
 * and for its twin, each in a file of its own among the notes.
 *
 *	struct folders f;
 *	folders_open(&f, notes, tree);
 *	if (!folders_same(&f, path, &st)) look into it; folders_note(&f, path, &st);
 *	folders_close(&f, twin);
 */
struct folders {
	struct str notes; /* the folder */
	uint64_t tree;    /* published_folder() */
	int64_t begun;    /* ns: younger folders are not noted, for they may change within a tick of the clock */
	struct manifest was, now; /* paths with inode, and time of status as mtime */
	size_t looked;            /* how many were looked into */
};

void folders_open(struct folders *f, struct str notes, uint64_t tree);

/* folders_same(f, path, st): whether that folder is as it was noted. */
bool folders_same(struct folders *f, struct str path, const struct stat *st);

/* folders_note(f, path, st): it was looked into after ${st} was asked for, and has nothing but our own files. */
void folders_note(struct folders *f, struct str path, const struct stat *st);

/* folders_close(f, twin): writes what has been noted if that is much, and removes the notes on all trees but this one and ${twin}. */
void folders_close(struct folders *f, uint64_t twin);

/* folders_forget(notes): removes all, for what is ours has become uncertain. */
void folders_forget(struct str notes);

#endif
