/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CLI_REPORT_H
#define CLI_REPORT_H

#include <stdbool.h>
#include <stdint.h>

#include "base/diag.h"
#include "build/build.h"
#include "build/checking.h"

/*
 * All that the program says. Errors go to standard error, results to standard output.
 */
enum report_status {
	REPORT_FINE = 0,
	REPORT_CONTENT = 1, /* problems in the content */
	REPORT_USAGE = 2,   /* wrong usage or settings (site.yaml) */
	REPORT_BUG = 70,    /* ours, or out of memory */
	REPORT_IO = 74,     /* input or output */
};

/* report_status(d): what the problems in ${d} make of the exit code; the gravest counts. */
enum report_status report_status(const struct diags *d);

/* report_diags(d, json): sorts and prints them: for people on standard error, else as JSON on standard output. */
void report_diags(struct diags *d, bool json);

/* report_built(r, d, out, json): the closing line of a build that was published, or of one that was not. */
void report_built(const struct build_result *r, const struct diags *d, const char *out, bool json);

/* report_checked(r, d, json): the closing lines of a check. */
void report_checked(const struct checking_result *r, const struct diags *d, bool json);

/* report_rollback(r, out): the closing lines of a rollback of the folder ${out}. */
void report_rollback(const struct commit_result *r, const char *out);

/*
 * How far a build is: on a terminal, and only after the first second. report_progress() is a config's progress function.
 *
 *	struct report_watch w = report_watch_start();
 *	cfg.progress = report_progress; cfg.progress_ctx = &w;
 *	... build_run(...); report_watch_end(&w);
 */
struct report_watch {
	int64_t start, last; /* milliseconds; last: of the line that is shown, or 0 */
	bool terminal;
};

struct report_watch report_watch_start(void);
void report_progress(void *watch, size_t done, size_t all);
void report_watch_end(struct report_watch *w); /* takes the line away */

/* report_usage(usage, why): what is wrong with the command line, and how it should be; both on one line. */
enum report_status report_usage(const char *usage, const char *why);

/* report_end(status): ${status}, or REPORT_IO where standard output could not be written in full. */
int report_end(enum report_status status);

#endif
