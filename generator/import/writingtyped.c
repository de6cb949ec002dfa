/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/writingtyped.h"

#include "import/asmarkdown.h"
#include "import/literal.h"
#include "package/decimal.h"

void
writingtyped_feedback(struct taking *t, struct item *it, const struct item_text *text, const char *in, struct buf *b)
{
	struct str s = text->s.n > 0 ? asmarkdown_blocks(t, it, text) : STR_EMPTY;

	while (s.n > 0) {
		struct str line = str_cut(&s, '\n');

		buf_fmt(b, "%s>%s%.*s\n", in, line.n > 0 ? " " : "", STR_ARG(line));
	}
}

struct str
writingtyped_literal(struct taking *t, struct str pattern, bool *glob)
{
	struct buf b = BUF_INIT;

	*glob = false;
	for (size_t i = 0; i < pattern.n; i++) {
		*glob |= pattern.p[i] == '*' && (i == 0 || pattern.p[i - 1] != '\\');
		if (pattern.p[i] == '\\' && i + 1 < pattern.n && pattern.p[i + 1] == '*')
			continue;
		buf_chr(&b, pattern.p[i]);
	}
	if (!*glob)
		return taking_keep(t, &b);
	buf_free(&b);
	return pattern;
}

static void
score(struct buf *b, struct ratio fraction, const char *before)
{
	if (ratio_cmp(fraction, RATIO_ONE) == 0)
		return;
	buf_fmt(b, "%sscore=", before);
	ratio_write(b, fraction.num < 0 ? RATIO_ZERO : fraction);
}

/* Whether ${next} stands on the line of ${a}, as another way to write it. */
static bool
joins(struct taking *t, const struct item_answer *a, const struct item_answer *next)
{
	bool glob, next_glob;

	writingtyped_literal(t, a->text.s, &glob);
	writingtyped_literal(t, next->text.s, &next_glob);
	return !glob && !next_glob && ratio_cmp(a->fraction, next->fraction) == 0 && a->feedback.s.n == 0 &&
	    next->feedback.s.n == 0;
}

void
writingtyped_texts(struct taking *t, struct item *it, const struct item_answers *all, const char *in, struct buf *b)
{
	for (size_t i = 0; i < all->n; i++) {
		const struct item_answer *a = &all->v[i];
		bool glob = false, attributes;

		buf_fmt(b, "%s- ", in);
		literal_typed(b, writingtyped_literal(t, a->text.s, &glob));
		while (i + 1 < all->n && joins(t, a, &all->v[i + 1])) {
			bool none;

			BUF_LIT(b, " | ");
			literal_typed(b, writingtyped_literal(t, all->v[++i].text.s, &none));
		}
		attributes = glob || ratio_cmp(a->fraction, RATIO_ONE) != 0;
		buf_cstr(b, attributes ? " {" : "");
		buf_cstr(b, glob ? "match=glob" : "");
		score(b, a->fraction, glob ? " " : "");
		buf_cstr(b, attributes ? "}\n" : "\n");
		if (a->fraction.num < 0)
			taking_loss(t, a->line ? a->line : it->at.line,
			    "a typed answer that costs something: it earns nothing");
		writingtyped_feedback(t, it, &a->feedback, arena_fmt(t->arena, "%s  ", in).p, b);
	}
}

/* As a decimal where that is exact. */
static void
put_ratio(struct buf *b, struct ratio r)
{
	size_t from = b->n;

	if (decimal_write(b, r, 12))
		return;
	b->n = from;
	ratio_write(b, r);
}

static void
number(const struct item_answer *a, struct buf *b)
{
	struct ratio low, high;

	if (a->any) {
		BUF_LIT(b, "any");
	} else if (a->range && ratio_sub(a->value, a->error, &low) && ratio_add(a->value, a->error, &high)) {
		buf_chr(b, '[');
		put_ratio(b, low);
		BUF_LIT(b, ", ");
		put_ratio(b, high);
		buf_chr(b, ']');
	} else {
		put_ratio(b, a->value);
	}
}

void
writingtyped_numbers(struct taking *t, struct item *it, const struct item_answers *all, const char *in, struct buf *b)
{
	for (size_t i = 0; i < all->n; i++) {
		const struct item_answer *a = &all->v[i];
		bool near = !a->any && !a->range && a->error.num != 0;
		bool scored = a->any ? a->fraction.num > 0 : ratio_cmp(a->fraction, RATIO_ONE) != 0;

		buf_fmt(b, "%s- ", in);
		number(a, b);
		buf_cstr(b, near || scored ? " {" : "");
		if (near) {
			BUF_LIT(b, "tolerance=");
			put_ratio(b, a->error);
		}
		if (scored)
			score(b, a->fraction, near ? " " : "");
		if (scored && ratio_cmp(a->fraction, RATIO_ONE) == 0)
			BUF_LIT(b, "score=1");
		buf_cstr(b, near || scored ? "}\n" : "\n");
		if (a->fraction.num < 0)
			taking_loss(t, a->line ? a->line : it->at.line,
			    "a typed answer that costs something: it earns nothing");
		writingtyped_feedback(t, it, &a->feedback, arena_fmt(t->arena, "%s  ", in).p, b);
	}
}

void
writingtyped_units(const struct item *it, struct buf *head)
{
	struct buf all = BUF_INIT;
	struct ratio factor;

	if (it->nunits == 0)
		return;
	for (size_t i = 0; i < it->nunits; i++) {
		if (!ratio_make(it->units[i].multiplier.den, it->units[i].multiplier.num, &factor))
			factor = RATIO_ONE;
		buf_fmt(&all, "%s%.*s=", i > 0 ? " " : "", STR_ARG(it->units[i].name));
		ratio_write(&all, factor);
	}
	BUF_LIT(head, " units=");
	literal_value(head, buf_view(&all));
	buf_free(&all);
	buf_cstr(head, it->unit_optional ? " unit-policy=optional" : "");
	buf_cstr(head, it->unit_before ? " unit-position=before" : "");
	if (ratio_cmp(it->unit_penalty, RATIO(1, 10)) != 0) {
		BUF_LIT(head, " unit-penalty=");
		ratio_write(head, it->unit_penalty);
	}
}
