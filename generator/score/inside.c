/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "score/inside.h"

static bool
between(const struct exact *low, const struct exact *x, const struct exact *high)
{
	return exact_cmp(low, x) <= 0 && exact_cmp(x, high) <= 0;
}

static bool
in_rect(const struct exact *left, const struct exact *top, const struct exact *right, const struct exact *bottom,
    struct inside_point p)
{
	return between(left, p.x, right) && between(top, p.y, bottom);
}

/*
 * (dx/rx)^2 + (dy/ry)^2 <= 1 without dividing. Outside of its box nothing is inside, also where a radius of 0 makes the
 * formula true along a line.
 */
static bool
in_ellipse(struct exacts *all, const struct exact *const *coords, const struct exact *ry, struct inside_point p)
{
	const struct exact *dx = exact_abs(all, exact_sub(all, p.x, coords[0]));
	const struct exact *dy = exact_abs(all, exact_sub(all, p.y, coords[1]));
	const struct exact *rx = coords[2];
	const struct exact *a = exact_mul(all, dx, ry), *b = exact_mul(all, dy, rx), *c = exact_mul(all, rx, ry);

	if (exact_cmp(dx, rx) > 0 || exact_cmp(dy, ry) > 0)
		return false;
	return exact_cmp(exact_add(all, exact_mul(all, a, a), exact_mul(all, b, b)), exact_mul(all, c, c)) <= 0;
}

/* Above 0 where the way from ${a} to ${b} to ${p} turns one way, below where the other, 0 where they lie on a line. */
static int
turn(struct exacts *all, struct inside_point a, struct inside_point b, struct inside_point p)
{
	const struct exact *ab_x = exact_sub(all, b.x, a.x), *ab_y = exact_sub(all, b.y, a.y);
	const struct exact *ap_x = exact_sub(all, p.x, a.x), *ap_y = exact_sub(all, p.y, a.y);

	return exact_cmp(exact_mul(all, ab_x, ap_y), exact_mul(all, ab_y, ap_x));
}

/*
 * Even-odd: a ray to the right crosses the border an odd number of times. A side has its upper end, not its lower one, so
 * that a ray through a corner counts it once or twice as it should.
 */
static bool
in_polygon(struct exacts *all, const struct exact *const *coords, size_t n, struct inside_point p)
{
	bool inside = false;

	for (size_t i = 0; i + 1 < n; i += 2) {
		size_t next = i + 3 < n ? i + 2 : 0;
		struct inside_point a = { coords[i], coords[i + 1] }, b = { coords[next], coords[next + 1] };
		bool a_below = exact_cmp(a.y, p.y) > 0, b_below = exact_cmp(b.y, p.y) > 0;
		int side = turn(all, a, b, p);

		if (side == 0 &&
		    in_rect(exact_min(a.x, b.x), exact_min(a.y, b.y), exact_max(a.x, b.x), exact_max(a.y, b.y), p))
			return true;
		if (a_below != b_below && (side > 0) == b_below)
			inside = !inside;
	}
	return inside;
}

bool
inside_area(struct str shape, const struct exact *const *coords, size_t n, struct inside_point p)
{
	struct exacts all = EXACTS_INIT; /* ends here: many clicks at many sides would fill the memory */
	bool inside;

	if (str_is(shape, "rect"))
		inside = n >= 4 && in_rect(coords[0], coords[1], coords[2], coords[3], p);
	else if (str_is(shape, "circle"))
		inside = n >= 3 && in_ellipse(&all, coords, coords[2], p);
	else if (str_is(shape, "ellipse"))
		inside = n >= 4 && in_ellipse(&all, coords, coords[3], p);
	else
		inside = in_polygon(&all, coords, n, p);
	exact_end(&all);
	return inside;
}
