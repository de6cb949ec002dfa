/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "assemble/freely.h"

#include "assemble/choice.h"
#include "assemble/placing.h"
#include "assemble/statements.h"

/* Points are for what can be right; feedback by result would never be shown. */
static void
check_unscored(struct asking *as)
{
	const struct question *q = as->q;
	const struct node *feedback = q->correct ? q->correct : q->partial ? q->partial : q->incorrect;
	static const char *const without[] = { "points", "tries", "penalty", "keep", "floor" };

	for (size_t i = 0; i < sizeof without / sizeof *without; i++) {
		const struct attr *attr = attrs_get(q->node->attrs, without[i]);

		if (attr)
			asking_fault(as, DIAG_QUESTION_LINT, attr->at,
			    "nothing is right or wrong in this question: `%s` has no effect", without[i]);
	}
	if (feedback)
		asking_fault(as, DIAG_QUESTION_LINT, feedback->at,
		    "nothing is right or wrong in this question: nobody will see this");
}

static bool
read_list(struct asking *as)
{
	if (!choice_read(as))
		return false;
	for (size_t i = 0; i < as->q->noptions; i++) {
		const struct option *o = &as->q->options[i];

		if (!o->right && !o->has_credit)
			continue;
		diag_note(as->d,
		    asking_fault(as, DIAG_QUESTION_KEY, asking_option(as, o), "in a survey nothing is right"),
		    "begin each option with `[ ]`; where one is right, it is `type=single` or `type=multiple`");
		return false;
	}
	return true;
}

bool
freely_read(struct asking *as)
{
	struct question *q = as->q;

	if (!as->ctx->source)
		check_unscored(as);
	q->points = RATIO_ZERO; /* it enters no sum */
	if (q->type == QUESTION_REFLECT)
		return as->ctx->source || !attrs_get(q->node->attrs, "min") ||
		    asking_count(as, q->node->attrs, "min", &q->min);
	if (q->answers->kind == NODE_TABLE)
		return statements_read(as);
	if (!as->ctx->source)
		placing_rule(as);
	return read_list(as);
}
