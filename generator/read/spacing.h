/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef READ_SPACING_H
#define READ_SPACING_H

#include <stdbool.h>
#include <stdint.h>

#include "read/marks.h"

struct cmark_node;

/*
 * spacing_tight(m, list, offset): whether ${list} is tight, as CommonMark 0.29, 5.3, says, with directives
 * seen as the blocks they are: for cmark a fence is a block of its own, and a blank one. ${offset} is added to cmark's lines.
 */
bool spacing_tight(const struct marks *m, struct cmark_node *list, uint32_t offset);

#endif
