/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef I18N_SAVING_H
#define I18N_SAVING_H

#include "i18n/workshop.h"

/*
 * saving_write(w, po, d): the catalogue ${po} into the file po->src.path of the site, whole or not at all, and only where its bytes would change. Folders are
 * made. -1 where it cannot be (diagnosed).
 */
enum saving { SAVING_WRITTEN, SAVING_SAME };
int saving_write(struct workshop *w, const struct po *po, struct diags *d);

/* saving_bytes(w, path, bytes, d): the same for a file of any kind. */
int saving_bytes(struct workshop *w, struct str path, struct str bytes, struct diags *d);

#endif
