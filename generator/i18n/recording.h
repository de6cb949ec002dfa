/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef I18N_RECORDING_H
#define I18N_RECORDING_H

#include "base/buf.h"
#include "translate/blocks.h"

/*
 * recording_write(b, src, blocks, d): appends the page ${src}, a translation that is a whole file, with the versions of ${blocks} as `translates:`, the last key of
 * its front matter (translate/staleness.h). All else stays byte for byte, also how its lines end. -1 where the front matter
 * is such that a line cannot be added to it (diagnosed).
 */
int recording_write(struct buf *b, const struct source *src, const struct blocks *blocks, struct diags *d);

#endif
