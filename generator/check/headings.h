/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CHECK_HEADINGS_H
#define CHECK_HEADINGS_H

#include "base/diag.h"
#include "model/body.h"

/* headings_check(body, d): levels that are left out, as readers get them. */
void headings_check(const struct body *body, struct diags *d);

#endif
