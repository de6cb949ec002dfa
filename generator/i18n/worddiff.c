/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "i18n/worddiff.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/vec.h"
#include "model/phrases.h"

/* Beyond that two texts have nothing in common but their ends. */
enum { MOST_CELLS = 1 << 22 };

struct piece_list VEC_OF(struct worddiff_piece);

/* What differs: tokens [from, to) of both texts. */
struct change {
	size_t from[2], to[2];
};
struct change_list VEC_OF(struct change);

struct worddiff_words
worddiff_words_of(const struct site *site, struct str lang)
{
	return (struct worddiff_words){ phrases_list(site, lang, "lint-negations"),
		phrases_list(site, lang, "lint-modals") };
}

/* -- what is common -- */

static bool
same(const struct wordmarks *x, size_t i, const struct wordmarks *y, size_t k)
{
	return str_eq(x->v[i].text, y->v[k].text);
}

static bool
is_blank(const struct wordmarks *x, size_t from, size_t to)
{
	while (from < to && x->v[from].kind == WORDMARKS_BLANK)
		from++;
	return from == to;
}

/* Blanks alone between two changes are part of one. */
static void
add_change(struct change_list *all, const struct wordmarks *x, struct change c)
{
	struct change *last = all->n > 0 ? &all->v[all->n - 1] : NULL;

	if (last && is_blank(x, last->to[0], c.from[0])) {
		last->to[0] = c.to[0];
		last->to[1] = c.to[1];
	} else {
		VEC_PUSH(all, c);
	}
}

/* The longest common subsequence of what lies between the ends that are the same: row i, column k is its length from there on. */
static void
find_changes(struct change_list *all, const struct wordmarks *x, const struct wordmarks *y, struct change whole)
{
	size_t n = whole.to[0] - whole.from[0], m = whole.to[1] - whole.from[1], i = 0, k = 0;
	uint16_t *cells;

	if (n == 0 || m == 0 || n >= UINT16_MAX || m >= UINT16_MAX || (n + 1) * (m + 1) > MOST_CELLS) {
		if (n + m > 0)
			add_change(all, x, whole);
		return;
	}
	cells = mem_alloc((n + 1) * (m + 1) * sizeof *cells);
	for (size_t r = n + 1; r-- > 0;)
		for (size_t c = m + 1; c-- > 0;) {
			uint16_t *cell = &cells[r * (m + 1) + c];

			if (r == n || c == m)
				*cell = 0;
			else if (same(x, whole.from[0] + r, y, whole.from[1] + c))
				*cell = (uint16_t)(cell[m + 2] + 1);
			else
				*cell = cell[1] > cell[m + 1] ? cell[1] : cell[m + 1];
		}
	while (i < n || k < m) {
		const uint16_t *cell = &cells[i * (m + 1) + k];
		struct change c = { { whole.from[0] + i, whole.from[1] + k }, { 0, 0 } };

		if (i < n && k < m && same(x, c.from[0], y, c.from[1])) {
			i++;
			k++;
			continue;
		}
		if (k == m || (i < n && cell[m + 1] >= cell[1]))
			i++;
		else
			k++;
		c.to[0] = whole.from[0] + i;
		c.to[1] = whole.from[1] + k;
		add_change(all, x, c);
	}
	free(cells);
}

static struct change
trim_ends(const struct wordmarks *x, const struct wordmarks *y)
{
	struct change c = { { 0, 0 }, { x->n, y->n } };

	while (c.from[0] < x->n && c.from[1] < y->n && same(x, c.from[0], y, c.from[1]))
		c.from[0]++, c.from[1]++;
	while (c.to[0] > c.from[0] && c.to[1] > c.from[1] && same(x, c.to[0] - 1, y, c.to[1] - 1))
		c.to[0]--, c.to[1]--;
	return c;
}

/* -- pieces -- */

static void
add_piece(struct piece_list *all, enum worddiff_kind kind, const struct wordmarks *x, size_t from, size_t to)
{
	struct worddiff_piece p = { .kind = kind };

	if (from == to)
		return;
	p.text.p = x->v[from].text.p;
	p.text.n = (size_t)(x->v[to - 1].text.p + x->v[to - 1].text.n - p.text.p);
	for (size_t i = from; kind != WORDDIFF_SAME && i < to; i++)
		p.marks |= x->v[i].marks;
	VEC_PUSH(all, p);
}

struct worddiff
worddiff_of(struct arena *a, struct str before, struct str after, const struct worddiff_words *words)
{
	struct wordmarks x = wordmarks_of(a, before, words->negations, words->modals);
	struct wordmarks y = wordmarks_of(a, after, words->negations, words->modals);
	struct change_list changes = { 0 };
	struct piece_list pieces = { 0 };
	struct worddiff w;
	size_t at = 0;

	find_changes(&changes, &x, &y, trim_ends(&x, &y));
	for (size_t i = 0; i < changes.n; i++) {
		const struct change *c = &changes.v[i];

		add_piece(&pieces, WORDDIFF_SAME, &x, at, c->from[0]);
		add_piece(&pieces, WORDDIFF_OUT, &x, c->from[0], c->to[0]);
		add_piece(&pieces, WORDDIFF_IN, &y, c->from[1], c->to[1]);
		at = c->to[0];
	}
	add_piece(&pieces, WORDDIFF_SAME, &x, at, x.n);
	w.n = pieces.n;
	w.v = ARENA_ARRAY(a, struct worddiff_piece, w.n);
	if (w.n > 0)
		memcpy(w.v, pieces.v, w.n * sizeof *w.v);
	VEC_FREE(&pieces);
	VEC_FREE(&changes);
	return w;
}

/* -- as text -- */

/* Blanks at the ends of a piece stand outside of its brackets. */
static void
put_piece(struct buf *b, const struct worddiff_piece *p)
{
	struct str inner = str_trim(p->text);
	size_t front = (size_t)(inner.p - p->text.p);

	if (p->kind == WORDDIFF_SAME || inner.n == 0) {
		buf_str(b, p->text);
		return;
	}
	buf_str(b, str_sub(p->text, 0, front));
	if (p->marks)
		buf_chr(b, '!');
	buf_cstr(b, p->kind == WORDDIFF_OUT ? "[-" : "{+");
	buf_str(b, inner);
	buf_cstr(b, p->kind == WORDDIFF_OUT ? "-]" : "+}");
	buf_str(b, str_sub(p->text, front + inner.n, p->text.n));
}

void
worddiff_text(struct buf *b, const struct worddiff *w)
{
	for (size_t i = 0; i < w->n; i++) {
		bool behind = i > 0 && w->v[i].kind == WORDDIFF_IN && w->v[i - 1].kind == WORDDIFF_OUT;

		if (behind && b->n > 0 && b->p[b->n - 1] != ' ')
			buf_chr(b, ' ');
		put_piece(b, &w->v[i]);
	}
}
