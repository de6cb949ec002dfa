/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef ASSEMBLE_QUESTION_H
#define ASSEMBLE_QUESTION_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/diag.h"
#include "model/question.h"
#include "model/quiz.h"

/* What a question is read with. Everything but ${source} must be there. */
struct question_context {
	const struct source *src;      /* the file, with its bytes */
	const struct quiz *quiz;       /* how the page asks: from quiz_read() */
	size_t number;                 /* of the question on the page, 1-based */
	const struct question *source; /* the same question in the source language; NULL: this is it */
	bool *ids_told;                /* set by the first warning about missing ids: one a page is enough */
};

/*
 * question_read(a, directive, ctx, d): the question that a `question` directive is. Feedback in its options is
 * moved about inside the tree, so that each part has a node of its own. NULL where it cannot be scored
 * (diagnosed): it is then shown as a plain container.
 */
struct question *question_read(struct arena *a, struct node *directive, const struct question_context *ctx,
    struct diags *d);

#endif
