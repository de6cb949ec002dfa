/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/clozeread.h"

#include <string.h>

#include "package/decimal.h"

enum { LONGEST_NAME = 20 };

static const struct {
	const char *name;
	enum item_gap_kind kind;
	bool match_case, shuffle;
} kinds[] = {
	{ "SHORTANSWER", ITEM_GAP_SHORT, false, false },
	{ "SA", ITEM_GAP_SHORT, false, false },
	{ "MW", ITEM_GAP_SHORT, false, false },
	{ "SHORTANSWER_C", ITEM_GAP_SHORT, true, false },
	{ "SAC", ITEM_GAP_SHORT, true, false },
	{ "MWC", ITEM_GAP_SHORT, true, false },
	{ "NUMERICAL", ITEM_GAP_NUMBER, false, false },
	{ "NM", ITEM_GAP_NUMBER, false, false },
	{ "MULTICHOICE", ITEM_GAP_MENU, false, false },
	{ "MC", ITEM_GAP_MENU, false, false },
	{ "MULTICHOICE_V", ITEM_GAP_MENU, false, false },
	{ "MCV", ITEM_GAP_MENU, false, false },
	{ "MULTICHOICE_H", ITEM_GAP_MENU, false, false },
	{ "MCH", ITEM_GAP_MENU, false, false },
	{ "MULTICHOICE_S", ITEM_GAP_MENU, false, true },
	{ "MCS", ITEM_GAP_MENU, false, true },
	{ "MULTICHOICE_VS", ITEM_GAP_MENU, false, true },
	{ "MCVS", ITEM_GAP_MENU, false, true },
	{ "MULTICHOICE_HS", ITEM_GAP_MENU, false, true },
	{ "MCHS", ITEM_GAP_MENU, false, true },
};

static bool
digit(char c)
{
	return c >= '0' && c <= '9';
}

/* `{2:NAME:` at ${at}: weight and name, ${at} behind it. */
static bool
head(struct str s, size_t *at, int64_t *weight, struct str *name)
{
	size_t i = *at + 1, from = i;

	*weight = 0;
	for (; i < s.n && digit(s.p[i]) && i - from < 6; i++)
		*weight = 10 * *weight + (s.p[i] - '0');
	if (i == from)
		*weight = 1;
	if (i >= s.n || s.p[i] != ':')
		return false;
	from = ++i;
	while (i < s.n && i - from <= LONGEST_NAME && ((s.p[i] >= 'A' && s.p[i] <= 'Z') || s.p[i] == '_'))
		i++;
	*name = str_sub(s, from, i);
	if (i >= s.n || s.p[i] != ':' || name->n == 0)
		return false;
	*at = i + 1;
	return true;
}

/* The place of ${c} from ${at} on that no backslash stands in front of. */
static size_t
find(struct str s, size_t at, const char *any)
{
	for (; at < s.n; at++) {
		if (s.p[at] == '\\')
			at++;
		else if (s.p[at] != '\0' && strchr(any, s.p[at]))
			return at;
	}
	return s.n;
}

static struct str
plain(struct taking *t, struct str s)
{
	struct buf b = BUF_INIT;

	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] == '\\' && i + 1 < s.n && strchr("\\}~#\"/=%{", s.p[i + 1]))
			i++;
		buf_chr(&b, s.p[i]);
	}
	return taking_keep(t, &b);
}

static bool
number(struct str s, struct item_answer *a)
{
	size_t colon = str_find(s, ':');

	if (str_is(str_trim(s), "*")) {
		a->any = true;
		return true;
	}
	return decimal_read(str_sub(s, 0, colon), &a->value) &&
	    (colon == s.n || (decimal_read(str_sub(s, colon + 1, s.n), &a->error) && a->error.num >= 0));
}

/* The credit in front: `=` all, `%50%` so much, else none. */
static struct ratio
credit(struct taking *t, uint32_t line, struct str *s)
{
	size_t end;

	*s = str_trim(*s);
	if (str_starts(*s, "=")) {
		*s = str_sub(*s, 1, s->n);
		return RATIO_ONE;
	}
	end = str_starts(*s, "%") ? 1 + str_find(str_sub(*s, 1, s->n), '%') : s->n;
	if (end < s->n) {
		struct str percent = str_sub(*s, 1, end);

		*s = str_sub(*s, end + 1, s->n);
		return taking_fraction(t, line, percent);
	}
	return RATIO_ZERO;
}

static bool
answer(struct taking *t, struct item_gap *g, struct str s, uint32_t line)
{
	struct item_answer *a = item_answer(t->arena, &g->answers);
	size_t hash;

	a->fraction = credit(t, line, &s);
	hash = find(s, 0, "#");
	a->feedback = (struct item_text){ str_trim(plain(t, str_sub(s, hash + 1, s.n))), ITEM_HTML, line };
	s = taking_entities(t, str_trim(plain(t, str_sub(s, 0, hash))));
	if (g->kind == ITEM_GAP_NUMBER)
		return number(s, a);
	a->text = (struct item_text){ s, ITEM_PLAIN, line };
	return true;
}

static void
refuse(struct taking *t, struct item *it, const char *why, struct str what)
{
	it->kind = ITEM_OTHER;
	it->why = arena_fmt(t->arena, why, STR_ARG(str_sub(what, 0, 60)));
}

/* The gap whose answers are ${s}. */
static bool
gap(struct taking *t, struct item *it, int64_t weight, struct str name, struct str s, uint32_t line)
{
	struct item_gap *g = NULL;

	for (size_t i = 0; !g && i < sizeof kinds / sizeof *kinds; i++)
		if (str_is(name, kinds[i].name)) {
			g = item_gap(t->arena, it);
			g->kind = kinds[i].kind;
			g->match_case = kinds[i].match_case;
			g->shuffle = kinds[i].shuffle;
			g->weight = RATIO(weight, 1);
		}
	if (!g) {
		refuse(t, it, "gaps of the kind `%.*s` cannot be taken over", name);
		return false;
	}
	for (size_t at = 0; at <= s.n;) {
		size_t end = find(s, at, "~");

		if (str_trim(str_sub(s, at, end)).n > 0 && !answer(t, g, str_sub(s, at, end), line))
			refuse(t, it, "`%.*s` is no number", str_sub(s, at, end));
		at = end + 1;
	}
	return true;
}

struct str
clozeread_text(struct taking *t, struct item *it, struct str html, uint32_t line)
{
	struct buf b = BUF_INIT;
	size_t at = 0;

	while (at < html.n) {
		size_t inside = at, end;
		int64_t weight;
		struct str name;

		if (html.p[at] != '{' || !head(html, &inside, &weight, &name)) {
			buf_chr(&b, html.p[at++]);
			continue;
		}
		end = find(html, inside, "}");
		if (end == html.n) {
			refuse(t, it, "a gap that does not end: `%.*s`", str_sub(html, at, html.n));
			break;
		}
		if (gap(t, it, weight, name, str_sub(html, inside, end), line))
			item_mark(&b, it->ngaps - 1);
		at = end + 1;
	}
	return taking_keep(t, &b);
}
