/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "render/question.h"

#include "base/escape.h"
#include "base/seal.h"
#include "localise/ui.h"
#include "render/blanks.h"
#include "render/essay.h"
#include "render/inputs.h"
#include "render/html.h"
#include "render/moves.h"
#include "render/option.h"
#include "render/rows.h"
#include "render/selects.h"
#include "render/spots.h"
#include "render/wording.h"

/* -- the question itself -- */

static bool
is_text(const struct question *q, const struct node *n)
{
	return n != q->answers && !question_part(n);
}

static bool
has_text(const struct question *q)
{
	for (const struct node *n = q->node->first; n && n != q->answers; n = n->next)
		if (is_text(q, n))
			return true;
	return false;
}

/* Its number, where the page has more than one, and its label. */
static void
title(struct render *r, struct buf *b, const struct question *q)
{
	const struct node *label = q->node->as.directive.label;
	struct ui_arg number = { "number", ui_number(r->arena, r->out->lang, (int64_t)q->number) };
	bool alone = !r->body || !body_asked(r->body, 1);

	buf_fmt(b, "<legend><h%d class=\"question-title\"", r->level);
	wording_id(b, "id", q, "title");
	buf_chr(b, '>');
	wording_element(r, b, "span", "question-number",
	    alone ? wording_text(r, "question") : ui_format(r->arena, r->out->lang, "question-number", &number, 1));
	if (label && label->first) {
		BUF_LIT(b, " <span class=\"question-label\">");
		html_inlines(r, b, label);
		BUF_LIT(b, "</span>");
	}
	buf_fmt(b, "</h%d></legend>\n", r->level);
}

static void
text(struct render *r, struct buf *b, const struct question *q)
{
	BUF_LIT(b, "<div class=\"question-text\"");
	wording_id(b, "id", q, "text");
	BUF_LIT(b, ">\n");
	r->asked = q;
	for (const struct node *n = q->node->first; n && n != q->answers; n = n->next)
		if (is_text(q, n))
			html_block(r, b, n);
	r->asked = NULL;
	BUF_LIT(b, "</div>\n");
}

static void
hints(struct render *r, struct buf *b, const struct question *q)
{
	for (size_t i = 0; i < q->nhints; i++) {
		BUF_LIT(b, "<details class=\"question-hint\" data-hint");
		if (q->hints[i].clear_wrong)
			BUF_LIT(b, " data-clear");
		if (q->hints[i].show_count)
			BUF_LIT(b, " data-count");
		BUF_LIT(b, ">");
		wording_summary(r, b, "show-hint");
		html_blocks(r, b, q->hints[i].node);
		BUF_LIT(b, "</details>\n");
	}
}

/* What stands behind the answers and is no part of the question: a note for the trainer, say. */
static void
rest(struct render *r, struct buf *b, const struct question *q)
{
	for (const struct node *n = q->answers ? q->answers->next : NULL; n; n = n->next)
		if (is_text(q, n))
			html_block(r, b, n);
}

/* -- what a type writes: where one answers, and the list of answers -- */

static void
survey_answers(struct render *r, struct buf *b, const struct question *q)
{
	if (q->nentries > 0)
		rows_answers(r, b, q);
	else
		option_answers(r, b, q);
}

/* ${key} is NULL where no answer is better than another. */
static const struct writer {
	void (*answers)(struct render *, struct buf *, const struct question *);
	void (*key)(struct render *, struct buf *, const struct question *);
} writers[QUESTION_TYPES] = {
	[QUESTION_SINGLE] = { option_answers, option_key },
	[QUESTION_MULTIPLE] = { option_answers, option_key },
	[QUESTION_TRUEFALSE] = { option_answers, option_key },
	[QUESTION_MATCH] = { selects_answers, selects_key },
	[QUESTION_SORT] = { selects_answers, selects_key },
	[QUESTION_ORDER] = { moves_answers, moves_key },
	[QUESTION_GAP] = { blanks_answers, blanks_key },
	[QUESTION_TEXT] = { inputs_answers, inputs_key },
	[QUESTION_NUMBER] = { inputs_answers, inputs_key },
	[QUESTION_MATRIX] = { rows_answers, selects_key },
	[QUESTION_HOTSPOT] = { spots_answers, spots_key },
	[QUESTION_REFLECT] = { essay_answers, NULL },
	[QUESTION_SURVEY] = { survey_answers, NULL },
};

/* Whether there is anything to say to an answer. */
static bool
has_answers(const struct question *q)
{
	return writers[q->type].key || q->correct || q->partial || q->incorrect || q->explanation;
}

static void
result_feedback(struct render *r, struct buf *b, const struct node *feedback, const char *result, const char *verdict)
{
	if (!feedback)
		return;
	buf_fmt(b, "<div class=\"feedback\" data-result=\"%s\">\n", result);
	wording_element(r, b, "p", "feedback-when", wording_text(r, verdict));
	buf_chr(b, '\n');
	html_blocks(r, b, feedback);
	BUF_LIT(b, "</div>\n");
}

static void
key_and_feedback(struct render *r, struct buf *b, const struct question *q)
{
	if (writers[q->type].key)
		writers[q->type].key(r, b, q);
	result_feedback(r, b, q->correct, "correct", "right");
	result_feedback(r, b, q->partial, "partial", "partly-right");
	result_feedback(r, b, q->incorrect, "incorrect", "wrong");
	if (q->explanation) {
		BUF_LIT(b, "<div class=\"explanation\" data-explanation>\n");
		wording_element(r, b, "p", "explanation-title", wording_text(r, "explanation"));
		buf_chr(b, '\n');
		html_blocks(r, b, q->explanation);
		BUF_LIT(b, "</div>\n");
	}
}

/* What a test says only when it is handed in is not in clear in its page. */
static void
sealed_answers(struct render *r, struct buf *b, const struct question *q)
{
	struct buf html = BUF_INIT;

	key_and_feedback(r, &html, q);
	BUF_LIT(b, "<div class=\"question-answers\" data-answers data-sealed=\"");
	seal_cover(b, r->body->salt, arena_fmt(r->arena, "%.*s/answers", STR_ARG(q->id)), buf_view(&html));
	BUF_LIT(b, "\" hidden></div>\n");
	buf_free(&html);
}

static void
answers(struct render *r, struct buf *b, const struct question *q)
{
	bool secret = q->solution == SOLUTION_NEVER;

	if (!has_answers(q))
		return;
	if (r->body && r->body->salt.n > 0) {
		sealed_answers(r, b, q);
		return;
	}
	buf_cstr(b,
	    secret ? "<div class=\"question-answers\" data-answers hidden>\n"
		   : "<details class=\"question-answers\" data-answers>");
	if (!secret)
		wording_summary(r, b, "show-answer");
	key_and_feedback(r, b, q);
	buf_cstr(b, secret ? "</div>\n" : "</details>\n");
}

/* Off and hidden until the script comes: a form without a button that works is not sent by the Enter key. */
static void
actions(struct render *r, struct buf *b, const struct question *q)
{
	BUF_LIT(b, "<p class=\"question-actions\"");
	wording_lang(r, b);
	BUF_LIT(b, " hidden><button type=\"submit\" disabled>");
	escape_html(b, wording_text(r, writers[q->type].key ? "check-answer" : "finish-answer"));
	BUF_LIT(b, "</button>");
	if (q->solution == SOLUTION_ON_REQUEST && writers[q->type].key) {
		BUF_LIT(b, " <button type=\"button\" data-action=\"reveal\">");
		escape_html(b, wording_text(r, "show-answer"));
		BUF_LIT(b, "</button>");
	}
	BUF_LIT(b, "</p>\n<div class=\"question-status\" role=\"status\"");
	wording_lang(r, b);
	BUF_LIT(b, "></div>\n");
}

static void
open_form(struct render *r, struct buf *b, const struct question *q)
{
	struct str class = arena_fmt(r->arena, "question type-%s", question_kinds[q->type].name);

	BUF_LIT(b, "<form");
	if (attrs_id(q->node->attrs).n == 0) {
		BUF_LIT(b, " id=\"");
		escape_html(b, q->id);
		buf_chr(b, '"');
	}
	html_attrs(r, b, q->node->attrs, class.p);
	wording_data(b, "question", q->id);
	BUF_LIT(b, " autocomplete=\"off\">\n<fieldset aria-labelledby=\"");
	escape_html(b, q->id);
	BUF_LIT(b, "--title");
	if (has_text(q)) {
		buf_chr(b, ' ');
		escape_html(b, q->id);
		BUF_LIT(b, "--text");
	}
	BUF_LIT(b, "\">\n");
}

void
question_render(struct render *r, struct buf *b, const struct question *q)
{
	int level = r->level;

	r->level = level < 6 ? level + 1 : 6;
	open_form(r, b, q);
	title(r, b, q);
	if (has_text(q))
		text(r, b, q);
	writers[q->type].answers(r, b, q);
	BUF_LIT(b, "</fieldset>\n");
	hints(r, b, q);
	actions(r, b, q);
	answers(r, b, q);
	rest(r, b, q);
	BUF_LIT(b, "</form>\n");
	r->level = level;
}
