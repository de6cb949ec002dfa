/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PUBLISH_TWINTREE_H
#define PUBLISH_TWINTREE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/diag.h"
#include "base/str.h"
#include "publish/journal.h"
#include "publish/manifest.h"
#include "publish/survey.h"

/*
 * The twin of the output folder: what it was before the last publication, kept beside it. Files that have not
 * changed since are the same in both, under two names. The next publication makes the last changes and the new ones
 * in the twin and exchanges the two: that takes as long as the changes take, and the output folder is whole all the time.
 *
 *	twintree_open(&t, out_fd, folder, twin, journal);
 *	if (t.usable && twintree_catch_up(&t, &made, &found) == 0)
 *		twintree_move(&t, stage_fd, &made) ... exchange ... twintree_exchanged(&t, &made, &found)
 *	twintree_close(&t);
 *
 * All that return an int return -1 with errno. ${made} is the manifest of what will be there, ${found} what the survey said.
 */
struct twintree {
	struct str path, journal; /* the folder, the file */
	int out, fd;              /* of the output folder (the caller's) and of the twin */
	uint64_t folder, id;      /* published_folder() of both */
	bool usable;              /* it is what the journal says */
	struct journal was;
};

void twintree_open(struct twintree *t, int out, uint64_t folder, struct str path, struct str journal);

/* twintree_behind(t): in how many paths it may differ from the output folder. */
size_t twintree_behind(const struct twintree *t);

/* twintree_changes(t, made): what is not intact changes in the output folder, and not in the twin. Called before that. */
int twintree_changes(struct twintree *t, const struct manifest *made);

/* twintree_catch_up(t, made, found): the twin becomes the new tree but for the new files. */
int twintree_catch_up(struct twintree *t, const struct manifest *made, const struct survey *found);

/* twintree_move(t, stage, made): moves the new files into it, from the folder ${stage}. */
int twintree_move(struct twintree *t, int stage, const struct manifest *made);

/* twintree_exchanged(t, made, found): it has become the output folder, and that the twin. Or the folder ${stage} has: twintree_replaced(). */
int twintree_exchanged(struct twintree *t, const struct manifest *made, const struct survey *found);

/*
 * twintree_replaced(t, stage, folder, made, found): the output folder is another one now, ${folder}, and what it was is at
 * ${stage}: that becomes the twin.
 */
int twintree_replaced(
    struct twintree *t, const char *stage, uint64_t folder, const struct manifest *made, const struct survey *found);

/* twintree_forget(t): nothing is known about it any more; it is not used again. */
void twintree_forget(struct twintree *t);

void twintree_close(struct twintree *t);

#endif
