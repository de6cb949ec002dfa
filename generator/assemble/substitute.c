/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "assemble/substitute.h"

#include "assemble/question.h"
#include "model/foreign.h"

struct question *
substitute_question(struct arena *a, struct node **n, const struct question_context *ctx, const struct text *t)
{
	struct node *copy = node_copy(a, ctx->source->node);
	struct diags told = DIAGS_INIT; /* the source tells of itself */
	struct question *q;

	foreign_mark(a, copy, t->doc->texts[0]->lang);
	node_insert_after(*n, copy);
	node_remove(*n);
	q = question_read(a, copy, ctx, &told);
	diags_free(&told);
	*n = copy;
	return q;
}
