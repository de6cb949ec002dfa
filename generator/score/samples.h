/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SCORE_SAMPLES_H
#define SCORE_SAMPLES_H

#include "base/diag.h"
#include "model/body.h"
#include "model/site.h"

/*
 * samples_check(body, lang, d): what can be said of typed answers only by scoring them: whether `samples` get what they must, no
 * answer is hidden by one in front of it, and patterns can be used. ${lang} is that of the text, whose decimal mark counts; NULL:
 * a point.
 */
void samples_check(const struct body *body, const struct language *lang, struct diags *d);

#endif
