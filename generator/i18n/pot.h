/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef I18N_POT_H
#define I18N_POT_H

#include "i18n/workshop.h"
#include "model/po.h"
#include "translate/segments.h"

/*
 * pot_of(w, p, lang, a, d): the messages of ${p}, but of pages that have a file of their own in ${lang} (empty: of all), as a catalogue without translations: each once, in the order of the pages, with the pages
 * that have it (`#:`), and in words for translators (`#.`) what it is and where it stands. Words that stand in several roles have the role
 * as their context (`msgctxt`), those with `ctx=` have that. Long messages are told. Lives in ${a}; for po_free().
 */
struct po *pot_of(struct workshop *w, const struct workpiece *p, struct str lang, struct arena *a, struct diags *d);

/*
 * pot_segments(w, doc, a, d): the messages of one document, from its source. Empty where it cannot be read, which the build tells.
 */
struct segments pot_segments(struct workshop *w, const struct document *doc, struct arena *a, struct diags *d);

/* pot_context(po, s): the context that the message ${s} has in the template ${po}. */
struct str pot_context(const struct po *po, const struct segment *s);

#endif
