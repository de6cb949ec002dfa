/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CLI_SCORING_H
#define CLI_SCORING_H

#include "cli/options.h"
#include "cli/report.h"

/*
 * scoring_run(usage, o): `pensum score`: prints a line for each vector of the file o->vectors (`-`: standard input), scored by the
 * engine o->engine. REPORT_CONTENT where a line tells an error, and where the file cannot be read: that is a line, too.
 */
enum report_status scoring_run(const char *usage, const struct options *o);

#endif
