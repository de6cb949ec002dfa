/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CHECK_UNUSED_H
#define CHECK_UNUSED_H

#include "base/diag.h"
#include "model/site.h"

/* unused_check(site, d): media that no page shows or offers, when all pages were made. */
void unused_check(const struct site *site, struct diags *d);

#endif
