/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Any bytes where a list of attributes may stand: what is taken lies in the text, a fault
 * is told, and the silent check says the same. `tests/fuzz/hunt attributes` runs it.
 */
#include <stdint.h>
#include <stdlib.h>

#include "read/attributes.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

static void
demand(bool what)
{
	if (!what)
		abort();
}

static void
check(struct str text, const struct attrs *attrs, size_t used, enum attributes_result r, const struct diags *d)
{
	size_t silent;

	demand(used <= text.n);
	demand((r == ATTRIBUTES_NONE) == (attrs == 0) && (r == ATTRIBUTES_NONE) == !attributes_begins(text));
	demand((r == ATTRIBUTES_BROKEN) == (d->all.n > 0));
	demand(attributes_valid(text, &silent) == (r == ATTRIBUTES_OK) && silent == used);
	if (r == ATTRIBUTES_OK)
		demand(used >= 3 && text.p[used - 1] == '}' && attrs->n + attrs->nclasses + attrs->id.n > 0);
	for (size_t i = 0; attrs && i < attrs->n; i++)
		demand(attrs->v[i].key.n > 0 && attrs->v[i].value.n <= used &&
		    attrs_get(attrs, attrs->v[i].key.p) == &attrs->v[i]);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	struct arena a = ARENA_INIT;
	struct diags d = DIAGS_INIT;
	struct str text = { n ? (const char *)data : "", n };
	struct source src = { STR("fuzz.md"), text };
	struct attrs *attrs;
	size_t used;
	enum attributes_result r = attributes_parse(&a, text, &src, (struct span){ 1, 1, 0 }, &attrs, &used, &d);

	check(text, attrs, used, r, &d);
	diags_free(&d);
	arena_free(&a);
	return 0;
}
