/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RENDER_CALL_H
#define RENDER_CALL_H

#include "base/arena.h"
#include "base/str.h"
#include "model/facts.h"
#include "model/fields.h"
#include "model/site.h"

/* A named object handed to a template. */
struct lua_global {
	const char *name;   /* "page" */
	const void *object; /* NULL: nil */
	const struct fields *of;
};

/* What one run of a template gets. */
struct lua_call {
	const struct language *lang;      /* for t() */
	struct str content;               /* path of the content file, for messages; may be empty */
	struct str root;                  /* "../../": for asset() */
	const struct lua_global *globals; /* ends with name NULL */
	struct str current;               /* id that current() marks */
	struct arena *arena;              /* for texts made by t() */
	struct facts *facts;              /* what was looked at; NULL: nobody asks */
};

#endif
