/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef READ_MARKDOWN_H
#define READ_MARKDOWN_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/diag.h"
#include "model/node.h"

/*
 * markdown_read(a, src, markdown, first_line, d): the tree of ${markdown}, a part of the file ${src} that begins with its line
 * ${first_line}. NULL where reading would take more memory than a page may have (diagnosed). Everything
 * lives in ${a}. Thread-safe.
 */
struct node *markdown_read(
    struct arena *a, const struct source *src, struct str markdown, uint32_t first_line, struct diags *d);

#endif
