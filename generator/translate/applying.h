/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TRANSLATE_APPLYING_H
#define TRANSLATE_APPLYING_H

#include "base/arena.h"
#include "base/diag.h"
#include "model/site.h"
#include "translate/segments.h"

/* A catalogue that a page takes words from: its own language's first, then those of the chain. */
struct applying_from {
	struct str lang;
	const struct po_file *file;
};

/*
 * applying_tree(a, t, root, segs, from, nfrom, kept, keep, d): the tree of ${t}, a text that is translated by messages: that of the source, ${root}, with the
 * words of the catalogues, block by block. A message that is missing or out of date (fuzzy) has those of the next catalogue, at last the source's, and
 * is marked with its language. So is, with an error, one whose markup differs from the source (T-27, T-28). A question is translated as a whole or
 * not at all. Sets t->coverage where it is NULL. ${segs} are the messages of ${root}, which is not assembled yet; ${kept} are words that translations must have, too (keeping.h). Everything lives in ${a}, coverage in ${keep}.
 */
struct node *applying_tree(struct arena *a, struct text *t, const struct node *root, const struct segments *segs,
    const struct applying_from *from, size_t nfrom, const struct text_list *kept, struct arena *keep, struct diags *d);

/* applying_words(s): how many words a message has: what stands between blanks, of which there is one at a time. */
size_t applying_words(struct str s);

#endif
