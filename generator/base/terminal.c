/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/terminal.h"

#include "base/unicode.h"

/*
 * What stands for ${c}: a blank for what moves the cursor in an orderly way, U+FFFD for what
 * a terminal may take for a command, or that turns the order of the line around.
 */
static uint32_t
shown(uint32_t c)
{
	if (c == '\t' || c == '\n' || c == '\r')
		return ' ';
	if (c < 0x20 || (c >= 0x7f && c < 0xa0) || (c >= 0x2028 && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069))
		return 0xfffd;
	return c;
}

void
terminal_put(struct buf *b, struct str s)
{
	for (size_t at = 0; at < s.n;) {
		size_t from = at;
		uint32_t c = unicode_next(s, &at);

		if (shown(c) == ' ')
			buf_chr(b, ' ');
		else if (shown(c) == 0xfffd)
			BUF_LIT(b, "\xef\xbf\xbd");
		else
			buf_put(b, s.p + from, at - from);
	}
}

size_t
terminal_next(struct str s, size_t *at)
{
	size_t from = *at;
	uint32_t c = unicode_next(s, at);

	return shown(c) == c && c != 0xfffd ? unicode_width(str_sub(s, from, *at)) : 1;
}

size_t
terminal_columns(struct str s)
{
	size_t n = 0;

	for (size_t at = 0; at < s.n;)
		n += terminal_next(s, &at);
	return n;
}
