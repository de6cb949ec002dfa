/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef ASSEMBLE_WITHHELD_H
#define ASSEMBLE_WITHHELD_H

#include "base/arena.h"
#include "model/body.h"

/*
 * What readers of a build may not see, as runs of words (base/wordruns.h): the notes for trainers, each with its place. Taken before anything is left out
 * of the tree, and by a walk of its own, so that it can be held against what was published in the end. Runs of eight words; of what has fewer, at least four, all
 * of it is one run; words fewer than that are too common to tell anything.
 */
/* withheld_take(a, body, source, audience): in ${a}, packed (model/wordnotes.h); empty where there is nothing. ${source}: the body it translates, or NULL. */
struct str withheld_take(struct arena *a, const struct body *body, const struct body *source, struct str audience);

/* withheld_page(a, body): the same of a page that is withheld as a whole, block by block: pages have much in common in short ones. */
struct str withheld_page(struct arena *a, const struct body *body);

#endif
