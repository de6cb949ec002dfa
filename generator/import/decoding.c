/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/decoding.h"

#include <string.h>

#include "base/unicode.h"

/* What windows-1252 has where Latin-1 has control characters; 0: nothing. */
static const uint16_t windows[32] = { 0x20ac, 0, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160,
	0x2039, 0x0152, 0, 0x017d, 0, 0, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x02dc, 0x2122, 0x0161,
	0x203a, 0x0153, 0, 0x017e, 0x0178 };

static uint32_t
line_of(struct str s, size_t at)
{
	uint32_t line = 1;

	for (size_t i = 0; i < at; i++)
		line += s.p[i] == '\n';
	return line;
}

static int
from_windows(struct taking *t, size_t bad)
{
	struct str s = t->src.bytes;
	struct buf b = BUF_INIT;
	uint32_t line = line_of(s, bad);

	for (size_t i = 0; i < s.n; i++) {
		unsigned char c = (unsigned char)s.p[i];
		uint32_t wide = c >= 0x80 && c < 0xa0 ? windows[c - 0x80] : c;

		if (c != 0 && wide == 0) {
			buf_free(&b);
			return taking_fault(t, line, "it is neither UTF-8 nor windows-1252: save it as UTF-8");
		}
		unicode_put(&b, wide);
	}
	t->src.bytes = taking_keep(t, &b);
	taking_loss(t, line, "it is not UTF-8 and was read as windows-1252: look whether its letters are right");
	return 0;
}

int
decoding_text(struct taking *t)
{
	struct str s = t->src.bytes;
	const char *nul;
	size_t bad;

	if (str_starts(s, "\xff\xfe") || str_starts(s, "\xfe\xff"))
		return taking_fault(t, 0, "it is UTF-16: save it as UTF-8");
	nul = s.n > 0 ? memchr(s.p, '\0', s.n) : NULL;
	if (nul)
		return taking_fault(t, line_of(s, (size_t)(nul - s.p)), "it is no text: there is a NUL byte in it");
	if (str_starts(s, "\xef\xbb\xbf"))
		t->src.bytes = s = str_sub(s, 3, s.n);
	return unicode_valid(s, &bad) ? 0 : from_windows(t, bad);
}
