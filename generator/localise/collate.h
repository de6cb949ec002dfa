/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOCALISE_COLLATE_H
#define LOCALISE_COLLATE_H

#include "base/arena.h"
#include "base/str.h"

/*
 * Sorting by the rules of a language (numbers by value), and the letter a word stands under: "Å", "Ć",
 * "#" for what sorts before letters, "…" for another script.
 * One collator a call sequence: open, keys, close. Not shared between threads.
 */
struct collate;
struct collate *collate_open(struct str lang);
struct str collate_key(struct collate *c, struct arena *a, struct str text); /* compare with str_cmp */
struct str collate_letter(struct collate *c, struct arena *a, struct str text);
void collate_close(struct collate *c);

#endif
