/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PACKAGE_ITEMXML_H
#define PACKAGE_ITEMXML_H

#include "base/xmlout.h"
#include "package/item.h"

/* The elements that Moodle's documents are made of. */

void itemxml_number(struct xmlout *m, const char *name, struct ratio r, int places);

/* itemxml_text(m, it, name, t): `<name format=><text>`, with the files of ${it} that ${t} shows; _inside: without `<name>` around. */
void itemxml_inside(struct xmlout *m, const struct item *it, struct str s);
void itemxml_text(struct xmlout *m, const struct item *it, const char *name, const struct item_text *t);

#endif
