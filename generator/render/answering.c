/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "render/answering.h"

#include "base/escape.h"
#include "base/hash.h"
#include "localise/ui.h"
#include "render/html.h"
#include "render/wording.h"

/* -- words -- */

void
answering_instruction(struct render *r, struct buf *b, struct str words)
{
	if (words.n == 0)
		return;
	wording_element(r, b, "p", "question-instruction", words);
	buf_chr(b, '\n');
}

void
answering_paper(struct render *r, struct buf *b, struct str words)
{
	wording_element(r, b, "p", "question-instruction on-paper", words);
	buf_chr(b, '\n');
}

void
answering_mark(struct render *r, struct buf *b, const struct question *q, const char *suffix)
{
	BUF_LIT(b, " <span class=\"part-mark\"");
	if (suffix)
		wording_id(b, "id", q, suffix);
	wording_lang(r, b);
	BUF_LIT(b, " hidden></span>");
}

static const struct node *
first_words(const struct node *item)
{
	return item->first && item->first->kind == NODE_PARAGRAPH ? item->first : NULL;
}

static bool
is_more(const struct node *item, const struct node *n)
{
	return n != first_words(item) && n->kind != NODE_QUOTE && n->kind != NODE_LIST;
}

void
answering_words(struct render *r, struct buf *b, const struct node *n)
{
	const struct node *words = n->kind == NODE_ITEM ? first_words(n) : n;

	if (words)
		html_inlines(r, b, words);
}

void
answering_more(struct render *r, struct buf *b, const struct node *n)
{
	bool open = false;

	if (n->kind != NODE_ITEM)
		return;
	for (const struct node *c = n->first; c; c = c->next) {
		if (!is_more(n, c))
			continue;
		if (!open)
			BUF_LIT(b, "<div class=\"option-more\">\n");
		open = true;
		html_block(r, b, c);
	}
	if (open)
		BUF_LIT(b, "</div>\n");
}

struct str
answering_plain(struct render *r, const struct node *n)
{
	struct buf words = BUF_INIT;
	struct str plain;

	if (n->kind != NODE_ITEM)
		html_words(r, &words, n);
	for (const struct node *c = n->kind == NODE_ITEM ? n->first : NULL; c; c = c->next)
		if (c == first_words(n) || is_more(n, c))
			html_words(r, &words, c);
	plain = arena_str(r->arena, str_trim(buf_view(&words)));
	buf_free(&words);
	return plain;
}

void
answering_hint(struct render *r, struct buf *b, const struct node *hint)
{
	if (!hint)
		return;
	BUF_LIT(b, "<details class=\"option-hint\">");
	wording_summary(r, b, "hint");
	html_blocks(r, b, hint);
	BUF_LIT(b, "</details>\n");
}

/* -- the list of answers -- */

void
answering_feedback(struct render *r, struct buf *b, const struct node *words, const char *when, const char *label)
{
	if (!words)
		return;
	buf_fmt(b, "<div class=\"feedback\" data-feedback=\"%s\">\n", when);
	if (label) {
		wording_element(r, b, "p", "feedback-when", wording_text(r, label));
		buf_chr(b, '\n');
	}
	if (words->kind == NODE_CELL) {
		BUF_LIT(b, "<p>");
		html_inlines(r, b, words);
		BUF_LIT(b, "</p>\n");
	} else {
		html_blocks(r, b, words);
	}
	BUF_LIT(b, "</div>\n");
}

void
answering_open(struct buf *b, struct str id)
{
	BUF_LIT(b, "<li class=\"answer\"");
	wording_data(b, "answer", id);
	buf_chr(b, '>');
}

void
answering_close(struct buf *b)
{
	BUF_LIT(b, "</li>\n");
}

void
answering_right(struct render *r, struct buf *b, struct str words)
{
	BUF_LIT(b, "<p class=\"right-answer\" data-right>");
	wording_element(r, b, "strong", "right-label", wording_text(r, "right-answer-label"));
	buf_chr(b, ' ');
	escape_html(b, words);
	BUF_LIT(b, "</p>\n");
}

/* -- another order -- */

static uint64_t
place(const struct question *q, struct str id)
{
	struct buf b = BUF_INIT;
	uint64_t h;

	buf_str(&b, q->id);
	buf_chr(&b, '/');
	buf_str(&b, id);
	h = hash_bytes(buf_view(&b));
	buf_free(&b);
	return h;
}

size_t *
answering_mixed(struct arena *a, const struct question *q, const struct str *ids, size_t n)
{
	size_t *order = ARENA_ARRAY(a, size_t, n + 1);
	uint64_t *at = ARENA_ARRAY(a, uint64_t, n + 1);
	bool moved = false;

	for (size_t i = 0; i < n; i++) {
		uint64_t h = place(q, ids[i]);
		size_t k = i;

		for (; k > 0 && at[k - 1] > h; k--) {
			at[k] = at[k - 1];
			order[k] = order[k - 1];
		}
		at[k] = h;
		order[k] = i;
	}
	for (size_t i = 0; i < n; i++)
		moved |= order[i] != i;
	for (size_t i = 0; !moved && i < n; i++)
		order[i] = (i + 1) % n;
	return order;
}
