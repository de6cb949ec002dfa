/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef I18N_FROMXLIFF_H
#define I18N_FROMXLIFF_H

#include "base/buf.h"
#include "i18n/workshop.h"

/*
 * fromxliff_run(o, file, shown, out, d): `pensum i18n from-xliff`: the translations of ${file}, which xliff_run() sent, come into the catalogues, a line for each
 * into ${out}. Taken is what the translator changed; not what was changed here meanwhile, nor what lost its markup: both are told. Without a
 * fault in the file as a whole nothing is left half done: all catalogues are made before the first is written. -1 where nothing was taken
 * because of one, or a file cannot be written.
 */
int fromxliff_run(const struct workorder *o, struct str file, struct str shown, struct buf *out, struct diags *d);

#endif
