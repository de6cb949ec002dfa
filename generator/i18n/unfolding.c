/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "i18n/unfolding.h"

#include <string.h>

#include "base/buf.h"
#include "base/vec.h"
#include "read/markdown.h"
#include "translate/inlinetext.h"

struct part_list VEC_OF(struct unfolding_part);

struct unfold {
	struct arena *a;
	struct part_list all;
};

static void
take(struct unfold *u, const struct node *holder)
{
	struct buf b = BUF_INIT;

	inlinetext_write(&b, holder);
	if (b.n > 0)
		VEC_PUSH(&u->all, ((struct unfolding_part){ holder->kind, arena_str(u->a, buf_view(&b)) }));
	buf_free(&b);
}

static void
walk(struct unfold *u, const struct node *parent)
{
	for (const struct node *n = parent->first; n; n = n->next) {
		if (n->kind == NODE_DIRECTIVE && n->as.directive.label)
			take(u, n->as.directive.label);
		if (n->kind == NODE_PARAGRAPH || n->kind == NODE_HEADING || n->kind == NODE_CELL)
			take(u, n);
		else if (node_is_block(n->kind) && n->kind != NODE_FOOTNOTE)
			walk(u, n);
	}
}

/* `[^so]` is a mark only where there is such a note. */
static void
write_notes(struct buf *b, struct str message)
{
	for (size_t i = 0; i + 3 < message.n; i++) {
		struct str rest = str_sub(message, i, message.n);
		size_t end = str_find(rest, ']');

		if (str_starts(rest, "[^") && end < rest.n && end > 2 && memchr(rest.p, '\n', end) == NULL)
			buf_fmt(b, "\n\n[^%.*s]: .\n", (int)(end - 2), rest.p + 2);
	}
}

struct unfolding
unfolding_of(struct arena *a, struct str message, struct str definitions)
{
	struct unfold u = { .a = a };
	struct unfolding out = { 0 };
	struct buf b = BUF_INIT;
	struct diags told = DIAGS_INIT;
	struct source src = { STR_EMPTY, STR_EMPTY };
	struct node *root;

	buf_str(&b, message);
	if (str_find(message, '[') < message.n) {
		write_notes(&b, message);
		buf_fmt(&b, "\n\n%.*s", STR_ARG(definitions));
	}
	src.bytes = arena_str(a, buf_view(&b));
	buf_free(&b);
	root = markdown_read(a, &src, src.bytes, 1, &told);
	diags_free(&told);
	if (root)
		walk(&u, root);
	out.n = u.all.n;
	out.v = ARENA_ARRAY(a, struct unfolding_part, out.n);
	if (out.n > 0)
		memcpy(out.v, u.all.v, out.n * sizeof *out.v);
	VEC_FREE(&u.all);
	return out;
}

bool
unfolding_alike(const struct unfolding *x, const struct unfolding *y)
{
	for (size_t i = 0; i < x->n && i < y->n; i++)
		if (x->v[i].kind != y->v[i].kind)
			return false;
	return x->n == y->n && x->n > 0;
}

void
unfolding_definitions(struct buf *b, struct str markdown)
{
	while (markdown.n > 0) {
		struct str line = str_trim(str_cut(&markdown, '\n'));
		size_t end = str_find(line, ']');

		if (str_starts(line, "[") && !str_starts(line, "[^") && end + 1 < line.n && line.p[end + 1] == ':')
			buf_fmt(b, "%.*s\n", STR_ARG(line));
	}
}
