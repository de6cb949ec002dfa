/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "render/essay.h"

#include "base/escape.h"
#include "localise/ui.h"
#include "render/answering.h"
#include "render/wording.h"

void
essay_answers(struct render *r, struct buf *b, const struct question *q)
{
	answering_instruction(r, b, wording_text(r, "only-you"));
	if (q->min > 1)
		answering_instruction(r, b, ui_count(r->arena, r->out->lang, "write-min", q->min));
	BUF_LIT(b, "<div class=\"typed\"><label");
	wording_id(b, "for", q, "answer");
	wording_lang(r, b);
	buf_chr(b, '>');
	escape_html(b, wording_text(r, "your-answer"));
	BUF_LIT(b, "</label> <textarea rows=\"5\"");
	wording_id(b, "id", q, "answer");
	wording_id(b, "name", q, "answer");
	BUF_LIT(b, "></textarea></div>\n");
}
