/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SCORE_BOUNDS_H
#define SCORE_BOUNDS_H

#include "score/shape.h"

/*
 * bounds_settle(run, at, answer): one of `answers`, whose fields have their shapes, becomes what scorer.h says: bounds, a value with
 * places to round to, or any number. False with run->error where it has none of these forms, or several.
 */
bool bounds_settle(struct shape_run *run, const struct shape_place *at, struct jvalue *answer);

#endif
