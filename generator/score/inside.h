/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SCORE_INSIDE_H
#define SCORE_INSIDE_H

#include <stdbool.h>
#include <stddef.h>

#include "score/exact.h"

/* A place in a picture, natural pixels, from the left and from the top. */
struct inside_point {
	const struct exact *x, *y;
};

/*
 * inside_area(shape, coords, n, p): whether ${p} lies in an area or on its border. ${shape} is "rect", "circle", "ellipse" or
 * "poly", ${coords} are its ${n} numbers as docs/vectors.md orders them. Exact: nothing is rounded and no root is drawn.
 */
bool inside_area(struct str shape, const struct exact *const *coords, size_t n, struct inside_point p);

#endif
