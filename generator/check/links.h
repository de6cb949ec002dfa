/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CHECK_LINKS_H
#define CHECK_LINKS_H

#include "base/diag.h"
#include "model/site.h"

/*
 * links_ids(site, d): lists the ids that are unique in their course, with their places; one that is there twice is
 * diagnosed. Needs the harvest of every text; the second wave and links_check() need it.
 */
void links_ids(struct site *site, struct diags *d);

/* links_check(site, d): every link of every text, as the readers of its language follow it. */
void links_check(const struct site *site, struct diags *d);

#endif
