/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "render/rows.h"

#include "base/escape.h"
#include "render/answering.h"
#include "render/wording.h"

/* In a survey by number, as the answers of surveys are written down. */
static struct str
name(struct render *r, const struct question *q, struct str id, size_t i)
{
	return q->type == QUESTION_SURVEY ? arena_fmt(r->arena, "%zu", i + 1) : id;
}

static void
choice(struct render *r, struct buf *b, const struct question *q, const struct target *t, size_t row, size_t column)
{
	const char *group = q->many ? arena_fmt(r->arena, "row-%zu-%zu", row + 1, column + 1).p
				    : arena_fmt(r->arena, "row-%zu", row + 1).p;

	buf_fmt(b, "<label><input type=\"%s\"", q->many ? "checkbox" : "radio");
	wording_id(b, "name", q, group);
	BUF_LIT(b, " value=\"");
	escape_html(b, name(r, q, t->id, column));
	BUF_LIT(b, "\"> <span>");
	answering_words(r, b, t->words);
	BUF_LIT(b, "</span></label>\n");
}

static void
row(struct render *r, struct buf *b, const struct question *q, size_t i)
{
	const struct entry *e = &q->entries[i];
	const char *mark = arena_fmt(r->arena, "mark-%zu", i + 1).p;

	BUF_LIT(b, "<fieldset class=\"row\"");
	wording_data(b, "part", name(r, q, e->id, i));
	if (e->fixed)
		BUF_LIT(b, " data-fixed");
	wording_id(b, "aria-describedby", q, mark);
	BUF_LIT(b, ">\n<legend>");
	answering_words(r, b, e->words);
	BUF_LIT(b, "</legend>\n<div class=\"row-choices\">\n");
	for (size_t k = 0; k < q->ntargets; k++)
		choice(r, b, q, &q->targets[k], i, k);
	BUF_LIT(b, "</div>\n");
	answering_mark(r, b, q, mark);
	buf_chr(b, '\n');
	answering_hint(r, b, e->hint);
	BUF_LIT(b, "</fieldset>\n");
}

void
rows_answers(struct render *r, struct buf *b, const struct question *q)
{
	answering_instruction(r, b, wording_text(r, q->many ? "choose-row-any" : "choose-row"));
	buf_cstr(b, q->shuffle ? "<div class=\"rows\" data-shuffle>\n" : "<div class=\"rows\">\n");
	for (size_t i = 0; i < q->nentries; i++)
		row(r, b, q, i);
	BUF_LIT(b, "</div>\n");
}
