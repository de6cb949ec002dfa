/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "assemble/alike.h"

#include "base/unicode.h"

struct str
alike_text(struct arena *a, struct str s)
{
	struct buf out = BUF_INIT;

	s = str_trim(unicode_fold(a, s));
	for (size_t i = 0; i < s.n; i++) {
		bool gap = s.p[i] == ' ' || s.p[i] == '\n' || s.p[i] == '\t';

		if (!gap)
			buf_chr(&out, s.p[i]);
		else if (out.n > 0 && out.p[out.n - 1] != ' ')
			buf_chr(&out, ' ');
	}
	s = arena_str(a, buf_view(&out));
	buf_free(&out);
	return s;
}

struct str
alike_words(struct arena *a, const struct node *n, bool lists)
{
	struct buf words = BUF_INIT;
	struct str s;

	for (const struct node *c = n->first; c; c = c->next) {
		if (c->kind == NODE_QUOTE || (c->kind == NODE_LIST && !lists))
			continue;
		node_plain(&words, c);
		if (node_is_block(c->kind))
			buf_chr(&words, ' ');
	}
	s = alike_text(a, buf_view(&words));
	buf_free(&words);
	return s;
}
