/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef READ_OUTLINE_H
#define READ_OUTLINE_H

#include "base/diag.h"
#include "model/site.h"

/*
 * outline_read(site, d): everything but prose: site.yaml, the files below content/, each course.yaml, the front matter of
 * each page, data files and the interface's strings. Fills site->languages, courses (without modules), docs, assets, pages, includes.
 * Returns -1 where there is no site to speak of (diagnosed).
 */
int outline_read(struct site *site, struct diags *d);

#endif
