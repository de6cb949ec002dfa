/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef I18N_STATUSTEXT_H
#define I18N_STATUSTEXT_H

#include "i18n/statuspage.h"

/* statustext_write(b, page): appends the report for a terminal: a table for each course and language, what is out of date, what to do next. */
void statustext_write(struct buf *b, const struct statuspage *page);

#endif
