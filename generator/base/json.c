/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/json.h"

#include "base/unicode.h"

/* What cannot stand there as it is, or ends a script: most text has none of it and is copied in runs. */
static bool
is_plain(unsigned char c)
{
	return c >= 0x20 && c < 0x80 && c != '"' && c != '\\' && c != '<';
}

static void
put_character(struct buf *b, uint32_t c)
{
	if (c == '"' || c == '\\')
		buf_fmt(b, "\\%c", (char)c);
	else if (c < 0x20 || c == '<' || c == 0x85 || c == 0x2028 || c == 0x2029) /* ends of lines, to some */
		buf_fmt(b, "\\u%04x", (unsigned)c);
	else
		unicode_put(b, c);
}

void
json_text(struct buf *b, struct str s)
{
	for (size_t at = 0, from; at < s.n;) {
		for (from = at; at < s.n && is_plain((unsigned char)s.p[at]);)
			at++;
		buf_put(b, s.p + from, at - from);
		if (at < s.n)
			put_character(b, unicode_next(s, &at));
	}
}

void
json_string(struct buf *b, struct str s)
{
	buf_chr(b, '"');
	json_text(b, s);
	buf_chr(b, '"');
}
