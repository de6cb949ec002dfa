/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CLI_JOB_H
#define CLI_JOB_H

#include "base/arena.h"
#include "base/diag.h"
#include "cli/options.h"
#include "cli/report.h"
#include "model/config.h"

/* A command's configuration and what it complained of. */
struct job {
	struct arena arena;
	struct diags diags;
	struct config config;
};

/* job_root(a): the folder of site.yaml: this one, or the nearest one above it. Empty where there is none. */
struct str job_root(struct arena *a);

/* job_open(j, o): fills the configuration; -1 where this is no site. job_close() in any case. */
int job_open(struct job *j, const struct options *o);

/* job_close(j, json): tells the problems and ends ${j}. */
enum report_status job_close(struct job *j, bool json);

/* job_path(a, root, file): ${file} as the site knows it: relative to the site's folder, where it lies in it. */
struct str job_path(struct arena *a, struct str root, const char *file);

#endif
