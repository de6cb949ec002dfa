/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "translate/staleness.h"

enum staleness
staleness_of(const struct text *t, const struct block *b)
{
	const struct value *map = t->meta.translates;

	if (map == NULL || map->kind != VALUE_MAP)
		return STALENESS_UNKNOWN;
	for (size_t i = 0; i < map->n; i++)
		if (str_eq(map->as.entries[i].key, b->key))
			return str_is(map->as.entries[i].value.text, b->hash) ? STALENESS_FRESH : STALENESS_CHANGED;
	return STALENESS_NEW;
}

/* What readers know a changed block by: the words above it. */
static struct stale
stale_of(const struct block *b, struct arena *keep)
{
	struct stale s = { .block = arena_str(keep, b->key), .words = STR_EMPTY };
	const struct segment *first = b->first;

	if (first->role == SEGMENT_HEADING || first->role == SEGMENT_LABEL) {
		struct buf words = BUF_INIT;

		node_plain(&words, first->holder);
		s.words = arena_str(keep, str_trim(buf_view(&words)));
		buf_free(&words);
	} else if (first->holder) {
		s.words = arena_str(keep, first->heading);
	}
	return s;
}

void
staleness_note(struct text *t, const struct blocks *blocks, struct arena *keep)
{
	struct coverage *c;

	if (t->coverage || t->meta.translates == NULL || t->meta.translates->kind != VALUE_MAP)
		return;
	c = ARENA_NEW(keep, struct coverage);
	c->stale = ARENA_ARRAY(keep, struct stale, blocks->n);
	for (size_t i = 0; i < blocks->n; i++) {
		const struct block *b = &blocks->v[i];
		enum staleness s = staleness_of(t, b);

		c->messages += b->messages;
		c->words += b->words;
		if (s != STALENESS_NEW) {
			c->done += b->messages;
			c->done_words += b->words;
		}
		if (s == STALENESS_CHANGED)
			c->stale[c->nstale++] = stale_of(b, keep);
	}
	t->coverage = c;
}
