/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TRANSLATE_KEPTPAGES_H
#define TRANSLATE_KEPTPAGES_H

#include "base/arena.h"
#include "base/diag.h"
#include "model/body.h"
#include "model/fields.h"
#include "translate/blocks.h"

/*
 * keptpages_check(a, kept, body, segs, blocks, d): tells of words of ${kept} (keeping.h) that a translation which is a whole file lacks, block by block; ${segs} and
 * ${blocks} are those of its source. A block that has changed since is left out.
 */
void keptpages_check(struct arena *a, const struct text_list *kept, const struct body *body,
    const struct segments *segs, const struct blocks *blocks, struct diags *d);

#endif
