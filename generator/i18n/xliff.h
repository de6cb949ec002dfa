/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef I18N_XLIFF_H
#define I18N_XLIFF_H

#include "base/buf.h"
#include "i18n/workshop.h"
#include "model/po.h"

/*
 * Catalogues as XLIFF 2.1 (OASIS, XLIFF Version 2.1, part 2 and 4; the core, and notes and metadata to find things again), for translators
 * whose tools read that. A <file> is a catalogue, a <unit> a message; see inlinecodes.h for what is protected in it.
 */

/*
 * xliff_run(o, file, out, d): `pensum i18n xliff`: the catalogues in the language o->lang, as `merge` would leave them, into ${file}, or into ${out} where that is
 * empty. -1 where something asked for is not there, or the file cannot be written.
 */
int xliff_run(const struct workorder *o, struct str file, struct buf *out, struct diags *d);

/* xliff_id(a, e): the name of its <unit>, which depends on its context and words only. */
struct str xliff_id(struct arena *a, const struct po_entry *e);

/* xliff_stand(a, e): words and state of a translation in a few signs, to see whether it was changed. */
struct str xliff_stand(struct arena *a, const struct po_entry *e);

/* xliff_typed(e): whether it may be an answer that readers type: then its code is words. */
bool xliff_typed(const struct po_entry *e);

#endif
