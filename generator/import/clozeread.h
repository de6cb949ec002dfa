/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef IMPORT_CLOZEREAD_H
#define IMPORT_CLOZEREAD_H

#include "import/taking.h"

/*
 * clozeread_text(t, it, html, line): the text of a question with gaps, marks where `{1:SHORTANSWER:=answer}` and its like stood; the
 * gaps go into ${it}. Where one cannot be taken, ${it} becomes ITEM_OTHER.
 */
struct str clozeread_text(struct taking *t, struct item *it, struct str html, uint32_t line);

#endif
