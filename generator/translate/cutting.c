/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "translate/cutting.h"

#include "base/buf.h"
#include "read/marks.h"

static bool
is_break(const struct node *n)
{
	return n->kind == NODE_SOFTBREAK || n->kind == NODE_LINEBREAK;
}

/* The parser leaves brackets in pieces: those that follow ${text} join it. */
static void
join_texts(struct arena *a, struct node *text)
{
	struct buf joined = BUF_INIT;

	buf_str(&joined, text->as.text);
	while (text->next && text->next->kind == NODE_TEXT) {
		buf_str(&joined, text->next->as.text);
		node_remove(text->next);
	}
	text->as.text = arena_str(a, buf_view(&joined));
	buf_free(&joined);
}

/* How many bytes the mark at the beginning of ${s} has with its blanks; 0: there is none. */
static size_t
mark_length(struct str s)
{
	bool cyrillic;
	size_t used;

	return marks_tick(s, &used, &cyrillic) == MARK_NONE ? 0 : used;
}

static struct node *
paragraph_behind(struct arena *a, struct node *place, struct span at)
{
	struct node *p = node_new(a, NODE_PARAGRAPH, at);

	node_insert_after(place, p);
	return p;
}

/* Cuts ${line} before and behind the ${used} bytes of a mark that ${text} in it begins with: the paragraph of what follows. */
static struct node *
cut_at(struct arena *a, struct node *line, struct node *text, size_t used)
{
	struct span at = text->at.line ? text->at : line->at;
	struct node *mark = paragraph_behind(a, line, at), *words = paragraph_behind(a, mark, at);
	struct node *sign = node_new(a, NODE_TEXT, at), *next;

	sign->as.text = str_trim(str_sub(text->as.text, 0, used));
	node_append(mark, sign);
	text->as.text = str_sub(text->as.text, used, text->as.text.n);
	for (struct node *n = text; n; n = next) {
		next = n->next;
		node_append(words, n);
	}
	if (text->as.text.n == 0)
		node_remove(text);
	while (words->first && is_break(words->first))
		node_remove(words->first);
	while (line->last && is_break(line->last))
		node_remove(line->last);
	words->attrs = line->attrs;
	line->attrs = NULL;
	if (line->first == NULL)
		node_remove(line);
	return words;
}

static void
cut_paragraph(struct arena *a, struct node *line)
{
	bool start = true;

	for (struct node *n = line->first; n; n = n->next) {
		size_t used;

		if (n->kind == NODE_TEXT)
			join_texts(a, n);
		used = start && n->kind == NODE_TEXT ? mark_length(n->as.text) : 0;
		if (used > 0) {
			line = cut_at(a, line, n, used);
			n = line->first;
			if (n == NULL)
				break;
		}
		start = is_break(n);
	}
	if (line->first == NULL)
		node_remove(line);
}

void
cutting_feedback(struct arena *a, struct node *quote)
{
	struct node *next;

	for (struct node *n = quote->first; n; n = next) {
		next = n->next;
		if (n->kind == NODE_PARAGRAPH && !cutting_is_mark(n))
			cut_paragraph(a, n);
	}
}

bool
cutting_is_mark(const struct node *n)
{
	const struct node *text = n->first;

	return n->kind == NODE_PARAGRAPH && text && text->kind == NODE_TEXT && text->next == NULL &&
	    text->as.text.n > 0 && mark_length(text->as.text) == text->as.text.n;
}
