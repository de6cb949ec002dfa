/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BASE_XMLIN_H
#define BASE_XMLIN_H

#include <stdbool.h>
#include <stdint.h>

#include <libxml/tree.h>

#include "base/arena.h"
#include "base/str.h"

/*
 * XML from strangers: libxml2 without network, without the files of others, and without entities of the file's own, which want to be expanded
 * without end.
 */
struct xmlin_fault {
	uint32_t line;
	bool entities;  /* it declares some */
	struct str why; /* else: what is not well-formed, one line, in the arena */
};

/* xmlin_open(a, bytes, fault): the tree, for xmlFreeDoc(); NULL with what is wrong in ${fault}. */
xmlDocPtr xmlin_open(struct arena *a, struct str bytes, struct xmlin_fault *fault);

/* xmlin_line(n): the line that ${n} stands in; 0: not known. */
uint32_t xmlin_line(const xmlNode *n);

#endif
