/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "render/option.h"

#include "base/escape.h"
#include "localise/ui.h"
#include "render/answering.h"
#include "render/html.h"
#include "render/wording.h"

/* Whether any number may be ticked. */
static bool
is_many(const struct question *q)
{
	return q->type == QUESTION_HOTSPOT ? q->clicks != 1 : q->type == QUESTION_MULTIPLE || q->many;
}

static const struct node *
first_words(const struct option *o)
{
	return o->item && o->item->first && o->item->first->kind == NODE_PARAGRAPH ? o->item->first : NULL;
}

/* The first of the item's blocks that is not in the label; NULL: there is none. */
static const struct node *
more(const struct option *o)
{
	const struct node *n = o->item ? o->item->first : NULL;

	while (n && (n == first_words(o) || n->kind == NODE_QUOTE))
		n = n->next;
	return n;
}

static void
instruction(struct render *r, struct buf *b, const struct question *q)
{
	struct str words = wording_text(r, is_many(q) ? "choose-any" : "choose-one");
	int most = q->type == QUESTION_HOTSPOT ? q->clicks : q->max;

	if (q->type == QUESTION_TRUEFALSE)
		return;
	if (is_many(q) && most > 0)
		words = ui_count(r->arena, r->out->lang, "choose-max", most);
	else if (q->none)
		words = wording_text(r, "choose-any-or-none");
	answering_instruction(r, b, words);
	if (q->type == QUESTION_HOTSPOT)
		answering_instruction(r, b, wording_text(r, "choose-in-picture"));
}

static void
option_label(struct render *r, struct buf *b, const struct question *q, const struct option *o, const char *suffix)
{
	const struct node *words = first_words(o);
	bool many = is_many(q);

	buf_fmt(b, "<label><input type=\"%s\"", many ? "checkbox" : "radio");
	wording_id(b, "name", q, many ? arena_fmt(r->arena, "answer-%s", suffix).p : "answer");
	BUF_LIT(b, " value=\"");
	escape_html(b, q->type == QUESTION_SURVEY ? str_of(suffix) : o->id);
	buf_chr(b, '"');
	if (more(o))
		wording_id(b, words ? "aria-describedby" : "aria-labelledby", q, suffix);
	BUF_LIT(b, "> ");
	if (words) {
		BUF_LIT(b, "<span class=\"option-text\">");
		html_inlines(r, b, words);
		BUF_LIT(b, "</span>");
	} else if (!o->item) {
		wording_element(r, b, "span", "option-text",
		    wording_text(r, str_is(o->id, "true") ? "answer-true" : "answer-false"));
	}
	answering_mark(r, b, q, NULL);
	BUF_LIT(b, "</label>\n");
}

static void
one_option(struct render *r, struct buf *b, const struct question *q, size_t i)
{
	const struct option *o = &q->options[i];
	struct str suffix = arena_fmt(r->arena, "%zu", i + 1);

	BUF_LIT(b, "<div class=\"option\"");
	if (q->type != QUESTION_SURVEY)
		wording_data(b, "part", o->id);
	buf_cstr(b, o->fixed ? " data-fixed>" : ">");
	option_label(r, b, q, o, suffix.p);
	if (more(o)) {
		BUF_LIT(b, "<div class=\"option-more\"");
		wording_id(b, "id", q, suffix.p);
		BUF_LIT(b, ">\n");
		for (const struct node *n = more(o); n; n = n->next)
			if (n->kind != NODE_QUOTE)
				html_block(r, b, n);
		BUF_LIT(b, "</div>\n");
	}
	answering_hint(r, b, o->hint);
	BUF_LIT(b, "</div>\n");
}

void
option_answers(struct render *r, struct buf *b, const struct question *q)
{
	instruction(r, b, q);
	BUF_LIT(b, "<div class=\"options\"");
	if (q->type == QUESTION_SURVEY)
		wording_data(b, "part", STR("1"));
	buf_cstr(b, q->shuffle && q->type != QUESTION_TRUEFALSE ? " data-shuffle>\n" : ">\n");
	for (size_t i = 0; i < q->noptions; i++)
		one_option(r, b, q, i);
	BUF_LIT(b, "</div>\n");
}

/* An option in the list of answers is plain text: its links and ids stand above already. */
static void
one_answer(struct render *r, struct buf *b, const struct option *o)
{
	struct buf words = BUF_INIT;

	buf_fmt(b, "<li class=\"answer %s\"", o->right ? "is-right" : "is-wrong");
	wording_data(b, "answer", o->id);
	buf_chr(b, '>');
	for (const struct node *n = o->item ? o->item->first : NULL; n; n = n->next)
		if (n->kind != NODE_QUOTE)
			html_words(r, &words, n);
	if (o->item)
		escape_html(b, str_trim(buf_view(&words)));
	else
		wording_element(r, b, "span", "answer-text",
		    wording_text(r, str_is(o->id, "true") ? "answer-true" : "answer-false"));
	BUF_LIT(b, " ");
	wording_element(r, b, "strong", "answer-mark", wording_text(r, o->right ? "right-option" : "wrong-option"));
	buf_chr(b, '\n');
	answering_feedback(r, b, o->feedback, "ticked", o->feedback_not ? "if-ticked" : NULL);
	answering_feedback(r, b, o->feedback_not, "unticked", "if-unticked");
	BUF_LIT(b, "</li>\n");
	buf_free(&words);
}

void
option_key(struct render *r, struct buf *b, const struct question *q)
{
	BUF_LIT(b, "<ul>\n");
	for (size_t i = 0; i < q->noptions; i++)
		one_answer(r, b, &q->options[i]);
	BUF_LIT(b, "</ul>\n");
}
