/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef READ_OUTLINE_H
#define READ_OUTLINE_H

#include "base/diag.h"
#include "model/site.h"
#include "read/scan.h"

/*
 * outline_read(site, d): everything but prose: site.yaml, the files below content/, each course.yaml, the front matter of
 * each page, data files and the interface's strings. Fills site->languages, courses (without modules), docs, assets, pages, includes.
 * Returns -1 where there is no site to speak of (diagnosed).
 */
int outline_read(struct site *site, struct diags *d);

/*
 * The same in two steps: outline_scan(site, files, d): site.yaml, and which files there are; outline_of(site, files, d): all the rest, with site->before known by now; ${files} are
 * given up.
 */
int outline_scan(struct site *site, struct scan_files *files, struct diags *d);
void outline_of(struct site *site, struct scan_files *files, struct diags *d);

#endif
