/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SCORE_SLIPSCRIPT_H
#define SCORE_SLIPSCRIPT_H

#include "base/buf.h"
#include "model/site.h"

/*
 * slipscript_emit(b, lang): the script that shows result slips, the same for all tests in a language: how codes are made, QR codes,
 * the slip and its strings. A page's own script (score/js/page/openslip.js) loads it at the end of a test by the name data.slip.script,
 * out of the folder that it lies in itself.
 */
void slipscript_emit(struct buf *b, const struct language *lang);

#endif
