/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef READ_FRONT_H
#define READ_FRONT_H

#include <stdbool.h>

#include "base/diag.h"
#include "base/str.h"

/* A Markdown file taken apart. The slices point into the source. */
struct front {
	struct str yaml;    /* between the `---` lines; empty where there is no front matter */
	uint32_t yaml_line; /* line of the file on which it begins */
	struct str body;    /* the Markdown behind it */
	uint32_t body_line;
	bool present;
};

/*
 * front_split(src, out, d): a UTF-8 byte order mark is skipped; front matter begins with a line
 * `---` that is the very first and ends with `---` or `...`. Returns false (diagnosed) where it is not closed.
 */
bool front_split(const struct source *src, struct front *out, struct diags *d);

#endif
