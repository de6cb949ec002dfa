/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CHECK_CONTACTS_H
#define CHECK_CONTACTS_H

#include "base/diag.h"
#include "model/site.h"

/*
 * contacts_check(site, d): contacts that are still to be filled in: a note each, at their place in contacts.yaml; keys that a contact does
 * not have: an error each.
 */
void contacts_check(const struct site *site, struct diags *d);

#endif
