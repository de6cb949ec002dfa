/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TRANSLATE_MENDINGTEXT_H
#define TRANSLATE_MENDINGTEXT_H

#include "base/arena.h"
#include "base/buf.h"
#include "model/node.h"

/*
 * mendingtext_repair(a, text, source, words, what): ${text}, Markdown that a machine translated, with its marks written as Markdown has them; ${source} and ${words}
 * are the source's Markdown and tree, which say what marks there must be. Appends what was done, in words, to ${what}. Code stays as it is. The result
 * may be wrong, and needs to be compared with the source.
 */
struct str mendingtext_repair(
    struct arena *a, struct str text, struct str source, const struct node *words, struct buf *what);

#endif
