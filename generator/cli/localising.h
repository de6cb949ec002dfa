/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CLI_LOCALISING_H
#define CLI_LOCALISING_H

#include "cli/options.h"
#include "cli/report.h"

/*
 * localising_run(usage, o): `pensum l10n`: prints a line for each thing that the file o->vectors (`-`: standard input) asks of a
 * language. REPORT_CONTENT where a line tells an error, and where the file cannot be read: that is a line, too.
 */
enum report_status localising_run(const char *usage, const struct options *o);

#endif
