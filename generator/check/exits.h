/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CHECK_EXITS_H
#define CHECK_EXITS_H

#include "base/diag.h"
#include "model/site.h"

/* exits_check(site, d): each page for people at risk, where the site does not say where its quick exit leads. */
void exits_check(const struct site *site, struct diags *d);

#endif
