/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CLI_TRANSLATING_H
#define CLI_TRANSLATING_H

#include "base/buf.h"
#include "cli/options.h"
#include "i18n/workshop.h"

/* `pensum i18n`: its subcommands, one row each. */

/*
 * translating_run(name, o, order, out, d): the subcommand ${name} for ${order}; what it prints goes to ${out}. Returns the subcommand's result: 0, 1 where
 * what it measured is not enough (`--min`), or -1 (diagnosed). TRANSLATING_UNKNOWN where there is no such subcommand,
 * TRANSLATING_USAGE where its options are wrong: then ${out} is a sentence about that, without a full stop.
 */
enum { TRANSLATING_UNKNOWN = -2, TRANSLATING_USAGE = -3 };
int translating_run(
    struct str name, const struct options *o, const struct workorder *order, struct buf *out, struct diags *d);

/* translating_help(b): a line for each subcommand. */
void translating_help(struct buf *b);

#endif
