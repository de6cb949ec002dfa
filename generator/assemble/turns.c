/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "assemble/turns.h"

#include "base/near.h"

enum { MOST_TURNS = 50 };

static struct node *
last_list(const struct node *step)
{
	for (struct node *n = step->last; n; n = n->prev)
		if (n->kind == NODE_LIST)
			return n;
	return NULL;
}

/* The first link of ${item}'s words that is not ${after} or in front of it; NULL: there is none. */
static struct node *
link_in(const struct node *item, const struct node *after)
{
	struct node *words = item->first;

	if (!words || words->kind != NODE_PARAGRAPH)
		return NULL;
	for (struct node *n = node_next(after ? after : words, words); n; n = node_next(n, words))
		if (n->kind == NODE_LINK)
			return n;
	return NULL;
}

static bool
has_links(const struct node *list)
{
	for (const struct node *item = list->first; item; item = item->next)
		if (link_in(item, NULL))
			return true;
	return false;
}

/* -- where it leads -- */

static bool
refuse_target(struct asking *as, const struct scenario *s, const struct node *link)
{
	struct str url = link->as.link.url;
	struct diag *g = asking_fault(as, DIAG_SCENARIO_CHOICE, link->at,
	    "`%.*s` is no step or ending of this scenario", STR_ARG(str_sub(url, 0, 60)));
	struct near near;

	near_begin(&near, str_starts(url, "#") ? str_sub(url, 1, url.n) : url);
	for (size_t i = 0; i < s->nplaces; i++)
		near_try(&near, s->places[i].id);
	if (near_best(&near).n > 0)
		diag_note(as->d, g, "did you mean `#%.*s`?", STR_ARG(near_best(&near)));
	else
		diag_note(as->d, g, "a choice leads to the id of a step or an ending, as `[words](#pickup)`");
	return false;
}

static bool
read_target(struct asking *as, const struct scenario *s, struct turn *t)
{
	struct str url;

	t->link = link_in(t->item, NULL);
	if (!t->link) {
		diag_note(as->d, asking_fault(as, DIAG_SCENARIO_CHOICE, t->item->at, "there is no link in it"),
		    "write `- [what one does](#where-it-leads)`");
		return false;
	}
	if (link_in(t->item, t->link)) {
		diag_note(as->d,
		    asking_fault(as, DIAG_SCENARIO_CHOICE, link_in(t->item, t->link)->at, "it has a second link"),
		    "a choice leads to one place; links for further reading belong into its feedback");
		return false;
	}
	url = t->link->as.link.url;
	t->to = str_starts(url, "#") ? scenario_place(s, str_sub(url, 1, url.n)) : NULL;
	return t->to || refuse_target(as, s, t->link);
}

/* -- what is said of it -- */

/* What is written of it, on the item or straight behind the link. */
static const struct attr *
written(const struct turn *t, const char *key)
{
	const struct attr *attr = attrs_get(t->item->attrs, key);

	return attr || !t->link ? attr : attrs_get(t->link->attrs, key);
}

static void
read_outcome(struct asking *as, struct turn *t)
{
	const struct attr *attr = written(t, "outcome");
	struct near near;
	struct diag *g;

	if (!attr)
		return;
	near_begin(&near, attr->value);
	for (int i = OUTCOME_NONE + 1; i < OUTCOMES; i++) {
		if (str_is(attr->value, scenario_outcome_names[i]))
			t->outcome = (enum outcome)i;
		near_try(&near, str_of(scenario_outcome_names[i]));
	}
	if (t->outcome != OUTCOME_NONE)
		return;
	g = asking_fault(
	    as, DIAG_ATTRIBUTE_VALUE, attr->at, "`outcome` cannot be `%.*s`", STR_ARG(str_sub(attr->value, 0, 60)));
	if (near_best(&near).n > 0)
		diag_note(as->d, g, "did you mean `%.*s`?", STR_ARG(near_best(&near)));
	else
		diag_note(as->d, g, "it may be safe, partly or risky");
}

static void
read_score(struct asking *as, struct turn *t)
{
	t->score = RATIO_ZERO;
	t->has_score = asking_ratio(as, t->item->attrs, "score", NULL, NULL, &t->score) ||
	    (t->link && asking_ratio(as, t->link->attrs, "score", NULL, NULL, &t->score));
}

/* Besides its words a choice has quotes only. */
static bool
check_content(struct asking *as, const struct node *item)
{
	for (const struct node *n = item->first ? item->first->next : NULL; n; n = n->next) {
		if (n->kind == NODE_QUOTE)
			continue;
		diag_note(as->d,
		    asking_fault(
			as, DIAG_SCENARIO_CHOICE, n->at, "a %s stands in it besides its link", node_kind_name(n->kind)),
		    "what follows from a choice is a quote: its lines begin with `>`, indented as the words of the choice");
		return false;
	}
	return true;
}

static bool
read_turn(struct asking *as, const struct scenario *s, struct turn *t, struct node *item)
{
	bool fine;

	*t = (struct turn){ .item = item, .words = item->first };
	fine = check_content(as, item) && read_target(as, s, t);
	asking_keys(as, item->attrs, "outcome score", "a choice");
	if (t->link)
		asking_keys(as, t->link->attrs, "outcome score lang", "a choice");
	read_outcome(as, t);
	read_score(as, t);
	t->told = t->outcome != OUTCOME_NONE || (item->first && item->first->next);
	for (struct node *link; (link = link_in(item, NULL)) != NULL;)
		link->kind = NODE_SPAN;
	return fine;
}

/* -- the list -- */

static bool
refuse_list(struct asking *as, const struct place *p, const struct node *list)
{
	diag_note(as->d,
	    asking_fault(as, DIAG_SCENARIO_CHOICES, p->node->at, "%s",
		list ? "its last list has no links" : "there is no list in it"),
	    "write `- [what one does](#where-it-leads) {outcome=safe}` for each choice; where the story is over, write `:::ending`");
	return false;
}

static bool
check_around(struct asking *as, const struct node *list)
{
	for (const struct node *n = list->prev; n; n = n->prev)
		if (n->kind == NODE_LIST && has_links(n)) {
			diag_note(as->d,
			    asking_fault(as, DIAG_SCENARIO_CHOICES, list->at, "this is a second list of choices"),
			    "one list holds them all: the same bullet throughout, and nothing in between that is not indented");
			return false;
		}
	for (const struct node *n = list->next; n; n = n->next) {
		if (n->kind == NODE_DIRECTIVE)
			continue;
		diag_note(as->d,
		    asking_fault(as, DIAG_SCENARIO_CHOICES, n->at, "a %s behind the choices", node_kind_name(n->kind)),
		    "%s",
		    n->kind == NODE_QUOTE ? "indent it by two blanks, so that it stands inside its choice"
					  : "what happens stands in front of the choices");
		return false;
	}
	return true;
}

bool
turns_read(struct asking *as, const struct scenario *s, struct place *p)
{
	struct node *list = last_list(p->node);
	bool fine;
	size_t n = 0;

	if (!list || !has_links(list))
		return refuse_list(as, p, list);
	fine = check_around(as, list);
	p->list = list;
	for (const struct node *item = list->first; item; item = item->next)
		n++;
	if (n > MOST_TURNS) {
		asking_fault(as, DIAG_SCENARIO_CHOICES, list->at, "%zu choices; a step may have %d", n, MOST_TURNS);
		return false;
	}
	p->turns = ARENA_ARRAY(as->arena, struct turn, n);
	for (struct node *item = list->first; item; item = item->next)
		fine &= read_turn(as, s, &p->turns[p->nturns++], item);
	return fine;
}
