/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CHECK_DRAWS_H
#define CHECK_DRAWS_H

#include "base/diag.h"
#include "model/site.h"

/* draws_check(site, d): a quiz that draws more questions than its course has with that tag. After the first wave. */
void draws_check(const struct site *site, struct diags *d);

#endif
