/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PUBLISH_GATHER_H
#define PUBLISH_GATHER_H

#include <stdbool.h>

#include "base/diag.h"
#include "publish/ledger.h"
#include "publish/manifest.h"
#include "publish/published.h"

/*
 * gather_made(l, was, made, d): when all workers are done: fills the empty ${made} with what will be published: what the
 * ledger notes, and what of ${was} stays. Sorted; its texts are those of both. False where outputs collide: two texts for one
 * path, or a file where another one needs a folder (diagnosed).
 */
bool gather_made(const struct ledger *l, const struct published *was, struct manifest *made, struct diags *d);

#endif
