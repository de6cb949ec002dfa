/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SCORE_SLIPDATA_H
#define SCORE_SLIPDATA_H

#include <stdbool.h>

#include "model/body.h"
#include "score/keyfile.h"

/* Which pages end with a result slip, and what the build keeps and their script knows of it. */

/* slipdata_wanted(body): a test whose answers are handed in at once. Where people are at risk, nothing is left on paper. */
bool slipdata_wanted(const struct body *body);

/* slipdata_paper(a, body): its paper, for the key file of its course; in ${a}. */
struct keyfile_paper_text slipdata_paper(struct arena *a, const struct body *body);

/*
 * slipdata_script(a, lang): the name of the script that shows slips to readers of ${lang}: "slip-0123456789abcdef.js"; *bytes, where not
 * NULL, becomes what is in it. It lies in the same folder as scripts of pages.
 */
struct str slipdata_script(struct arena *a, const struct language *lang, struct str *bytes);

/* slipdata_write(b, site, body, lang): the member `"slip":{…}` of a page's data (score/js/page/openslip.js), with a comma in front where needed. */
void slipdata_write(struct buf *b, const struct site *site, const struct body *body, const struct language *lang);

#endif
