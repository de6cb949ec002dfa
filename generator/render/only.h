/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RENDER_ONLY_H
#define RENDER_ONLY_H

#include "render/render.h"

/* only_holds(r, a): whether all of `edition= country= language= audience= output=` let what has them into this page. */
bool only_holds(const struct render *r, const struct attrs *a);

/*
 * only_leaks(r, n): whether ${n}, a directive or role, is for another audience than the build's. It should have been left out long before it is rendered: that is told as an error, and
 * nothing may be written of it.
 */
bool only_leaks(const struct render *r, const struct node *n);

/* only_audience(r): for whom the build is: "learner" or "facilitator". */
struct str only_audience(const struct render *r);

#endif
