/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BASE_TOLD_H
#define BASE_TOLD_H

#include "base/diag.h"
#include "base/pack.h"

/*
 * What was told once, to be told again without looking: a page that need not be made again has the same problems as before. Levels are
 * not kept: those of the codes count, and --strict may be another one.
 */

/* told_pack(b, d, from): the diags of ${d} from number ${from} on. */
void told_pack(struct buf *b, const struct diags *d, size_t from);

/* told_again(d, bytes): adds what told_pack() wrote; copies of it. Returns false, with nothing added, where the bytes are something else. */
bool told_again(struct diags *d, struct str bytes);

#endif
