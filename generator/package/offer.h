/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PACKAGE_OFFER_H
#define PACKAGE_OFFER_H

#include "package/exchange.h"

/*
 * offer_question(x, q, all): adds to ${all} what another system makes of ${q}. What neither GIFT nor Moodle XML can say is told;
 * where a whole question cannot be said, nothing is added. What only one of them lacks is for the writer to tell.
 */
void offer_question(struct exchange *x, const struct question *q, struct items *all);

#endif
