/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "assemble/parts.h"

#include "assemble/choice.h"

/* What the answers of a type may be; what it has none of may still stand in its text. */
static const struct form {
	bool list, table;
	bool ticked; /* a list without `[ ]` belongs to the text */
	const char *wanted;
} forms[QUESTION_TYPES] = {
	[QUESTION_SINGLE] = { true, false, true, "write one option a line: `- [x] right`, `- [ ] wrong`" },
	[QUESTION_MULTIPLE] = { true, false, true, "write one option a line: `- [x] right`, `- [ ] wrong`" },
	[QUESTION_TRUEFALSE] = { true, false, true, "write one option a line: `- [x] right`, `- [ ] wrong`" },
	[QUESTION_MATCH] = { false, true, false, "write a table: `| left | right |` a row" },
	[QUESTION_SORT] = { true, false, false, "write one group an item, with its members as a list inside it" },
	[QUESTION_ORDER] = { true, false, false, "write the items in the right order: `1. first`, `2. second`" },
	[QUESTION_TEXT] = { true, false, false, "write one accepted answer a line: `- presumed victim`" },
	[QUESTION_NUMBER] = { true, false, false,
	    "write `answer=65` in the head, or one accepted value a line: `- 65`" },
	[QUESTION_MATRIX] = { false, true, false,
	    "write a table: statements down, choices across, `x` where they meet" },
	[QUESTION_HOTSPOT] = { true, false, true,
	    "write one area a line: `- [x] words {area=\"rect 120,40 200,240\"}`" },
	[QUESTION_SURVEY] = { true, true, true,
	    "write one option a line, `- [ ] yes`, or a table: statements down, answers across" },
};

static struct node *
last_of_form(const struct node *directive, const struct form *f)
{
	for (struct node *n = directive->last; n; n = n->prev)
		if ((f->list && n->kind == NODE_LIST) || (f->table && n->kind == NODE_TABLE))
			return n;
	return NULL;
}

/* `[[name]]` and nothing else: an item of a list that says what belongs into gaps. */
static bool
names_gap(const struct node *item)
{
	return item->first && item->first->kind == NODE_PARAGRAPH && item->first->first &&
	    item->first->first->kind == NODE_GAP && !item->first->first->next;
}

/* The list of names of a `gap`; NULL where all gaps hold their answers. */
static struct node *
gap_names(const struct node *directive)
{
	struct node *list = last_of_form(directive, &(struct form){ .list = true });

	for (const struct node *item = list ? list->first : NULL; item; item = item->next)
		if (names_gap(item))
			return list;
	return NULL;
}

/* Whether the answer stands in the head (of the source) and a list, if there is one, belongs to the text. */
static bool
answer_in_head(const struct asking *as, const struct node *list)
{
	const struct question *q = as->q;

	if (q->type != QUESTION_TRUEFALSE && q->type != QUESTION_NUMBER)
		return false;
	if (list && q->type == QUESTION_TRUEFALSE && choice_is_list(list))
		return false;
	return as->ctx->source ? !as->ctx->source->answers : attrs_get(q->node->attrs, "answer") != NULL;
}

/* With an answer in the head, a list at the end would give away others. */
static bool
check_head(struct asking *as, const struct node *list)
{
	const struct attr *answer = attrs_get(as->q->node->attrs, "answer");
	const struct node *n = list ? list->next : NULL;

	while (n && n->kind == NODE_DIRECTIVE)
		n = n->next;
	if (as->q->type != QUESTION_NUMBER || !answer || !list || n)
		return true;
	diag_note(as->d,
	    asking_fault(as, DIAG_ATTRIBUTE_VALUE, answer->at, "`answer` stands in place of a list, but there is one"),
	    "a list that belongs to the question has a sentence behind it");
	return false;
}

/* A list that was torn in two: its first part would be shown. */
static bool
check_torn(struct asking *as, const struct node *answers)
{
	const struct node *before = answers->prev;

	while (before && before->kind == NODE_QUOTE)
		before = before->prev;
	if (answers->kind != NODE_LIST || !before || before->kind != NODE_LIST ||
	    before->as.list.ordered != answers->as.list.ordered)
		return true;
	diag_note(as->d, asking_fault(as, DIAG_QUESTION_STRAY, answers->at, "this is a second list of answers"),
	    "one list holds them all: the same bullet throughout, and nothing in between that is not indented; a list that "
	    "belongs to the question has a sentence behind it");
	return false;
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

/* Whether ${answers} are all there is of them. */
static bool
check_place(struct asking *as, const struct node *answers)
{
	if (forms[as->q->type].ticked ? !check_before(as, answers) : !check_torn(as, answers))
		return false;
	check_behind(as, answers);
	return true;
}

bool
parts_answers(struct asking *as)
{
	struct question *q = as->q;
	const struct form *f = &forms[q->type];
	struct node *last = q->type == QUESTION_GAP ? gap_names(q->node) : last_of_form(q->node, f);
	const struct attr *answer = attrs_get(q->node->attrs, "answer");

	if (answer_in_head(as, last))
		return check_head(as, last) && check_text(as);
	if (!last && q->type == QUESTION_NUMBER && as->ctx->source)
		return check_text(as); /* the numbers are the source's */
	if (!last && f->wanted) {
		diag_note(as->d,
		    asking_fault(as, DIAG_QUESTION_ANSWERS, q->node->at, "there is no %s in it",
			!f->table     ? "list"
			    : f->list ? "list and no table"
				      : "table"),
		    "%s", f->wanted);
		return false;
	}
	if (answer && q->type == QUESTION_TRUEFALSE && !as->ctx->source) {
		asking_fault(
		    as, DIAG_ATTRIBUTE_VALUE, answer->at, "`answer` stands in place of a list, but there is one");
		return false;
	}
	q->answers = last;
	return (!last || check_place(as, last)) && check_text(as);
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

	*h = (struct hint){ .node = n, .penalty = RATIO_ZERO };
	asking_ratio(as, n->attrs, "penalty", &RATIO_ZERO, &RATIO_ONE, &h->penalty);
	asking_flag(as, n->attrs, "show-count", &h->show_count);
	asking_flag(as, n->attrs, "clear-wrong", &h->clear_wrong);
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
	}
	if (as->ctx->source && as->ctx->source->nhints != hints)
		asking_fault(as, DIAG_TRANSLATION_DIFFERS, q->node->at, "%zu hints here, %zu in the source", hints,
		    as->ctx->source->nhints);
	for (size_t i = 0; as->ctx->source && i < hints && i < as->ctx->source->nhints; i++) {
		const struct hint *h = &as->ctx->source->hints[i];

		q->hints[i] = (struct hint){ q->hints[i].node, h->penalty, h->clear_wrong, h->show_count };
	}
}
