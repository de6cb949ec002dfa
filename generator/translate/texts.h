/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TRANSLATE_TEXTS_H
#define TRANSLATE_TEXTS_H

#include "base/diag.h"
#include "model/site.h"

/*
 * texts_prepare(site, d): reads the catalogues of messages that outline_read() found, and gives each document a text in each language that has
 * a catalogue for it with at least one message of the document that is up to date, where there is no file in that language. Their settings are
 * translated here, since other pages show them. Catalogues without pages are told. The workers of site->pool read, each into its own site->keep.
 */
void texts_prepare(struct site *site, struct diags *d);

/* texts_catalogue(site, doc, lang): the catalogue of messages for ${doc} in that language; NULL where there is none. */
const struct po_file *texts_catalogue(const struct site *site, const struct document *doc, struct str lang);

#endif
