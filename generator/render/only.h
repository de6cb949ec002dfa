/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RENDER_ONLY_H
#define RENDER_ONLY_H

#include "render/render.h"

/* only_holds(r, a): whether all of `edition= country= language= audience= output=` let what has them into this page. */
bool only_holds(const struct render *r, const struct attrs *a);

/* only_audience(r): for whom the build is: "learner" or "facilitator". */
struct str only_audience(const struct render *r);

#endif
