/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CHECK_LINKS_H
#define CHECK_LINKS_H

#include "base/diag.h"
#include "model/facts.h"
#include "model/link.h"
#include "model/site.h"

/*
 * links_ids(site, d): lists the ids that are unique in their course, with their places; one that is there twice is
 * diagnosed. Needs the harvest of every text; the second wave and links_check() need it.
 */
void links_ids(struct site *site, struct diags *d);

/*
 * links_check(site, doc, a, k, f, d): every link of every text of ${doc}, as the readers of its language follow it. What that rests on is noted
 * in ${f} (NULL: nobody asks), with those that are known (NULL: none); ${a} is scratch.
 */
void links_check(const struct site *site, const struct document *doc, struct arena *a, struct link_known *k,
    struct facts *f, struct diags *d);

#endif
