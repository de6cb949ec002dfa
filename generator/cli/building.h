/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CLI_BUILDING_H
#define CLI_BUILDING_H

#include "cli/options.h"
#include "cli/report.h"

/* `pensum build`, `pensum verify` and `pensum check`. */
enum report_status building_check(const struct options *o);
enum report_status building_run(const struct options *o);
enum report_status building_verify(const struct options *o);

#endif
