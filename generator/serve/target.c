/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "serve/target.h"

#include <arpa/inet.h>
#include <string.h>

#include "base/path.h"

enum { LONGEST = 4096 }; /* bytes of a path; files of a site have shorter ones */

static int
hex(char c)
{
	static const char digits[] = "0123456789abcdef";
	const char *at = c != '\0' ? strchr(digits, str_lower(c)) : NULL;

	return at != NULL ? (int)(at - digits) : -1;
}

/* Every % begins an escape, and no escape stands for `/`, `\`, NUL or another control character. */
static bool
sound_escapes(struct str s)
{
	for (size_t i = 0; i < s.n; i++) {
		int high, low, c;

		if (s.p[i] != '%')
			continue;
		high = i + 2 < s.n ? hex(s.p[i + 1]) : -1;
		low = i + 2 < s.n ? hex(s.p[i + 2]) : -1;
		c = 16 * high + low;
		if (high < 0 || low < 0 || c < ' ' || c == '/' || c == '\\' || c == 0x7f)
			return false;
	}
	return true;
}

static bool
plain_bytes(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if ((unsigned char)s.p[i] < ' ' || s.p[i] == '\\' || s.p[i] == 0x7f)
			return false;
	return true;
}

/* No part is `.`, `..` or empty, but for the last one of a folder. */
static bool
sound_parts(struct str path)
{
	while (path.n > 0) {
		struct str part = str_cut(&path, '/');

		if (part.n == 0 || str_is(part, ".") || str_is(part, ".."))
			return false;
	}
	return true;
}

bool
target_path(struct arena *a, struct str raw, struct str *path)
{
	if (!str_starts(raw, "/") || raw.n > LONGEST || !plain_bytes(raw) || !sound_escapes(raw))
		return false;
	*path = path_unescape(a, str_sub(raw, 1, raw.n));
	return sound_parts(*path);
}

/* The name in "localhost:8000", "[::1]:8000", "localhost". */
static struct str
name_of(struct str host)
{
	if (str_starts(host, "["))
		return str_sub(host, 1, str_find(host, ']'));
	return str_sub(host, 0, str_find(host, ':'));
}

static bool
ends_in_localhost(struct str name)
{
	static const char want[] = "localhost";
	size_t n = sizeof want - 1, at;

	if (str_ends(name, "."))
		name.n--;
	if (name.n < n)
		return false;
	at = name.n - n;
	for (size_t i = 0; i < n; i++)
		if (str_lower(name.p[at + i]) != want[i])
			return false;
	return at == 0 || name.p[at - 1] == '.';
}

bool
target_is_local(struct str host)
{
	struct str name = name_of(str_trim(host));
	char text[INET6_ADDRSTRLEN] = "";
	struct in6_addr six;
	struct in_addr four;

	if (ends_in_localhost(name))
		return true;
	if (name.n == 0 || name.n >= sizeof text)
		return false;
	memcpy(text, name.p, name.n);
	if (inet_pton(AF_INET, text, &four) == 1)
		return ntohl(four.s_addr) >> 24 == 127;
	return inet_pton(AF_INET6, text, &six) == 1 && IN6_IS_ADDR_LOOPBACK(&six);
}
