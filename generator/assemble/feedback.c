/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "assemble/feedback.h"

enum part { PART_TICKED, PART_UNTICKED, PART_HINT, PARTS };

struct splitting {
	struct arena *a;
	struct node *item;
	struct node *parts[PARTS];
	enum part part;    /* what is being filled */
	struct node *line; /* the paragraph that takes the next inline; NULL: a new one */
	const struct source *src;
	struct diags *d;
};

static bool
blank(char c)
{
	return c == ' ' || c == '\t';
}

/* The mark that ${s} begins with, the bytes it takes with its blanks, and whether its x is a Cyrillic one. */
static bool
mark_at(struct str s, enum part *part, size_t *used, bool *cyrillic)
{
	static const struct {
		const char *mark;
		enum part part;
		bool cyrillic;
	} marks[] = {
		{ "[ ]", PART_UNTICKED, false },
		{ "[x]", PART_TICKED, false },
		{ "[X]", PART_TICKED, false },
		{ "[?]", PART_HINT, false },
		{ "[х]", PART_TICKED, true },
		{ "[Х]", PART_TICKED, true },
	};

	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
		size_t n = str_of(marks[i].mark).n;

		if (!str_starts(s, marks[i].mark) || (s.n > n && !blank(s.p[n])))
			continue;
		while (n < s.n && blank(s.p[n]))
			n++;
		*part = marks[i].part;
		*used = n;
		*cyrillic = marks[i].cyrillic;
		return true;
	}
	return false;
}

/* One text node for each run of them, so that a mark is in one piece. */
static void
join_texts(struct arena *a, struct node *paragraph)
{
	struct buf joined = BUF_INIT;

	for (struct node *n = paragraph->first; n; n = n->next) {
		if (n->kind != NODE_TEXT || !n->next || n->next->kind != NODE_TEXT)
			continue;
		buf_reset(&joined);
		buf_str(&joined, n->as.text);
		while (n->next && n->next->kind == NODE_TEXT) {
			buf_str(&joined, n->next->as.text);
			node_remove(n->next);
		}
		n->as.text = arena_str(a, buf_view(&joined));
	}
	buf_free(&joined);
}

static struct node *
part_node(struct splitting *s, struct span at)
{
	struct node **part = &s->parts[s->part];

	if (!*part) {
		*part = node_new(s->a, NODE_QUOTE, at);
		node_append(s->item, *part);
	}
	return *part;
}

/* A mark ends what went before: its paragraph loses the line break at its end. */
static void
begin_part(struct splitting *s, enum part part)
{
	struct node *last = s->line ? s->line->last : NULL;

	if (last && (last->kind == NODE_SOFTBREAK || last->kind == NODE_LINEBREAK))
		node_remove(last);
	s->line = NULL;
	s->part = part;
}

/* Takes the mark off ${text} where it begins with one; whether anything is left of it. */
static bool
take_mark(struct splitting *s, struct node *text)
{
	enum part part;
	size_t used;
	bool cyrillic;

	if (text->kind != NODE_TEXT || !mark_at(text->as.text, &part, &used, &cyrillic))
		return true;
	if (cyrillic)
		diag_add(s->d, DIAG_MARK_CYRILLIC, s->src, text->at, "in the feedback of an option");
	begin_part(s, part);
	text->as.text = str_sub(text->as.text, used, text->as.text.n);
	return text->as.text.n > 0;
}

static void
split_paragraph(struct splitting *s, struct node *paragraph)
{
	struct node *next;
	bool line_start = true;

	join_texts(s->a, paragraph);
	s->line = NULL;
	for (struct node *n = paragraph->first; n; n = next) {
		bool brk = n->kind == NODE_SOFTBREAK || n->kind == NODE_LINEBREAK;

		next = n->next;
		if (line_start && !take_mark(s, n)) {
			line_start = false; /* the mark stood alone on its line */
			continue;
		}
		line_start = brk;
		if (!s->line && brk)
			continue;
		if (!s->line) {
			s->line = node_new(s->a, NODE_PARAGRAPH, n->at.line ? n->at : paragraph->at);
			node_append(part_node(s, paragraph->at), s->line);
		}
		node_append(s->line, n);
	}
	if (s->line)
		s->line->attrs = paragraph->attrs;
}

static void
split_quote(struct splitting *s, struct node *quote)
{
	struct node *next;

	s->part = PART_TICKED;
	for (struct node *n = quote->first; n; n = next) {
		next = n->next;
		if (n->kind == NODE_PARAGRAPH)
			split_paragraph(s, n);
		else
			node_append(part_node(s, n->at), n);
	}
	node_remove(quote);
}

struct feedback
feedback_split(struct arena *a, struct node *item, const struct source *src, struct diags *d)
{
	struct splitting s = { .a = a, .item = item, .src = src, .d = d };
	struct node *next, *last = item->last;

	for (struct node *n = item->first; n; n = n == last ? NULL : next) {
		next = n->next;
		if (n->kind == NODE_QUOTE)
			split_quote(&s, n);
	}
	return (struct feedback){ s.parts[PART_TICKED], s.parts[PART_UNTICKED], s.parts[PART_HINT] };
}
