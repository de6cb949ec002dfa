/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef MODEL_IMPRINT_H
#define MODEL_IMPRINT_H

#include "base/pack.h"
#include "model/node.h"

/* imprint_attrs(b, attrs): attributes, none (NULL) as 0, else how many there are and one more, the id, the classes, the rest. */
void imprint_attrs(struct buf *b, const struct attrs *attrs);

/* imprint_node(b, n): all that readers could get to see of the tree ${n}, as bytes: equal bytes, equal pages. Places in the file are no part of it. */
void imprint_node(struct buf *b, const struct node *n);

#endif
