/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read/brackets.h"

struct opens VEC_OF(size_t);

/* Behind the code span that begins at ${at}, or behind its backticks where nothing closes them. */
size_t
brackets_code(struct str s, size_t at, struct ticks *t, bool *closed)
{
	size_t run = 0, i;

	*closed = false;
	while (at + run < s.n && s.p[at + run] == '`')
		run++;
	if (run > TICKS_LONGEST || t->unclosed[run])
		return at + run;
	for (i = at + run; i < s.n;) {
		size_t k = 0;

		while (i + k < s.n && s.p[i + k] == '`')
			k++;
		if (k == run) {
			*closed = true;
			return i + k;
		}
		i += k ? k : 1;
	}
	t->unclosed[run] = true;
	return at + run;
}

/* All brackets of the text and where they close. Escapes and code spans hold none. */
static void
pair_all(struct brackets *b)
{
	struct ticks ticks = { { false } };
	struct opens open = { 0 };
	bool closed;

	b->paired = true;
	for (size_t i = 0; i < b->s.n;) {
		char ch = b->s.p[i];

		if (ch == '`') {
			i = brackets_code(b->s, i, &ticks, &closed);
			continue;
		}
		if (ch == '[') {
			VEC_PUSH(&open, b->pairs.n);
			VEC_PUSH(&b->pairs, ((struct pair){ (uint32_t)i, 0 }));
		} else if (ch == ']' && open.n > 0) {
			b->pairs.v[open.v[--open.n]].end = (uint32_t)i + 1;
		}
		i += ch == '\\' ? 2 : 1;
	}
	VEC_FREE(&open);
}

/* Behind the `]` that closes the `[` at ${at}; 0 where none does. Asked from left to right. */
size_t
brackets_end(struct brackets *b, size_t at)
{
	if (!b->paired)
		pair_all(b);
	while (b->at < b->pairs.n && b->pairs.v[b->at].open < at)
		b->at++;
	return b->at < b->pairs.n && b->pairs.v[b->at].open == at ? b->pairs.v[b->at].end : 0;
}

void
brackets_free(struct brackets *b)
{
	VEC_FREE(&b->pairs);
}
