/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef I18N_GETTEXTIZE_H
#define I18N_GETTEXTIZE_H

#include "base/buf.h"
#include "i18n/workshop.h"

/* Translations that are whole files, as far as they are to become messages. */
struct gettextize_request {
	const struct workorder *order; /* with one language */
	struct str file,
	    shown; /* the translation of the one page that order->what names, to open and to show; empty: those of all pages asked for, NAME.LANG.md */
	struct str from; /* the folder that they lie in, at the paths of their sources; empty: the site itself */
	bool reviewed;   /* the translations were made from these very sources, and a person has read them */
};

/*
 * gettextize_run(r, out, d): `pensum i18n gettextize`: pairs pages with their translations (i18n/pairing.h) and puts the pairs into the catalogues, made where
 * they are not there, as messages that a person is to confirm (fuzzy); a line for each page and catalogue into ${out}. What a catalogue has
 * translated stays. -1 where something asked for is not there or a file cannot be written.
 */
int gettextize_run(const struct gettextize_request *r, struct buf *out, struct diags *d);

#endif
