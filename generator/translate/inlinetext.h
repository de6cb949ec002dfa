/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TRANSLATE_INLINETEXT_H
#define TRANSLATE_INLINETEXT_H

#include "base/buf.h"
#include "model/node.h"

/*
 * inlinetext_write(b, parent): appends the inline children of ${parent} as Markdown on one line, always the same for the same tree: this
 * is what translators get, and what a message is found by. Emphasis is `_so_`, strong `**so**`, links stand inline with their
 * address, soft line breaks and runs of blanks are one blank, a hard break is a backslash and a line feed, and what would be
 * markup has a backslash. Written as mdbook-i18n-helpers writes it where CommonMark, tables and footnotes are all there is, so that its
 * catalogues can be used (localisation.md T-1 to T-4).
 *
 * Read again, it gives the same tree.
 */
void inlinetext_write(struct buf *b, const struct node *parent);

/* inlinetext_attrs(b, attrs): appends the list `{#id .class key="two words"}`; nothing where it is empty or NULL. */
void inlinetext_attrs(struct buf *b, const struct attrs *attrs);

#endif
