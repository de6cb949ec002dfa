/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AUTHOR_EXPORT_H
#define AUTHOR_EXPORT_H

#include "base/buf.h"
#include "base/diag.h"
#include "model/config.h"
#include "package/formats.h"

/* `pensum export`: the questions of pages in a format of other systems (docs/exchange.md). */
struct export_request {
	enum format format;
	const struct str *what; /* pages ("content/c/a.md"), folders of courses, or names of these */
	size_t nwhat;           /* 0: everything */
	struct str lang;        /* of the texts; empty: each course's own */
};

/*
 * export_run(cfg, r, out, d): appends the file to ${out}. -1 where there is no site, something is not there, or a page has
 * errors (diagnosed): what was written is then not to be used. What is lost is told as warnings.
 */
int export_run(const struct config *cfg, const struct export_request *r, struct buf *out, struct diags *d);

#endif
