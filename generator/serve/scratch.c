/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "serve/scratch.h"

bool
scratch_is(struct str name)
{
	return str_starts(name, ".") || str_ends(name, "~") || str_is(name, "4913") ||
	    (name.n > 1 && str_starts(name, "#") && str_ends(name, "#"));
}
