/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "assemble/sorting.h"

#include "assemble/placing.h"

static bool
stray(struct asking *as, const struct node *n, const char *what, const char *repair)
{
	diag_note(as->d, asking_fault(as, DIAG_QUESTION_STRAY, n->at, "%s", what), "%s", repair);
	return false;
}

static bool
unmarked(struct asking *as, const struct node *item)
{
	if (item->as.item.mark == MARK_NONE)
		return true;
	diag_note(as->d, asking_fault(as, DIAG_QUESTION_MARK, item->at, "a mark means nothing here"),
	    "what belongs together stands below its group: there is nothing to tick");
	return false;
}

static struct node *
members(const struct node *group)
{
	struct node *n = group->first;

	while (n && n->kind != NODE_LIST)
		n = n->next;
	return n;
}

static bool
read_member(struct asking *as, struct node *item, size_t group)
{
	struct entry *e;

	if (!unmarked(as, item))
		return false;
	for (const struct node *n = item->first; n; n = n->next)
		if (n->kind == NODE_LIST)
			return stray(as, n, "a list inside of what is sorted",
			    "groups hold items, and items hold no further ones");
	e = placing_entry(as, item);
	if (!as->q->targets[group].nowhere)
		placing_right(as, e, group);
	placing_feedback(as, e);
	return true;
}

/* Behind the words of a group only its members follow. */
static bool
check_group(struct asking *as, const struct node *group, const struct node *list)
{
	for (const struct node *n = group->first; n; n = n->next) {
		if (n->kind == NODE_QUOTE)
			return stray(as, n, "feedback to a group",
			    "indent it further, so that it stands inside the item it belongs to");
		if (n->kind == NODE_LIST && n != list)
			return stray(as, n, "a second list in this group",
			    "one list holds all that belongs there: the same bullet throughout");
	}
	return true;
}

static bool
read_group(struct asking *as, struct node *group)
{
	struct node *list = members(group);
	struct target *t;
	bool fine = unmarked(as, group) && check_group(as, group, list);

	if (!fine)
		return false;
	t = placing_target(as, group);
	t->nowhere = attrs_class(group->attrs, "nowhere");
	if (t->nowhere && !list)
		return stray(as, group, "nothing stands below `{.nowhere}`",
		    "what belongs to no group is written there, as a list inside this item");
	for (struct node *item = list ? list->first : NULL; item; item = item->next)
		fine &= read_member(as, item, (size_t)(t - as->q->targets));
	return fine;
}

static bool
check_groups(struct asking *as)
{
	struct question *q = as->q;
	const struct target *nowhere = NULL;
	size_t shown = 0;

	for (size_t i = 0; i < q->ntargets; i++) {
		const struct target *t = &q->targets[i];

		if (t->nowhere && nowhere) {
			asking_fault(as, DIAG_QUESTION_OPTION, t->words->at, "there is a group `{.nowhere}` already");
			return false;
		}
		if (t->nowhere)
			nowhere = t;
		else
			shown++;
	}
	if (shown == 0) {
		asking_fault(as, DIAG_QUESTION_OPTION, q->answers->at, "there is no group to sort into");
		return false;
	}
	if (shown == 1 && !nowhere)
		asking_fault(as, DIAG_QUESTION_LINT, q->answers->at, "there is only one group to sort into");
	return true;
}

bool
sorting_read(struct asking *as)
{
	struct question *q = as->q;
	size_t groups = 0, items = 0;
	bool fine = true;

	for (const struct node *group = q->answers->first; group; group = group->next) {
		const struct node *list = members(group);

		groups++;
		for (const struct node *item = list ? list->first : NULL; item; item = item->next)
			items++;
	}
	if (items == 0) {
		diag_note(as->d, asking_fault(as, DIAG_QUESTION_ANSWERS, q->answers->at, "no group holds anything"),
		    "write what belongs to a group as a list inside it, indented by two blanks");
		return false;
	}
	if (!placing_begin(as, items, groups))
		return false;
	for (struct node *group = q->answers->first; group; group = group->next)
		fine &= read_group(as, group);
	if (!fine)
		return false;
	q->reuse = true;
	if (!as->ctx->source) {
		placing_rule(as);
		if (!q->reuse)
			asking_fault(as, DIAG_ATTRIBUTE_VALUE, attrs_get(q->node->attrs, "reuse")->at,
			    "a group takes any number of items; what takes one each is `type=match`");
		if (!check_groups(as))
			return false;
	}
	return placing_finish(as);
}
