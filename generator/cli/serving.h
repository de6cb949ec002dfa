/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CLI_SERVING_H
#define CLI_SERVING_H

#include "cli/options.h"
#include "cli/report.h"

/* `pensum serve`: what it says goes to the terminal as that of a build does. */
enum report_status serving_run(const char *usage, const struct options *o);

#endif
