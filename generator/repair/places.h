/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef REPAIR_PLACES_H
#define REPAIR_PLACES_H

#include <stdbool.h>
#include <stdint.h>

#include "repair/edits.h"
#include "base/arena.h"
#include "base/str.h"
#include "model/node.h"

/* Where in a file the parts of its tree stand: nodes know lines, here they become bytes. */
struct places {
	struct str bytes;
	const uint32_t *lines; /* offset of each line, lines[0] is line 1; the last entry is the end */
	uint32_t nlines;
};

/* places_of(a, bytes): the lines of ${bytes}, which must stay. */
struct places places_of(struct arena *a, struct str bytes);

/* places_line(s, line): the text of a line, without its end; empty where there is no such line. */
struct str places_line(const struct places *s, uint32_t line);

/* places_eol(s): how the lines of the file end: "\n" or "\r\n". */
struct str places_eol(const struct places *s);

/* places_prefix(line): how many bytes of blanks and `>` the line begins with. */
size_t places_prefix(struct str line);

/* places_behind(line): how many bytes of ${line} stand in front of the text of the item that it begins; 0: it begins none. */
size_t places_behind(struct str line);

/*
 * places_id(a, s, n, id, edit): the edit that gives ${n} the id ${id}: in the list of attributes that it has, else in a
 * new one: behind the head of a directive, at the end of an item's first paragraph or of a cell. False where there is no
 * place for one: an item that begins with something else than a paragraph, a head that is broken.
 */
bool places_id(struct arena *a, const struct places *s, const struct node *n, struct str id, struct edit *edit);

#endif
