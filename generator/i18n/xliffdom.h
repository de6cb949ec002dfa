/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef I18N_XLIFFDOM_H
#define I18N_XLIFFDOM_H

#include <libxml/tree.h>

#include "base/arena.h"
#include "base/diag.h"

/* A file of XLIFF as a tree, and what is in its elements. */

/*
 * xliffdom_open(src, d): the tree of ${src}; NULL where it is not well-formed, or no XLIFF 2 (diagnosed). Entities of its own are refused, nothing is
 * fetched from anywhere. xmlFreeDoc() by the caller.
 */
xmlDocPtr xliffdom_open(const struct source *src, struct diags *d);

/* xliffdom_is(n, name): whether it is that element of the core. */
bool xliffdom_is(const xmlNode *n, const char *name);

/* xliffdom_child(n, name): the first child of that name; NULL: there is none. xliffdom_next(n, top): the next element in ${top}. */
const xmlNode *xliffdom_child(const xmlNode *n, const char *name);
const xmlNode *xliffdom_next(const xmlNode *n, const xmlNode *top);

/* xliffdom_attribute(a, n, name): its value; empty where it is not there. */
struct str xliffdom_attribute(struct arena *a, const xmlNode *n, const char *name);

/* xliffdom_content(a, n): all text in ${n}, as it stands. */
struct str xliffdom_content(struct arena *a, const xmlNode *n);

#endif
