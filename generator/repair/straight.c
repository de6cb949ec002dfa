/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "repair/straight.h"

#include "base/unicode.h"

/* What begins a value, and what may end it, besides the straight mark. */
static const struct {
	uint32_t open, close[3];
	char straight;
} pairs[] = {
	{ 0x201c, { 0x201d, 0x201c, '"' }, '"' },
	{ 0x201d, { 0x201d, 0x201c, '"' }, '"' },
	{ 0x201e, { 0x201c, 0x201d, '"' }, '"' },
	{ 0x201f, { 0x201d, 0x201c, '"' }, '"' },
	{ 0x00ab, { 0x00bb, 0x00bb, '"' }, '"' },
	{ 0x00bb, { 0x00ab, 0x00bb, '"' }, '"' },
	{ 0x2018, { 0x2019, 0x2018, '\'' }, '\'' },
	{ 0x2019, { 0x2019, 0x2018, '\'' }, '\'' },
	{ 0x201a, { 0x2018, 0x2019, '\'' }, '\'' },
};

enum { PAIRS = sizeof pairs / sizeof *pairs };

static size_t
pair_of(uint32_t c)
{
	size_t i = 0;

	while (i < PAIRS && pairs[i].open != c)
		i++;
	return i;
}

static bool
closes(size_t pair, uint32_t c)
{
	return c == pairs[pair].close[0] || c == pairs[pair].close[1] || c == pairs[pair].close[2];
}

/* Where the mark stands that ends the value from ${at} on: a blank, the brace or the line's end follows. *end is behind it. */
static bool
find_close(struct str line, size_t at, size_t pair, size_t *from, size_t *end)
{
	while (at < line.n && line.p[at] != '}') {
		size_t next = at;
		uint32_t c = unicode_next(line, &next);

		if (closes(pair, c) && (next == line.n || line.p[next] == ' ' || line.p[next] == '}')) {
			*from = at;
			*end = next;
			return true;
		}
		/* These would end the value, or be taken for an escape, once its marks are straight. */
		if (c == (unsigned char)pairs[pair].straight || c == '\\')
			return false;
		at = next;
	}
	return false;
}

/* All values of the list that goes on at ${at} of the line. */
static void
values(struct arena *a, const struct trial *t, uint32_t number, size_t at, struct changes *out)
{
	struct str line = places_line(&t->places, number);
	size_t base = (size_t)(line.p - t->src.bytes.p), from, end;

	while (at < line.n && line.p[at] != '}') {
		size_t next = at, pair = pair_of(unicode_next(line, &next));
		struct change *c;

		if (pair == PAIRS || at == 0 || line.p[at - 1] != '=' || !find_close(line, next, pair, &from, &end)) {
			at = next;
			continue;
		}
		c = edits_change(a, out, number, STR("straight quotation marks"),
		    (struct edit){ base + at, next - at, arena_fmt(a, "%c", pairs[pair].straight) });
		c->edits = arena_array(a, 2, sizeof *c->edits);
		c->edits[0] = (struct edit){ base + at, next - at, arena_fmt(a, "%c", pairs[pair].straight) };
		c->edits[1] = (struct edit){ base + from, end - from, arena_fmt(a, "%c", pairs[pair].straight) };
		c->nedits = 2;
		at = end;
	}
}

static size_t
complaints(const struct trial *t, enum diag_code code)
{
	size_t n = 0;

	for (size_t i = 0; i < t->told.all.n; i++)
		n += t->told.all.v[i].code == code;
	return n;
}

/* A list tells of its first pair of curly marks only: once that is put right, of the next. All of a line go at once. */
void
straight_find(struct arena *a, const struct trial *t, struct changes *out)
{
	for (size_t i = 0; i < t->told.all.n; i++) {
		const struct diag *g = &t->told.all.v[i];

		if (g->code != DIAG_ATTRIBUTE_SYNTAX || g->at.col == 0 || !str_is(g->detail, "curly quotation marks"))
			continue;
		values(a, t, g->at.line, g->at.col - 1, out);
	}
}

bool
straight_rule(const struct trial *before, const struct trial *after, const struct changes *made)
{
	(void)made;
	for (int code = 0; code < DIAG_CODES; code++) {
		size_t was = complaints(before, (enum diag_code)code), is = complaints(after, (enum diag_code)code);

		if (is > was || (is == was && code == DIAG_ATTRIBUTE_SYNTAX))
			return false;
	}
	return true;
}
