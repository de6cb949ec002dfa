/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef IMPORT_MOODLEDOM_H
#define IMPORT_MOODLEDOM_H

#include <libxml/tree.h>

#include "import/taking.h"

/* An XML file of questions as a tree, and what is in its elements. */

/*
 * moodledom_open(t): the tree of t->src.bytes; NULL where it is not well-formed (told). Entities of its own are refused, nothing is
 * fetched from anywhere. xmlFreeDoc() by the caller.
 */
xmlDocPtr moodledom_open(struct taking *t);

/* moodledom_next(n, name): the first element of that name from ${n} on, among its siblings; NULL: there is none. */
const xmlNode *moodledom_next(const xmlNode *n, const char *name);

/* moodledom_child(n, name): the first child of that name; ${n} may be NULL. */
const xmlNode *moodledom_child(const xmlNode *n, const char *name);

/* moodledom_content(t, n): all text in ${n}, trimmed; empty for NULL. */
struct str moodledom_content(struct taking *t, const xmlNode *n);

/* moodledom_value(t, n, name): the text of the child ${name}, in its `<text>` where it has one. */
struct str moodledom_value(struct taking *t, const xmlNode *n, const char *name);

bool moodledom_flag(struct taking *t, const xmlNode *n, const char *name, bool usual);

struct str moodledom_attribute(struct taking *t, const xmlNode *n, const char *name);

/* moodledom_text(t, it, n): a text with its format; its files go to ${it}. */
struct item_text moodledom_text(struct taking *t, struct item *it, const xmlNode *n);

/* moodledom_files(t, it, n): the `<file>` children of ${n} go to ${it}. */
void moodledom_files(struct taking *t, struct item *it, const xmlNode *n);

/* moodledom_source(t, n): the element as it stands, but without the bytes of files. */
struct str moodledom_source(struct taking *t, const xmlNode *n);

#endif
