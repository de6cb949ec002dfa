/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "render/moves.h"

#include "base/escape.h"
#include "localise/ui.h"
#include "render/answering.h"
#include "render/html.h"
#include "render/wording.h"

/* Called by what it does and by the words of what it moves. */
static void
button(struct render *r, struct buf *b, const struct question *q, size_t i, bool up)
{
	const char *id = arena_fmt(r->arena, "%s-%zu", up ? "up" : "down", i + 1).p;

	BUF_LIT(b, "<button type=\"button\" class=\"move\"");
	wording_id(b, "id", q, id);
	buf_fmt(b, " data-move=\"%s\" aria-label=\"", up ? "-1" : "1");
	escape_html(b, wording_text(r, up ? "move-up" : "move-down"));
	BUF_LIT(b, "\" aria-labelledby=\"");
	escape_html(b, q->id);
	buf_fmt(b, "--%s ", id);
	escape_html(b, q->id);
	buf_fmt(b, "--item-%zu\"", i + 1);
	wording_lang(r, b);
	buf_cstr(b, up ? ">\xe2\x86\x91</button>" : ">\xe2\x86\x93</button>");
}

static void
thing(struct render *r, struct buf *b, const struct question *q, size_t i)
{
	const struct entry *e = &q->entries[i];

	BUF_LIT(b, "<li class=\"entry\"");
	wording_data(b, "part", e->id);
	if (e->fixed)
		BUF_LIT(b, " data-fixed");
	BUF_LIT(b, "><span class=\"entry-words\"");
	wording_id(b, "id", q, arena_fmt(r->arena, "item-%zu", i + 1).p);
	buf_chr(b, '>');
	answering_words(r, b, e->words);
	BUF_LIT(b, "</span> <span class=\"moves\" hidden>");
	button(r, b, q, i, true);
	buf_chr(b, ' ');
	button(r, b, q, i, false);
	BUF_LIT(b, "</span>");
	answering_mark(r, b, q, NULL);
	buf_chr(b, '\n');
	answering_more(r, b, e->words);
	answering_hint(r, b, e->hint);
	BUF_LIT(b, "</li>\n");
}

void
moves_answers(struct render *r, struct buf *b, const struct question *q)
{
	struct str *ids = ARENA_ARRAY(r->arena, struct str, q->nentries + 1);
	size_t *order;

	for (size_t i = 0; i < q->nentries; i++)
		ids[i] = q->entries[i].id;
	order = answering_mixed(r->arena, q, ids, q->nentries);
	answering_instruction(r, b, wording_text(r, "order-all"));
	answering_paper(r, b, wording_text(r, "paper-order"));
	buf_cstr(b, q->shuffle ? "<ol class=\"entries order\" data-shuffle>\n" : "<ol class=\"entries order\">\n");
	for (size_t i = 0; i < q->nentries; i++)
		thing(r, b, q, order[i]);
	BUF_LIT(b, "</ol>\n<p class=\"moves\" hidden><button type=\"button\" data-action=\"keep\"");
	wording_lang(r, b);
	buf_chr(b, '>');
	escape_html(b, wording_text(r, "keep-order"));
	BUF_LIT(b, "</button></p>\n");
}

void
moves_key(struct render *r, struct buf *b, const struct question *q)
{
	bool open = false;

	BUF_LIT(b, "<div data-right>\n");
	wording_element(r, b, "p", "right-label", wording_text(r, "right-order-label"));
	BUF_LIT(b, "\n<ol>\n");
	for (size_t i = 0; i < q->nentries; i++) {
		BUF_LIT(b, "<li>");
		escape_html(b, answering_plain(r, q->entries[i].words));
		BUF_LIT(b, "</li>\n");
	}
	BUF_LIT(b, "</ol>\n</div>\n");
	for (size_t i = 0; i < q->nentries; i++) {
		const struct entry *e = &q->entries[i];

		if (!e->feedback && !e->feedback_right && !e->feedback_not)
			continue;
		buf_cstr(b, open ? "" : "<ul>\n");
		open = true;
		answering_open(b, e->id);
		escape_html(b, answering_plain(r, e->words));
		buf_chr(b, '\n');
		answering_feedback(r, b, e->feedback, "all", NULL);
		answering_feedback(r, b, e->feedback_right, "right", "if-right");
		answering_feedback(r, b, e->feedback_not, "wrong", "if-wrong");
		answering_close(b);
	}
	buf_cstr(b, open ? "</ul>\n" : "");
}
