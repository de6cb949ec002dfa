/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "package/cloze.h"

#include <string.h>

#include "package/decimal.h"
#include "package/grades.h"
#include "package/prose.h"

enum { PLACES = 12 };

static const char *
name(const struct item_gap *g)
{
	switch (g->kind) {
	case ITEM_GAP_SHORT: return g->match_case ? "SHORTANSWER_C" : "SHORTANSWER";
	case ITEM_GAP_NUMBER: return "NUMERICAL";
	default: return g->shuffle ? "MULTICHOICE_S" : "MULTICHOICE";
	}
}

static void
escape(struct buf *b, struct str s)
{
	for (size_t i = 0; i < s.n; i++) {
		if (strchr("\\}~#", s.p[i]) && s.p[i] != '\0')
			buf_chr(b, '\\');
		buf_chr(b, s.p[i]);
	}
}

/* The code stands in HTML: plain text is written as that. */
static void
plain(struct buf *b, struct str s)
{
	struct buf html = BUF_INIT;

	prose_escape(&html, s);
	escape(b, buf_view(&html));
	buf_free(&html);
}

static void
answer(struct buf *b, const struct item_gap *g, const struct item_answer *a)
{
	if (ratio_cmp(a->fraction, RATIO_ONE) == 0) {
		buf_chr(b, '=');
	} else if (a->fraction.num != 0 || str_starts(a->text.s, "%")) {
		buf_chr(b, '%');
		grades_percent(b, a->fraction);
		buf_chr(b, '%');
	}
	if (g->kind != ITEM_GAP_NUMBER) {
		plain(b, a->text.s);
	} else if (a->any) {
		buf_chr(b, '*');
	} else {
		decimal_write(b, a->value, PLACES);
		buf_chr(b, ':');
		decimal_write(b, a->error, PLACES);
	}
	if (a->feedback.s.n > 0) {
		buf_chr(b, '#');
		escape(b, a->feedback.s);
	}
}

static void
gap(struct buf *b, const struct item_gap *g)
{
	buf_fmt(b, "{%lld:%s:", (long long)g->weight.num, name(g));
	for (size_t i = 0; i < g->answers.n; i++) {
		buf_cstr(b, i > 0 ? "~" : "");
		answer(b, g, &g->answers.v[i]);
	}
	buf_chr(b, '}');
}

/* A brace that is text must not look like the beginning of a gap. */
static void
around(struct buf *b, struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (s.p[i] == '{' && i + 1 < s.n && s.p[i + 1] >= '0' && s.p[i + 1] <= '9')
			BUF_LIT(b, "&#123;");
		else
			buf_chr(b, s.p[i]);
}

void
cloze_text(struct buf *b, const struct item *it)
{
	size_t at = 0, from = 0, i = 0;

	while (at < it->text.s.n) {
		size_t begins = at;

		if (!item_gap_at(it->text.s, &at, &i)) {
			at++;
			continue;
		}
		around(b, str_sub(it->text.s, from, begins));
		if (i < it->ngaps)
			gap(b, &it->gaps[i]);
		from = at;
	}
	around(b, str_sub(it->text.s, from, it->text.s.n));
}
