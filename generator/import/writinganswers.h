/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef IMPORT_WRITINGANSWERS_H
#define IMPORT_WRITINGANSWERS_H

#include "import/taking.h"
#include "base/map.h"

/* The answers of an item as Markdown, each kind behind a blank line. ${head}: attributes of the question, in which a blank stands in front of each. */
struct writinganswers {
	struct taking *t;
	struct item *it;
	struct buf *b, *head;
	struct map ids; /* of options, rows, items */
};

/* writinganswers_put(w): appends the answers and their attributes. */
void writinganswers_put(struct writinganswers *w);

/* writinganswers_type(it): the type of question that the item becomes: "single". */
const char *writinganswers_type(const struct item *it);

/* writinganswers_id(t, ids, words, usual): an id made of ${words}, short, and unlike those in ${ids}; ${usual} where the words give none. */
struct str writinganswers_id(struct taking *t, struct map *ids, struct str words, const char *usual);

#endif
