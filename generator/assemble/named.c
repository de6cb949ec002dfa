/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "assemble/named.h"

#include "assemble/feedback.h"
#include "assemble/variants.h"

struct named *
named_find(const struct names *names, struct str name)
{
	for (size_t i = 0; i < names->n; i++)
		if (str_eq(names->v[i].name, name))
			return &names->v[i];
	return NULL;
}

static bool
refuse(struct asking *as, enum diag_code code, struct span at, const char *why, const char *repair)
{
	diag_note(as->d, asking_fault(as, code, at, "%s", why), "%s", repair);
	return false;
}

/* `[[name]]`, alone in its line. */
static const struct node *
name_of(const struct node *item)
{
	const struct node *line = item->first;
	const struct node *gap = line && line->kind == NODE_PARAGRAPH ? line->first : NULL;

	return gap && gap->kind == NODE_GAP && !gap->next ? gap : NULL;
}

/* Behind the name stand a list and perhaps a hint. */
static bool
read_blocks(struct asking *as, struct named *n)
{
	struct feedback f = feedback_split(as->arena, n->item, as->ctx->src, as->d);

	n->hint = f.hint;
	if (f.ticked || f.unticked)
		return refuse(as, DIAG_QUESTION_STRAY, (f.ticked ? f.ticked : f.unticked)->at,
		    "feedback to a whole gap",
		    "indent it further, so that it stands inside the answer it belongs to; a hint begins with `[?]`");
	for (struct node *b = n->item->first->next; b; b = b->next) {
		if (b->kind == NODE_QUOTE)
			continue;
		if (b->kind != NODE_LIST || n->list)
			return refuse(as, DIAG_QUESTION_STRAY, b->at,
			    n->list ? "something stands behind the answers of this gap" : "this is no list of answers",
			    "below its name a gap has one list of answers");
		n->list = b;
	}
	return n->list ||
	    refuse(as, DIAG_QUESTION_ANSWERS, n->item->at, "this gap has no answers",
		"write them as a list inside its item, indented by two blanks");
}

static bool
read_item(struct asking *as, struct names *names, struct node *item)
{
	struct named *n = &names->v[names->n];
	const struct node *gap = name_of(item);

	if (!gap)
		return refuse(as, DIAG_QUESTION_OPTION, item->at, "this item names no gap",
		    "each item of this list is the name of a gap in the text, as `[[place]]`, with its answers as a list inside it");
	*n = (struct named){ .name = variants_name(gap), .item = item };
	if (named_find(names, n->name))
		return refuse(as, DIAG_QUESTION_OPTION, item->at, "this gap has its answers already",
		    "one item holds all that belongs into it");
	names->n++;
	return read_blocks(as, n);
}

bool
named_read(struct asking *as, struct names *names)
{
	size_t n = 0;
	bool fine = true;

	*names = (struct names){ NULL, 0 };
	for (const struct node *item = as->q->answers ? as->q->answers->first : NULL; item; item = item->next)
		n++;
	names->v = ARENA_ARRAY(as->arena, struct named, n + 1);
	for (struct node *item = as->q->answers ? as->q->answers->first : NULL; item; item = item->next)
		fine &= read_item(as, names, item);
	return fine;
}
