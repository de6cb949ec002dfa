/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "assemble/parts.h"

#include "assemble/choice.h"

static struct node *
last_list(const struct node *directive)
{
	for (struct node *n = directive->last; n; n = n->prev)
		if (n->kind == NODE_LIST)
			return n;
	return NULL;
}

/* Whether the answer stands in the head (of the source) and a list, if there is one, belongs to the text. */
static bool
answer_in_head(const struct asking *as, const struct node *list)
{
	if (as->q->type != QUESTION_TRUEFALSE || (list && choice_is_list(list)))
		return false;
	return as->ctx->source ? !as->ctx->source->answers : attrs_get(as->q->node->attrs, "answer") != NULL;
}

/* Lists of options in front of ${answers} were meant to be part of them. */
static bool
check_before(struct asking *as, const struct node *answers)
{
	const struct node *list = NULL;

	for (const struct node *n = answers->parent->first; n != answers; n = n->next) {
		if (choice_is_list(n))
			list = n;
		if (list && n->kind == NODE_QUOTE) {
			diag_note(as->d,
			    asking_fault(as, DIAG_QUESTION_STRAY, n->at, "a quote between two lists of options"),
			    "indent it by %u blanks, so that it stands inside its option", choice_indent(list->last));
			return false;
		}
	}
	if (!list || !choice_is_list(answers))
		return true;
	diag_note(as->d, asking_fault(as, DIAG_QUESTION_STRAY, answers->at, "this is a second list of answers"),
	    "one list holds them all: the same bullet throughout, and nothing in between that is not indented");
	return false;
}

static void
check_behind(struct asking *as, const struct node *answers)
{
	for (const struct node *n = answers->next; n; n = n->next) {
		if (n->kind == NODE_DIRECTIVE)
			continue;
		if (n->kind == NODE_QUOTE)
			diag_note(as->d, asking_fault(as, DIAG_QUESTION_STRAY, n->at, "a quote behind the answers"),
			    "indent it by %u blanks, so that it stands inside its option",
			    choice_indent(answers->last));
		else
			diag_note(as->d,
			    asking_fault(
				as, DIAG_QUESTION_STRAY, n->at, "a %s behind the answers", node_kind_name(n->kind)),
			    "the question stands in front of its answers; what explains them goes into `:::explanation`");
	}
}

static bool
check_text(struct asking *as)
{
	const struct question *q = as->q;
	const struct node *label = q->node->as.directive.label;

	for (const struct node *n = q->node->first; n && n != q->answers; n = n->next)
		if (!question_part(n))
			return true;
	if (label && label->first)
		return true;
	diag_note(as->d,
	    asking_fault(
		as, DIAG_QUESTION_TEXT, q->node->at, "nothing stands in front of the answers, and it has no label"),
	    "write a sentence in front of them, or `:::question[Which of these is an act?]{…}`");
	return false;
}

bool
parts_answers(struct asking *as)
{
	struct question *q = as->q;
	struct node *list = last_list(q->node);
	const struct attr *answer = attrs_get(q->node->attrs, "answer");

	if (answer_in_head(as, list))
		return check_text(as);
	if (!list) {
		diag_note(as->d, asking_fault(as, DIAG_QUESTION_ANSWERS, q->node->at, "there is no list in it"),
		    "write one option a line: `- [x] right`, `- [ ] wrong`");
		return false;
	}
	if (answer && q->type == QUESTION_TRUEFALSE && !as->ctx->source) {
		asking_fault(
		    as, DIAG_ATTRIBUTE_VALUE, answer->at, "`answer` stands in place of a list, but there is one");
		return false;
	}
	q->answers = list;
	if (!check_before(as, list))
		return false;
	check_behind(as, list);
	return check_text(as);
}

static void
set_once(struct asking *as, struct node **slot, struct node *n, const char *what)
{
	if (*slot)
		asking_fault(as, DIAG_QUESTION_STRAY, n->at, "there is %s already", what);
	else
		*slot = n;
}

static void
read_feedback(struct asking *as, struct node *n)
{
	struct question *q = as->q;
	struct str result = attrs_value(n->attrs, "for");

	if (str_is(result, "correct"))
		set_once(as, &q->correct, n, "feedback for a right answer");
	else if (str_is(result, "partial"))
		set_once(as, &q->partial, n, "feedback for a partly right answer");
	else if (str_is(result, "incorrect"))
		set_once(as, &q->incorrect, n, "feedback for a wrong answer");
	else
		diag_note(as->d, asking_fault(as, DIAG_ATTRIBUTE_VALUE, n->at, "feedback must say when it is shown"),
		    "write `:::feedback{for=correct}`, `partial` or `incorrect`");
}

static void
read_hint(struct asking *as, struct node *n)
{
	struct question *q = as->q;
	struct hint *h = &q->hints[q->nhints];
	bool no;

	*h = (struct hint){ .node = n, .penalty = RATIO_ZERO };
	asking_ratio(as, n->attrs, "penalty", &RATIO_ZERO, &RATIO_ONE, &h->penalty);
	for (int i = 0; i < 2; i++) {
		const char *key = i ? "clear-wrong" : "show-count";

		if (asking_flag(as, n->attrs, key, &no) && no)
			asking_fault(
			    as, DIAG_ATTRIBUTE_VALUE, attrs_get(n->attrs, key)->at, "`%s` is not built yet", key);
	}
	q->nhints++;
}

void
parts_read(struct asking *as)
{
	struct question *q = as->q;
	size_t hints = 0;

	for (const struct node *n = q->node->first; n; n = n->next)
		hints += node_is_directive(n, "hint");
	q->hints = ARENA_ARRAY(as->arena, struct hint, hints);
	for (struct node *n = q->node->first; n; n = n->next) {
		if (node_is_directive(n, "hint"))
			read_hint(as, n);
		else if (node_is_directive(n, "feedback"))
			read_feedback(as, n);
		else if (node_is_directive(n, "explanation"))
			set_once(as, &q->explanation, n, "an explanation");
		else if (node_is_directive(n, "samples"))
			asking_fault(as, DIAG_QUESTION_LINT, n->at,
			    "samples are tried out on answers that are typed; here options are ticked");
	}
	if (as->ctx->source && as->ctx->source->nhints != hints)
		asking_fault(as, DIAG_TRANSLATION_DIFFERS, q->node->at, "%zu hints here, %zu in the source", hints,
		    as->ctx->source->nhints);
	for (size_t i = 0; as->ctx->source && i < hints && i < as->ctx->source->nhints; i++)
		q->hints[i].penalty = as->ctx->source->hints[i].penalty;
}
