/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef I18N_EXTRACT_H
#define I18N_EXTRACT_H

#include "base/buf.h"
#include "i18n/workshop.h"

/*
 * extract_run(o, out, d): `pensum i18n extract`: writes the template of each module, `po/MODULE.pot` in its course, where it differs from what is there; a line
 * for each into ${out}. -1 where something asked for is not there or a file cannot be written (diagnosed).
 */
int extract_run(const struct workorder *o, struct buf *out, struct diags *d);

#endif
