/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef I18N_MERGING_H
#define I18N_MERGING_H

#include "base/arena.h"
#include "model/po.h"

/* What became of the messages. */
struct merging {
	size_t kept;    /* translated before and now */
	size_t fuzzy;   /* a translation of something similar was found, or it was fuzzy before */
	size_t missing; /* without translation */
	size_t gone;    /* translations whose source is gone; kept as obsolete */
};

/*
 * merging_merge(a, pot, old, m): the catalogue ${old} (NULL: there is none) with the messages of the template ${pot}, in their order. A message that is
 * the same keeps its translation; one that only got or lost the role as context, too. One that is new gets the translation of the
 * message it was most probably changed from, marked fuzzy, with the words that was made from. No translation is lost: those that fit nothing are obsolete,
 * and come back when their words do. The header and src are those of ${old}, or empty. For po_free().
 */
struct po *merging_merge(struct arena *a, const struct po *pot, const struct po *old, struct merging *m);

#endif
