/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read/cursor.h"

#include <stdbool.h>

/* Whether a character goes on at ${at}. */
static bool
goes_on(const struct cursor *c, size_t at)
{
	return ((unsigned char)c->text.p[at] & 0xc0) == 0x80;
}

static void
back(struct cursor *c)
{
	c->byte--;
	if (!goes_on(c, c->byte))
		c->chars--;
	if (c->text.p[c->byte] == '\n') {
		size_t nl = str_rfind(str_sub(c->text, 0, c->byte), '\n');

		c->line--;
		c->line_at = nl == c->byte ? 0 : nl + 1;
	}
}

static void
forth(struct cursor *c)
{
	if (c->text.p[c->byte] == '\n') {
		c->line++;
		c->line_at = c->byte + 1;
	}
	c->chars += !goes_on(c, c->byte);
	do
		c->byte++;
	while (c->byte < c->text.n && goes_on(c, c->byte));
}

size_t
cursor_to_character(struct cursor *c, size_t n)
{
	while (c->chars > n)
		back(c);
	while (c->chars < n && c->byte < c->text.n)
		forth(c);
	return c->byte;
}

void
cursor_to_byte(struct cursor *c, size_t n)
{
	while (c->byte < n && c->byte < c->text.n)
		forth(c);
	while (c->byte > n) /* into a broken character, too */
		back(c);
}
