/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CLI_SLIPS_H
#define CLI_SLIPS_H

#include "base/str.h"
#include "cli/options.h"
#include "cli/report.h"

/*
 * slips_run(usage, keys, o): `pensum results`: the files o->args with the key files of --key, else those of the folder ${keys}
 * (empty: there is none). Prints to standard output. REPORT_CONTENT where a code is flagged.
 */
enum report_status slips_run(const char *usage, struct str keys, const struct options *o);

#endif
