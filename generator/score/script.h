/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SCORE_SCRIPT_H
#define SCORE_SCRIPT_H

#include "base/buf.h"
#include "model/body.h"

/*
 * script_emit(b, site, body, lang): the page's own script: the pieces of score/js/ that its question types need, and the data
 * of its questions (ids, credits, settings, the UI strings it says), as one classic script (ES2020): a function that is called
 * at once, strict, nothing global, no eval, no modules, no request. The prose stays in the HTML that render/question.c
 * writes. Lists to tick with bands and scenarios have
 * pieces without data, but for the points of a scenario. Nothing is appended where the body has nothing of these.
 */
void script_emit(struct buf *b, const struct site *site, const struct body *body, const struct language *lang);

#endif
