/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef I18N_STATUSHTML_H
#define I18N_STATUSHTML_H

#include "i18n/statuspage.h"

/* statushtml_write(b, page): appends the report as one file of HTML, which needs no other file and no script. */
void statushtml_write(struct buf *b, const struct statuspage *page);

#endif
