/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef IMPORT_LITERAL_H
#define IMPORT_LITERAL_H

#include "base/buf.h"
#include "base/str.h"

/* Text written so that Markdown takes no sign in it for more than it is. */

/* literal_text(b, s): inside a line: backslashes where they are needed. Line ends are blanks. */
void literal_text(struct buf *b, struct str s);

/*
 * literal_start(b, from): ${b} holds a paragraph from ${from} on: where a sign at the beginning of one of its lines would make a list, a
 * heading or a fence of it, a backslash is put in front.
 */
void literal_start(struct buf *b, size_t from);

/* literal_code(b, s): in backticks, as many as it needs. */
void literal_code(struct buf *b, struct str s);

/* literal_typed(b, s): an accepted answer: as it is where nothing in it means anything, else in backticks. */
void literal_typed(struct buf *b, struct str s);

/* literal_indent(b, s, by): ${s}, which begins in the current line, with ${by} in front of its further lines. */
void literal_indent(struct buf *b, struct str s, const char *by);

/* literal_value(b, s): the value of an attribute, in quotation marks where it needs them. */
void literal_value(struct buf *b, struct str s);

#endif
