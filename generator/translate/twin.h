/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TRANSLATE_TWIN_H
#define TRANSLATE_TWIN_H

#include "base/arena.h"
#include "model/node.h"
#include "translate/segments.h"

/* What stands in the place of one message. */
struct twin_part {
	const struct node *words; /* whose inlines they are, moved into the twin; NULL: the source's stay */
	struct str lang;          /* of the words, where it is not the language of the page; empty: it is */
	uint32_t line;            /* of the message in its catalogue; 0: none */
};

/*
 * twin_make(a, root, segs, parts): a tree like ${root} with other words: the blocks, attributes and texts that stay are shared or copied; ${parts} has
 * one entry for each of ${segs}, which are those of ${root}. Words in another language than the page's are marked with `lang=`. Places
 * become the lines of messages: of a block that has none itself, the line of the next one.
 */
struct node *twin_make(
    struct arena *a, const struct node *root, const struct segments *segs, const struct twin_part *parts);

#endif
