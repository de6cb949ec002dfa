/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef REPAIR_SAME_H
#define REPAIR_SAME_H

#include <stdbool.h>

#include "repair/edits.h"
#include "model/node.h"

/*
 * same_tree(before, after, given): whether ${after} is the same document, places apart, with exactly the ids of ${given} added
 * to the nodes of ${before} that they are for. A Cyrillic х in a mark is the x it stands for.
 */
bool same_tree(const struct node *before, const struct node *after, const struct changes *given);

#endif
