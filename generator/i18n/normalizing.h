/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef I18N_NORMALIZING_H
#define I18N_NORMALIZING_H

#include "base/arena.h"
#include "base/diag.h"
#include "model/po.h"

/* What became of the messages that are not among today's. */
struct normalizing {
	size_t renewed; /* written in today's form */
	size_t split;   /* became several */
	size_t joined;  /* became one with their neighbours */
	size_t left;    /* fit nothing, and stay as they are */
};

/*
 * normalizing_of(a, pot, old, definitions, n, d): the catalogue ${old}, as another tool or an earlier version made it, with the messages of the template ${pot},
 * as far as they say the same: other marks for the same markup, broken lines, marks of blocks, references, several blocks in a message, one
 * block in several. Translations go along and stay as fuzzy as they were; no message is there twice and none is lost. Those that fit nothing are told. Done
 * again, it changes nothing. ${definitions} are the link definitions of the pages. For po_free().
 */
struct po *normalizing_of(struct arena *a, const struct po *pot, const struct po *old, struct str definitions,
    struct normalizing *n, struct diags *d);

#endif
