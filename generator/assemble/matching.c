/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "assemble/matching.h"

#include "assemble/alike.h"
#include "assemble/cells.h"
#include "assemble/placing.h"
#include "base/map.h"

enum { LEFT, RIGHT, FEEDBACK, MOST_COLUMNS };

static bool
check_columns(struct asking *as)
{
	const struct node *table = as->q->answers;

	if (table->as.table.columns == FEEDBACK || table->as.table.columns == MOST_COLUMNS)
		return true;
	diag_note(as->d,
	    asking_fault(as, DIAG_QUESTION_ANSWERS, table->at, "this table has %d columns", table->as.table.columns),
	    "a match has two: what is matched, and what belongs to it; a third one holds feedback if you like");
	return false;
}

/* The number of the target that ${cell} names: equal cells are one. */
static size_t
target_of(struct asking *as, struct map *targets, struct node *cell)
{
	struct question *q = as->q;
	struct str text = alike_words(as->arena, cell, true);
	struct target *t = text.n > 0 ? map_get(targets, text) : NULL;

	if (!t) {
		t = placing_target(as, cell);
		if (text.n > 0)
			map_put(targets, text, t);
	} else if (attrs_id(cell->attrs).n > 0 && !t->id_given) {
		t->id = attrs_id(cell->attrs);
		t->id_given = true;
	}
	return (size_t)(t - q->targets);
}

static bool
read_row(struct asking *as, struct map *targets, struct node *row)
{
	struct node *left = cells_nth(row, LEFT), *right = cells_nth(row, RIGHT), *feedback = cells_nth(row, FEEDBACK);
	bool distracts = cells_empty(left), told = feedback && !cells_empty(feedback);
	struct entry *e;

	if (cells_empty(right)) {
		diag_note(as->d,
		    asking_fault(as, DIAG_QUESTION_OPTION, placing_at(as, distracts ? right : left),
			distracts ? "this row is empty" : "nothing stands on the right of this row"),
		    "write what belongs to it; a wrong answer that belongs to nothing has an empty cell on its left");
		return false;
	}
	if (distracts && told)
		asking_fault(as, DIAG_QUESTION_STRAY, placing_at(as, feedback),
		    "nobody would see this feedback: nothing on the left belongs to it");
	if (distracts) {
		target_of(as, targets, right);
		return true;
	}
	e = placing_entry(as, left);
	placing_right(as, e, target_of(as, targets, right));
	e->feedback = told ? feedback : NULL;
	return true;
}

/* Two rows with one target need it twice. */
static bool
check_reuse(struct asking *as, size_t before)
{
	struct question *q = as->q;
	const struct attr *attr = attrs_get(q->node->attrs, "reuse");
	bool shared = before > q->ntargets;

	if (shared && attr && !q->reuse) {
		asking_fault(as, DIAG_ATTRIBUTE_VALUE, attr->at,
		    "two rows have the same right answer, but with `reuse=%.*s` it can be given once",
		    STR_ARG(attr->value));
		return false;
	}
	q->reuse |= shared;
	if (q->ntargets == 1)
		asking_fault(as, DIAG_QUESTION_LINT, q->answers->at, "there is only one answer to choose from");
	return true;
}

bool
matching_read(struct asking *as)
{
	struct question *q = as->q;
	struct map targets = MAP_INIT;
	size_t rows = 0;
	bool fine = check_columns(as);

	for (const struct node *row = q->answers->first->next; row; row = row->next)
		rows++;
	fine = fine && placing_begin(as, rows, rows);
	for (struct node *row = q->answers->first->next; fine && row; row = row->next)
		fine = read_row(as, &targets, row);
	map_free(&targets);
	if (!fine)
		return false;
	if (q->nentries == 0) {
		asking_fault(as, DIAG_QUESTION_ANSWERS, q->answers->at, "there is nothing on the left to be matched");
		return false;
	}
	if (!as->ctx->source) {
		placing_rule(as);
		if (!check_reuse(as, rows))
			return false;
	}
	return placing_finish(as);
}
