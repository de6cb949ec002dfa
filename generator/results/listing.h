/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RESULTS_LISTING_H
#define RESULTS_LISTING_H

#include "results/gain.h"
#include "results/itemstats.h"
#include "results/results.h"

/* What `pensum results` prints. */
enum listing_format { LISTING_TABLE, LISTING_CSV, LISTING_JSON, LISTING_FORMATS };

extern const char *const listing_format_names[LISTING_FORMATS]; /* "table" */

enum listing_part { LISTING_PEOPLE = 1, LISTING_QUESTIONS = 2, LISTING_GAIN = 4, LISTING_ALL = 7 };

/* listing_part_of(word): "people", "questions", "gain" as enum listing_part; 0 for anything else. */
unsigned listing_part_of(struct str word);

/*
 * listing_write(b, r, parts, format): the parts wanted, in their order. Uses the arena and the numbers of ${r}. CSV has an empty
 * line between parts, each with its own line of names.
 */
void listing_write(struct buf *b, struct results *r, unsigned parts, enum listing_format format);

#endif
