/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BUILD_CHECKING_H
#define BUILD_CHECKING_H

#include "base/diag.h"
#include "model/config.h"

/* What `pensum check` looked at. */
struct checking_result {
	size_t pages, languages;
	size_t heaviest;          /* bytes that the heaviest page loads, compressed, without pictures */
	struct str heaviest_page; /* in the arena of the diags */
};

/*
 * checking_run(cfg, r, d): a build in memory that publishes nothing, with all that it tells, and with what takes too long for each build: order of headings, how hard
 * texts are to read, files that nobody uses, bytes that pages load. -1: the site could not be read.
 */
int checking_run(const struct config *cfg, struct checking_result *r, struct diags *d);

#endif
