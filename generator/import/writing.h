/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef IMPORT_WRITING_H
#define IMPORT_WRITING_H

#include "import/taking.h"
#include "base/map.h"

/*
 * writing_question(t, it, ids, b): the item as a question of a page, in Markdown. Ids are made once, unlike those in ${ids}, which
 * gets the new one. What the question cannot hold is told. False, and nothing is appended, where there is no way to write it: it->why says.
 */
bool writing_question(struct taking *t, struct item *it, struct map *ids, struct buf *b);

#endif
