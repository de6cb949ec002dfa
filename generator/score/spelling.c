/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "score/spelling.h"

#include "base/buf.h"
#include "base/normal.h"
#include "base/unicode.h"

static bool
is_option(const struct jvalue *rule, const struct jvalue *own, const char *name, const char *value)
{
	const struct jvalue *v = jsonread_get(own, name);

	if (!v)
		v = jsonread_get(rule, name);
	return v && str_is(v->text, value);
}

struct spelling
spelling_of(const struct jvalue *rule, const struct jvalue *own)
{
	return (struct spelling){
		.match_case = is_option(rule, own, "case", "match"),
		.ignore_accents = is_option(rule, own, "accents", "ignore"),
		.compat = is_option(rule, own, "compat", "true"),
		.keep_quotes = is_option(rule, own, "quotes", "keep"),
		.keep_space = is_option(rule, own, "space", "keep"),
		.typos = is_option(rule, own, "typos", "h5p"),
	};
}

/* -- characters -- */

static bool
is_white(uint32_t c)
{
	return (c >= 0x9 && c <= 0xd) || c == 0x20 || c == 0x85 || c == 0xa0 || c == 0x1680 ||
	    (c >= 0x2000 && c <= 0x200a) || c == 0x2028 || c == 0x2029 || c == 0x202f || c == 0x205f || c == 0x3000;
}

/* What is neither seen nor meant. Joiners stay: they are spelling in some scripts. */
static bool
is_unseen(uint32_t c)
{
	return c == 0xad || c == 0x200b || c == 0x200e || c == 0x200f || (c >= 0x202a && c <= 0x202e) || c == 0x2060 ||
	    (c >= 0x2066 && c <= 0x2069) || c == 0xfeff;
}

/* What a keyboard has instead of a quote, dash or ellipsis; NULL: it is none. */
static const char *
keyboard(uint32_t c)
{
	switch (c) {
	case 0x60:
	case 0xb4:
	case 0x2bc:
	case 0x2018:
	case 0x2019:
	case 0x201a:
	case 0x201b:
	case 0x2032: return "'";
	case 0xab:
	case 0xbb:
	case 0x201c:
	case 0x201d:
	case 0x201e:
	case 0x201f:
	case 0x2033: return "\"";
	case 0x2010:
	case 0x2011:
	case 0x2012:
	case 0x2013:
	case 0x2014:
	case 0x2015:
	case 0x2212: return "-";
	case 0x2026: return "...";
	default: return NULL;
	}
}

struct str
spelling_trim(struct str s)
{
	size_t at = 0, from = s.n, to = 0;

	while (at < s.n) {
		size_t begin = at;

		if (is_white(unicode_next(s, &at)))
			continue;
		if (from > begin)
			from = begin;
		to = at;
	}
	return from < to ? str_sub(s, from, to) : STR_EMPTY;
}

/* -- the steps -- */

/* Steps 2 to 4 without trimming: unseen characters, quotes, white space. */
static struct str
tidy(struct arena *a, const struct spelling *how, struct str s)
{
	struct buf b = BUF_INIT;
	bool blank = false;
	struct str out;

	for (size_t at = 0; at < s.n;) {
		uint32_t c = unicode_next(s, &at);
		const char *key = how->keep_quotes ? NULL : keyboard(c);

		if (is_unseen(c))
			continue;
		if (!how->keep_space && is_white(c)) {
			if (!blank)
				buf_chr(&b, ' ');
			blank = true;
			continue;
		}
		blank = false;
		if (key)
			buf_cstr(&b, key);
		else
			unicode_put(&b, c);
	}
	out = arena_str(a, buf_view(&b));
	buf_free(&b);
	return out;
}

static struct str
without_marks(struct arena *a, struct str s)
{
	struct buf b = BUF_INIT;
	struct str out;

	s = normal_decompose(a, s);
	for (size_t at = 0; at < s.n;) {
		uint32_t c = unicode_next(s, &at);

		if (!normal_is_mark(c))
			unicode_put(&b, c);
	}
	out = arena_str(a, buf_view(&b));
	buf_free(&b);
	return out;
}

static struct str
composed(struct arena *a, const struct spelling *how, struct str s)
{
	return how->compat ? normal_compat(a, s) : normal_compose(a, s);
}

static struct str
spelled(struct arena *a, const struct spelling *how, struct str s, bool trim)
{
	s = tidy(a, how, composed(a, how, s));
	if (trim)
		s = spelling_trim(s);
	if (!how->match_case)
		s = normal_lower(a, normal_upper(a, s));
	if (how->ignore_accents)
		s = without_marks(a, s);
	return composed(a, how, s);
}

struct str
spelling_plain(struct arena *a, const struct spelling *how, struct str s)
{
	return spelled(a, how, s, true);
}

struct str
spelling_piece(struct arena *a, const struct spelling *how, struct str s)
{
	return spelled(a, how, s, false);
}

/* -- typing errors -- */

/* Without its first ${n} characters. */
static struct str
behind(struct str s, int n)
{
	size_t at = 0;

	for (int i = 0; i < n && at < s.n; i++)
		unicode_next(s, &at);
	return str_sub(s, at, s.n);
}

/* Both begin with the same two characters, the other way round. */
static bool
is_swapped(struct str a, struct str b)
{
	size_t i = 0, j = 0;
	uint32_t first = unicode_next(a, &i), other = unicode_next(b, &j);

	return i < a.n && j < b.n && unicode_next(a, &i) == other && unicode_next(b, &j) == first;
}

/* It is never worse to leave equal beginnings as they are. */
bool
spelling_is_near(struct str a, struct str b, int edits)
{
	size_t same = 0;

	while (same < a.n && same < b.n && a.p[same] == b.p[same])
		same++;
	if (same == a.n && same == b.n)
		return true;
	if (edits == 0)
		return false;
	same = same < a.n ? unicode_start(a, same) : unicode_start(b, same);
	a = str_sub(a, same, a.n);
	b = str_sub(b, same, b.n);
	return spelling_is_near(behind(a, 1), b, edits - 1) || spelling_is_near(a, behind(b, 1), edits - 1) ||
	    spelling_is_near(behind(a, 1), behind(b, 1), edits - 1) ||
	    (is_swapped(a, b) && spelling_is_near(behind(a, 2), behind(b, 2), edits - 1));
}
