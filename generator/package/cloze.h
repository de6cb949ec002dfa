/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PACKAGE_CLOZE_H
#define PACKAGE_CLOZE_H

#include "base/buf.h"
#include "package/item.h"

/* cloze_text(b, it): the text of a question with gaps as Moodle has it: `{1:SHORTANSWER:=answer}` where each gap is. */
void cloze_text(struct buf *b, const struct item *it);

#endif
