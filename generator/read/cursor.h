/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef READ_CURSOR_H
#define READ_CURSOR_H

#include <stddef.h>
#include <stdint.h>

#include "base/str.h"

/*
 * A place in a text, known in characters, bytes and lines at once. It is led back and forth, so places that are
 * asked for one behind the other cost what lies between them. Lines end in `\n` only. Begins as { .text = ... }.
 */
struct cursor {
	struct str text;
	size_t chars, byte;
	uint32_t line;  /* from 0 */
	size_t line_at; /* the byte at which that line begins */
};

/* cursor_to_character(c, n): to the character ${n}, from 0, or to the end; returns its byte. */
size_t cursor_to_character(struct cursor *c, size_t n);

/* cursor_to_byte(c, n): to byte ${n}, even inside a character, or to the end. */
void cursor_to_byte(struct cursor *c, size_t n);

#endif
