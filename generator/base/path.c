/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/path.h"

#include <stdint.h>
#include <string.h>

#include "base/sixteen.h"

struct str
path_dir(struct str path)
{
	size_t slash = str_rfind(path, '/');

	if (slash == path.n)
		return STR_EMPTY;
	while (slash > 0 && path.p[slash - 1] == '/')
		slash--;
	return str_sub(path, 0, slash ? slash : 1);
}

struct str
path_base(struct str path)
{
	size_t slash = str_rfind(path, '/');

	return slash == path.n ? path : str_sub(path, slash + 1, path.n);
}

struct str
path_ext(struct str path)
{
	struct str base = path_base(path);
	size_t dot = str_rfind(base, '.');

	return dot == 0 ? STR_EMPTY : str_sub(base, dot, base.n);
}

struct str
path_unnumbered(struct str name)
{
	size_t i = 0;

	while (i < name.n && name.p[i] >= '0' && name.p[i] <= '9')
		i++;
	return i > 0 && i + 1 < name.n && (name.p[i] == '-' || name.p[i] == '_') ? str_sub(name, i + 1, name.n) : name;
}

struct str
path_join(struct arena *a, struct str dir, struct str name)
{
	if (dir.n == 0)
		return arena_str(a, name);
	while (name.n && name.p[0] == '/')
		name = str_sub(name, 1, name.n);
	while (dir.n && dir.p[dir.n - 1] == '/')
		dir.n--;
	return ARENA_CAT(a, dir, STR("/"), name);
}

/*
 * Appends the segments of ${path} to the ${n} bytes at ${out}, each with a slash behind it.
 * ${root} bytes are never taken away. Returns the new length, or SIZE_MAX above the root.
 */
static size_t
walk(char *out, size_t root, size_t n, struct str path)
{
	while (path.n) {
		struct str part = str_cut(&path, '/');

		if (part.n == 0 || str_is(part, "."))
			continue;
		if (!str_is(part, "..")) {
			memcpy(out + n, part.p, part.n);
			n += part.n;
			out[n++] = '/';
			continue;
		}
		if (n == root)
			return SIZE_MAX;
		for (n--; n > root && out[n - 1] != '/';)
			n--;
	}
	return n;
}

bool
path_resolve(struct arena *a, struct str dir, struct str link, struct str *out)
{
	char *p = arena_alloc(a, dir.n + link.n + 3);
	size_t root = 0, n;

	*out = STR_EMPTY;
	if (dir.n && dir.p[0] == '/')
		p[root++] = '/';
	n = root;
	if (!str_starts(link, "/"))
		n = walk(p, root, n, dir);
	if (n != SIZE_MAX)
		n = walk(p, root, n, link);
	if (n == SIZE_MAX)
		return false;
	if (n > root)
		n--; /* the slash behind the last segment */
	p[n] = '\0';
	*out = (struct str){ p, n };
	return true;
}

/* How many bytes both begin with. */
static size_t
common(struct str a, struct str b)
{
	size_t n = a.n < b.n ? a.n : b.n, i = 0;

	for (; n - i >= sizeof(sixteen); i += sizeof(sixteen)) {
		sixteen other = (sixteen)(sixteen_at(a.p + i) != sixteen_at(b.p + i));

		if (sixteen_any(other))
			return i + sixteen_first(other);
	}
	while (i < n && a.p[i] == b.p[i])
		i++;
	return i;
}

/* Appends the way from the page ${from} up to the last folder that it shares with ${to}; returns what is left of ${to} from there. */
static struct str
climb(struct buf *b, struct str from, struct str to)
{
	struct str both = str_sub(from, 0, common(from, to));
	size_t same = str_rfind(both, '/'); /* bytes of the folders that both begin with */

	same = same < both.n ? same + 1 : 0;
	from = str_sub(from, same, from.n);
	for (size_t slash; (slash = str_find(from, '/')) < from.n; from = str_sub(from, slash + 1, from.n))
		BUF_LIT(b, "../");
	return str_sub(to, same, to.n);
}

void
path_relative(struct buf *b, struct str from, struct str to)
{
	buf_str(b, climb(b, from, to));
}

void
path_link(struct buf *b, struct str from, struct str to)
{
	path_escape(b, climb(b, from, to));
}

/* Unreserved and sub-delims and `@`. Not `:`, which would make a scheme of a first segment. */
static const bool plain[256] = {
	['!'] = true,
	['$'] = true,
	['&' ... '9'] = true,
	[';'] = true,
	['='] = true,
	['@' ... 'Z'] = true,
	['_'] = true,
	['a' ... 'z'] = true,
	['~'] = true,
};

void
path_escape(struct buf *b, struct str path)
{
	static const char digits[] = "0123456789ABCDEF";

	for (size_t i = 0, run = 0; i < path.n; run = ++i) {
		while (i < path.n && plain[(unsigned char)path.p[i]])
			i++;
		buf_put(b, path.p + run, i - run);
		if (i < path.n) {
			unsigned char c = (unsigned char)path.p[i];
			char escape[3] = { '%', digits[c >> 4], digits[c & 15] };

			buf_put(b, escape, sizeof escape);
		}
	}
}

static int
hex(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	c |= 0x20;
	return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* The byte that the escape at ${at} stands for; 0 where there is none, and for %00, which no path can hold. */
static int
escaped(struct str s, size_t at)
{
	int high, low;

	if (s.p[at] != '%' || s.n - at < 3)
		return 0;
	high = hex(s.p[at + 1]);
	low = hex(s.p[at + 2]);
	return high < 0 || low < 0 ? 0 : 16 * high + low;
}

struct str
path_unescape(struct arena *a, struct str path)
{
	char *p;
	size_t n = 0;

	if (str_find(path, '%') == path.n)
		return path;
	p = arena_alloc(a, path.n + 1);
	for (size_t i = 0; i < path.n; i++) {
		int c = escaped(path, i);

		p[n++] = c ? (char)c : path.p[i];
		if (c)
			i += 2;
	}
	return (struct str){ p, n };
}
