/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PUBLISH_SWAP_H
#define PUBLISH_SWAP_H

#include <stdbool.h>

#include "base/diag.h"
#include "publish/manifest.h"

/*
 * swap_whole(stage, out): the tree ${stage} becomes ${out} in one step. What ${out} was is at ${stage} afterwards; it need
 * not have existed. -1 with errno where nothing happened; swap_cannot(errno) tells whether in place is the way.
 */
int swap_whole(const char *stage, const char *out);
bool swap_cannot(int why);

/*
 * swap_in_place(stage, out, made, d): file by file, for a folder that can't be exchanged (a mount point). Each file of
 * ${made} that is in ${stage} is renamed into its place, then those in made->gone go, and the folders that get empty so.
 * Called again it goes on where it was interrupted. -1: diagnosed.
 */
int swap_in_place(const char *stage, const char *out, const struct manifest *made, struct diags *d);

#endif
