/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "score/regset.h"

#include <string.h>

#include "base/buf.h"
#include "base/charset.h"
#include "base/normal.h"
#include "base/unicode.h"

/* -- out -- */

static struct str
written(struct regscan *r, struct charset *set)
{
	size_t n = charset_ranges(set);
	struct buf b = BUF_INIT;
	struct str out;

	if (n > 0)
		buf_chr(&b, '[');
	for (size_t i = 0; i < n; i++) {
		uint32_t from, to;

		charset_range(set, i, &from, &to);
		buf_fmt(&b, "\\x{%x}", from);
		if (to > from)
			buf_fmt(&b, "-\\x{%x}", to);
	}
	if (n > 0)
		buf_chr(&b, ']');
	out = arena_str(r->arena, buf_view(&b));
	buf_free(&b);
	return out;
}

struct str
regset_character(struct regscan *r, uint32_t c)
{
	if (c >= 0xd800 && c <= 0xdfff)
		return STR_EMPTY;
	return arena_fmt(r->arena, "\\x{%x}", r->ignore_case ? normal_case(c) : c);
}

struct str
regset_dot(struct regscan *r)
{
	struct charset *set = charset_new();
	struct str out;

	charset_add(set, '\n', '\n');
	charset_add(set, '\r', '\r');
	charset_add(set, 0x2028, 0x2029);
	charset_invert(set);
	out = written(r, set);
	charset_end(set);
	return out;
}

/* -- escapes of classes: \d \w \s \p -- */

static void
add_blanks(struct charset *set)
{
	charset_add(set, '\t', '\r');
	charset_add(set, ' ', ' ');
	charset_add(set, 0xa0, 0xa0);
	charset_add(set, 0x1680, 0x1680);
	charset_add(set, 0x2000, 0x200a);
	charset_add(set, 0x2028, 0x2029);
	charset_add(set, 0x202f, 0x202f);
	charset_add(set, 0x205f, 0x205f);
	charset_add(set, 0x3000, 0x3000);
	charset_add(set, 0xfeff, 0xfeff);
}

static void
add_word(const struct regscan *r, struct charset *set)
{
	charset_add(set, '0', '9');
	charset_add(set, 'A', 'Z');
	charset_add(set, '_', '_');
	charset_add(set, 'a', 'z');
	if (r->ignore_case) {
		charset_add(set, 0x17f, 0x17f);   /* ſ folds to s */
		charset_add(set, 0x212a, 0x212a); /* the sign for kelvin to k */
	}
}

static bool
is_name_char(uint32_t c)
{
	return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || c == '_' || (c >= 'a' && c <= 'z');
}

static struct str
name(struct regscan *r)
{
	size_t from = r->at;

	while (is_name_char(regscan_peek(r)))
		r->at++;
	return str_sub(r->text, from, r->at);
}

/* {Name} or {Name=Value} */
static void
add_property(struct regscan *r, struct charset *set)
{
	size_t place = r->at;
	struct str property, value = STR_EMPTY;
	bool valued, whole = regscan_eat(r, '{');

	property = name(r);
	valued = regscan_eat(r, '=');
	if (valued)
		value = name(r);
	whole = whole && regscan_eat(r, '}');
	if (!whole || property.n == 0 || (valued && value.n == 0))
		regscan_fail(r, place, "behind \\p or \\P stands a property of characters, as in \\p{Lu}");
	else if (!charset_property(set, property, value))
		regscan_fail(r, place, "there is no property of characters \"%.*s\"",
		    STR_ARG(str_sub(r->text, place + 1, r->at - 1)));
}

/* Adds what \${c} means if it is one of \d \D \p \P \s \S \w \W. */
static bool
add_kind(struct regscan *r, uint32_t c, struct charset *set)
{
	struct charset *kind;

	if (c == REGSCAN_END || c > 'z' || !strchr("dDpPsSwW", (int)c))
		return false;
	r->at++;
	kind = charset_new();
	switch (c | 0x20) {
	case 'd': charset_add(kind, '0', '9'); break;
	case 'p': add_property(r, kind); break;
	case 's': add_blanks(kind); break;
	default: add_word(r, kind);
	}
	if ((c & 0x20) == 0)
		charset_invert(kind);
	charset_join(set, kind);
	charset_end(kind);
	return true;
}

/* -- escapes of one character -- */

static uint32_t
control(uint32_t c)
{
	switch (c) {
	case 'f': return '\f';
	case 'n': return '\n';
	case 'r': return '\r';
	case 't': return '\t';
	case 'v': return '\v';
	default: return REGSCAN_END;
	}
}

static bool
is_letter(uint32_t c)
{
	return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
}

/* The character that is meant behind a `\`; REGSCAN_END with an error where there is none. */
static uint32_t
escaped(struct regscan *r)
{
	size_t place = r->at;
	uint32_t c = regscan_next(r), code;

	if (c == REGSCAN_END) {
		regscan_fail(r, place, "nothing stands behind the last \\");
		return REGSCAN_END;
	}
	if (control(c) != REGSCAN_END)
		return control(c);
	if (c < 0x80 && c != '\0' && strchr("^$\\.*+?()[]{}|/", (int)c))
		return c;
	if (c == '0' && (regscan_peek(r) < '0' || regscan_peek(r) > '9'))
		return 0;
	if (c == 'c' && is_letter(regscan_peek(r)))
		return regscan_next(r) & 0x1f;
	if (c == 'x' && regscan_hex(r, 2, &code))
		return code;
	if (c == 'u' && regscan_unicode(r, &code))
		return code;
	regscan_fail(r, place, "\\%.*s means nothing in a JavaScript pattern with flag \"u\"",
	    STR_ARG(str_sub(r->text, place, r->at)));
	return REGSCAN_END;
}

struct str
regset_escape(struct regscan *r)
{
	struct charset *set = charset_new();
	struct str out = STR_EMPTY;
	uint32_t c = regscan_peek(r);

	if (add_kind(r, c, set)) {
		if (r->ignore_case)
			charset_fold(set);
		out = written(r, set);
	} else {
		c = escaped(r);
		if (c != REGSCAN_END)
			out = regset_character(r, c);
	}
	charset_end(set);
	return out;
}

/* -- classes -- */

/* One member: its character, or REGSCAN_END for a kind, which was added. */
static uint32_t
member(struct regscan *r, struct charset *set)
{
	if (!regscan_eat(r, '\\'))
		return regscan_next(r);
	if (add_kind(r, regscan_peek(r), set))
		return REGSCAN_END;
	if (regscan_eat(r, 'b'))
		return '\b';
	if (regscan_eat(r, '-'))
		return '-';
	return escaped(r);
}

static void
members(struct regscan *r, size_t open, struct charset *set)
{
	while (!regscan_eat(r, ']')) {
		size_t place = r->at, behind;
		uint32_t from, to;

		if (regscan_peek(r) == REGSCAN_END) {
			regscan_fail(r, open, "\"[\" has no \"]\"");
			return;
		}
		from = to = member(r, set);
		behind = r->at;
		if (regscan_eat(r, '-') && regscan_peek(r) != ']' && regscan_peek(r) != REGSCAN_END) {
			to = member(r, set);
			if (from == REGSCAN_END || to == REGSCAN_END)
				regscan_fail(r, place, "a range has one character at each end");
			else if (from > to)
				regscan_fail(r, place, "the range ends before it begins");
		} else {
			r->at = behind;
		}
		if (r->error.n > 0)
			return;
		if (from != REGSCAN_END)
			charset_add(set, from, to);
	}
}

struct str
regset_class(struct regscan *r)
{
	size_t open = r->at - 1;
	bool inverted = regscan_eat(r, '^');
	struct charset *set = charset_new();
	struct str out;

	members(r, open, set);
	if (r->ignore_case)
		charset_fold(set);
	if (inverted)
		charset_invert(set);
	out = written(r, set);
	charset_end(set);
	return out;
}

bool
regset_in_name(uint32_t c, bool first)
{
	return c == '$' || c == '_' || normal_in_name(c, first);
}
