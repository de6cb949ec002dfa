/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef I18N_MERGE_H
#define I18N_MERGE_H

#include "base/buf.h"
#include "i18n/merging.h"
#include "i18n/workshop.h"

/*
 * merge_run(o, out, d): `pensum i18n merge`: makes the catalogue of each module in each language, or brings it up to date with the pages; a line for
 * each into ${out}. Run twice, it changes nothing the second time. A catalogue that cannot be read is left as it is (diagnosed). -1 where something asked for is not
 * there or a file cannot be written.
 */
int merge_run(const struct workorder *o, struct buf *out, struct diags *d);

/*
 * merge_catalogue(w, p, lang, a, m, d): the catalogue of ${p} in ${lang} as `merge` would write it, in ${a}; nothing is written. NULL where
 * nothing is translated by messages, or the catalogue cannot be read (diagnosed). For po_free().
 */
struct po *merge_catalogue(struct workshop *w, const struct workpiece *p, struct str lang, struct arena *a,
    struct merging *m, struct diags *d);

#endif
