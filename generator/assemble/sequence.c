/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "assemble/sequence.h"

#include "assemble/placing.h"

bool
sequence_read(struct asking *as)
{
	struct question *q = as->q;
	size_t n = 0;
	bool fine = true;

	if (!q->answers->as.list.ordered) {
		diag_note(as->d, asking_fault(as, DIAG_QUESTION_ANSWERS, q->answers->at, "this list is not numbered"),
		    "write the items in the right order, as `1. first`, `2. second`");
		return false;
	}
	for (const struct node *item = q->answers->first; item; item = item->next) {
		n++;
		if (item->as.item.mark == MARK_NONE)
			continue;
		asking_fault(as, DIAG_QUESTION_MARK, item->at, "a mark means nothing here: the numbers are the order");
		fine = false;
	}
	if (n < 2) {
		asking_fault(as, DIAG_QUESTION_OPTION, q->answers->at, "one item alone is always in order");
		return false;
	}
	if (!fine || !placing_begin(as, n, 0))
		return false;
	for (struct node *item = q->answers->first; item; item = item->next)
		placing_feedback(as, placing_entry(as, item));
	return placing_finish(as);
}
