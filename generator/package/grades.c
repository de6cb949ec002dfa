/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "package/grades.h"

#include "package/decimal.h"

static const struct ratio grades[] = {
	{ 0, 1 },
	{ 1, 20 },
	{ 1, 10 },
	{ 1, 9 },
	{ 1, 8 },
	{ 1, 7 },
	{ 1, 6 },
	{ 1, 5 },
	{ 1, 4 },
	{ 3, 10 },
	{ 1, 3 },
	{ 2, 5 },
	{ 1, 2 },
	{ 3, 5 },
	{ 2, 3 },
	{ 7, 10 },
	{ 3, 4 },
	{ 4, 5 },
	{ 5, 6 },
	{ 9, 10 },
	{ 1, 1 },
};

static struct ratio
negated(struct ratio r)
{
	r.num = -r.num;
	return r;
}

/* How far apart; false where that has too many digits, which is never near. */
static bool
distance(struct ratio a, struct ratio b, struct ratio *out)
{
	if (!ratio_sub(a, b, out))
		return false;
	if (out->num < 0)
		*out = negated(*out);
	return true;
}

struct ratio
grades_nearest(struct ratio r)
{
	struct ratio size = r.num < 0 ? negated(r) : r, best = RATIO_ZERO, least = size, d;

	for (size_t i = 1; i < sizeof grades / sizeof *grades; i++)
		if (distance(size, grades[i], &d) && ratio_cmp(d, least) < 0) {
			least = d;
			best = grades[i];
		}
	return r.num < 0 ? negated(best) : best;
}

bool
grades_snap(struct ratio r, struct ratio *out)
{
	struct ratio near = grades_nearest(r), d;
	bool is = distance(near, r, &d) && ratio_cmp(d, RATIO(1, 100000)) < 0;

	*out = is ? near : r;
	return is;
}

bool
grades_percent(struct buf *b, struct ratio r)
{
	struct ratio percent, near = grades_nearest(r);

	if (!ratio_mul(r, RATIO(100, 1), &percent))
		percent = RATIO_ZERO;
	decimal_write(b, percent, 5);
	return ratio_cmp(near, r) == 0;
}

bool
grades_read(struct str s, struct ratio *out)
{
	struct ratio r;

	if (!decimal_read(s, &r) || !ratio_mul(r, RATIO(1, 100), &r))
		return false;
	grades_snap(r, out);
	return true;
}
