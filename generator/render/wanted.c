/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "render/wanted.h"

#include "base/unicode.h"
#include "localise/ui.h"
#include "render/answering.h"
#include "render/html.h"
#include "render/wording.h"

/* -- numbers -- */

/* As it is written with decimals; as a fraction where they would not end, or be too many. */
static struct str
number(struct render *r, struct ratio x)
{
	struct str mark = wording_text(r, "decimal-mark");
	struct buf b = BUF_INIT;
	struct str words;
	uint64_t rest = x.num < 0 ? 0 - (uint64_t)x.num : (uint64_t)x.num, den = (uint64_t)x.den;
	int places = 0;

	buf_cstr(&b, x.num < 0 ? "\xe2\x88\x92" : "");
	buf_fmt(&b, "%llu", (unsigned long long)(rest / den));
	for (rest %= den; rest > 0 && places < 9 && rest <= UINT64_MAX / 10; rest = rest * 10 % den) {
		if (places++ == 0)
			buf_str(&b, mark);
		buf_fmt(&b, "%llu", (unsigned long long)(rest * 10 / den));
	}
	if (rest > 0) {
		buf_reset(&b);
		ratio_write(&b, x);
	}
	words = arena_str(r->arena, buf_view(&b));
	buf_free(&b);
	return words;
}

static struct str
range(struct render *r, const struct accepted *a)
{
	struct ui_arg args[] = { { "low", STR_EMPTY }, { "high", STR_EMPTY } };

	args[0].value = a->has_low ? number(r, a->low) : STR_EMPTY;
	args[1].value = a->has_high ? number(r, a->high) : STR_EMPTY;
	return ui_format(r->arena, r->out->lang,
	    !a->has_high     ? "number-from"
		: a->has_low ? "number-range"
			     : "number-to",
	    args, 2);
}

/* The unit that numbers of the answer are in. */
static struct str
base_unit(const struct gap *g)
{
	for (size_t i = 0; i < g->number.nunits; i++)
		if (ratio_cmp(g->number.units[i].factor, RATIO_ONE) == 0)
			return g->number.units[i].name;
	return STR_EMPTY;
}

static struct str
with_unit(struct render *r, const struct gap *g, struct str words)
{
	struct str unit = base_unit(g);

	if (unit.n == 0)
		return words;
	return g->number.unit_before ? arena_fmt(r->arena, "%.*s\xc2\xa0%.*s", STR_ARG(unit), STR_ARG(words))
				     : arena_fmt(r->arena, "%.*s\xc2\xa0%.*s", STR_ARG(words), STR_ARG(unit));
}

/* -- one accepted answer -- */

/* Empty for what has no words: anything, a pattern. */
static struct str
words_of(struct render *r, const struct gap *g, const struct accepted *a)
{
	struct str all = STR_EMPTY;

	if (g->kind == GAP_NUMBER && a->any)
		return STR_EMPTY;
	if (g->kind == GAP_NUMBER)
		return with_unit(r, g, a->has_value ? number(r, a->value) : range(r, a));
	if (a->match == MATCH_REGEX)
		return STR_EMPTY;
	for (size_t i = 0; i < a->nvariants; i++)
		all =
		    i == 0 ? a->variants[0] : arena_fmt(r->arena, "%.*s / %.*s", STR_ARG(all), STR_ARG(a->variants[i]));
	return all;
}

static bool
is_right(const struct gap *g, const struct accepted *a)
{
	return g->kind == GAP_MENU ? a->right : ratio_cmp(a->credit, RATIO_ONE) >= 0;
}

static struct str
right_words(struct render *r, const struct gap *g)
{
	struct str all = STR_EMPTY;

	for (size_t i = 0; i < g->nanswers; i++) {
		struct str words = is_right(g, &g->answers[i]) ? words_of(r, g, &g->answers[i]) : STR_EMPTY;

		if (words.n > 0)
			all = all.n == 0 ? words : arena_fmt(r->arena, "%.*s / %.*s", STR_ARG(all), STR_ARG(words));
	}
	return all;
}

/* -- the list of answers -- */

/* Where the variants of ${a} stand among those of all: "3 4". */
static struct str
places(struct render *r, const struct gap *g, const struct accepted *a)
{
	size_t from = 0, n = g->kind == GAP_TEXT ? a->nvariants : 1;
	struct str all = STR_EMPTY;

	for (const struct accepted *p = g->answers; p < a; p++)
		from += g->kind == GAP_TEXT ? p->nvariants : 1;
	for (size_t i = 0; i < n; i++)
		all = arena_fmt(r->arena, "%.*s%s%zu", STR_ARG(all), i ? " " : "", from + i);
	return all;
}

static void
feedback(struct render *r, struct buf *b, const struct gap *g, const struct accepted *a)
{
	struct ui_arg arg = { "answer", words_of(r, g, a) };

	if (!a->feedback)
		return;
	BUF_LIT(b, "<div class=\"feedback\"");
	wording_data(b, "feedback", places(r, g, a));
	BUF_LIT(b, ">\n");
	if (arg.value.n > 0) {
		wording_element(r, b, "p", "feedback-when", ui_format(r->arena, r->out->lang, "if-answered", &arg, 1));
		buf_chr(b, '\n');
	}
	html_blocks(r, b, a->feedback);
	BUF_LIT(b, "</div>\n");
}

void
wanted_answer(struct render *r, struct buf *b, const struct gap *g, struct str label)
{
	struct str words = right_words(r, g);

	answering_open(b, g->id);
	if (label.n > 0)
		wording_element(r, b, "span", "gap-label", label);
	if (words.n > 0)
		answering_right(r, b, words);
	for (size_t i = 0; i < g->nanswers; i++)
		feedback(r, b, g, &g->answers[i]);
	answering_close(b);
}

int
wanted_size(const struct gap *g)
{
	static const int sizes[] = { 6, 12, 20 };
	size_t most = g->kind == GAP_NUMBER ? 6 : 0;

	for (size_t i = 0; i < g->nanswers; i++)
		for (size_t k = 0; k < g->answers[i].nvariants; k++) {
			size_t n = unicode_count(g->answers[i].variants[k]);

			most = n > most ? n : most;
		}
	for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++)
		if (most <= (size_t)sizes[i])
			return sizes[i];
	return 28;
}
