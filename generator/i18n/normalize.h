/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef I18N_NORMALIZE_H
#define I18N_NORMALIZE_H

#include "base/buf.h"
#include "i18n/workshop.h"

/*
 * normalize_run(o, out, d): `pensum i18n normalize`: brings catalogues of other tools and earlier versions to today's messages (i18n/normalizing.h): those that
 * ${o} names by their paths, or of the courses, modules and pages that it names; a line for each into ${out}. -1 where something asked for is not there or a file
 * cannot be written.
 */
int normalize_run(const struct workorder *o, struct buf *out, struct diags *d);

#endif
