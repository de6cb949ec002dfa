/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef I18N_STATUSJSON_H
#define I18N_STATUSJSON_H

#include "i18n/statuspage.h"

/* statusjson_write(b, page): appends the report as one JSON document; docs/translating.md names its keys, which stay. */
void statusjson_write(struct buf *b, const struct statuspage *page);

#endif
