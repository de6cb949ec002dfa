/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/taking.h"

#include <stdarg.h>

#include "base/unicode.h"
#include "package/grades.h"

static struct diag *
tell(struct taking *t, enum diag_code code, uint32_t line, const char *fmt, va_list ap)
{
	struct str detail = arena_vfmt(t->arena, fmt, ap);

	return diag_add(t->d, code, &t->src, (struct span){ line, 0, 0 }, "%.*s", STR_ARG(detail));
}

void
taking_loss(struct taking *t, uint32_t line, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	tell(t, DIAG_IMPORT_LOSS, line, fmt, ap);
	va_end(ap);
}

int
taking_fault(struct taking *t, uint32_t line, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	tell(t, DIAG_IMPORT_SYNTAX, line, fmt, ap);
	va_end(ap);
	return -1;
}

struct str
taking_keep(struct taking *t, struct buf *b)
{
	struct str s = arena_str(t->arena, buf_view(b));

	buf_free(b);
	return s;
}

/* -- entities -- */

/* `&#39;`, `&#x27;`: its code point, 0 where it is none that a text can have. */
static uint32_t
numbered(struct str s)
{
	bool hex = s.n > 1 && (s.p[1] == 'x' || s.p[1] == 'X');
	uint32_t c = 0, base = hex ? 16 : 10;

	for (size_t i = hex ? 2 : 1; i < s.n; i++) {
		char l = str_lower(s.p[i]);
		uint32_t digit = l >= '0' && l <= '9' ? (uint32_t)(l - '0')
		    : l >= 'a' && l <= 'f'            ? (uint32_t)(l - 'a') + 10
						      : 16;

		if (digit >= base || c > 0x10ffff)
			return 0;
		c = c * base + digit;
	}
	return c >= 0x20 && c <= 0x10ffff && (c < 0xd800 || c > 0xdfff) ? c : 0;
}

static uint32_t
entity(struct str name)
{
	static const struct {
		const char *name;
		uint32_t c;
	} named[] = { { "amp", '&' }, { "lt", '<' }, { "gt", '>' }, { "quot", '"' }, { "apos", '\'' },
		{ "nbsp", ' ' } };

	if (name.n > 1 && name.p[0] == '#')
		return numbered(name);
	for (size_t i = 0; i < sizeof named / sizeof *named; i++)
		if (str_is(name, named[i].name))
			return named[i].c;
	return 0;
}

struct str
taking_entities(struct taking *t, struct str s)
{
	struct buf b = BUF_INIT;
	size_t at = 0;

	if (str_find(s, '&') == s.n)
		return s;
	while (at < s.n) {
		size_t end = at + str_find(str_sub(s, at, at + 12), ';');
		uint32_t c = s.p[at] == '&' && end < s.n && s.p[end] == ';' ? entity(str_sub(s, at + 1, end)) : 0;

		if (c != 0) {
			unicode_put(&b, c);
			at = end + 1;
		} else {
			buf_chr(&b, s.p[at++]);
		}
	}
	return taking_keep(t, &b);
}

struct ratio
taking_fraction(struct taking *t, uint32_t line, struct str s)
{
	struct ratio f;

	if (!grades_read(s, &f)) {
		taking_loss(t, line, "`%.*s` is no percentage; it counts as 0", STR_ARG(str_sub(s, 0, 40)));
		return RATIO_ZERO;
	}
	return f;
}
