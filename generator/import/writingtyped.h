/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef IMPORT_WRITINGTYPED_H
#define IMPORT_WRITINGTYPED_H

#include "import/taking.h"

/* What is accepted where something is typed, as a list of Markdown, ${in} in front of each line. */
void writingtyped_texts(
    struct taking *t, struct item *it, const struct item_answers *all, const char *in, struct buf *b);
void writingtyped_numbers(
    struct taking *t, struct item *it, const struct item_answers *all, const char *in, struct buf *b);

/* writingtyped_feedback(t, it, text, in, b): a quote below an item; nothing where there is none. */
void writingtyped_feedback(
    struct taking *t, struct item *it, const struct item_text *text, const char *in, struct buf *b);

/* writingtyped_units(it, head): appends the attributes that say its units, a blank in front of each. */
void writingtyped_units(const struct item *it, struct buf *head);

/* writingtyped_literal(t, pattern, glob): what Moodle accepts as text without stars that stand for anything; *glob: it has some, and is as it was. */
struct str writingtyped_literal(struct taking *t, struct str pattern, bool *glob);

#endif
