/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/seal.h"

#include <stdio.h>

#include "base/chance.h"

/* "SALT/ID/MORE" */
static uint32_t
seed(struct str salt, struct str id, const char *more)
{
	struct buf b = BUF_INIT;
	uint32_t h;

	buf_fmt(&b, "%.*s/%.*s/%s", STR_ARG(salt), STR_ARG(id), more);
	h = chance_seed(buf_view(&b));
	buf_free(&b);
	return h;
}

/* FNV takes its last letter in by exclusive or and a factor that is odd: "0" and "1" never end alike. */
void
seal_mark(struct str salt, struct str id, bool right, char out[SEAL_MARK + 1])
{
	snprintf(out, SEAL_MARK + 1, "%08x", (unsigned)seed(salt, id, right ? "1" : "0"));
}

static void
base64(struct buf *b, const unsigned char *p, size_t n)
{
	static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
	uint32_t three = (uint32_t)p[0] << 16 | (n > 1 ? (uint32_t)p[1] << 8 : 0) | (n > 2 ? p[2] : 0);

	buf_chr(b, digits[three >> 18]);
	buf_chr(b, digits[three >> 12 & 63]);
	buf_chr(b, n > 1 ? digits[three >> 6 & 63] : '=');
	buf_chr(b, n > 2 ? digits[three & 63] : '=');
}

void
seal_cover(struct buf *b, struct str salt, struct str id, struct str s)
{
	uint32_t a = seed(salt, id, "");

	for (size_t i = 0; i < s.n; i += 3) {
		unsigned char three[3] = { 0 };
		size_t n = s.n - i < 3 ? s.n - i : 3;

		for (size_t k = 0; k < n; k++)
			three[k] = (unsigned char)(s.p[i + k] ^ (chance_next(&a) >> 24));
		base64(b, three, n);
	}
}
