/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SCORE_COMPACTSCRIPT_H
#define SCORE_COMPACTSCRIPT_H

#include <stdbool.h>

#include "model/body.h"

/*
 * The script that writes answers in few letters (score/js/page/compact.js), the same for all pages. A page's own script
 * loads it by the name data.compact, out of the folder that it lies in itself, where answers have to go along in a link.
 */

/* compactscript_wanted(body): a page with questions whose answers may be kept. */
bool compactscript_wanted(const struct body *body);

/* compactscript_name(a, bytes): "compact-0123456789abcdef.js"; *bytes, where not NULL, becomes what is in it. Both in ${a}. */
struct str compactscript_name(struct arena *a, struct str *bytes);

#endif
