/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/attrs.h"

const struct attr *
attrs_find(const struct attrs *a, const char *key)
{
	for (size_t i = 0; i < a->n; i++)
		if (str_is(a->v[i].key, key))
			return &a->v[i];
	return 0;
}

bool
attrs_class(const struct attrs *a, const char *name)
{
	for (size_t i = 0; a && i < a->nclasses; i++)
		if (str_is(a->classes[i], name))
			return true;
	return false;
}