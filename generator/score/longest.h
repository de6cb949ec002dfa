/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SCORE_LONGEST_H
#define SCORE_LONGEST_H

#include "score/story.h"

/*
 * What a story is worth at best. Where ways go round in circles, the best one that visits no node twice is hard to find:
 * its search takes steps, each an edge or a node that is looked at, and gives up beyond this many. Thirteen nodes of
 * which each leads to every other are within that; stories without circles take no step.
 */
enum { LONGEST_MOST_STEPS = 20000000 };

/* longest_path(s, story): the greatest sum over ways from the start to an end that visit no node twice; 0 where there is none. NULL: gave up. */
const struct exact *longest_path(struct scoring *s, const struct story *story);

/* longest_end(s, story): the greatest score of an end that can be reached; 0 where there is none. */
const struct exact *longest_end(struct scoring *s, const struct story *story);

#endif
