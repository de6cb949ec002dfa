/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AUTHOR_SKELETON_H
#define AUTHOR_SKELETON_H

#include "base/arena.h"
#include "base/diag.h"
#include "base/str.h"
#include "base/vec.h"

/*
 * Files for authors to begin with: those of generator/author/skeleton/, with `@key@` filled in.
 * A set is a list of files; prose is written once for the first language, and again for each other one that there is
 * a text in. What is written in a language without a text is English.
 */
enum skeleton_set { SKELETON_SITE, SKELETON_COURSE, SKELETON_MODULE, SKELETON_LESSON };

struct skeleton {
	enum skeleton_set set;
	struct str dir;          /* folder that the files go into; made where there is none */
	struct str name;         /* SKELETON_LESSON: its file, without ".md" */
	struct str title;        /* @title@, as the author says it */
	struct str course;       /* @course@: name of the course's folder */
	struct str languages;    /* @languages@: "nb, en" */
	const struct str *langs; /* the same, one by one; the first is @language@ */
	size_t nlangs;
};

struct skeleton_files VEC_OF(struct str);

/* skeleton_free_way(a, k, d): whether none of its files is there yet; else diagnosed. */
bool skeleton_free_way(struct arena *a, const struct skeleton *k, struct diags *d);

/* skeleton_write(a, k, made, d): appends the path of each file it made. -1: diagnosed; never writes over a file. */
int skeleton_write(struct arena *a, const struct skeleton *k, struct skeleton_files *made, struct diags *d);

/* skeleton_speaks(lang): the language that text for readers of ${lang} is in: "nb" or "en". */
struct str skeleton_speaks(struct str lang);

#endif
