/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "search/gleaning.h"

#include "base/pack.h"

enum {
	EXTRACT = 120, /* code points */
	TITLE = 100,
	WORD = 100, /* bytes: what is longer was not written to be read */
};

/* -- words of a section -- */

struct taking {
	struct gleaning *g;
	enum word_place place;
};

/* The better place is taken first: title, then text. */
static void
take_word(void *ctx, struct str word)
{
	const struct taking *t = ctx;
	struct gleaning *g = t->g;
	uint32_t number;

	if (word.n > WORD)
		return;
	number = lexicon_number(&g->lexicon, word);
	while (g->seen.n <= number)
		VEC_PUSH(&g->seen, 0);
	if (g->seen.v[number] >> 2 == g->serial)
		return;
	g->seen.v[number] = g->serial << 2 | (uint32_t)t->place;
	VEC_PUSH(&g->found, number);
}

uint32_t
gleaning_next(struct str words, size_t *at, enum word_place *place)
{
	uint64_t n = 0;
	unsigned shift = 0;

	do
		n |= (uint64_t)(words.p[*at] & 0x7f) << shift;
	while (shift += 7, words.p[(*at)++] & 0x80);
	*place = (enum word_place)(n & 3);
	return (uint32_t)(n >> 2);
}

static enum word_place
title_place(const struct section *s)
{
	if (s->kind == SECTION_PAGE)
		return PLACE_TITLE;
	return s->kind == SECTION_DEFINITION ? PLACE_TERM : PLACE_HEADING;
}

/* -- what is shown of it -- */

/* Whether a character goes on with ${c}. */
static bool
is_inside(char c)
{
	return ((unsigned char)c & 0xc0) == 0x80;
}

/* The first ${most} characters of ${s}, blanks for line ends, cut between words. */
static struct str
cut_text(struct gleaning *g, struct str s, size_t most)
{
	struct buf *b = &g->numbers; /* not in use yet */
	size_t at = 0, n = 0;

	while (at < s.n && (n < most || is_inside(s.p[at])))
		n += !is_inside(s.p[at++]);
	buf_reset(b);
	buf_str(b, str_sub(s, 0, at));
	for (size_t i = 0; i < b->n; i++)
		b->p[i] = b->p[i] == '\n' ? ' ' : b->p[i];
	if (at < s.n) {
		size_t blank = str_rfind(buf_view(b), ' ');

		b->n = blank < b->n && blank > b->n / 2 ? blank : b->n;
		BUF_LIT(b, " …");
	}
	return arena_str(&g->arena, str_trim(buf_view(b)));
}

/* -- the page -- */

static void
take_section(struct gleaning *g, struct wordbreaks *breaks, const struct section *s, struct gleaned_section *kept)
{
	struct taking title = { g, title_place(s) }, text = { g, PLACE_TEXT };

	g->serial++;
	g->found.n = 0;
	wordbreaks_each(breaks, s->title, take_word, &title);
	wordbreaks_each(breaks, s->text, take_word, &text);
	wordbreaks_each(breaks, s->folded, take_word, &text);
	kept->nwords = (uint32_t)g->found.n;
}

void
gleaning_take(struct gleaning *g, struct wordbreaks *breaks, const struct output *o, const struct sections *s)
{
	struct gleaned_page page = { .out = o, .nsections = s->n };

	page.sections = ARENA_ARRAY(&g->arena, struct gleaned_section, s->n);
	for (size_t i = 0; i < s->n; i++) {
		page.sections[i].kind = s->v[i].kind;
		page.sections[i].anchor = arena_str(&g->arena, s->v[i].anchor);
		page.sections[i].title = cut_text(g, s->v[i].title, TITLE);
		page.sections[i].extract = cut_text(g, s->v[i].text, EXTRACT);
	}
	buf_reset(&g->numbers);
	for (size_t i = 0; i < s->n; i++) {
		take_section(g, breaks, &s->v[i], &page.sections[i]);
		for (size_t k = 0; k < g->found.n; k++)
			pack_number(&g->numbers, (uint64_t)g->found.v[k] << 2 | (g->seen.v[g->found.v[k]] & 3));
	}
	page.words = arena_str(&g->arena, buf_view(&g->numbers));
	VEC_PUSH(&g->pages, page);
}

void
gleaning_free(struct gleaning *g)
{
	lexicon_free(&g->lexicon);
	arena_free(&g->arena);
	VEC_FREE(&g->pages);
	VEC_FREE(&g->seen);
	VEC_FREE(&g->found);
	buf_free(&g->numbers);
}
