/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SCORE_ASKED_H
#define SCORE_ASKED_H

#include "base/buf.h"
#include "model/question.h"

/*
 * asked_write(b, q): a question of the site in the settled notation (scorer.h): the members `"type":…,"question":{…},"scoring":{…}`
 * without braces around. The data of pages, key files and the tryout of samples all hold this, so what is scored
 * is the same everywhere.
 */
void asked_write(struct buf *b, const struct question *q);

/*
 * asked_marked(b, q, salt): the same with right options as salted hashes (base/seal.h) in place of `correct`. False, and nothing
 * appended, where more than that is to be hidden: credits, and everything that is not ticked.
 */
bool asked_marked(struct buf *b, const struct question *q, struct str salt);

/*
 * asked_type(q): the type in that notation. A hotspot on a page is answered in its list of areas: as `single` or `multiple`, or where
 * labels are placed, as `matching`; the points of the notation are for what comes from elsewhere.
 */
struct str asked_type(const struct question *q);

#endif
