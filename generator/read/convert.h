/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef READ_CONVERT_H
#define READ_CONVERT_H

#include "model/node.h"
#include "read/marks.h"

struct cmark_node;

/* What markdown.c knows of a footnote before cmark drops the unused ones; the user data of its node. */
struct note {
	struct str label; /* case folded, as marks and notes find each other */
	struct str written;
	struct span at;
	bool used;
};

/* convert_document(m, root, offset): cmark's tree as ours, fences nested; ${offset} is added to cmark's lines. */
struct node *convert_document(struct marks *m, struct cmark_node *root, uint32_t offset);

#endif
