/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AUTHOR_NEW_H
#define AUTHOR_NEW_H

#include "author/skeleton.h"
#include "base/arena.h"
#include "base/diag.h"
#include "base/str.h"

/*
 * `pensum new`: a site, course, module or lesson that builds at once and shows how it is written. Nothing that is
 * there is ever changed.
 */
enum new_kind { NEW_SITE, NEW_COURSE, NEW_MODULE, NEW_LESSON };

struct new_request {
	enum new_kind kind;
	struct str root;      /* the site's folder; not for NEW_SITE */
	struct str name;      /* a folder for NEW_SITE; "course", "course/module", "course/module/lesson" */
	struct str title;     /* empty: made from the name */
	struct str languages; /* "nb,en"; empty: those of the site, or "en" for NEW_SITE */
};

/* What was made. Lives until new_free(). */
struct new_result {
	struct arena arena;
	struct skeleton_files files;
	struct str next; /* the command to go on with */
};

#define NEW_RESULT_INIT                                                                                                \
	{                                                                                                              \
		0                                                                                                      \
	}

/* new_kind_of(word): "site", "course", … as enum new_kind, or -1. */
int new_kind_of(struct str word);

/* new_make(r, out, d): -1 where nothing or not all could be made (diagnosed). */
int new_make(const struct new_request *r, struct new_result *out, struct diags *d);

void new_free(struct new_result *out);

#endif
