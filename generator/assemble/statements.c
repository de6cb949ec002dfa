/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "assemble/statements.h"

#include "assemble/cells.h"
#include "assemble/placing.h"

/* What a cell of the matrix may hold. */
static const struct cross {
	const char *word;
	bool cyrillic;
} crosses[] = { { "x", false }, { "X", false }, { "х", true }, { "Х", true } };

/* What stands in a column below the head: the statement, or right answers, or feedback. */
struct columns {
	size_t n;
	size_t feedback; /* its number; 0: there is none */
};

/* -- the head -- */

static bool
read_head(struct asking *as, struct columns *c)
{
	struct node *row = as->q->answers->first, *first = cells_nth(row, 0);

	asking_keys(as, first->attrs, "", "the column of statements");
	c->n = 0;
	c->feedback = 0;
	for (struct node *cell = first; cell; cell = cell->next, c->n++) {
		bool feedback = attrs_class(cell->attrs, "feedback");

		if (feedback && (cell == first || c->feedback > 0)) {
			asking_fault(as, DIAG_QUESTION_OPTION, placing_at(as, cell),
			    cell == first ? "the first column holds the statements"
					  : "there is a column `{.feedback}` already");
			return false;
		}
		if (feedback)
			c->feedback = c->n;
		else if (cell != first)
			placing_target(as, cell);
	}
	if (as->q->ntargets >= 2)
		return true;
	diag_note(as->d,
	    asking_fault(as, DIAG_QUESTION_ANSWERS, as->q->answers->at, "there are not two columns to choose between"),
	    "statements stand in the first column, and each further one has an answer as its head");
	return false;
}

/* -- the cells -- */

static const struct cross *
cross_in(const struct node *cell)
{
	const struct node *n = cell->first;

	for (size_t i = 0; n && n->kind == NODE_TEXT && !n->next && i < sizeof crosses / sizeof *crosses; i++)
		if (str_is(str_trim(n->as.text), crosses[i].word))
			return &crosses[i];
	return NULL;
}

static bool
read_cell(struct asking *as, struct entry *e, size_t column, const struct node *cell)
{
	const struct cross *x = cross_in(cell);

	asking_keys(as, cell->attrs, "", "a cell");
	if (cells_empty(cell))
		return true;
	if (!x) {
		diag_note(as->d,
		    asking_fault(as, DIAG_QUESTION_MARK, placing_at(as, cell), "this cell is neither empty nor an `x`"),
		    "put an `x` where the statement belongs; the head of a column with feedback has `{.feedback}`");
		return false;
	}
	if (as->q->type == QUESTION_SURVEY) {
		asking_fault(as, DIAG_QUESTION_KEY, placing_at(as, cell),
		    "in a survey nothing is right; with an `x` it is `type=matrix`");
		return false;
	}
	if (x->cyrillic)
		asking_fault(as, DIAG_MARK_CYRILLIC, placing_at(as, cell), "in a table of answers");
	placing_right(as, e, column);
	return true;
}

static size_t
count_right(const struct question *q, const struct entry *e)
{
	size_t n = 0;

	for (size_t t = 0; e->right && t < q->ntargets; t++)
		n += e->right[t];
	return n;
}

/* One x a row, unless several may be chosen. */
static bool
check_row(struct asking *as, const struct entry *e)
{
	const struct question *q = as->q;
	size_t right = count_right(q, e);

	if (q->type == QUESTION_SURVEY || as->ctx->source || q->many || right == 1)
		return true;
	diag_note(as->d,
	    asking_fault(as, DIAG_QUESTION_KEY, placing_at(as, e->words),
		right == 0 ? "there is no `x` in this row" : "there are %zu times `x` in this row", right),
	    "where several or no answers may be right, write `select=many` in the head");
	return false;
}

static bool
read_row(struct asking *as, const struct columns *c, struct node *row)
{
	struct entry *e = placing_entry(as, row->first);
	size_t column = 0, target = 0;
	bool fine = true;

	for (struct node *cell = row->first->next; cell; cell = cell->next) {
		if (++column == c->feedback)
			e->feedback = cells_empty(cell) ? NULL : cell;
		else
			fine &= read_cell(as, e, target++, cell);
	}
	return fine && check_row(as, e);
}

bool
statements_read(struct asking *as)
{
	struct question *q = as->q;
	struct columns c;
	size_t rows = 0, crosses_in_all = 0;
	bool fine = true;

	for (const struct node *row = q->answers->first->next; row; row = row->next)
		rows++;
	if (rows == 0) {
		asking_fault(as, DIAG_QUESTION_ANSWERS, q->answers->at, "this table has no rows");
		return false;
	}
	if (!placing_begin(as, rows, (size_t)q->answers->as.table.columns) || !read_head(as, &c))
		return false;
	if (!as->ctx->source)
		placing_rule(as);
	for (struct node *row = q->answers->first->next; row; row = row->next)
		fine &= read_row(as, &c, row);
	for (size_t i = 0; i < q->nentries; i++)
		crosses_in_all += count_right(q, &q->entries[i]);
	if (fine && q->type == QUESTION_MATRIX && crosses_in_all == 0 && !as->ctx->source) {
		asking_fault(as, DIAG_QUESTION_KEY, q->answers->at, "there is no `x` in this table");
		return false;
	}
	return fine && placing_finish(as);
}
