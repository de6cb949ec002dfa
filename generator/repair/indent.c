/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "repair/indent.h"

#include "assemble/choice.h"
#include "base/buf.h"

/* Indents the lines [from, to] by ${width} blanks, as one change. */
static void
indent(struct arena *a, const struct trial *t, uint32_t from, uint32_t to, size_t width, struct changes *out)
{
	struct change c = { .line = from, .what = STR("feedback indented into its option") };

	if (to < from || width == 0)
		return;
	c.edits = ARENA_ARRAY(a, struct edit, to - from + 1);
	for (uint32_t i = from; i <= to; i++) {
		struct str line = places_line(&t->places, i);
		size_t blanks = 0;

		while (blanks < line.n && (line.p[blanks] == ' ' || line.p[blanks] == '\t'))
			blanks++;
		c.edits[c.nedits++] =
		    (struct edit){ (size_t)(line.p - t->src.bytes.p), blanks, arena_fmt(a, "%*s", (int)width, "") };
	}
	VEC_PUSH(out, c);
}

/* A quote right behind a list of options, with more options, a directive or nothing behind it. */
static void
outside(struct arena *a, const struct trial *t, const struct node *quote, struct changes *out)
{
	const struct node *list = quote->prev, *next = quote->next;

	if (quote->kind != NODE_QUOTE || !list || !choice_is_list(list) ||
	    (next && next->kind != NODE_DIRECTIVE && !choice_is_list(next)))
		return;
	indent(a, t, quote->at.line, quote->end, places_behind(places_line(&t->places, list->last->at.line)), out);
}

/* Lines of an option's text that begin with `>`: rightly indented they would not be text. */
static void
inside(struct arena *a, const struct trial *t, const struct node *item, struct changes *out)
{
	const struct node *text = item->first;
	uint32_t i;

	if (!text || text->kind != NODE_PARAGRAPH)
		return;
	for (i = text->at.line + 1; i <= text->end; i++)
		if (str_starts(str_trim(places_line(&t->places, i)), ">"))
			break;
	indent(a, t, i, text->end, places_behind(places_line(&t->places, item->at.line)), out);
}

static bool
on_the_page(const struct node *n)
{
	for (n = n->parent; n; n = n->parent)
		if (n->kind != NODE_DIRECTIVE && n->kind != NODE_DOCUMENT)
			return false;
	return true;
}

void
indent_find(struct arena *a, const struct trial *t, struct changes *out)
{
	for (const struct node *q = t->root; q; q = node_next_block(q, t->root)) {
		if (!node_is_directive(q, "question") || q->as.directive.unclosed || !on_the_page(q))
			continue;
		for (const struct node *n = q->first; n; n = n->next) {
			outside(a, t, n, out);
			if (choice_is_list(n))
				for (const struct node *item = n->first; item; item = item->next)
					inside(a, t, item, out);
		}
	}
}

/* -- what must hold -- */

static size_t
options_with_quotes(const struct node *root)
{
	size_t all = 0;

	for (const struct node *n = root; n; n = node_next_block(n, root))
		all += n->kind == NODE_QUOTE && n->parent->kind == NODE_ITEM;
	return all;
}

/* All words, without the signs of quotes that had become text. */
static bool
same_words(const struct node *x, const struct node *y)
{
	struct buf a = BUF_INIT, b = BUF_INIT;
	size_t i = 0, k = 0;
	bool same;

	node_plain(&a, x);
	node_plain(&b, y);
	for (;;) {
		while (i < a.n && (a.p[i] == '>' || a.p[i] == ' ' || a.p[i] == '\n'))
			i++;
		while (k < b.n && (b.p[k] == '>' || b.p[k] == ' ' || b.p[k] == '\n'))
			k++;
		if (i == a.n || k == b.n || a.p[i] != b.p[k])
			break;
		i++, k++;
	}
	same = i == a.n && k == b.n;
	buf_free(&a);
	buf_free(&b);
	return same;
}

bool
indent_rule(const struct trial *before, const struct trial *after, const struct changes *made)
{
	(void)made;
	return options_with_quotes(after->root) > options_with_quotes(before->root) &&
	    after->told.all.n <= before->told.all.n && same_words(before->root, after->root);
}
