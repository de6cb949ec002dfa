/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef READ_AUTOLINK_H
#define READ_AUTOLINK_H

#include "base/arena.h"
#include "model/node.h"

/*
 * autolink_split(a, text): bare addresses in the text node ${text} become links, as GFM's "autolinks
 * (extension)", 6.9, has them: `http://`, `https://`, `www.` and mail addresses. Returns the last of
 * the nodes that the text became.
 */
struct node *autolink_split(struct arena *a, struct node *text);

#endif
