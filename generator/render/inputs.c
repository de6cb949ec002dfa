/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "render/inputs.h"

#include "base/escape.h"
#include "localise/ui.h"
#include "render/wanted.h"
#include "render/answering.h"
#include "render/wording.h"

/* Text with a pad for numbers, not `type=number`, which shows another number than was typed and drops what it cannot read. */
void
inputs_attributes(struct buf *b, const struct gap *g)
{
	buf_fmt(b, " type=\"text\" size=\"%d\" autocapitalize=\"off\" spellcheck=\"false\"%s", wanted_size(g),
	    g->kind == GAP_NUMBER ? " inputmode=\"decimal\"" : "");
}

/* Decimals or digits that the answer is rounded to; -1: none are asked for. */
static int
rounding(const struct gap *g, bool digits)
{
	for (size_t i = 0; i < g->nanswers; i++) {
		const struct accepted *a = &g->answers[i];

		if (a->has_value && (digits ? a->sigfigs : a->decimals) >= 0)
			return digits ? a->sigfigs : a->decimals;
	}
	return -1;
}

/* What form the answer has. */
static void
form(struct render *r, struct buf *b, const struct gap *g)
{
	int decimals = rounding(g, false), digits = rounding(g, true);

	answering_instruction(r, b, wording_text(r, g->kind == GAP_NUMBER ? "write-number" : "write-answer"));
	if (g->kind == GAP_NUMBER && decimals >= 0)
		answering_instruction(r, b, ui_count(r->arena, r->out->lang, "round-decimals", decimals));
	if (g->kind == GAP_NUMBER && digits > 0)
		answering_instruction(r, b, ui_count(r->arena, r->out->lang, "round-digits", digits));
	if (g->kind == GAP_TEXT && g->text.match_case)
		answering_instruction(r, b, wording_text(r, "case-matters"));
}

/* One unit stands there, of several one is chosen. */
static void
unit(struct render *r, struct buf *b, const struct question *q, const struct gap *g)
{
	const struct number_policy *p = &g->number;

	if (p->nunits == 1) {
		BUF_LIT(b, "<span class=\"unit\"");
		wording_data(b, "unit", p->units[0].name);
		buf_chr(b, '>');
		escape_html(b, p->units[0].name);
		BUF_LIT(b, "</span>");
		return;
	}
	BUF_LIT(b, "<select class=\"unit\"");
	wording_id(b, "name", q, "unit");
	BUF_LIT(b, " aria-label=\"");
	escape_html(b, wording_text(r, "unit"));
	BUF_LIT(b, "\"><option value=\"\"");
	wording_lang(r, b);
	buf_chr(b, '>');
	escape_html(b, wording_text(r, "choose-unit"));
	BUF_LIT(b, "</option>");
	for (size_t i = 0; i < p->nunits; i++) {
		BUF_LIT(b, "<option>");
		escape_html(b, p->units[i].name);
		BUF_LIT(b, "</option>");
	}
	BUF_LIT(b, "</select>");
}

void
inputs_answers(struct render *r, struct buf *b, const struct question *q)
{
	const struct gap *g = &q->gaps[0];
	bool units = g->kind == GAP_NUMBER && g->number.nunits > 0;

	form(r, b, g);
	BUF_LIT(b, "<div class=\"typed\"");
	wording_data(b, "part", g->id);
	BUF_LIT(b, "><label");
	wording_id(b, "for", q, "answer");
	wording_lang(r, b);
	buf_chr(b, '>');
	escape_html(b, wording_text(r, "your-answer"));
	BUF_LIT(b, "</label> ");
	if (units && g->number.unit_before)
		unit(r, b, q, g);
	BUF_LIT(b, "<input");
	inputs_attributes(b, g);
	wording_id(b, "id", q, "answer");
	wording_id(b, "name", q, "answer");
	wording_id(b, "aria-describedby", q, "mark");
	BUF_LIT(b, ">");
	if (units && !g->number.unit_before)
		unit(r, b, q, g);
	answering_mark(r, b, q, "mark");
	BUF_LIT(b, "\n</div>\n");
	answering_hint(r, b, g->hint);
}

void
inputs_key(struct render *r, struct buf *b, const struct question *q)
{
	BUF_LIT(b, "<ul>\n");
	wanted_answer(r, b, &q->gaps[0], STR_EMPTY);
	BUF_LIT(b, "</ul>\n");
}
