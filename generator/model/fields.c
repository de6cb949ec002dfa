/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/fields.h"

const struct field *
fields_find(const struct fields *f, struct str name)
{
	for (size_t i = 0; i < f->n; i++)
		if (str_is(name, f->v[i].name))
			return &f->v[i];
	return 0;
}
