/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "assemble/menu.h"

#include "assemble/alike.h"
#include "assemble/feedback.h"
#include "base/map.h"

static void
add(struct asking *as, struct gap *g, struct str word, bool right)
{
	struct accepted *a = &g->answers[g->nanswers++];

	*a = (struct accepted){
		.variants = ARENA_NEW(as->arena, struct str),
		.nvariants = 1,
		.right = right,
		.decimals = -1,
		.sigfigs = -1,
		.credit = right ? RATIO_ONE : RATIO_ZERO,
	};
	a->variants[0] = word;
}

static bool
refuse(struct asking *as, enum diag_code code, struct span at, const char *why, const char *repair)
{
	diag_note(as->d, asking_fault(as, code, at, "%s", why), "%s", repair);
	return false;
}

static bool
check(struct asking *as, const struct gap *g, struct span at, const char *tick)
{
	struct map seen = MAP_INIT;
	size_t right = 0;
	bool fine = true;

	for (size_t i = 0; i < g->nanswers; i++) {
		right += g->answers[i].right;
		if (map_add(&seen, alike_text(as->arena, g->answers[i].variants[0]), &g->answers[i]))
			fine = refuse(as, DIAG_QUESTION_OPTION, at, "two words of this menu are the same",
			    "a reader could not tell them apart");
	}
	map_free(&seen);
	if (g->nanswers < 2)
		return refuse(as, DIAG_QUESTION_OPTION, at, "a menu with one word leaves no choice",
		    "add wrong ones, as `[[*right*|wrong]]`; where the stars belong to the answer, put it in backticks");
	if (right != 1)
		return refuse(as, DIAG_QUESTION_KEY, at,
		    right ? "more than one word of this menu is right" : "no word of this menu is right", tick);
	return fine;
}

bool
menu_variants(struct asking *as, const struct variants *v, struct gap *g, struct span at)
{
	g->kind = GAP_MENU;
	g->answers = ARENA_ARRAY(as->arena, struct accepted, v->n);
	for (size_t i = 0; i < v->n; i++)
		add(as, g, v->v[i].text, v->v[i].starred);
	return check(as, g, at, "put stars around the right one: `[[*right*|wrong|wrong]]`");
}

/* The words of an item on one line: a menu shows no markup. */
static struct str
words_of(struct asking *as, const struct node *item)
{
	struct buf b = BUF_INIT;
	struct str s;

	if (item->first && item->first->kind == NODE_PARAGRAPH)
		node_plain(&b, item->first);
	s = arena_str(as->arena, str_trim(buf_view(&b)));
	buf_free(&b);
	return s;
}

static bool
read_item(struct asking *as, struct node *item, struct gap *g)
{
	struct str words = words_of(as, item);
	enum node_mark mark = item->as.item.mark;
	struct feedback f;

	asking_keys(as, item->attrs, "", "a word of a menu");
	if (mark != MARK_EMPTY && mark != MARK_TICKED)
		return refuse(as, DIAG_QUESTION_MARK, item->at, "neither `[ ]` nor `[x]` stands here",
		    "in a menu each word has one; a list without any holds answers that are typed");
	f = feedback_split(as->arena, item, as->ctx->src, as->d);
	if (words.n == 0)
		return refuse(as, DIAG_QUESTION_ANSWERS, item->at, "there is no word in this item", "write one");
	for (const struct node *n = item->first->next; n; n = n->next)
		if (n->kind != NODE_QUOTE)
			return refuse(as, DIAG_QUESTION_STRAY, n->at, "a word of a menu is one line of text",
			    "below it only its feedback follows, as a quote");
	if (f.unticked || f.hint)
		asking_fault(as, DIAG_QUESTION_STRAY, f.unticked ? f.unticked->at : f.hint->at,
		    "feedback to a word is for one who chose it: `[ ]` and `[?]` mean nothing here");
	add(as, g, words, mark == MARK_TICKED);
	g->answers[g->nanswers - 1].item = item;
	g->answers[g->nanswers - 1].feedback = f.ticked;
	return true;
}

bool
menu_list(struct asking *as, const struct node *list, struct gap *g)
{
	size_t n = 0;
	bool fine = true;

	g->kind = GAP_MENU;
	for (const struct node *item = list->first; item; item = item->next)
		n++;
	g->answers = ARENA_ARRAY(as->arena, struct accepted, n);
	for (struct node *item = list->first; item; item = item->next)
		fine &= read_item(as, item, g);
	return fine && check(as, g, list->at, "tick the right one with `[x]`");
}

bool
menu_same(struct asking *as, const struct gap *g, const struct gap *source, struct span at)
{
	if (g->nanswers != source->nanswers) {
		asking_fault(as, DIAG_TRANSLATION_DIFFERS, at, "%zu words in this menu, %zu in the source", g->nanswers,
		    source->nanswers);
		return false;
	}
	for (size_t i = 0; i < g->nanswers; i++)
		if (g->answers[i].right != source->answers[i].right)
			return refuse(as, DIAG_TRANSLATION_DIFFERS, at, "in the source another word is right",
			    "words of a menu stand in the order of the source, with the star at the same place");
	return true;
}
