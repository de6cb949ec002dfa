/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PACKAGE_GIFT_H
#define PACKAGE_GIFT_H

#include "package/exchange.h"

/* The text format GIFT, as Moodle reads it. */

/* gift_category(b, name): what follows is filed there. */
void gift_category(struct buf *b, struct str name);

/* gift_item(b, x, it): appends the question; what GIFT has no place for is told. Nothing is written where that is all of it. */
void gift_item(struct buf *b, struct exchange *x, const struct item *it);

#endif
