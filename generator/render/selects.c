/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "render/selects.h"

#include "base/escape.h"
#include "localise/ui.h"
#include "render/answering.h"
#include "render/html.h"
#include "render/wording.h"

enum {
	SELECTS_SHORT = 36 /* bytes that a phone shows of an entry of a closed list */
};

/* Targets and entries as they are shown. */
struct shown {
	size_t *targets, *entries;
	struct str *words; /* of targets, by number */
	bool leave;        /* something belongs nowhere */
	bool listed;       /* targets are long, or more than text: they stand in a list, too */
};

/* -- what is shown -- */

static size_t *
as_written(struct arena *a, size_t n)
{
	size_t *order = ARENA_ARRAY(a, size_t, n + 1);

	for (size_t i = 0; i < n; i++)
		order[i] = i;
	return order;
}

static bool
only_text(const struct node *n)
{
	const struct node *words = n->kind == NODE_ITEM ? n->first : n;

	for (const struct node *c = words ? words->first : NULL; c; c = c->next)
		if (c->kind != NODE_TEXT && c->kind != NODE_SOFTBREAK)
			return false;
	return true;
}

static bool
belongs(const struct question *q, const struct entry *e)
{
	for (size_t i = 0; i < q->ntargets; i++)
		if (e->right && e->right[i])
			return true;
	return false;
}

static struct shown
look(struct render *r, const struct question *q)
{
	struct shown s = { NULL, NULL, ARENA_ARRAY(r->arena, struct str, q->ntargets + 1), false, false };
	struct str *ids = ARENA_ARRAY(r->arena, struct str, q->ntargets + q->nentries + 1);
	bool match = q->type == QUESTION_MATCH;

	for (size_t i = 0; i < q->ntargets; i++) {
		s.words[i] = answering_plain(r, q->targets[i].words);
		s.listed |= match && (s.words[i].n > SELECTS_SHORT || !only_text(q->targets[i].words));
		s.leave |= q->targets[i].nowhere;
	}
	for (size_t i = 0; i < q->nentries; i++)
		s.leave |= !belongs(q, &q->entries[i]);
	for (size_t i = 0; i < (match ? q->ntargets : q->nentries); i++)
		ids[i] = match ? q->targets[i].id : q->entries[i].id;
	s.targets = match ? answering_mixed(r->arena, q, ids, q->ntargets) : as_written(r->arena, q->ntargets);
	s.entries = match ? as_written(r->arena, q->nentries) : answering_mixed(r->arena, q, ids, q->nentries);
	return s;
}

/* -- where one answers -- */

static void
instructions(struct render *r, struct buf *b, const struct question *q, const struct shown *s)
{
	answering_instruction(r, b, wording_text(r, q->type == QUESTION_MATCH ? "match-each" : "sort-each"));
	answering_paper(r, b, wording_text(r, "paper-numbers"));
	if (s->leave)
		answering_instruction(r, b, wording_text(r, "leave-empty"));
}

/* With numbers for paper. On the screen only where a closed list would hide words. */
static void
target_list(struct render *r, struct buf *b, const struct question *q, const struct shown *s)
{
	buf_cstr(b, s->listed ? "<ol class=\"targets\"" : "<ol class=\"targets on-paper\"");
	if (q->shuffle && q->type == QUESTION_MATCH)
		BUF_LIT(b, " data-shuffle");
	BUF_LIT(b, ">\n");
	for (size_t i = 0; i < q->ntargets; i++) {
		const struct target *t = &q->targets[s->targets[i]];

		if (t->nowhere)
			continue;
		BUF_LIT(b, "<li");
		wording_data(b, "id", t->id);
		buf_chr(b, '>');
		if (t->words->kind == NODE_CELL || s->listed)
			answering_words(r, b, t->words);
		else
			escape_html(b, s->words[s->targets[i]]);
		BUF_LIT(b, "</li>\n");
	}
	BUF_LIT(b, "</ol>\n");
}

static void
select_list(struct render *r, struct buf *b, const struct question *q, const struct shown *s, size_t i)
{
	const char *suffix = arena_fmt(r->arena, "entry-%zu", i + 1).p;

	BUF_LIT(b, "<select");
	wording_id(b, "id", q, suffix);
	wording_id(b, "name", q, suffix);
	wording_id(b, "aria-describedby", q, arena_fmt(r->arena, "mark-%zu", i + 1).p);
	if (q->shuffle && q->type == QUESTION_MATCH)
		BUF_LIT(b, " data-shuffle");
	BUF_LIT(b, "><option value=\"\"");
	wording_lang(r, b);
	buf_chr(b, '>');
	escape_html(b, wording_text(r, "choose-target"));
	BUF_LIT(b, "</option>");
	for (size_t k = 0; k < q->ntargets; k++) {
		const struct target *t = &q->targets[s->targets[k]];

		if (t->nowhere)
			continue;
		BUF_LIT(b, "<option value=\"");
		escape_html(b, t->id);
		BUF_LIT(b, "\">");
		escape_html(b, s->words[s->targets[k]]);
		BUF_LIT(b, "</option>");
	}
	BUF_LIT(b, "</select>");
}

void
selects_answers(struct render *r, struct buf *b, const struct question *q)
{
	struct shown s = look(r, q);

	instructions(r, b, q, &s);
	target_list(r, b, q, &s);
	BUF_LIT(b, "<ul class=\"entries\"");
	if (!q->reuse && q->type == QUESTION_MATCH)
		BUF_LIT(b, " data-once");
	if (q->shuffle)
		BUF_LIT(b, " data-shuffle");
	BUF_LIT(b, ">\n");
	for (size_t k = 0; k < q->nentries; k++) {
		size_t i = s.entries[k];
		const struct entry *e = &q->entries[i];

		BUF_LIT(b, "<li class=\"entry\"");
		wording_data(b, "part", e->id);
		buf_cstr(b, e->fixed ? " data-fixed><label" : "><label");
		wording_id(b, "for", q, arena_fmt(r->arena, "entry-%zu", i + 1).p);
		buf_chr(b, '>');
		answering_words(r, b, e->words);
		BUF_LIT(b, "</label> ");
		select_list(r, b, q, &s, i);
		answering_mark(r, b, q, arena_fmt(r->arena, "mark-%zu", i + 1).p);
		buf_chr(b, '\n');
		answering_more(r, b, e->words);
		answering_hint(r, b, e->hint);
		BUF_LIT(b, "</li>\n");
	}
	BUF_LIT(b, "</ul>\n");
}

/* -- the list of answers -- */

/* The words of all targets an entry belongs to. */
static struct str
right_targets(struct render *r, const struct question *q, const struct entry *e)
{
	struct str all = STR_EMPTY;

	for (size_t i = 0; i < q->ntargets; i++) {
		struct str words;

		if (!e->right || !e->right[i] || q->targets[i].nowhere)
			continue;
		words = answering_plain(r, q->targets[i].words);
		all = all.n == 0 ? words : arena_fmt(r->arena, "%.*s, %.*s", STR_ARG(all), STR_ARG(words));
	}
	return all.n > 0 ? all : wording_text(r, "belongs-nowhere");
}

void
selects_key(struct render *r, struct buf *b, const struct question *q)
{
	BUF_LIT(b, "<ul>\n");
	for (size_t i = 0; i < q->nentries; i++) {
		const struct entry *e = &q->entries[i];

		answering_open(b, e->id);
		escape_html(b, answering_plain(r, e->words));
		answering_right(r, b, right_targets(r, q, e));
		answering_feedback(r, b, e->feedback, "all", NULL);
		answering_feedback(r, b, e->feedback_right, "right", "if-right");
		answering_feedback(r, b, e->feedback_not, "wrong", "if-wrong");
		answering_close(b);
	}
	BUF_LIT(b, "</ul>\n");
}
