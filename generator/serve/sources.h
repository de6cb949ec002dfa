/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SERVE_SOURCES_H
#define SERVE_SOURCES_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/str.h"
#include "base/vec.h"

/* Where the sources of a site are, and what the system is known to keep from those who watch them. */

/* The files and folders beside each other in a site's folder that it is made of, NULL at the end. */
extern const char *const sources_names[];

/* sources_is(name): whether ${name}, in the site's folder, is one of them. */
bool sources_is(struct str name);

/* sources_at(a, root, path): ${path}, seen from the site's folder; empty for that folder itself. */
struct str sources_at(struct arena *a, struct str root, struct str path);

/* A kind of file system on which the kernel does not tell of all that changes. */
struct sources_blind {
	long type;        /* f_type of statfs() */
	const char *name; /* "NFS" */
	bool elsewhere;   /* changes from elsewhere are common: what is there is looked at before each answer */
};

/* sources_blind(root, where): one that a part of the sources lies on, which is named in ${where}; NULL: none. */
const struct sources_blind *sources_blind(struct str root, struct str *where);

/* Names of files that have changed, each once; texts are its own. */
struct sources_changed {
	struct sources_names VEC_OF(struct str) names;
	size_t more;   /* that are not in it: it holds 100 at most */
	bool nameless; /* something has changed that has no name in it: a folder, or it is not known what */
};

void sources_note(struct sources_changed *c, struct str path);
void sources_forget(struct sources_changed *c); /* empty again */
void sources_free(struct sources_changed *c);

#endif
