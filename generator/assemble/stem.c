/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "assemble/stem.h"

#include "model/phrases.h"
#include "base/buf.h"
#include "base/unicode.h"

/* The words of ${n}, a gap where some are emphasised. */
static void
gather(struct buf *b, const struct node *n)
{
	for (const struct node *c = n->first; c; c = c->next) {
		switch (c->kind) {
		case NODE_TEXT:
		case NODE_CODESPAN: buf_str(b, c->as.text); break;
		case NODE_SOFTBREAK:
		case NODE_LINEBREAK:
		case NODE_EMPH:
		case NODE_STRONG: buf_chr(b, ' '); break;
		default: gather(b, c);
		}
	}
}

static bool
ends_sentence(uint32_t c)
{
	return c == '.' || c == '!' || c == '?' || c == 0x2026 || c == 0x61f || c == 0x3002;
}

/* Behind the last full stop or the like that words follow. */
static struct str
last_sentence(struct str s)
{
	size_t from = 0, at = 0, mark = 0;

	while (at < s.n) {
		uint32_t c = unicode_next(s, &at);

		if (ends_sentence(c))
			mark = at;
		else if (mark > 0 && mark < at && c > ' ' && c != '"' && c != ')' && c != 0xbb && c != 0x201d &&
		    s.p[mark] == ' ')
			from = mark, mark = 0;
	}
	return str_sub(s, from, s.n);
}

/* The paragraph that asks, or the label. */
static const struct node *
asking(const struct question *q)
{
	const struct node *last = NULL;

	for (const struct node *n = q->node->first; n && n != q->answers; n = n->next)
		if (n->kind == NODE_PARAGRAPH)
			last = n;
	return last ? last : q->node->as.directive.label;
}

struct str
stem_asks(struct arena *a, const struct question *q, struct span *at)
{
	const struct node *n = asking(q);
	struct buf b = BUF_INIT;
	struct str text;

	if (!n)
		return STR_EMPTY;
	*at = n->kind == NODE_PARAGRAPH ? n->at : q->node->at;
	gather(&b, n);
	text = phrases_quiet(a, last_sentence(buf_view(&b)));
	buf_free(&b);
	return text;
}
