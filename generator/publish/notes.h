/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PUBLISH_NOTES_H
#define PUBLISH_NOTES_H

#include <stdbool.h>
#include <stdint.h>

#include "publish/manifest.h"

/*
 * The manifest on disk: a head, rows of one size, the paths. It counts only whole: a checksum covers it all, and what
 * is damaged, of another version or of another machine's byte order is as if it were not there. Of the text that Pensum 0.1
 * wrote the paths are taken over: they are ours.
 *
 * A new one is prepared beside the old one, as ${file}.new, and takes its place when what it describes is
 * published; after a kill its head tells whether that has happened (manifest.folder, manifest.in_place).
 */

/* notes_read(m, file): fills the empty ${m}, sorted; empty and not known where there is nothing to be used. */
void notes_read(struct manifest *m, const char *file);

/* notes_read_new(m, file): the same of what was prepared. */
void notes_read_new(struct manifest *m, const char *file);

int notes_prepare(const char *file, const struct manifest *m); /* -1 with errno: there is none then */
int notes_adopt(const char *file);                             /* -1 with errno */
void notes_discard(const char *file);                          /* what was prepared; fine where there is none */

#endif
