/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef I18N_STATUS_H
#define I18N_STATUS_H

#include "base/buf.h"
#include "i18n/minimum.h"
#include "i18n/workshop.h"

enum status_format { STATUS_TEXT, STATUS_HTML, STATUS_JSON, STATUS_FORMATS };

/* What `pensum i18n status` is asked for beside the work order. */
struct status_order {
	enum status_format format;
	struct minimum min;
	struct str file; /* where the report goes, seen from where the program stands; empty: into the buffer given */
};

/* status_format(name): "text", "html" or "json"; -1: none of them. */
int status_format(struct str name);

/*
 * status_run(o, s, out, d): `pensum i18n status`: the report in s->file or ${out}; with a file, a line about it in ${out}. Returns 1 where a course is not as far as
 * s->min asks, 0 where all are, -1 where something asked for is not there or the file cannot be written (diagnosed).
 */
int status_run(const struct workorder *o, const struct status_order *s, struct buf *out, struct diags *d);

#endif
