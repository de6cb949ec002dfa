/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/writinggaps.h"

#include "import/literal.h"
#include "import/writingtyped.h"

struct str
writinggaps_text(struct taking *t, const struct item *it, struct str text)
{
	struct buf b = BUF_INIT;
	size_t at = 0, i;

	while (at < text.n)
		if (!item_gap_at(text, &at, &i))
			buf_chr(&b, text.p[at++]);
		else if (i < it->ngaps)
			buf_fmt(&b, "[[gap-%zu]]", i + 1);
	return taking_keep(t, &b);
}

static void
menu(struct taking *t, struct item *it, const struct item_gap *g, struct buf *b)
{
	for (size_t i = 0; i < g->answers.n; i++) {
		const struct item_answer *a = &g->answers.v[i];
		bool right = ratio_cmp(a->fraction, RATIO_ONE) == 0;

		buf_cstr(b, right ? "  - [x] " : "  - [ ] ");
		literal_text(b, a->text.s);
		buf_chr(b, '\n');
		if (!right && a->fraction.num != 0)
			taking_loss(t, a->text.line ? a->text.line : it->at.line,
			    "a word of a menu that is worth a part: it is right or wrong");
		writingtyped_feedback(t, it, &a->feedback, "    ", b);
	}
}

static void
attributes(const struct item_gap *g, struct buf *b)
{
	struct buf all = BUF_INIT;

	if (g->kind == ITEM_GAP_NUMBER)
		BUF_LIT(&all, " type=number");
	if (g->match_case)
		BUF_LIT(&all, " case=match");
	if (ratio_cmp(g->weight, RATIO_ONE) != 0) {
		BUF_LIT(&all, " weight=");
		ratio_write(&all, g->weight);
	}
	if (all.n > 0)
		buf_fmt(b, " {%.*s}", STR_ARG(str_trim(buf_view(&all))));
	buf_free(&all);
}

void
writinggaps_list(struct taking *t, struct item *it, struct buf *b)
{
	for (size_t i = 0; i < it->ngaps; i++) {
		const struct item_gap *g = &it->gaps[i];

		buf_fmt(b, "- [[gap-%zu]]", i + 1);
		attributes(g, b);
		buf_chr(b, '\n');
		if (g->kind == ITEM_GAP_MENU)
			menu(t, it, g, b);
		else if (g->kind == ITEM_GAP_NUMBER)
			writingtyped_numbers(t, it, &g->answers, "  ", b);
		else
			writingtyped_texts(t, it, &g->answers, "  ", b);
	}
}
