/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "check/contacts.h"

#include "base/near.h"

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

/* Keys of a contact; `name`, `hours`, `note` and `address` may be maps by language. */
static const char *const keys[] = {
	"name",
	"phone",
	"url",
	"email",
	"address",
	"hours",
	"note",
	"source",
	"valid-until",
};

static void
check_keys(const struct site *site, const struct value *contact, struct diags *d)
{
	for (size_t i = 0; contact->kind == VALUE_MAP && i < contact->n; i++) {
		const struct value_entry *e = &contact->as.entries[i];
		struct near near;
		struct diag *g;
		bool known = false;

		near_begin(&near, e->key);
		for (size_t k = 0; k < sizeof keys / sizeof keys[0]; k++) {
			known = known || str_is(e->key, keys[k]);
			near_try(&near, str_of(keys[k]));
		}
		if (known)
			continue;
		g = diag_add(d, DIAG_SETTING_UNKNOWN, &site->contacts_src, e->key_at, "`%.*s`", STR_ARG(e->key));
		if (near_best(&near).n > 0)
			diag_note(d, g, "did you mean `%.*s`?", STR_ARG(near_best(&near)));
		else
			diag_note(
			    d, g, "a contact has: name, phone, url, email, address, hours, note, source, valid-until");
	}
}

void
contacts_check(const struct site *site, struct diags *d)
{
	const struct value *all = site->contacts;

	for (size_t i = 0; all && all->kind == VALUE_MAP && i < all->n; i++) {
		const struct value_entry *e = &all->as.entries[i];

		check_keys(site, &e->value, d);
		if (!reachable(&e->value))
			diag_note(d,
			    diag_add(d, DIAG_CONTACT_EMPTY, &site->contacts_src, e->key_at, "`%.*s`", STR_ARG(e->key)),
			    "add `phone:`, `url:`, `email:` or `address:`, and `valid-until:`");
	}
}
