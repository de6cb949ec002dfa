/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef ASSEMBLE_CELLS_H
#define ASSEMBLE_CELLS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/diag.h"
#include "model/node.h"

/* The cells of tables that hold answers. */

/* cells_nth(row, i): the cell of that number, from 0; NULL where the row ends before it. */
struct node *cells_nth(const struct node *row, size_t i);

bool cells_empty(const struct node *cell);

/* cells_at(src, cell): where ${cell} stands in its line; the line where it is not found in it. */
struct span cells_at(const struct source *src, const struct node *cell);

#endif
