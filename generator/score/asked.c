/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "score/asked.h"

#include "base/json.h"
#include "score/members.h"

/* -- question -- */

static void
options(struct buf *b, const struct question *q)
{
	members_key(b, "options");
	buf_chr(b, '[');
	for (size_t i = 0; i < q->noptions; i++) {
		const struct option *o = &q->options[i];

		members_next(b);
		buf_chr(b, '{');
		members_text(b, "id", o->id);
		if (o->right)
			members_flag(b, "correct", true);
		buf_chr(b, '}');
	}
	buf_chr(b, ']');
}

/* -- scoring -- */

static void
exact(struct buf *b, struct ratio r)
{
	buf_chr(b, '"');
	ratio_write(b, r);
	buf_chr(b, '"');
}

static void
bounds(struct buf *b, const struct question *q)
{
	if (!q->floored)
		members_null(b, "floor");
	else if (q->floor.num != 0)
		members_exact(b, "floor", q->floor);
}

/* Credits of options; nobody gets more than full marks. */
static void
credits(struct buf *b, const struct question *q)
{
	members_text(b, "mode", STR("mapping"));
	members_key(b, "entries");
	buf_chr(b, '{');
	for (size_t i = 0; i < q->noptions; i++)
		if (q->options[i].credit.num != 0) {
			members_name(b, q->options[i].id);
			exact(b, q->options[i].credit);
		}
	buf_chr(b, '}');
	members_exact(b, "ceil", RATIO_ONE);
}

static void
ticks(struct buf *b, const struct question *q)
{
	if (q->scoring == SCORING_CREDITS)
		credits(b, q);
	else if (q->type == QUESTION_MULTIPLE)
		members_text(b, "mode", str_of(question_scoring_names[q->scoring]));
	if (q->none)
		members_flag(b, "none_allowed", true);
	bounds(b, q);
}

/* What each type says of itself, and of its rule. */
static const struct writer {
	void (*question)(struct buf *, const struct question *);
	void (*scoring)(struct buf *, const struct question *);
} writers[QUESTION_TYPES] = {
	[QUESTION_SINGLE] = { options, ticks },
	[QUESTION_MULTIPLE] = { options, ticks },
	[QUESTION_TRUEFALSE] = { options, ticks },
};

void
asked_write(struct buf *b, const struct question *q)
{
	const struct writer *w = &writers[q->type];

	members_text(b, "type", str_of(question_kinds[q->type].notation));
	members_key(b, "question");
	buf_chr(b, '{');
	w->question(b, q);
	buf_chr(b, '}');
	members_key(b, "scoring");
	buf_chr(b, '{');
	w->scoring(b, q);
	buf_chr(b, '}');
}
