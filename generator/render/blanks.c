/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "render/blanks.h"

#include "base/escape.h"
#include "localise/ui.h"
#include "render/wanted.h"
#include "render/answering.h"
#include "render/html.h"
#include "render/inputs.h"
#include "render/wording.h"

static struct str
name(struct render *r, size_t i)
{
	struct ui_arg arg = { "number", ui_number(r->arena, r->out->lang, (int64_t)i + 1) };

	return ui_format(r->arena, r->out->lang, "gap-number", &arg, 1);
}

/* What an input or a menu has alike. Its name is said, since the text around it cannot be its label. */
static void
attributes(struct render *r, struct buf *b, const struct question *q, size_t i)
{
	wording_id(b, "name", q, arena_fmt(r->arena, "gap-%zu", i + 1).p);
	wording_id(b, "aria-describedby", q, arena_fmt(r->arena, "mark-%zu", i + 1).p);
	BUF_LIT(b, " aria-label=\"");
	escape_html(b, name(r, i));
	BUF_LIT(b, "\">");
}

/* A word that is chosen is read, not typed. */
static struct str
word(struct render *r, const struct accepted *a)
{
	return a->nvariants > 0 ? html_shown(r, a->variants[0]) : STR_EMPTY;
}

/* ${data-place}: for the feedback to one of its words. */
static void
menu(struct render *r, struct buf *b, const struct question *q, size_t i)
{
	const struct gap *g = &q->gaps[i];

	BUF_LIT(b, "<select");
	attributes(r, b, q, i);
	BUF_LIT(b, "<option value=\"\"");
	wording_lang(r, b);
	buf_chr(b, '>');
	escape_html(b, wording_text(r, "choose-target"));
	BUF_LIT(b, "</option>");
	for (size_t k = 0; k < g->nanswers; k++) {
		buf_fmt(b, "<option value=\"%zu\" data-place=\"%zu\">", k + 1, k);
		escape_html(b, word(r, &g->answers[k]));
		BUF_LIT(b, "</option>");
	}
	BUF_LIT(b, "</select>");
}

/* For who reads it on paper. */
static void
menu_words(struct render *r, struct buf *b, const struct gap *g)
{
	BUF_LIT(b, " <span class=\"on-paper\">(");
	for (size_t k = 0; k < g->nanswers; k++) {
		buf_cstr(b, k ? " / " : "");
		escape_html(b, word(r, &g->answers[k]));
	}
	BUF_LIT(b, ")</span>");
}

void
blanks_gap(struct render *r, struct buf *b, const struct node *n)
{
	const struct question *q = r->asked;
	size_t i = 0;

	while (i < q->ngaps && q->gaps[i].node != n)
		i++;
	if (i == q->ngaps) {
		escape_html(b, n->as.text);
		return;
	}
	BUF_LIT(b, "<span class=\"gap\"");
	wording_data(b, "part", q->gaps[i].id);
	buf_chr(b, '>');
	if (q->ngaps > 1) {
		BUF_LIT(b, "<span class=\"gap-place\" aria-hidden=\"true\">");
		buf_str(b, ui_number(r->arena, r->out->lang, (int64_t)i + 1));
		BUF_LIT(b, "</span>");
	}
	if (q->gaps[i].kind == GAP_MENU) {
		menu(r, b, q, i);
		menu_words(r, b, &q->gaps[i]);
	} else {
		BUF_LIT(b, "<input");
		inputs_attributes(b, &q->gaps[i]);
		attributes(r, b, q, i);
	}
	answering_mark(r, b, q, arena_fmt(r->arena, "mark-%zu", i + 1).p);
	BUF_LIT(b, "</span>");
}

/* The gaps stand in the text; here is what is opened before answering. */
void
blanks_answers(struct render *r, struct buf *b, const struct question *q)
{
	for (size_t i = 0; i < q->ngaps; i++)
		answering_hint(r, b, q->gaps[i].hint);
}

/* What is said of a gap stays in this list: there is no room for it in a sentence. */
void
blanks_key(struct render *r, struct buf *b, const struct question *q)
{
	BUF_LIT(b, "<ul class=\"gap-notes\" data-stay>\n");
	for (size_t i = 0; i < q->ngaps; i++)
		wanted_answer(r, b, &q->gaps[i], q->ngaps > 1 ? name(r, i) : STR_EMPTY);
	BUF_LIT(b, "</ul>\n");
}
