/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "assemble/choice.h"

#include <string.h>

#include "assemble/answerkey.h"
#include "assemble/feedback.h"
#include "base/map.h"

enum { MOST_OPTIONS = 1000 };

static bool
has_mark(const struct node *item)
{
	return item->as.item.mark == MARK_EMPTY || item->as.item.mark == MARK_TICKED;
}

bool
choice_is_list(const struct node *n)
{
	if (n->kind != NODE_LIST)
		return false;
	for (const struct node *item = n->first; item; item = item->next)
		if (has_mark(item))
			return true;
	return false;
}

/* Behind `- ` two, behind `10. ` four; more where the list itself is indented. */
unsigned
choice_indent(const struct node *item)
{
	const struct node *words = item ? item->first : NULL, *list = item ? item->parent : NULL;
	uint32_t margin = list && list->parent && list->parent->parent && list->parent->parent->kind == NODE_DOCUMENT
	    ? 1
	    : item ? item->at.col
		   : 0;

	if (!words || words->at.col <= item->at.col || margin == 0 || words->at.line != item->at.line)
		return 2;
	return words->at.col - margin;
}

/* -- one option -- */

/* Code by its indentation alone, not by a fence: it begins four columns behind the item's text. */
static bool
indented(const struct node *code, const struct node *item)
{
	return code->parent == item && item->first->kind == NODE_PARAGRAPH && code->at.col >= item->first->at.col + 4;
}

/* A `>` that became text: the line was indented too far to be a quote, or not far enough. */
static const struct node *
lost_quote(const struct node *item)
{
	for (const struct node *n = node_next(item, item); n; n = node_next(n, item)) {
		if (n->kind == NODE_TEXT && n->prev && n->prev->kind == NODE_SOFTBREAK && str_starts(n->as.text, ">"))
			return n;
		if (n->kind == NODE_CODE && str_starts(n->as.code.text, ">") && indented(n, item))
			return n;
	}
	return NULL;
}

/* Items in front of the first with a mark may be a list of the question itself: the first of them says so for all. */
static bool
leads(const struct node *item)
{
	while (item && !has_mark(item))
		item = item->prev;
	return item == NULL;
}

/* An item without mark: an error, told once for those in front of all options. */
static bool
lacks_mark(struct asking *as, const struct node *item)
{
	if (leads(item) && item->prev)
		return false;
	diag_note(as->d, asking_fault(as, DIAG_QUESTION_MARK, item->at, "neither `[ ]` nor `[x]` stands here"), "%s",
	    leads(item)
		? "a list in front of the answers needs another bullet, as `*`: where it is the same, Markdown sees one list"
		: "a list in the question itself stands in front of the one with the answers");
	return false;
}

static bool
check_item(struct asking *as, const struct node *item, bool unmarked)
{
	const struct node *lost = lost_quote(item);

	if (lost) {
		diag_note(as->d,
		    asking_fault(as, DIAG_QUESTION_STRAY, lost->at, "this feedback became text of its option"),
		    "a line that begins with `>` is indented by %u blanks here, no more and no less",
		    choice_indent(item));
		return false;
	}
	if (item->as.item.mark == MARK_HINT) {
		asking_fault(as, DIAG_QUESTION_MARK, item->at, "`[?]` begins a hint in feedback, not an option");
		return false;
	}
	return item->as.item.mark != MARK_NONE || unmarked || lacks_mark(as, item);
}

/* ${unmarked}: a translation may leave all marks to its source. */
static bool
read_item(struct asking *as, struct option *o, struct node *item, bool unmarked)
{
	struct feedback f;

	if (!check_item(as, item, unmarked))
		return false;
	f = feedback_split(as->arena, item, as->ctx->src, as->d);
	asking_keys(as, item->attrs, as->q->type == QUESTION_HOTSPOT ? "score area" : "score", "an option");
	*o = (struct option){
		.id = attrs_id(item->attrs),
		.id_given = attrs_id(item->attrs).n > 0,
		.right = item->as.item.mark == MARK_TICKED,
		.fixed = attrs_class(item->attrs, "fixed"),
		.credit = RATIO_ZERO,
		.item = item,
		.feedback = f.ticked,
		.feedback_not = f.unticked,
		.hint = f.hint,
	};
	o->has_credit = asking_ratio(as, item->attrs, "score", NULL, &RATIO_ONE, &o->credit);
	return true;
}

static bool
read_list(struct asking *as)
{
	struct question *q = as->q;
	bool fine = true, unmarked = as->ctx->source && !choice_is_list(q->answers);
	size_t n = 0;

	for (const struct node *item = q->answers->first; item; item = item->next)
		n++;
	if (n > MOST_OPTIONS) {
		asking_fault(
		    as, DIAG_QUESTION_OPTION, q->answers->at, "%zu options; a question may have %d", n, MOST_OPTIONS);
		return false;
	}
	if (!unmarked && !choice_is_list(q->answers)) {
		diag_note(as->d, asking_fault(as, DIAG_QUESTION_MARK, q->answers->at, "no item of this list has one"),
		    "write one option a line: `- [x] right`, `- [ ] wrong`");
		return false;
	}
	q->options = ARENA_ARRAY(as->arena, struct option, n);
	q->noptions = n;
	n = 0;
	for (struct node *item = q->answers->first; item; item = item->next)
		fine &= read_item(as, &q->options[n++], item, unmarked);
	return fine;
}

/* `answer=true` and no list: the options are the words of the locale. */
static bool
read_words(struct asking *as)
{
	struct question *q = as->q;
	const struct attr *attr = attrs_get(q->node->attrs, "answer");
	bool answer = false;

	if (as->ctx->source)
		answer = as->ctx->source->options[0].right;
	else if (str_is(attr->value, "true") || str_is(attr->value, "false"))
		answer = str_is(attr->value, "true");
	else
		return asking_fault(as, DIAG_ATTRIBUTE_VALUE, attr->at, "`answer` is true or false"), false;
	q->options = ARENA_ARRAY(as->arena, struct option, 2);
	q->noptions = 2;
	q->options[0] = (struct option){ .id = STR("true"), .id_given = true, .right = answer, .credit = RATIO_ZERO };
	q->options[1] = (struct option){ .id = STR("false"), .id_given = true, .right = !answer, .credit = RATIO_ZERO };
	return true;
}

/* -- ids -- */

/* `truefalse` has the ids `true` and `false`, in this order. */
static bool
fixed_ids(struct asking *as)
{
	static const char *const ids[] = { "true", "false" };
	struct question *q = as->q;

	if (q->noptions != 2) {
		asking_fault(as, DIAG_QUESTION_OPTION, q->node->at,
		    "a `truefalse` has two options, first what true is called, then false; here are %zu", q->noptions);
		return false;
	}
	for (size_t i = 0; i < 2; i++) {
		struct option *o = &q->options[i];

		if (o->id.n > 0 && !str_is(o->id, ids[i])) {
			diag_note(as->d,
			    asking_fault(as, DIAG_QUESTION_OPTION, asking_option(as, o),
				"the id of this option is always `%s`", ids[i]),
			    "what true is called stands first, false second");
			return false;
		}
		o->id = str_of(ids[i]);
		o->id_given = true;
	}
	return true;
}

/* Whether all ids differ; one that is there twice was diagnosed by ids.c. ${ids} gets those there are. */
static bool
collect_ids(const struct question *q, struct map *ids)
{
	bool fine = true;

	for (size_t i = 0; i < q->noptions; i++)
		if (q->options[i].id.n > 0)
			fine &= map_add(ids, q->options[i].id, &q->options[i]) == NULL;
	return fine;
}

/* Whether an id stands in the words, where it is none: that was told when they were read. */
static bool
misplaced_id(const struct node *item)
{
	for (const struct node *n = item ? item->first : NULL; n; n = node_next(n, item))
		if (n->kind == NODE_TEXT && memmem(n->as.text.p, n->as.text.n, "{#", 2) != NULL)
			return true;
	return false;
}

/* Options without id are called by their position. */
static void
number_options(struct asking *as, struct map *ids)
{
	struct question *q = as->q;

	for (size_t i = 0; i < q->noptions; i++) {
		struct option *o = &q->options[i];

		if (o->id.n > 0)
			continue;
		if (!misplaced_id(o->item))
			asking_id(as, asking_option(as, o), "this option");
		o->id = arena_fmt(as->arena, "%zu", i + 1);
		while (map_get(ids, o->id))
			o->id = arena_fmt(as->arena, "%.*s-", STR_ARG(o->id));
		map_put(ids, o->id, o);
	}
}

/* -- a translation -- */

static const struct option *
source_option(const struct question *source, const struct option *o, size_t position)
{
	if (o->id.n == 0)
		return &source->options[position];
	for (size_t i = 0; i < source->noptions; i++)
		if (str_eq(source->options[i].id, o->id))
			return &source->options[i];
	return NULL;
}

/* What the translation writes of an option must agree; what counts is the source's. */
static bool
adopt_option(struct asking *as, struct option *o, size_t position, bool marked)
{
	const struct option *s = source_option(as->ctx->source, o, position);

	if (!s) {
		asking_fault(as, DIAG_TRANSLATION_DIFFERS, asking_option(as, o), "the source has no option `%.*s`",
		    STR_ARG(o->id));
		return false;
	}
	if (marked && o->right != s->right)
		asking_fault(as, DIAG_TRANSLATION_DIFFERS, asking_option(as, o), "in the source this option is %s",
		    s->right ? "ticked" : "not ticked");
	if (o->has_credit && (!s->has_credit || ratio_cmp(o->credit, s->credit) != 0))
		asking_fault(as, DIAG_TRANSLATION_DIFFERS, asking_option(as, o), "`score` is not that of the source");
	o->id = s->id;
	o->id_given = s->id_given;
	o->right = s->right;
	o->fixed = s->fixed;
	o->has_credit = s->has_credit;
	o->credit = s->credit;
	o->area = s->area;
	return true;
}

/* One option has its id, another has none and stands in that one's place. */
static bool
twice(struct asking *as, const struct option *o)
{
	diag_note(as->d,
	    asking_fault(
		as, DIAG_TRANSLATION_DIFFERS, asking_option(as, o), "another option is `%.*s` already", STR_ARG(o->id)),
	    "write the ids of all options, or of none");
	return false;
}

static bool
adopt(struct asking *as)
{
	struct question *q = as->q;
	const struct question *source = as->ctx->source;
	struct map taken = MAP_INIT;
	bool fine = true, marked = false;

	if (q->noptions != source->noptions) {
		asking_fault(as, DIAG_TRANSLATION_DIFFERS, q->answers ? q->answers->at : q->node->at,
		    "%zu options here, %zu in the source", q->noptions, source->noptions);
		return false;
	}
	for (size_t i = 0; i < q->noptions; i++)
		marked |= q->options[i].right;
	for (size_t i = 0; i < q->noptions; i++) {
		struct option *o = &q->options[i];

		if (!adopt_option(as, o, i, marked))
			fine = false;
		else if (map_add(&taken, o->id, o))
			fine = twice(as, o);
	}
	map_free(&taken);
	return fine;
}

static bool
read_ids(struct asking *as)
{
	struct map ids = MAP_INIT;
	bool fine = collect_ids(as->q, &ids);

	if (fine && !as->ctx->source)
		number_options(as, &ids);
	map_free(&ids);
	return fine;
}

bool
choice_read(struct asking *as)
{
	struct question *q = as->q;
	bool fine = q->answers ? read_list(as) : read_words(as);

	if (!fine || (q->type == QUESTION_TRUEFALSE && !fixed_ids(as)) || !read_ids(as))
		return false;
	if (as->ctx->source && !adopt(as))
		return false;
	return answerkey_check(as);
}
