/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "results/listing.h"

#include <math.h>
#include <string.h>

#include "results/grid.h"
#include "base/json.h"
#include "score/members.h"

const char *const listing_format_names[LISTING_FORMATS] = { "table", "csv", "json" };

unsigned
listing_part_of(struct str word)
{
	static const char *const names[] = { "people", "questions", "gain" };

	for (unsigned i = 0; i < 3; i++)
		if (str_is(word, names[i]))
			return 1u << i;
	return 0;
}

/* -- cells -- */

static struct str
count(struct results *r, size_t n)
{
	return arena_fmt(&r->arena, "%zu", n);
}

static struct str
fraction(struct results *r, const struct exact *x)
{
	struct buf b = BUF_INIT;
	struct str s;

	if (x == NULL)
		return STR_EMPTY;
	exact_write(&b, x);
	s = arena_str(&r->arena, buf_view(&b));
	buf_free(&b);
	return s;
}

/* ${x} times 10^(places + shift) without what is behind the point, then with ${places} decimals: cut, so that nobody passes by it. */
static struct str
decimal(struct results *r, const struct exact *x, int shift, int places)
{
	struct exacts *n = &r->numbers;
	const struct exact *scaled, *whole;
	struct str digits;
	bool negative;

	if (x == NULL)
		return STR_EMPTY;
	negative = exact_sign(x) < 0;
	scaled = exact_abs(n, x);
	for (int i = 0; i < shift + places; i++)
		scaled = exact_mul(n, scaled, exact_of(n, 10, 1));
	whole = exact_round(n, scaled, 0);
	if (exact_cmp(whole, scaled) > 0)
		whole = exact_sub(n, whole, exact_of(n, 1, 1));
	digits = fraction(r, whole);
	while (digits.n <= (size_t)places)
		digits = arena_fmt(&r->arena, "0%.*s", STR_ARG(digits));
	negative = negative && exact_sign(whole) > 0;
	return arena_fmt(&r->arena, "%s%.*s.%.*s", negative ? "-" : "", (int)(digits.n - (size_t)places), digits.p,
	    places, digits.p + digits.n - places);
}

static struct str
percent(struct results *r, const struct exact *share)
{
	return decimal(r, share, 2, 2);
}

static struct str
real(struct results *r, double x, bool there)
{
	return there ? arena_fmt(&r->arena, "%.2f", fabs(x) < 0.005 ? 0.0 : x) : STR_EMPTY;
}

static struct str
yes(bool x)
{
	return x ? STR("yes") : STR("no");
}

/* -- people -- */

static const struct grid_column people_columns[] = {
	{ "file", NULL, GRID_TEXT },
	{ "line", "line", GRID_NUMBER },
	{ "name", "name", GRID_TEXT },
	{ "course", NULL, GRID_TEXT },
	{ "quiz", "quiz", GRID_TEXT },
	{ "title", NULL, GRID_TEXT },
	{ "paper", NULL, GRID_TEXT },
	{ "version", NULL, GRID_TEXT },
	{ "language", "lang", GRID_TEXT },
	{ "date", "date", GRID_TEXT },
	{ "attempt", "try", GRID_NUMBER },
	{ "points", "points", GRID_TEXT },
	{ "max", "of", GRID_TEXT },
	{ "percent", "%", GRID_NUMBER },
	{ "passed", "passed", GRID_BOOL },
	{ "flags", "flags", GRID_WORDS },
	{ "answers", NULL, GRID_JSON },
};

static struct str
flag_names(struct results *r, unsigned flags)
{
	struct buf b = BUF_INIT;
	struct str s;

	for (unsigned i = 0; i < SLIP_FLAGS; i++)
		if (flags & 1u << i)
			buf_fmt(&b, "%s%s", b.n > 0 ? " " : "", slip_flag_name((enum slip_flag)(1u << i)));
	s = arena_str(&r->arena, buf_view(&b));
	buf_free(&b);
	return s;
}

/* {"q1": {"response": "a", "result": "1"}, …} of what was asked. */
static struct str
answers(struct results *r, const struct slip *s)
{
	struct buf b = BUF_INIT;
	struct str json;

	if (s->answers == NULL)
		return STR_EMPTY;
	buf_chr(&b, '{');
	for (size_t i = 0; i < s->paper->nquestions; i++) {
		const struct slip_answer *answer = &s->answers[i];

		if (!answer->delivered)
			continue;
		members_name(&b, answer->q->id);
		BUF_LIT(&b, "{\"response\":");
		jsonread_write(&b, answer->response);
		if (answer->result == NULL)
			members_null(&b, "result");
		else
			members_text(&b, "result", fraction(r, answer->result));
		buf_chr(&b, '}');
	}
	buf_chr(&b, '}');
	json = arena_str(&r->arena, buf_view(&b));
	buf_free(&b);
	return json;
}

static void
add_person(struct grid *g, struct results *r, const struct results_line *line)
{
	const struct slip *s = &line->slip;
	const struct keyfile_paper *p = s->paper;
	bool readable = !(s->flags & SLIP_BROKEN);

	grid_add(g, line->file);
	grid_add(g, count(r, line->line));
	grid_add(g, line->name);
	grid_add(g, p != NULL ? p->course : STR_EMPTY);
	grid_add(g, p != NULL ? p->quiz : STR_EMPTY);
	grid_add(g, p != NULL ? p->title : STR_EMPTY);
	grid_add(g, readable ? arena_fmt(&r->arena, "%08x", (unsigned)s->mark) : STR_EMPTY);
	grid_add(g, p != NULL ? p->version : STR_EMPTY);
	grid_add(g, p != NULL ? p->language : STR_EMPTY);
	grid_add(g, str_of(s->date));
	grid_add(g, readable ? count(r, s->attempt) : STR_EMPTY);
	grid_add(g, fraction(r, s->earned));
	grid_add(g, fraction(r, s->max));
	grid_add(g, percent(r, s->share));
	grid_add(g, s->share != NULL && s->has_pass ? yes(s->passed) : STR_EMPTY);
	grid_add(g, flag_names(r, s->flags));
	grid_add(g, answers(r, s));
}

/* -- questions -- */

static const struct grid_column question_columns[] = {
	{ "course", NULL, GRID_TEXT },
	{ "quiz", "quiz", GRID_TEXT },
	{ "version", NULL, GRID_TEXT },
	{ "question", "question", GRID_TEXT },
	{ "asked", "asked", GRID_NUMBER },
	{ "answered", "answered", GRID_NUMBER },
	{ "right", "right", GRID_NUMBER },
	{ "mean", "mean", GRID_NUMBER },
	{ "discrimination", "discrimination", GRID_NUMBER },
};

static void
add_question(struct grid *g, struct results *r, const struct itemstats_row *row)
{
	grid_add(g, row->course);
	grid_add(g, row->quiz);
	grid_add(g, row->version);
	grid_add(g, row->id);
	grid_add(g, count(r, row->asked));
	grid_add(g, count(r, row->answered));
	grid_add(g, real(r, row->right, row->scored));
	grid_add(g, real(r, row->mean, row->scored));
	grid_add(g, real(r, row->discrimination, row->has_discrimination));
}

/* -- gain -- */

/* Of one person; and, with no name and how many there are, of all. */
static const struct grid_column gain_columns[] = {
	{ "name", "name", GRID_TEXT },
	{ "people", "people", GRID_NUMBER },
	{ "course", NULL, GRID_TEXT },
	{ "before", "before", GRID_TEXT },
	{ "after", "after", GRID_TEXT },
	{ "percentBefore", "% before", GRID_NUMBER },
	{ "percentAfter", "% after", GRID_NUMBER },
	{ "gain", "gain", GRID_NUMBER },
	{ "normalisedGain", "normalised", GRID_NUMBER },
};

static void
add_gain(struct grid *g, struct results *r, const struct gain_row *row)
{
	grid_add(g, row->name);
	grid_add(g, STR("1"));
	grid_add(g, row->course);
	grid_add(g, row->before->slip.paper->quiz);
	grid_add(g, row->after->slip.paper->quiz);
	grid_add(g, percent(r, row->before->slip.share));
	grid_add(g, percent(r, row->after->slip.share));
	grid_add(g, percent(r, row->gain));
	grid_add(g, decimal(r, row->normalised, 0, 2));
}

static void
add_group(struct grid *g, struct results *r, const struct gain_group *group)
{
	grid_add(g, STR_EMPTY);
	grid_add(g, count(r, group->n));
	grid_add(g, group->course);
	grid_add(g, group->before);
	grid_add(g, group->after);
	grid_add(g, percent(r, group->mean_before));
	grid_add(g, percent(r, group->mean_after));
	grid_add(g, percent(r, group->gain));
	grid_add(g, decimal(r, group->normalised, 0, 2));
}

/* -- all -- */

#define COLUMNS(list) .columns = (list), .ncolumns = sizeof(list) / sizeof *(list)

static void
fill(struct grid grids[3], struct results *r)
{
	struct itemstats items;
	struct gain gain;

	grids[0] = (struct grid){ .name = "people", COLUMNS(people_columns) };
	grids[1] = (struct grid){ .name = "questions", COLUMNS(question_columns) };
	grids[2] = (struct grid){ .name = "gain", COLUMNS(gain_columns) };
	for (size_t i = 0; i < r->lines.n; i++)
		add_person(&grids[0], r, &r->lines.v[i]);
	itemstats_make(&items, r);
	for (size_t i = 0; i < items.rows.n; i++)
		add_question(&grids[1], r, &items.rows.v[i]);
	itemstats_free(&items);
	gain_make(&gain, r);
	for (size_t i = 0; i < gain.rows.n; i++)
		add_gain(&grids[2], r, &gain.rows.v[i]);
	for (size_t i = 0; i < gain.groups.n; i++)
		add_group(&grids[2], r, &gain.groups.v[i]);
	gain_free(&gain);
}

/* What the flags of the list mean, each once, and what is wrong with broken codes. */
static void
legend(struct buf *b, const struct results *r)
{
	unsigned seen = 0;

	for (size_t i = 0; i < r->lines.n; i++)
		seen |= r->lines.v[i].slip.flags;
	for (unsigned i = 0; i < SLIP_FLAGS; i++)
		if (seen & 1u << i)
			buf_fmt(b, "  %s: %s\n", slip_flag_name((enum slip_flag)(1u << i)),
			    slip_flag_sentence((enum slip_flag)(1u << i)));
	for (size_t i = 0; i < r->lines.n; i++)
		if (r->lines.v[i].slip.fault != NULL)
			buf_fmt(b, "  %.*s:%zu: %s\n", STR_ARG(r->lines.v[i].file), r->lines.v[i].line,
			    r->lines.v[i].slip.fault);
}

static void
write_tables(struct buf *b, const struct results *r, const struct grid grids[3], unsigned parts)
{
	static const char *const titles[] = { "Codes", "Questions",
		"Gain, from the first code of a person to the last" };

	for (unsigned i = 0; i < 3; i++) {
		if (!(parts & 1u << i) || (grids[i].cells.n == 0 && i > 0))
			continue;
		buf_fmt(b, "%s%s", b->n > 0 ? "\n" : "", titles[i]);
		if (i == 0)
			buf_fmt(b, ": %zu, of which %zu count", r->lines.n, r->lines.n - results_flagged(r));
		buf_chr(b, '\n');
		grid_table(b, &grids[i]);
		if (i == 0)
			legend(b, r);
	}
}

static void
write_json(struct buf *b, const struct grid grids[3], unsigned parts)
{
	buf_chr(b, '{');
	for (unsigned i = 0; i < 3; i++) {
		if (!(parts & 1u << i))
			continue;
		members_key(b, grids[i].name);
		grid_json(b, &grids[i]);
	}
	BUF_LIT(b, "}\n");
}

void
listing_write(struct buf *b, struct results *r, unsigned parts, enum listing_format format)
{
	struct grid grids[3];
	bool some = false;

	fill(grids, r);
	if (format == LISTING_TABLE)
		write_tables(b, r, grids, parts);
	else if (format == LISTING_JSON)
		write_json(b, grids, parts);
	for (unsigned i = 0; i < 3 && format == LISTING_CSV; i++) {
		if (!(parts & 1u << i))
			continue;
		if (some)
			BUF_LIT(b, "\r\n");
		grid_csv(b, &grids[i]);
		some = true;
	}
	for (unsigned i = 0; i < 3; i++)
		grid_free(&grids[i]);
}
