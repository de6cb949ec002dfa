/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SCORE_SCRIPT_H
#define SCORE_SCRIPT_H

#include "base/buf.h"
#include "model/body.h"

/*
 * script_emit(b, body, lang): the page's own script: the functions that its question types
 * need and the data of its questions (ids, credits, settings, the UI strings it says), as one classic script (ES2020, no
 * eval, no modules, nothing global but one frozen name). Texts of the prose stay in the HTML.
 */
void script_emit(struct buf *b, const struct body *body, const struct language *lang);

#endif
