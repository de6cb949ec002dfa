/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "check/contacts.h"


/* Whether there is any way to reach the contact. */
static bool
reachable(const struct value *contact)
{
	static const char *const ways[] = { "phone", "url", "email", "address" };

	for (size_t i = 0; i < sizeof ways / sizeof ways[0]; i++)
		if (value_get(contact, ways[i]))
			return true;
	return false;
}

void
contacts_check(const struct site *site, struct diags *d)
{
	const struct value *all = site->contacts;

	for (size_t i = 0; all && all->kind == VALUE_MAP && i < all->n; i++) {
		const struct value_entry *e = &all->as.entries[i];

		if (!reachable(&e->value))
			diag_note(d, diag_add(d, DIAG_CONTACT_EMPTY, &site->contacts_src, e->key_at, "`%.*s`", STR_ARG(e->key)),
			    "add `phone:`, `url:`, `email:` or `address:`, and `valid-until:`");
	}
}
