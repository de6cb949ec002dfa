/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef I18N_READDRESS_H
#define I18N_READDRESS_H

#include "base/arena.h"
#include "base/str.h"

/*
 * readdress_links(a, before, now, text): the translation ${text} of the message ${before} with its links leading where those of ${now} lead: an address, `](so)`,
 * that the message had and has no more becomes the one that stands in its place. ${text} itself, where the two have not as many links, or an address became two.
 */
struct str readdress_links(struct arena *a, struct str before, struct str now, struct str text);

#endif
