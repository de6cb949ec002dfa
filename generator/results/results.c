/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "results/results.h"

#include <string.h>

#include "base/unicode.h"

void
results_begin(struct results *r, int today)
{
	*r = (struct results){ .today = today };
	r->keys.arena = &r->arena;
}

int
results_key(struct results *r, struct str bytes, struct buf *why)
{
	return keyfile_read(&r->keys, bytes, why);
}

/* -- names -- */

static bool
separates(char c)
{
	return c == ';' || c == ',' || c == '\t' || c == '"';
}

/* UTF-8 without control characters, blanks single: what may stand in a table. */
static struct str
clean(struct arena *a, struct str s)
{
	struct buf b = BUF_INIT;
	struct str made;
	size_t at = 0;

	while (at < s.n) {
		uint32_t c = unicode_next(s, &at);

		if (c <= ' ' || c == 0x7f || c == 0xa0 || (c >= 0x80 && c < 0xa0)) {
			if (b.n > 0 && b.p[b.n - 1] != ' ')
				buf_chr(&b, ' ');
		} else {
			unicode_put(&b, c);
		}
	}
	made = arena_str(a, str_trim(buf_view(&b)));
	buf_free(&b);
	return made;
}

/* The first field of ${s} that begins with a letter. */
static struct str
field(struct str s)
{
	while (s.n > 0) {
		size_t n = 0;
		struct str f;

		while (n < s.n && !separates(s.p[n]))
			n++;
		f = str_trim(str_sub(s, 0, n));
		if (f.n > 0 &&
		    ((str_lower(f.p[0]) >= 'a' && str_lower(f.p[0]) <= 'z') || (unsigned char)f.p[0] >= 0x80))
			return f;
		s = str_sub(s, n + 1, s.n);
	}
	return STR_EMPTY;
}

static struct str
name_of(struct arena *a, struct str bytes, const struct slipletters *code)
{
	struct str before = str_sub(bytes, 0, code->from), behind = str_sub(bytes, code->to, bytes.n), name = STR_EMPTY;

	before = str_sub(before, str_rfind(before, '\n') == before.n ? 0 : str_rfind(before, '\n') + 1, before.n);
	behind = str_trim(str_sub(behind, 0, str_find(behind, '\n')));
	while (before.n > 0 && before.p[before.n - 1] == ' ')
		before.n--;
	if (before.n > 0 && separates(before.p[before.n - 1]))
		name = field(before);
	if (name.n == 0 && behind.n > 0 && separates(behind.p[0]))
		name = field(behind);
	return clean(a, name);
}

/* -- lines -- */

static struct str
letters_of(struct arena *a, const struct slipletters *code)
{
	return arena_str(a, (struct str){ (const char *)code->v, code->n });
}

static void
mark_twice(struct results *r, struct results_line *line, struct str letters)
{
	size_t first = (size_t)(uintptr_t)map_add(&r->seen, letters, (void *)(uintptr_t)(r->lines.n + 1));

	if (first == 0)
		return;
	line->same = first - 1;
	line->slip.flags |= SLIP_TWICE;
}

static void
add(struct results *r, struct str file, struct str bytes, size_t number, struct slipletters *code)
{
	struct results_line line = { .file = file, .line = number, .name = name_of(&r->arena, bytes, code) };
	struct str letters = letters_of(&r->arena, code);

	line.who = unicode_fold(&r->arena, line.name);
	slip_read(&r->arena, &r->numbers, &r->keys, code, r->today, &line.slip);
	if (code->fault == NULL)
		mark_twice(r, &line, letters);
	VEC_PUSH(&r->lines, line);
}

size_t
results_add(struct results *r, struct str file, struct str bytes)
{
	struct slipletters code;
	size_t at = 0, counted = 0, number = 1, n = 0;

	file = arena_str(&r->arena, file);
	while (slipletters_next(bytes, &at, &code)) {
		for (; counted < code.from; counted++)
			number += bytes.p[counted] == '\n';
		add(r, file, bytes, number, &code);
		n++;
	}
	return n;
}

bool
results_counts(const struct results_line *line)
{
	return (line->slip.flags & ~(unsigned)SLIP_CUT) == 0;
}

size_t
results_flagged(const struct results *r)
{
	size_t n = 0;

	for (size_t i = 0; i < r->lines.n; i++)
		n += !results_counts(&r->lines.v[i]);
	return n;
}

void
results_end(struct results *r)
{
	VEC_FREE(&r->lines);
	keyfile_free(&r->keys);
	map_free(&r->seen);
	exact_end(&r->numbers);
	arena_free(&r->arena);
}
